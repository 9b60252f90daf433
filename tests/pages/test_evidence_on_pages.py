"""What pages say of channels that were tried, and where those stand that do not work."""

import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hcgen.load.evidence import evidence_text
from hcgen.mkdocs_site import load_theme
from hcgen.model.evidence import Evidence, Record, State, key_of_target
from hcgen.model.probe import Verdict
from hcgen.pipeline import (
    ArticleMemory,
    Store,
    build_help_centre,
    check_help_centre,
    render_help_centre,
)
from tests._site import write_site
from tests.pages.planning import Planned, planned
from tests.pipeline.building import read_site

NOW = datetime(2026, 11, 24, 20, tzinfo=UTC)
CHAT = key_of_target("chat", "chat", "ID", {"url": "https://chat.example.com/"})
MAIL = key_of_target("mail", "email", "ID", {"address": "help@example.com"})
CENTRE = {
    "mkdocs.yml": "site_name: Help\nsite_url: https://help.example.com/\n"
    "plugins: [{hcgen: {languages: [en, id, ar]}}]\n",
    "content/topics.yml": "topics:\n  - path: account\n"
    "    title: {en: Account, id: Akun, ar: الحساب}\n",
    "content/channels.yml": "organisation: {country: ID, timezone: Asia/Jakarta}\n"
    "channels:\n"
    '  - {id: chat, kind: chat, url: "https://chat.example.com/", label: Chat <b>,\n'
    "     fallback: mail, hours: always, promise: {answer_within: 2 minutes},\n"
    "     services: [customer-service]}\n"
    "  - {id: mail, kind: email, address: help@example.com, label: Mail,\n"
    "     services: [customer-service]}\n"
    '  - {id: call, kind: phone, number: "+62 21 5790 1234", label: Call,\n'
    "     attested: {on: 2026-11-02, method: test call, valid_for: 90d}}\n"
    "routing: {default: [chat, mail, call]}\n",
    "content/en/account/reset.md": "---\ntitle: Reset your password\n---\nChoose a new one.\n",
    "content/id/account/reset.md": "---\ntitle: Atur ulang sandi\n---\nBuat yang baru.\n",
    "content/ar/account/reset.md": "---\ntitle: إعادة كلمة المرور\n---\nاختر كلمة جديدة.\n",
}
WORKS = Record(State.OK, Verdict.VERIFIED, "page-opens", checked_at=NOW, last_good=NOW)
DEAD = Record(
    State.OPEN,
    Verdict.SUSPECT,
    "connection-refused",
    checked_at=NOW,
    last_good=NOW - timedelta(3),
    since=NOW - timedelta(2),
)


@pytest.fixture(autouse=True)
def _on_a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795564800")  # 2026-11-25


def site(folder: Path, chat: Record, mail: Record = WORKS) -> Planned:
    evidence = evidence_text(Evidence({CHAT: chat, MAIL: mail}))
    return planned(write_site(folder, {**CENTRE, "evidence.json": evidence}))


def card(page: str, name: str) -> str:
    """Return the part of a contact page about a channel."""
    return page.partition(f'data-channel="{name}"')[2].partition("</section>")[0]


def order(page: str) -> list[str]:
    return re.findall(r'<h2 id="hc-channel-([a-z]+)"', page)


def test_a_channel_says_when_it_was_checked_in_the_zone_of_the_organisation(tmp_path: Path) -> None:
    page = site(tmp_path, WORKS).text("en/contact/index.html")
    assert order(page) == ["chat", "mail", "call"]
    assert "<p>Checked on November 25, 2026</p>" in card(page, "mail")
    assert PROMISES["en"] in card(page, "chat")
    assert "Last tried by a person on November 2, 2026" in card(page, "call")
    assert "Checked" not in card(page, "call")


@pytest.mark.parametrize(
    "record",
    [
        Record(),
        Record(State.UNKNOWN, Verdict.UNVERIFIABLE, "access-denied", checked_at=NOW),
        Record(
            State.OK,
            Verdict.VERIFIED,
            "page-opens",
            checked_at=NOW - timedelta(40),
            last_good=NOW - timedelta(40),
        ),
        Record(
            State.OK,
            Verdict.UNVERIFIABLE,
            "access-denied",
            checked_at=NOW,
            last_good=NOW - timedelta(40),
        ),
    ],
)
def test_without_a_good_run_of_the_last_month_nothing_is_said(
    tmp_path: Path, record: Record
) -> None:
    page = site(tmp_path, WORKS, record).text("en/contact/index.html")
    assert "Checked" in card(page, "chat")
    assert "Checked" not in card(page, "mail")


PROMISES = {"en": "answer within 2", "id": "menjawab dalam 2", "ar": "خلال دقيقتين"}


