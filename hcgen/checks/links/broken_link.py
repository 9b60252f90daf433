"""LNK001: links that lead nowhere."""

from collections.abc import Iterator

from hcgen.checks.context import FragmentsContext
from hcgen.checks.links._links import FileNames, links_with_places, path_span
from hcgen.checks.links._redirects import Redirects
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
    names = FileNames(context.centre)
    redirects = Redirects.of(context)
    for article, link, destination in links_with_places(context):
        if link.is_image or destination.kind is not LinkKind.BROKEN:
            continue
        # the old address of an article is another rule's
        if redirects.target(context.centre, article, link.target.value) is None:
            yield Diagnostic(
                RULE,
                path_span(link),
                f"“{link.target.value}” leads to nothing",
                help=names.nearest(article, link.target.value),
            )
