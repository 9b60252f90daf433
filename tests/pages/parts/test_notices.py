"""Notices on the built pages: which page shows which one, in which language, and when."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from hcgen.preview.workspace import Workspace
from tests._site import write_site
from tests.pipeline.building import build_text

FILES = {
    "mkdocs.yml": "site_name: Help\nsite_url: https://help.example.com/repo/\n"
    "plugins: [{hcgen: {languages: [en, id], fail_on: never}}]\n",
    "content/channels.yml": "organisation: {name: Awan, timezone: Asia/Jakarta}\n"
    "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always}\n",
    "content/topics.yml": "topics:\n  - {path: email, slug: {id: surel}}\n",
    "content/en/about.md": "---\ntitle: About\n---\nText.\n",
    "content/en/email/late.md": "---\ntitle: Late\nid: mail-late\n---\nText.\n",
    "content/id/email/lambat.md": "---\ntitle: Lambat\nid: mail-late\n---\nTeks.\n",
    "content/en/email/lost/spam.md": "---\ntitle: Spam\n---\nText.\n",
    "content/en/emails/write.md": "---\ntitle: Write\n---\nText.\n",
    "content/en/billing/pay.md": "---\ntitle: Pay\n---\nText.\n",
}
ALL = (
    "notices:\n"
    "- {id: news, text: We move.}\n"
    "- {id: mail, text: Mail is late., topics: email, severity: incident}\n"
    "- {id: spam, text: Much spam., topics: [email/lost, email], severity: warning}\n"
    "- {id: lost, text: Mail gets lost., topics: email/lost}\n"
    "- {id: pay, text: Cards fail., topics: [billing, email/lost], severity: incident}\n"
)


@dataclass(frozen=True)
class Shown:
    """A notice as it is drawn."""

    attributes: Mapping[str, str]
    tags: tuple[tuple[str, Mapping[str, str]], ...]
    text: str

    @property
    def id(self) -> str:
        return self.attributes["data-key"].rpartition("-")[0]

    @property
    def link(self) -> Mapping[str, str]:
        return next((attributes for tag, attributes in self.tags if tag == "a"), {})

    @property
    def words(self) -> Mapping[str, str]:
        """The attributes of the paragraph that holds its text."""
        (found,) = (own for _, own in self.tags if own.get("class") == "notice-text")
        return found


class Page(HTMLParser):
    """Takes the notices out of a page."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.place: Mapping[str, str] | None = None
        self.notices: list[Shown] = []
        self.scripts: list[str] = []
        self._depth = 0
        self.feed(html.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        classes = attributes.get("class", "").split()
        if tag == "aside" and "notices" in classes:
            self.place = attributes
        elif "notice" in classes:
            self.notices.append(Shown(attributes, (), ""))
            self._depth = 1
        elif self._depth:
            self._depth += 1
            last = self.notices[-1]
            self.notices[-1] = Shown(last.attributes, (*last.tags, (tag, attributes)), last.text)
        if tag == "script":
            self.scripts.append(attributes.get("src", ""))

    def handle_endtag(self, tag: str) -> None:
        self._depth = max(0, self._depth - 1)

    def handle_data(self, data: str) -> None:
        if self._depth:
            last = self.notices[-1]
            self.notices[-1] = Shown(last.attributes, last.tags, last.text + data)

    @property
    def ids(self) -> list[str]:
        return [notice.id for notice in self.notices]

    @property
    def visible(self) -> list[str]:
        return [notice.id for notice in self.notices if "hidden" not in notice.attributes]


def pages_of(folder: Path, notices: str, **files: str) -> Mapping[str, Page]:
    built = build_text(folder, FILES | {"content/notice.yml": notices} | files)
    return {path: Page(data) for path, data in built.items() if path.endswith(".html")}


def today_is(monkeypatch: pytest.MonkeyPatch, day: int, hour: int = 12) -> None:
    """Let builds happen on a day of November 2026; the hour is that of Jakarta."""
    moment = datetime(2026, 11, day, hour - 7, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))