@pytest.mark.parametrize(
    ("tag", "note"),
    [
        ("en", "We know that this does not work at the moment. Please use this instead: {}."),
        ("id", "Kami tahu saluran ini sedang tidak berfungsi. Sementara ini, silakan gunakan {}."),
        ("ar", "نعلم أن هذه القناة لا تعمل حاليًا. يمكنك استخدام هذه القناة بدلًا منها: {}."),
    ],
)
def test_a_channel_with_an_incident_says_so_in_the_language_of_the_page(
    tmp_path: Path, tag: str, note: str
) -> None:
    page = site(tmp_path, DEAD).text(f"{tag}/contact/index.html")
    assert order(page) == ["mail", "chat", "call"]
    link = '<a href="#hc-channel-mail">Mail</a>'
    assert f'<p class="failing">{note.format(link)}</p>' in card(page, "chat")
    assert "https://chat.example.com/" in card(page, "chat")
    assert "data-open-channel" not in card(page, "chat")
    assert page.count(PROMISES[tag]) == 0
    assert 'class="failing"' not in card(page, "mail")
    assert re.search(r"<p>[^<]*(2026|٢٠٢٦)", card(page, "mail"))
    assert not re.search(r"<p>[^<]*(2026|٢٠٢٦)", card(page, "chat"))


EXPECTED_LINKS = ["mailto:help@example.com", "https://chat.example.com/", "tel:+622157901234"]


def test_all_pages_have_the_same_order_and_mark_what_does_not_work(tmp_path: Path) -> None:
    made = site(tmp_path, DEAD)
    for path in ("en/index.html", "en/account/index.html", "en/account/reset/index.html"):
        strips = re.findall(r'<ul class="channels">.*?</ul>', made.text(path), re.S)
        assert strips, path
        for strip in strips:
            links = re.findall(r'href="([a-z]+:[^"?]+)', strip)
            assert links in (EXPECTED_LINKS, EXPECTED_LINKS[:2]), path
            assert strip.count('<span class="failing">Not working right now</span>') == 1
            assert "2 minutes" not in strip


def test_the_helper_for_requests_has_the_order_of_the_page(tmp_path: Path) -> None:
    made = site(tmp_path, DEAD)
    data = made.text(made.composer.addresses.request_data("en"))
    assert data.index('"mail":{"way"') < data.index('"chat":{"way"')
    assert '"channels":["mail","chat","call"]' in data


def test_what_does_not_work_answers_by_no_day(tmp_path: Path) -> None:
    made = site(tmp_path / "works", WORKS)
    assert '"chat"' in made.text(made.composer.reply_times_path)
    made = site(tmp_path / "dead", DEAD)
    assert made.composer.reply_times_path == ""
    channels = CENTRE["content/channels.yml"].replace(
        "label: Mail,", "label: Mail, promise: {respond_within: 2 days},"
    )
    config = write_site(tmp_path / "dead", {"content/channels.yml": channels})
    made = planned(config)
    text = made.text(made.composer.reply_times_path)
    assert '"mail"' in text
    assert '"chat"' not in text


@pytest.mark.parametrize("chat", [WORKS, DEAD])
def test_the_pages_are_what_the_rules_expect(tmp_path: Path, chat: Record) -> None:
    site(tmp_path, chat)
    rendered = render_help_centre(tmp_path / "mkdocs.yml")
    report = check_help_centre(rendered, load_theme(rendered.centre.settings, tmp_path))
    codes = [each.rule.code for each in report.diagnostics]
    assert [code for code in codes if code.startswith(("PUB", "PRB"))] == (
        ["PRB001", "PRB004"] if chat is DEAD else ["PRB004"]
    )


def test_a_page_in_the_order_of_the_file_is_told_while_another_one_holds(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {
            "theme/contact.html": "{% for id in ['chat', 'mail', 'call'] %}"
            '<h2 id="hc-channel-{{ id }}">{{ id }}</h2>{% endfor %}'
        },
    )
    site(tmp_path, DEAD)
    rendered = render_help_centre(tmp_path / "mkdocs.yml")
    report = check_help_centre(rendered, load_theme(rendered.centre.settings, tmp_path))
    assert "PUB004" in [each.rule.code for each in report.diagnostics]


def test_a_build_after_the_evidence_changed_is_the_same_as_one_from_nothing(
    tmp_path: Path,
) -> None:
    def build(folder: Path, target: str) -> None:
        rendered = render_help_centre(folder / "mkdocs.yml", memory=ArticleMemory(Store(folder)))
        theme = load_theme(rendered.centre.settings, rendered.root)
        assert build_help_centre(rendered, theme, tmp_path / target, fail_on="never").is_published

    site(tmp_path / "one", WORKS)
    build(tmp_path / "one", "warm")
    before = read_site(tmp_path / "warm")
    site(tmp_path / "one", DEAD)
    build(tmp_path / "one", "warm")
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    shutil.rmtree(tmp_path / "two" / ".hcgen", ignore_errors=True)
    build(tmp_path / "two", "cold")
    warm = read_site(tmp_path / "warm")
    assert warm == read_site(tmp_path / "cold")
    changed = {path for path in warm if warm[path] != before.get(path)}
    assert "en/contact/index.html" in changed
    assert "en/account/reset/index.html" in changed
    assert not any(path.startswith("search/") for path in changed)
