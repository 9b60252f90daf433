"""Which analyzer serves a language: the site's choice, else the language's own."""

from pathlib import Path

import pytest

from hcgen.diagnostics import Findings
from hcgen.languages import load_language
from hcgen.load import load_settings
from hcgen.search import Analyzer, analyzer_names, analyzer_of
from hcgen.search import analyzers as package
from tests._site import write_site

OTHER = Analyzer("other", lambda text: iter(()), str)


@pytest.mark.parametrize(
    ("written", "expected"),
    [("{ms: other}", "other"), ("{id: other}", "malay"), ("{ms: nothing}", "malay")],
)
def test_a_site_may_choose_the_analyzer_of_a_language(
    written: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = package.load_analyzer
    monkeypatch.setattr(package, "analyzer_names", lambda: ("malay", "other"))
    monkeypatch.setattr(
        package, "load_analyzer", lambda name: OTHER if name == "other" else known(name)
    )
    text = f"plugins: [{{hcgen: {{analyzers: {written}}}}}]"
    settings = load_settings(write_site(tmp_path, {"mkdocs.yml": text}), Findings())
    assert analyzer_of(load_language("ms"), settings).name == expected


def test_every_language_has_an_analyzer_that_there_is() -> None:
    assert "analyzer" not in analyzer_names()
    assert load_language("ms").analyzer in analyzer_names()