def test_a_notice_stands_on_every_page_or_on_those_of_its_topics(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, ALL)
    in_email = ["mail", "spam", "news"]
    in_lost = ["mail", "pay", "spam", "news", "lost"]
    expected = {
        "email/index.html": in_email,
        "surel/index.html": in_email,
        "email/late/index.html": in_email,
        "surel/lambat/index.html": in_email,
        "email/lost/index.html": in_lost,
        "surel/lost/index.html": in_lost,
        "email/lost/spam/index.html": in_lost,
        "surel/lost/spam/index.html": in_lost,
        "billing/index.html": ["pay", "news"],
        "billing/pay/index.html": ["pay", "news"],
        # customers with a problem come here from anywhere
        "index.html": ["mail", "pay", "news"],
        "contact/index.html": ["mail", "pay", "news"],
    }
    assert {"en/email/lost/spam/index.html", "id/surel/lost/spam/index.html"} <= pages.keys()
    assert {"404.html", "index.html", "en/404.html", "id/search/index.html"} <= pages.keys()
    for path, page in pages.items():
        own = expected.get(path.partition("/")[2], ["news"])
        assert page.ids == own, path


def test_a_page_without_notices_has_no_place_and_no_script_for_them(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, "{text: Late., topics: email}\n")
    assert pages["en/email/index.html"].place is not None
    for path, page in pages.items():
        has_script = any("/notices." in source for source in page.scripts)
        assert (page.place is not None) == has_script == bool(page.notices), path
    assert pages["en/billing/pay/index.html"].place is None


def test_a_place_names_all_notices_of_the_site(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, ALL)
    keys = {notice.attributes["data-key"] for page in pages.values() for notice in page.notices}
    assert len(keys) == 5
    for page in pages.values():
        assert page.place is not None
        assert set(page.place["data-known"].split(" ")) == keys


def test_severity_is_said_in_words(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, ALL)
    lost = pages["en/email/lost/index.html"].notices
    assert [notice.text.split("\n")[1] for notice in lost] == [
        "Problem right now",
        "Problem right now",
        "Be careful",
        "Please note",
        "Please note",
    ]
    assert lost[0].attributes["class"] == "notice notice-incident"
    assert lost[0].text.split("\n")[2] == "Mail is late."


@pytest.mark.parametrize(
    ("day", "ids", "visible"),
    [
        (20, ["a", "b", "c", "d"], ["d"]),
        (21, ["a", "b", "c", "d"], ["a", "d"]),
        (22, ["a", "b", "c", "d"], ["a", "b", "c", "d"]),
        (23, ["a", "c", "d"], ["a", "c", "d"]),
        (24, ["d"], ["d"]),
    ],
)
def test_without_scripts_a_notice_is_shown_on_its_days_and_gone_after_them(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    day: int,
    ids: list[str],
    visible: list[str],
) -> None:
    today_is(monkeypatch, day)
    page = pages_of(
        tmp_path,
        "notices:\n"
        "- {id: a, text: A., from: 2026-11-21, until: 2026-11-23}\n"
        "- {id: b, text: B., from: 2026-11-22 23:59, until: 2026-11-23 00:00}\n"
        "- {id: c, text: C., from: 2026-11-22 00:00, until: 2026-11-23 00:01}\n"
        "- {id: d, text: D.}\n",
    )["en/index.html"]
    assert page.ids == ids
    assert page.visible == visible
    assert page.place is not None
    known = [key.rpartition("-")[0] for key in page.place["data-known"].split(" ")]
    assert known == ids


