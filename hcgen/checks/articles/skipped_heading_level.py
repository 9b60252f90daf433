"""ART015: headings more than one level below the one before."""

from collections.abc import Iterator

from hcgen.checks.context import ArticleContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.load.markdown_blocks import BlockKind

RULE = Rule(
    code="ART015",
    name="skipped-heading-level",
    severity=Severity.WARNING,
    stage=Stage.ARTICLE,
    summary="A heading is more than one level below the heading before it.",
    why="Screen readers go by the levels; whoever listens looks for a part that is not there.",
    fix="Use one # more than the heading around it has; the title counts as one #.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "## Phone\n\nText.\n\n#### ⟦Old phones⟧\n\nText.\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "Text.\n\n### ⟦Phone⟧\n\nText.\n\n### Computer\n\nText.\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "# Phone\n\nText.\n\n#### ⟦Old phones⟧\n\nText.\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "# Phone\n\nText.\n\n### Old phones\n\nText.\n\n#### Keys\n\nText.\n\n"
                "## Computer\n\nText.\n\n```\n## a\n#### b\n```\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "Phone\n-----\n\nText.\n\n### Old phones\n\nText.\n"
            }
        ),
    ),
)


def check(context: ArticleContext) -> Iterator[Diagnostic]:
    """Go from heading to heading; one of level 1 in the text is shown as level 2."""
    before = 1
    for block in context.blocks:
        if block.kind is not BlockKind.HEADING:
            continue
        level = max(2, block.level)
        if level > before + 1:
            what = "the heading before it has" if before > 1 else "the title above it has"
            yield Diagnostic(
                RULE,
                block.span,
                f"this heading has level {level}, {what} level {before}",
                help=f"write {'#' * (before + 1)} in front of it",
            )
        before = level
