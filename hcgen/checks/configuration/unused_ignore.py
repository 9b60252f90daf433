"""CFG012: comments that accept a finding that is not there."""

from collections.abc import Iterator

from hcgen.checks.context import ReportContext
from hcgen.checks.selection import matching
from hcgen.diagnostics import Diagnostic, Edit, Example, Rule, Severity, Stage
from hcgen.diagnostics.ignoring import IgnoreComment
from hcgen.source import Span

RULE = Rule(
    code="CFG012",
    name="unused-ignore",
    severity=Severity.WARNING,
    stage=Stage.REPORT,
    summary="A comment `hcgen: ignore` accepts a finding that is not there.",
    why="It would hide the next finding of that rule, which nobody has looked at.",
    fix="Delete the comment; hcgen check --fix does it.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "<!-- hcgen: ignore ⟦LNK001⟧ the page comes later -->\n"
                "See [how to pay](../billing/pay.md).\n"
            },
            fixed={
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to pay](../billing/pay.md).\n"
            },
        ),
        Example(
            {
                "content/topics.yml": "topics:\n  - path: account  "
                "# hcgen: ignore ⟦CFG004⟧ read by another program\n"
                "    title: {en: Account, id: Akun}\n"
            },
            fixed={
                "content/topics.yml": "topics:\n  - path: account\n"
                "    title: {en: Account, id: Akun}\n"
            },
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "<!-- hcgen: ignore broken-link the page comes later -->\n"
                "See [how to end it](end.md).\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\n"
                "# hcgen: ignore-file LNK all pages move next week\n"
                "title: Reset your password\n---\n"
                "See [how to end it](end.md).\n"
            }
        ),
    ),
)


def check(context: ReportContext) -> Iterator[Diagnostic]:
    """Look at every rule of every comment; one whose rule did not run may well be of use."""
    for comment in context.centre.ignores:
        if not comment.reason:
            continue
        unused = [
            text
            for text in comment.rules
            if text.span not in context.used
            and (rules := matching(context.rules, text.value))
            and all(rule.code in context.codes for rule in rules)
        ]
        for text in unused:
            yield Diagnostic(
                RULE,
                text.span,
                f"there is no finding of {text.value} that this comment could hide",
                help="delete the comment",
                fix=(Edit(_to_delete(comment), ""),) if len(unused) == len(comment.rules) else (),
            )


def _to_delete(comment: IgnoreComment) -> Span:
    """Return the comment with the blanks before it, or with its whole line if it stands alone."""
    text = comment.span.file.text
    start, end = comment.span.start, comment.span.end
    line_start = text.rfind("\n", 0, start) + 1
    before = text[line_start:start]
    rest = text[end:].partition("\n")[0]
    if not before.strip() and not rest.strip():
        return comment.span.file.span(line_start, min(end + len(rest) + 1, len(text)))
    return comment.span.file.span(line_start + len(before.rstrip()), end)
