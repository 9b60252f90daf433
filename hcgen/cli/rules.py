"""`hcgen rules`: what is checked, and why."""

import click

from hcgen.checks import all_checks
from hcgen.checks.selection import nearest_rule
from hcgen.cli.exits import FOUND_NOTHING
from hcgen.diagnostics import Example, Rule
from hcgen.diagnostics.formats import visible

_LONGEST_EXAMPLE = 20


@click.command()
@click.argument("code", required=False)
def rules(code: str | None) -> int:
    """List all rules, or explain one: hcgen rules LNK001."""
    found = [check.rule for check in all_checks()]
    if code is None:
        for rule in found:
            level = rule.severity.value if rule.is_on else "off"
            click.echo(f"{rule.code}  {level:<7}  {rule.name:<34} {rule.summary}")
        return FOUND_NOTHING
    for rule in found:
        if code.upper() in rule.codes or code.lower() == rule.name:
            click.echo(explain(rule), nl=False)
            return FOUND_NOTHING
    raise click.BadParameter(
        f"there is no rule “{code}”; {nearest_rule(found, code)}", param_hint="CODE"
    )


def explain(rule: Rule) -> str:
    """Return all that a rule says about itself, as plain text."""
    parts = [
        f"{rule.code} {rule.name} ({rule.severity.value}{_remarks(rule)}, since {rule.since})",
        rule.summary,
        f"Why: {rule.why}",
        f"Fix: {rule.fix}",
        *(_example("Found in", example) for example in rule.bad[:1]),
        *(_example("Fine", example) for example in rule.good[:1]),
    ]
    return "\n\n".join(parts) + "\n"


def _remarks(rule: Rule) -> str:
    former = " and ".join(rule.former_codes)
    remarks = (
        f", formerly {former}" if former else "",
        "" if rule.is_on else ", off by default",
        ", fixed by hcgen check --fix" if rule.is_fixable else "",
    )
    return "".join(remarks)


def _example(heading: str, example: Example) -> str:
    lines: list[str] = []
    for path, text in example.files.items():
        if text is None:
            lines.append(f"{heading}: without {path}")
            continue
        shown = text.decode("utf-8", "backslashreplace") if isinstance(text, bytes) else text
        lines.append(f"{heading}: {path}")
        shown_lines = shown.splitlines()
        lines += [f"    {visible(line[:100])}" for line in shown_lines[:_LONGEST_EXAMPLE]]
        if len(shown_lines) > _LONGEST_EXAMPLE:
            lines.append("    ...")
    return "\n".join(lines)
