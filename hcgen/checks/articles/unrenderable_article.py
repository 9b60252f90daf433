"""ART006: articles that the Markdown parser cannot turn into a page."""

from collections.abc import Iterator

from hcgen.checks.context import FragmentsContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="ART006",
    name="unrenderable-article",
    severity=Severity.ERROR,
    stage=Stage.FRAGMENTS,
    summary="The Markdown of an article cannot be rendered.",
    why="The page would be empty.",
    fix="Take apart what lies deep inside something else, or what the message names.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": (
                    "---\ntitle: ⟦Reset your password⟧\n---\n"
                    + "".join("    " * depth + "- deeper\n" for depth in range(300))
                )
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "- one\n    - two\n"
            }
        ),
    ),
)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Pass on what the renderer gave up on."""
    for article in context.centre.articles:
        fragment = context.fragments.get(article.file.path)
        if fragment is not None and fragment.error:
            yield Diagnostic(
                RULE,
                article.place,
                f"the text of this article cannot be rendered: {fragment.error}",
                help="make the text around the deepest list or quote simpler",
            )
