"""CFG013: known findings that are not there any more."""

from collections.abc import Iterator

from hcgen.checks.context import ReportContext
from hcgen.diagnostics import Diagnostic, Edit, Example, Rule, Severity, Stage
from hcgen.source import Span

RULE = Rule(
    code="CFG013",
    name="fixed-baseline-entry",
    severity=Severity.NOTE,
    stage=Stage.REPORT,
    summary="The baseline knows a finding that is not there any more.",
    why="The same mistake, made again at the same place, would go unseen.",
    fix="Take the line out; hcgen check --fix or --write-baseline does it.",
    since="0.1.0",
    bad=(
        Example(
            {
                "baseline.lock": "# known\n⟦LNK001\t0123456789abcdef\tcontent/en/account/reset.md"
                "\t“end.md” leads to nothing⟧\n"
            },
            fixed={"baseline.lock": "# known\n"},
        ),
    ),
    good=(Example({"baseline.lock": "# Findings that are known and not shown.\n"}),),
)


def check(context: ReportContext) -> Iterator[Diagnostic]:
    """Pass on what was left over when findings were compared with the baseline."""
    for entry in context.fixed:
        if entry.code in context.codes:
            yield Diagnostic(
                RULE,
                entry.span,
                f"“{entry.path}” does not have this finding of {entry.code} any more",
                help="take this line out of the baseline",
                fix=(Edit(_with_line_end(entry.span), ""),),
            )


def _with_line_end(span: Span) -> Span:
    return span.file.span(span.start, min(span.end + 1, len(span.file.text)))
