"""REQ002, where its examples do not show it: one cause, one diagnostic."""

from datetime import date
from pathlib import Path

import pytest

from hcgen.checks import run_checks
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Finding, Stage
from hcgen.load import load_help_centre
from hcgen.model.addresses import Addresses
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("lexicon", "count"),
    [
        ("stop_words: [bitte]\n", 1),
        ("request: {threats: [Anwalt]}\n", 0),
        ("request: [Anwalt]\n", 0),  # told when it is read
        ("request: [\n", 0),
    ],
)
def test_a_lexicon_that_cannot_be_read_is_told_once(
    lexicon: str, count: int, tmp_path: Path
) -> None:
    settings = CLEAN_CENTRE["mkdocs.yml"].replace("[en, id]", "[en, de]")
    files = {**CLEAN_CENTRE, "mkdocs.yml": settings, "content/lexicon/de.yml": lexicon}
    loaded = load_help_centre(write_site(tmp_path, files))
    by_rule: dict[str, tuple[Finding, ...]] = {}
    for finding in loaded.findings:
        by_rule[finding.rule_name] = (*by_rule.get(finding.rule_name, ()), finding)
    context = SourceContext(loaded.centre, Addresses.of(loaded.centre, TODAY), by_rule, TODAY)
    found = list(run_checks(Stage.SOURCE, context, {"REQ002"}))
    assert [diagnostic.rule.code for diagnostic in found] == ["REQ002"] * count
    assert all("German" in diagnostic.message for diagnostic in found)
