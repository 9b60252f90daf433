"""Whatever stands in topics.yml is loaded, checked and made into pages without a crash."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hcgen.checks import selection
from hcgen.load.requests import FACT_FIELDS, REQUESTS_FIELDS
from hcgen.load.topics import SECTIONS, TOPIC_FIELDS
from hcgen.mkdocs_site import load_theme
from hcgen.model.request import FORMS, MESSAGE_PARTS, USUAL_FACTS
from hcgen.pipeline import check_help_centre, render_help_centre
from tests._site import write_site
from tests.checks.clean_centre import TINY_CENTRE

WORDS = st.one_of(
    st.sampled_from(
        [
            *USUAL_FACTS,
            *FORMS,
            *MESSAGE_PARTS,
            *("", "true", "null", "~", "-", "en", "id", "account", "billing", "/account/", "a/b"),
            *("account/reset", "account/rest.md", "mail", "material/web", "invoice", "Invoice No"),
            *("{problem}", "{{problem}}", "{problem", "{ facts }", "{invoice} {trail}}", "{", "}"),
            *("{{ channel:mail }}", "{{ channel:x:promise }} {problem}", "Hi.\n\n  {problem}\n"),
            *("{}", "{\n}", "2fa", "x" * 200, "é\u202e{é}", "⟦", "номер"),
        ]
    ),
    st.text(max_size=12),
    st.integers(-5, 10**20).map(str),
)
KEYS = st.one_of(
    st.sampled_from(sorted({*SECTIONS, *TOPIC_FIELDS, *REQUESTS_FIELDS, *FACT_FIELDS, "en", "id"})),
    WORDS,
)
VALUES = st.recursive(
    WORDS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=5)),
    max_leaves=20,
)
LOCALIZED = st.one_of(VALUES, st.dictionaries(st.sampled_from(["en", "id", "ms"]), WORDS))
NAMES = st.one_of(VALUES, st.lists(WORDS, max_size=5))


def entry(**likely: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.one_of(VALUES, st.fixed_dictionaries({}, optional=likely))


TOPIC = entry(
    path=st.one_of(st.sampled_from(["account", "billing"]), VALUES),
    title=LOCALIZED,
    slug=LOCALIZED,
    channels=NAMES,
    facts=NAMES,
    message=LOCALIZED,
)
FACT = entry(
    name=VALUES, label=LOCALIZED, hint=LOCALIZED, good=LOCALIZED, thin=LOCALIZED, form=VALUES
)
DOCUMENT = st.fixed_dictionaries(
    {},
    optional={
        "topics": st.one_of(VALUES, st.lists(TOPIC, max_size=4)),
        "facts": st.one_of(VALUES, st.lists(FACT, max_size=4)),
        "requests": entry(article=VALUES, facts=NAMES, message=LOCALIZED),
    },
)


def check(folder: Path, text: str) -> None:
    (folder / "content" / "topics.yml").write_text(text, encoding="utf-8", errors="replace")
    rendered = render_help_centre(folder / "mkdocs.yml")
    configured = rendered.centre.settings
    theme = load_theme(configured, rendered.root)
    chosen = selection(configured.rules, select=("ALL",))
    for diagnostic in check_help_centre(rendered, theme, chosen=chosen).diagnostics:
        place = diagnostic.span.position
        assert place.line >= 1
        assert place.column >= 1
        assert diagnostic.span.end <= len(diagnostic.span.file.text)
        assert diagnostic.message


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("random")
    write_site(made, TINY_CENTRE)
    return made


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=DOCUMENT)
def test_any_values_give_diagnostics_and_no_crash(folder: Path, document: object) -> None:
    check(folder, yaml.safe_dump(document, allow_unicode=True, sort_keys=False))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    text=st.lists(
        st.sampled_from([*"abc:-[]{}&*!|>'\"%@`#,\n \t012+", "é", "\u2028", "facts:\n  - name: "]),
        max_size=60,
    ).map("".join)
)
def test_any_text_gives_diagnostics_and_no_crash(folder: Path, text: str) -> None:
    check(folder, text)
