"""Every rule proves itself by its own examples, through all stages and with all other rules on."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hcgen.checks import Check, all_checks, selection
from hcgen.diagnostics import Diagnostic, Example, Report
from hcgen.mkdocs_site import load_theme
from hcgen.pipeline import check_help_centre, fix_until_done, render_help_centre
from tests.checks.clean_centre import NOT_FOR_TINY_TEXTS, TINY_CENTRE

OPEN, CLOSE = "⟦", "⟧"
Found = tuple[str, str, int, int]
"""Code, path, and the offsets of start and end."""


@pytest.fixture(autouse=True)
def _on_a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Examples name days; what is soon to come stays so."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795564800")  # 2026-11-25


def examples(which: str) -> Iterator[object]:
    for check in all_checks():
        for number, example in enumerate(getattr(check.rule, which)):
            yield pytest.param(check, example, id=f"{check.rule.code}-{which}-{number}")


@pytest.mark.parametrize(("check", "example"), list(examples("bad")))
def test_a_bad_example_gives_its_diagnostic_at_the_marks_and_nothing_else(
    check: Check, example: Example, tmp_path: Path
) -> None:
    expected = lay_out(tmp_path, example, check.rule.code)
    assert expected, "a bad example needs a mark or “unplaced”"
    assert {place(found) for found in diagnostics_of(tmp_path, check.rule.code)} == expected


@pytest.mark.parametrize(("check", "example"), list(examples("bad")))
def test_a_fix_gives_the_text_that_the_example_names_and_leaves_nothing_to_find(
    check: Check, example: Example, tmp_path: Path
) -> None:
    lay_out(tmp_path, example, check.rule.code)
    before = diagnostics_of(tmp_path, check.rule.code)
    assert any(found.fix for found in before) == (example.fixed is not None)
    if example.fixed is None:
        return
    fixed = fix_until_done(tmp_path, lambda: report_on(tmp_path, check.rule.code))
    assert sorted(example.fixed) == list(fixed.changed)
    for path, text in example.fixed.items():
        assert (tmp_path / path).read_bytes().decode() == text
    assert fixed.report.diagnostics == ()


@pytest.mark.parametrize(("check", "example"), list(examples("good")))
def test_a_good_example_gives_nothing(check: Check, example: Example, tmp_path: Path) -> None:
    lay_out(tmp_path, example, check.rule.code)
    assert diagnostics_of(tmp_path, check.rule.code) == []


def test_the_clean_centre_is_clean(tmp_path: Path) -> None:
    lay_out(tmp_path, Example({}), "")
    assert diagnostics_of(tmp_path) == []


def test_codes_and_names_are_unique() -> None:
    rules = [check.rule for check in all_checks()]
    assert len({rule.code for rule in rules}) == len(rules)
    assert len({rule.name for rule in rules}) == len(rules)


@pytest.mark.parametrize("check", [pytest.param(c, id=c.rule.code) for c in all_checks()])
def test_a_rule_is_complete_and_lives_in_the_file_of_its_name(check: Check) -> None:
    rule = check.rule
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    module = check.run.__module__.rpartition(".")[2]
    assert module == rule.name.replace("-", "_")
    assert rule.bad
    assert rule.good
    for text in (rule.summary, rule.why, rule.fix):
        assert text.strip(), f"{rule.code} leaves a text empty"


@pytest.mark.parametrize("check", [pytest.param(c, id=c.rule.code) for c in all_checks()])
def test_messages_follow_the_style(check: Check, tmp_path: Path) -> None:
    for number, example in enumerate(check.rule.bad):
        lay_out(tmp_path / str(number), example, check.rule.code)
        for diagnostic in diagnostics_of(tmp_path / str(number), check.rule.code):
            message = diagnostic.message
            assert not message.endswith((".", "!"))
            assert not message[0].isupper()
            assert not re.search(r"\b(invalid|please|error|None|dict|KeyError)\b", message, re.I)
            assert str(tmp_path) not in message + diagnostic.help


def lay_out(folder: Path, example: Example, code: str) -> set[Found]:
    """Write the clean centre with an example over it; return what the example expects."""
    expected: set[Found] = set()
    files: dict[str, str | bytes | None] = {**TINY_CENTRE, **example.files}
    for path, content in files.items():
        if content is None:
            continue
        data = content.encode() if isinstance(content, str) else content
        while OPEN.encode() in data:
            before, _, rest = data.partition(OPEN.encode())
            inside, _, after = rest.partition(CLOSE.encode())
            start = len(before.decode("utf-8", "replace"))
            end = start + len(inside.decode("utf-8", "replace"))
            expected.add((code, path, start, end))
            data = before + inside + after
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    if example.unplaced is not None:
        expected.add((code, example.unplaced, 0, 0))
    return expected


def diagnostics_of(folder: Path, code: str = "") -> list[Diagnostic]:
    return list(report_on(folder, code).diagnostics)


def report_on(folder: Path, code: str) -> Report:
    """Return what all rules find, one that is off by default only where it is the rule in hand."""
    rendered = render_help_centre(folder / "mkdocs.yml")
    settings = rendered.centre.settings
    chosen = selection(
        settings.rules,
        select=() if settings.rules.select else ("DEFAULT", code),
        ignore=[word for word in NOT_FOR_TINY_TEXTS if word != code],
    )
    theme = load_theme(settings, rendered.root)
    return check_help_centre(rendered, theme, chosen=chosen)


def place(diagnostic: Diagnostic) -> Found:
    span = diagnostic.span
    return (diagnostic.rule.code, span.file.path, span.start, span.end)
