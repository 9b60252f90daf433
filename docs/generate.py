"""Writes what is made from code: one page a rule, their index, and the JSON Schemas.

Run with ``--check`` to be told, with status 1, which files are not what the code says.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

from hcgen.checks import all_checks
from hcgen.diagnostics import Example, Rule
from hcgen.schemas import schema_text, schemas

FOLDER = Path(__file__).parent / "rules"
SCHEMAS = Path(__file__).parent / "schemas"
_LONGEST_EXAMPLE = 20


def generated_pages() -> Mapping[str, str]:
    """Return name below ``docs/rules/`` -> text."""
    rules = [check.rule for check in all_checks()]
    pages = {f"{rule.code}.md": _rule_page(rule) for rule in rules}
    lines = [
        f"| [{rule.code}]({rule.code}.md) | {rule.name} | {_severity(rule)} | "
        f"{'yes' if rule.is_fixable else ''} | {rule.summary} |"
        for rule in rules
    ]
    pages["index.md"] = (
        "# Rules\n\nWhat `hcgen check` looks for. `hcgen rules CODE` shows the same on the command "
        "line, and [Checks](../checks.md) how to choose among them.\n\n"
        "| code | name | severity | fixed by `--fix` | what is wrong |\n"
        "| --- | --- | --- | --- | --- |\n" + "\n".join(lines) + "\n"
    )
    return pages


def _rule_page(rule: Rule) -> str:
    parts = [
        f"# {rule.code}: {rule.name}",
        f"{rule.summary} Severity: {_severity(rule)}. Since {rule.since}."
        + (" `hcgen check --fix` puts it right where it can." if rule.is_fixable else ""),
        f"## Why it matters\n\n{rule.why}",
        f"## What to do\n\n{rule.fix}",
        "## Found",
        *(_example(example) for example in rule.bad),
        "## Fine",
        *(_example(example) for example in rule.good),
    ]
    return "\n\n".join(parts) + "\n"


def _severity(rule: Rule) -> str:
    return rule.severity.value if rule.is_on else f"{rule.severity.value}, off by default"


def _example(example: Example) -> str:
    blocks: list[str] = []
    for path, content in example.files.items():
        if content is None:
            blocks.append(f"Without `{path}`.")
            continue
        text = content if isinstance(content, str) else content.decode("utf-8", "replace")
        lines = text.replace("⟦", "").replace("⟧", "").splitlines()
        if len(lines) > _LONGEST_EXAMPLE:
            lines = [*lines[:_LONGEST_EXAMPLE], "..."]
        shown = "\n".join(line[:100] for line in lines)
        language = "yaml" if path.endswith(".yml") else "markdown"
        blocks.append(f"`{path}`:\n\n````{language}\n{shown}\n````")
    return "\n\n".join(blocks)


def main() -> int:
    """Write the files, or compare them; return the exit status."""
    made = {
        FOLDER: generated_pages(),
        SCHEMAS: {f"{name}.json": schema_text(name) for name in schemas()},
    }
    if "--check" in sys.argv[1:]:
        stale = [place for folder, texts in made.items() for place in _stale(folder, texts)]
        for place in stale:
            sys.stdout.write(f"{place} is not what the code says: run ./dev generate\n")
        return 1 if stale else 0
    for folder, texts in made.items():
        _write(folder, texts)
    return 0


def _stale(folder: Path, texts: Mapping[str, str]) -> list[str]:
    """Return the files of a folder that are missing, left over or other than they should be."""
    there = {file.name for file in folder.glob("*.*")}
    return [
        f"docs/{folder.name}/{name}"
        for name in sorted(there | texts.keys())
        if name not in there or (folder / name).read_text(encoding="utf-8") != texts.get(name)
    ]


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    folder.mkdir(exist_ok=True)
    for file in folder.glob("*.*"):
        if file.name not in texts:
            file.unlink()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
