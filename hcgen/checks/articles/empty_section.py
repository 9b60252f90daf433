"""ART016: headings with nothing below them."""

from collections.abc import Iterator

from hcgen.checks.context import ArticleContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.load.markdown_blocks import Block, BlockKind

RULE = Rule(
    code="ART016",
    name="empty-section",
    severity=Severity.WARNING,
    stage=Stage.ARTICLE,
    summary="There is nothing below a heading.",
    why="It promises an answer that is not there.",
    fix="Write the text of the section, or delete its heading.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "## ⟦Phone⟧\n\n## Computer\n\nText.\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "Text.\n\n## Phone\n\n### ⟦Old phones⟧\n\n<!-- later -->\n\n---\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "## Phone\n\n### Old phones\n\n![A form](../../assets/form.svg)\n\n"
                "## Computer\n\n```\nreset\n```\n\n## Code\n\n    reset\n\n## Prices\n\n"
                "| a | b |\n|---|---|\n| 1 | 2 |\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "# Reset your password\n\n## Phone\n\n<div>Text.</div>\n\n## Computer\n\n"
                "!!! note\n    Text.\n"
            }
        ),
    ),
)


def check(context: ArticleContext) -> Iterator[Diagnostic]:
    """Look at what follows each heading; whatever is no heading is content."""
    heading: Block | None = None
    for block in context.blocks:
        is_heading = block.kind is BlockKind.HEADING
        if heading is not None and is_heading and block.level <= heading.level:
            yield _diagnostic(heading)
        heading = block if is_heading else None
    if heading is not None:
        yield _diagnostic(heading)


def _diagnostic(heading: Block) -> Diagnostic:
    return Diagnostic(
        RULE,
        heading.span,
        f"there is nothing below the heading “{heading.span.text}”",
        help="write the text of this section, or delete the heading",
    )
