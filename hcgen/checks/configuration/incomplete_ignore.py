"""CFG011: comments that accept a finding without saying which, or why."""

from collections.abc import Iterator

from hcgen.checks.context import ReportContext
from hcgen.checks.selection import matching, nearest_rule
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="CFG011",
    name="incomplete-ignore",
    severity=Severity.WARNING,
    stage=Stage.REPORT,
    summary="A comment `hcgen: ignore` names no rule, an unknown one, or no reason.",
    why="Nobody can tell later whether the finding may still be passed over, so it is shown.",
    fix="Write <!-- hcgen: ignore CODE reason -->, in YAML # hcgen: ignore CODE reason",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "⟦<!-- hcgen: ignore LNK001 -->⟧\nChoose a new one.\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n"
                "⟦# hcgen: ignore it is fine⟧\nreviewed: 2026-11-10\n---\nChoose a new one.\n"
            }
        ),
        Example(
            {
                "content/topics.yml": "topics:\n  # hcgen: ignore ⟦CFG999⟧ agreed with support\n"
                "  - path: account\n    title: {en: Account, id: Akun}\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "Choose one. `<!-- hcgen: ignore -->` is a comment.\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "<!-- hcgen: ignore LNK001 the page comes with the new panel -->\n"
                "See [the new panel](panel.md).\n"
            }
        ),
        Example(
            {
                "content/topics.yml": "topics:\n  - path: account\n"
                "    titel: Account  # hcgen: ignore CFG004 read by another program\n"
                "    title: Account\n"
            }
        ),
    ),
)


def check(context: ReportContext) -> Iterator[Diagnostic]:
    """Look at every comment, in force or not."""
    for comment in context.centre.ignores:
        if not comment.rules:
            yield Diagnostic(
                RULE,
                comment.span,
                "this comment does not say which rule to ignore",
                help="write its code behind ignore, then the reason",
            )
        elif not comment.reason:
            yield Diagnostic(
                RULE,
                comment.span,
                "this comment gives no reason, so it does not count",
                help=f"write why behind {comment.rules[-1].value}",
            )
        for text in comment.rules:
            if not matching(context.rules, text.value):
                yield Diagnostic(
                    RULE,
                    text.span,
                    f"there is no rule “{text.value}”",
                    help=nearest_rule(context.rules, text.value),
                )
