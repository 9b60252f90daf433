"""The tables of the user guide name what the code knows, no more and no less."""

import re
from pathlib import Path

import pytest

from hcgen.channels import kinds
from hcgen.channels.social import PROFILES
from hcgen.languages import load_language, shipped_tags
from hcgen.load.articles import FRONT_MATTER
from hcgen.load.channels import EVERY_CHANNEL, ORGANISATION, SECTIONS
from hcgen.load.coverage import REQUIRED_FIELDS, WAIVER_FIELDS
from hcgen.load.holidays import EXTRA_FIELDS, HOLIDAY_FIELDS
from hcgen.load.lexicon import LEXICON_FIELDS, REQUEST_FIELDS
from hcgen.load.notices import NOTICE_FIELDS
from hcgen.load.options import (
    HONOURED,
    HONOURED_THEME,
    PLUGIN_OPTIONS,
    THEME_WITHOUT_EFFECT,
    WITHOUT_EFFECT,
)
from hcgen.load.outside import FEEDBACK_FIELDS, SEARCH_FIELDS
from hcgen.load.plugin_section import FAIL_LEVELS, RULE_FIELDS
from hcgen.load.queries import QUERY_FIELDS
from hcgen.load.requests import FACT_FIELDS, REQUESTS_FIELDS
from hcgen.load.topics import TOPIC_FIELDS
from hcgen.model.channel import PROMISE_FIELDS, UNITS
from hcgen.model.coverage import QUESTIONS
from hcgen.model.request import DEFAULT_FACTS, FORMS, MESSAGE_PARTS, USUAL_FACTS
from hcgen.model.settings import HOST_USES
from hcgen.pages.stylesheet.accent import accent_properties
from hcgen.render.rendering import ALWAYS_ON
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.docs.pages import ROOT, coded, table
from tests.pipeline.building import build_text

TABLES = {
    ("articles.md", "front matter"): FRONT_MATTER,
    ("articles.md", "topics.yml"): TOPIC_FIELDS,
    ("channels.md", "sections"): SECTIONS,
    ("channels.md", "organisation"): ORGANISATION,
    ("channels.md", "every channel"): EVERY_CHANNEL,
    ("channels.md", "kinds"): tuple(kinds()),
    ("channels.md", "hours"): ("holidays", "exceptions"),
    ("channels.md", "frozen holidays"): HOLIDAY_FIELDS,
    ("channels.md", "extra holidays"): EXTRA_FIELDS,
    ("channels.md", "promise"): PROMISE_FIELDS,
    ("channels.md", "escalation"): ("follow_up", "complain_to"),
    ("configuration.md", "honoured"): HONOURED,
    ("configuration.md", "theme"): HONOURED_THEME,
    ("configuration.md", "plugin"): PLUGIN_OPTIONS,
    ("configuration.md", "feedback"): FEEDBACK_FIELDS,
    ("configuration.md", "search"): SEARCH_FIELDS,
    ("configuration.md", "rules"): RULE_FIELDS,
    ("configuration.md", "allowed hosts"): HOST_USES,
    ("configuration.md", "without effect"): WITHOUT_EFFECT,
    ("configuration.md", "theme without effect"): THEME_WITHOUT_EFFECT,
    ("languages.md", "coverage.yml"): WAIVER_FIELDS,
    ("languages.md", "required"): REQUIRED_FIELDS,
    ("languages.md", "answers"): QUESTIONS,
    ("languages.md", "languages"): shipped_tags(),
    ("languages.md", "request"): REQUEST_FIELDS,
    ("notices.md", "notice.yml"): NOTICE_FIELDS,
    ("requests.md", "requests"): REQUESTS_FIELDS,
    ("requests.md", "facts"): FACT_FIELDS,
    ("requests.md", "usual facts"): tuple(USUAL_FACTS),
    ("requests.md", "placeholders"): tuple(f"{{{part}}}" for part in MESSAGE_PARTS),
    ("search.md", "queries"): QUERY_FIELDS,
    ("search.md", "lexicon"): LEXICON_FIELDS,
    ("themes.md", "templates"): [file.name for file in (ROOT / "theme").glob("*.html")],
    ("themes.md", "assets"): [file.name for file in (ROOT / "theme" / "assets").iterdir()],
}

NOTHING = "nothing on the site"


@pytest.mark.parametrize(("page", "name"), TABLES)
def test_a_table_names_exactly_what_there_is(page: str, name: str) -> None:
    assert set(table(page, name)) == set(TABLES[page, name])


def test_the_table_of_kinds_has_every_field() -> None:
    for name, (needs, may_have, _) in table("channels.md", "kinds").items():
        fields = kinds()[name].fields
        assert coded(needs) == {field.name for field in fields if field.is_required}, name
        assert coded(may_have) == {field.name for field in fields if not field.is_required}, name


def test_languages_have_their_own_names() -> None:
    for tag, (name,) in table("languages.md", "languages").items():
        assert name == load_language(tag).name


def test_words_that_may_be_chosen_are_all_named() -> None:
    configuration = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    channels = (ROOT / "docs" / "channels.md").read_text(encoding="utf-8")
    assert coded(table("configuration.md", "plugin")["fail_on"][0]) >= set(FAIL_LEVELS)
    assert coded(configuration) >= set(ALWAYS_ON)
    assert coded(channels) >= {unit.replace("_", " ") for unit in UNITS}
    (networks,) = re.findall(r"\*\*Networks\*\* are (.*?)\. A handle", channels, re.DOTALL)
    assert coded(networks) == set(PROFILES)


def test_usual_facts_have_the_form_that_the_guide_names() -> None:
    assert {
        name: coded(form) for name, (form, _) in table("requests.md", "usual facts").items()
    } == {name: {form} for name, form in USUAL_FACTS.items()}
    assert coded(table("requests.md", "facts")["form"][0]) == set(FORMS)
    without = table("requests.md", "requests")["facts"][0]
    assert coded(without) == {f"[{', '.join(DEFAULT_FACTS)}]"}


def test_the_properties_of_the_styles_are_all_named() -> None:
    styles = (ROOT / "theme" / "assets" / "site.css").read_text(encoding="utf-8")
    known = set(re.findall(r"^\s+(--[\w-]+):", styles, re.MULTILINE))
    known |= set(re.findall(r"(--[\w-]+):", accent_properties("", "")))
    assert set(table("themes.md", "properties")) == known


SAID_TO_DO_NOTHING = {
    ("articles.md", "front matter"): {
        "aliases": "[/old]",
        "audience": "[owners]",
        "owner": "support",
        "review_every": "180d",
    },
    ("articles.md", "topics.yml"): {
        "owner": "support",
    },
}
"""Keys that a table says have no effect yet, with a value."""


@pytest.mark.parametrize(("page", "name"), SAID_TO_DO_NOTHING)
def test_what_is_said_to_do_nothing_does_nothing(page: str, name: str, tmp_path: Path) -> None:
    keys = SAID_TO_DO_NOTHING[page, name]
    assert set(keys) == {key for key, row in table(page, name).items() if NOTHING in row[-1]}
    lines = "".join(f"{key}: {value}\n" for key, value in keys.items())
    indented = lines.replace("\n", "\n    ").rstrip(" ")
    files = dict(CLEAN_CENTRE)
    if name == "front matter":
        files["content/en/account/reset.md"] = files["content/en/account/reset.md"].replace(
            "---\n", f"---\n{lines}", 1
        )
    else:
        files["content/topics.yml"] += f"    {indented}"
    assert files != CLEAN_CENTRE
    assert build_text(tmp_path / "with", files) == build_text(tmp_path / "without", CLEAN_CENTRE)
