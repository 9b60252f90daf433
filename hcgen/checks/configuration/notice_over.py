"""CFG009: notices whose time is over."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="CFG009",
    name="notice-over",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A notice is in the file whose time is over.",
    why="Nobody sees it any more; the next one who needs the file has to read past it.",
    fix="Take it out of notice.yml, or give it a later end.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/notice.yml": (
                    "severity: incident\n"
                    "text: {en: E-mail is late., id: Email terlambat.}\n"
                    "until: ⟦2020-01-31⟧\n"
                )
            }
        ),
    ),
    good=(
        Example(
            {
                "content/notice.yml": (
                    "severity: incident\n"
                    "text: {en: E-mail is late., id: Email terlambat.}\n"
                    "until: 2099-01-31\n"
                )
            }
        ),
        Example(
            {
                "content/notice.yml": (
                    "notices:\n"
                    "  - text: {en: We have moved., id: Kami sudah pindah.}\n"
                    "    from: 2020-01-31\n"
                )
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare the end of each notice with today."""
    for notice in context.centre.notices:
        if notice.is_over(context.today):
            yield Diagnostic(RULE, notice.place, "this notice is over", help="take it out")