def test_the_day_of_a_build_is_that_of_the_organisation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notice = "{text: A., until: 2026-11-22}\n"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795366799")  # 22 November, 23:59:59 in Jakarta
    assert pages_of(tmp_path / "before", notice)["en/index.html"].ids == ["a"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795366800")
    assert pages_of(tmp_path / "after", notice)["en/index.html"].ids == []


def test_the_place_is_hidden_while_all_its_notices_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    today_is(monkeypatch, 21)
    notices = (
        "notices:\n- {text: A., from: 2026-11-22}\n- {text: B., from: 2026-11-21, topics: email}\n"
    )
    pages = pages_of(tmp_path, notices)
    home, email = pages["en/index.html"].place, pages["en/email/index.html"].place
    assert home is not None
    assert email is not None
    assert "hidden" in home
    assert "hidden" not in email


def test_browsers_are_told_the_minutes_in_universal_time(tmp_path: Path) -> None:
    (notice,) = pages_of(tmp_path, '{text: A., from: "2099-11-22 09:00", until: "2099-11-23"}\n')[
        "en/index.html"
    ].notices
    assert notice.attributes["data-from"] == "2099-11-22T02:00:00Z"
    assert notice.attributes["data-until"] == "2099-11-23T17:00:00Z"
    (always,) = pages_of(tmp_path / "always", "text: A.\n")["en/index.html"].notices
    assert not {"data-from", "data-until"} & always.attributes.keys()


def test_a_text_in_another_language_is_marked(tmp_path: Path) -> None:
    pages = pages_of(
        tmp_path,
        "notices:\n- {text: {en: Late., id: Lambat.}}\n- {text: {en: Lost.}}\n- text: Spam.\n",
    )
    own, other, plain = pages["id/index.html"].notices
    assert "Lambat." in own.text
    assert "lang" not in own.words
    for notice, text in ((other, "Lost."), (plain, "Spam.")):
        assert text in notice.text
        assert (notice.words["lang"], notice.words["dir"]) == ("en", "auto")
    for notice in pages["en/index.html"].notices:
        assert "lang" not in notice.words


def test_a_notice_leads_to_the_article_as_the_reader_meets_it(tmp_path: Path) -> None:
    for link in ("mail-late", "email/late", "email/lambat"):
        pages = pages_of(tmp_path / link, f"{{text: A., link: {link}}}\n")
        hrefs = {path: page.notices[0].link.get("href") for path, page in pages.items()}
        assert hrefs["en/billing/pay/index.html"] == "../../email/late/"
        assert hrefs["id/index.html"] == "surel/lambat/"
        assert hrefs["404.html"] == "/repo/en/email/late/"
        # it would lead to where the reader is
        assert hrefs["en/email/late/index.html"] is None
        assert hrefs["id/surel/lambat/index.html"] is None


def test_a_notice_may_lead_to_a_fallback_page_or_a_stand_alone_page(tmp_path: Path) -> None:
    notices = "notices:\n- {text: A., link: email/lost/spam}\n- {text: B., link: about}\n"
    first, second = pages_of(tmp_path, notices)["id/index.html"].notices
    assert first.link["href"] == "surel/lost/spam/"
    assert second.link["href"] == "about/"


def test_a_link_to_an_article_that_is_not_published_is_left_out(tmp_path: Path) -> None:
    draft = {"content/en/billing/new.md": "---\ntitle: New\ndraft: true\n---\nText.\n"}
    pages = pages_of(tmp_path, "{text: A., link: billing/new}\n", **draft)
    assert pages["en/index.html"].notices[0].link == {}


def test_a_link_to_another_site_follows_the_policy_of_the_site(tmp_path: Path) -> None:
    notice = '{text: A., link: "https://status.example.com/?a=1&b=2"}\n'
    link = pages_of(tmp_path / "same", notice)["en/index.html"].notices[0].link
    assert link["href"] == "https://status.example.com/?a=1&b=2"
    assert link["rel"] == "external noopener"
    assert "target" not in link
    settings = FILES["mkdocs.yml"].replace("fail_on", "external_links: new-tab, fail_on")
    pages = pages_of(tmp_path / "new", notice, **{"mkdocs.yml": settings})
    assert pages["en/index.html"].notices[0].link["target"] == "_blank"


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    hostile = "\"><script>alert(1)</script>'"
    written = json.dumps(hostile)  # a string of JSON is one of YAML
    page = pages_of(tmp_path, f"text: {{{written}: {written}}}\n")["en/index.html"]
    (notice,) = page.notices
    assert hostile in notice.text
    assert notice.words["lang"] == hostile
    assert {tag for tag, _ in notice.tags} == {"p"}


def test_the_preview_shows_a_changed_notice(tmp_path: Path) -> None:
    config = write_site(tmp_path, FILES)
    file = tmp_path / "content" / "notice.yml"
    workspace = Workspace(config, jobs=1)

    def shown() -> list[str]:
        page = workspace.preview.file("en/index.html")
        assert page is not None
        return Page(page).ids

    assert shown() == []
    for text, expected in (("text: Late.\n", ["late"]), ("text: Lost.\n", ["lost"])):
        file.write_text(text, encoding="utf-8")
        workspace.refresh(frozenset({file}))
        assert shown() == expected
    file.unlink()
    workspace.refresh(frozenset({file}))
    assert shown() == []
