"""LNK001: links that lead nowhere."""

from collections.abc import Iterator

from hcgen.checks.context import FragmentsContext
from hcgen.checks.links._links import links_with_places, nearest_file, path_span
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.render import LinkKind

RULE = Rule(
    code="LNK001",
    name="broken-link",
    severity=Severity.ERROR,
    stage=Stage.FRAGMENTS,
    summary="A link leads to no article, page or file of the help centre.",
    why="The customer who follows it gets “this page does not exist” instead of the answer.",
    fix="Correct the path; it counts from the file that holds the link.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to pay](⟦../billing/paid.md⟧#how).\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to end it](⟦end.md⟧).\n",
                "content/en/account/end.md": "---\ntitle: Close your account\ndraft: true\n---\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to pay](../billing/pay.md) or [contact us](../contact.md). "
                "Not a link: `[a](b.md)`.\n"
            }
        ),
    ),
)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Look at every link that is no image."""
    centre = context.centre
    for article, link, destination in links_with_places(context):
        if link.is_image:
            continue
        if destination.kind is LinkKind.BROKEN:
            yield Diagnostic(
                RULE,
                path_span(link),
                f"“{link.target.value}” leads to nothing",
                help=nearest_file(centre, article, link.target.value),
            )
        elif destination.kind is LinkKind.ARTICLE and article.is_published(context.today):
            language = destination.language or article.language
            if context.addresses.entry(language, destination.name) is None:
                yield Diagnostic(
                    RULE,
                    path_span(link),
                    f"“{link.target.value}” leads to an article that is not published",
                    help="publish that article, or take the link out",
                )
