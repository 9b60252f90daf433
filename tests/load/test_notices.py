"""`notice.yml`: what customers are told, where and when."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hcgen.diagnostics import Findings
from hcgen.load import load_help_centre
from hcgen.load.notices import Surroundings, load_notices
from hcgen.load.yaml_tree import parse_yaml
from hcgen.model.notice import Notice
from hcgen.source import SourceFile
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE

TEXT = "text: {en: E-mail is late., id: Email terlambat.}\n"


def read(text: str, *, timezone: str = "Asia/Jakarta") -> tuple[tuple[Notice, ...], list[str]]:
    """Return the notices, and place and message of each finding."""
    findings = Findings()
    around = Surroundings(
        articles={"email/late": "mail-late", "mail-late": "mail-late", "about": "about"},
        topics=("email", "email/lost", "billing"),
        unreadable=("en/email/broken.md",),
        source_language="en",
        timezone=timezone,
    )
    notices = load_notices(parse_yaml(SourceFile("notice.yml", text), findings), around, findings)
    return notices, [
        f"{finding.rule_name} {finding.span.position.line}:{finding.span.position.column} "
        f"{finding.message}; {finding.help}"
        for finding in findings
    ]


def only(text: str, *, timezone: str = "Asia/Jakarta") -> Notice:
    (notice,), findings = read(text, timezone=timezone)
    assert findings == []
    return notice


def texts(notice: Notice) -> Mapping[str, str]:
    return {tag: text.value for tag, text in notice.texts.items()}


def test_every_key_is_read() -> None:
    first, second = read(
        "notices:\n"
        "  - id: Mail delay\n    severity: incident\n"
        "    text: {en: Late., id: Terlambat.}\n    link: email/late\n"
        '    from: "2026-11-22 09:00"\n    until: 2026-11-23\n    topics: [email, billing/]\n'
        "  - {severity: warning, text: Two., link: 'https://status.example.com/now'}\n"
    )[0]
    assert first.key.startswith("mail-delay-")
    assert (first.severity, second.severity) == ("incident", "warning")
    assert texts(first) == {"en": "Late.", "id": "Terlambat."}
    assert (first.article, first.url) == ("mail-late", "")
    assert (second.article, second.url) == ("", "https://status.example.com/now")
    assert first.begins == datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
    assert first.ends == datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
    assert (second.begins, second.ends) == (None, None)
    assert (first.topics, second.topics) == (("email", "billing"), ())


def test_a_single_notice_needs_no_list() -> None:
    notice = only(TEXT)
    assert texts(notice) == {"en": "E-mail is late.", "id": "Email terlambat."}
    assert notice.severity == "information"


@pytest.mark.parametrize("text", ["", "# nothing\n", "notices: []\n", "notices:\n"])
def test_no_notices_are_no_fault(text: str) -> None:
    assert read(text) == ((), [])


def test_a_text_without_a_language_is_in_the_source_language() -> None:
    notice = only("text: E-mail is late.\n")
    assert texts(notice) == {"en": "E-mail is late."}
    tag, text = notice.text("id", "en")
    assert (tag, text.value) == ("en", "E-mail is late.")


def test_readers_get_their_language_else_the_source_language_else_what_there_is() -> None:
    notice = only("text: {id: Email terlambat., en: E-mail is late., ms: E-mel lewat.}\n")
    assert notice.text("ms", "en")[0] == "ms"
    assert notice.text("ar", "en")[0] == "en"
    assert notice.text("ar", "fr")[0] == "id"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-11-22", "2026-11-21T17:00"),
        ('"2026-11-22 09:00"', "2026-11-22T02:00"),
        ("2026-11-22T09:00", "2026-11-22T02:00"),
        ("2026-11-22 9.05", "2026-11-22T02:05"),
        ("2026-11-22 24:00", "2026-11-22T17:00"),
    ],
)
def test_days_and_minutes_are_those_of_the_organisation(written: str, expected: str) -> None:
    begins = only(f"{TEXT}from: {written}\n").begins
    assert begins is not None
    assert f"{begins.astimezone(UTC):%Y-%m-%dT%H:%M}" == expected


def test_summer_time_counts() -> None:
    for day, hour in (("2026-07-01", 7), ("2026-12-01", 8)):
        begins = only(f"{TEXT}from: {day} 09:00\n", timezone="Europe/Berlin").begins
        assert begins is not None
        assert begins.astimezone(UTC).hour == hour
    # the day on which the clock goes back has 25 hours
    notice = only(f"{TEXT}from: 2026-10-25\nuntil: 2026-10-25\n", timezone="Europe/Berlin")
    assert notice.begins is not None
    assert notice.ends is not None
    assert (notice.ends.timestamp() - notice.begins.timestamp()) / 3600 == 25


@pytest.mark.parametrize(
    ("until", "last_day"),
    [
        ("2026-11-23", date(2026, 11, 23)),
        ('"2026-11-23 00:01"', date(2026, 11, 23)),
        ('"2026-11-23 00:00"', date(2026, 11, 22)),
        ('"2026-11-22 24:00"', date(2026, 11, 22)),
    ],
)
def test_a_notice_is_over_after_the_last_day_on_which_it_counted(
    until: str, last_day: date
) -> None:
    notice = only(f"{TEXT}until: {until}\n")
    assert not notice.is_over(last_day)
    assert notice.is_over(date.fromordinal(last_day.toordinal() + 1))


def test_a_notice_has_begun_on_its_first_day() -> None:
    notice = only(f'{TEXT}from: "2026-11-22 23:59"\n')
    assert not notice.has_begun(date(2026, 11, 21))
    assert notice.has_begun(date(2026, 11, 22))
    assert notice.has_begun(date(2026, 11, 23))


def test_the_end_of_the_calendar_is_no_end() -> None:
    assert only(f"{TEXT}until: 9999-12-31\n").ends is None
    assert only(f"{TEXT}from: 0001-01-01\n").begins is None


def test_a_key_lasts_as_long_as_the_text_in_every_language() -> None:
    key = only(TEXT).key
    assert key.startswith("e-mail-is-late-")
    assert only(f"{TEXT}severity: incident\nuntil: 2099-01-01\n").key == key
    assert (
        only("text: {id: Email terlambat., en: E-mail is late.}\nid: e-mail-is-late\n").key == key
    )
    assert only(TEXT.replace("terlambat", "lambat")).key != key
    assert only(TEXT.replace("late", "fast")).key != key
    assert only(f"{TEXT}id: another\n").key != key


@pytest.mark.parametrize("written", ['"!!!"', "メールが遅れています", "x" * 500])
def test_a_key_can_be_told_from_its_neighbours(written: str) -> None:
    key = only(f"text: {written}\n").key
    assert 9 < len(key) < 60
    assert " " not in key


@pytest.mark.parametrize(
    ("text", "expected", "count"),
    [
        ("- text: Late.\n", "unexpected-value 1:1 the file holds no notices; begin with", 0),
        ("just words\n", "unexpected-value 1:1 the file holds no notices; begin with", 0),
        ("notice: []\n", "unknown-key 1:1 “notice” is not known here; did you mean “notices”?", 0),
        ("notices: late\n", "unexpected-value 1:10 “notices” wants a list", 0),
        ("notices: [late]\n", "unexpected-value 1:11 “notices” wants a list of groups", 0),
        (f"{TEXT}sevrity: x\n", "unknown-key 2:1 “sevrity” is not known here; did you mean", 1),
        ("severity: warning\n", "unexpected-value 1:1 this notice has no “text”; write text:", 0),
        ('text: ""\n', "unexpected-value 1:1 this notice has no “text”; write text:", 0),
        ("text: {en: , id: }\n", "unexpected-value 1:1 this notice has no “text”; write text:", 0),
        ("text: [Late.]\n", "unexpected-value 1:7 “text” wants text, not a list", 0),
        (f"{TEXT}severity: bad\n", "unexpected-value 2:11 “severity” is “bad”; known here:", 1),
        (f"{TEXT}severity: incidnt\n", "unexpected-value 2:11 “severity” is “incidnt”; did you", 1),
        (f"{TEXT}from: soon\n", "unexpected-value 2:7 “from” is “soon”, neither a day nor", 1),
        (f"{TEXT}until: 2026-02-30\n", "unexpected-value 2:8 “until” is “2026-02-30”, neither", 1),
        (f"{TEXT}until: 2026-02-03 24:01\n", "unexpected-value 2:8 “until” is “2026-02-03 24:", 1),
        (f"{TEXT}until: 2026-02-03 09:60\n", "unexpected-value 2:8 “until” is “2026-02-03 09:", 1),
        (f"{TEXT}until: 2026-02-03 09:00Z\n", "unexpected-value 2:8 “until” is “2026-02-03 09", 1),
        (
            f"{TEXT}from: 2026-11-23\nuntil: 2026-11-22\n",
            "unexpected-value 3:8 “until” is “2026-11-22”, before “from”; write the later one",
            0,
        ),
        (
            f"{TEXT}from: 2026-11-22 09:00\nuntil: 2026-11-22 09:00\n",
            "unexpected-value 3:8 “until” is “2026-11-22 09:00”, before “from”",
            0,
        ),
        (
            f"{TEXT}topics: [emial, billing]\n",
            "unexpected-value 2:10 there is no topic “emial”; did you mean “email”?",
            1,
        ),
        (
            f"{TEXT}link: email/lat\n",
            "unexpected-value 2:7 there is no article “email/lat”; did you mean “email/late”?",
            1,
        ),
        (f"{TEXT}link: http://example.com/\n", "unexpected-value 2:7 “link” is “http://exam", 1),
        (f"{TEXT}link: javascript:alert(1)\n", "unexpected-value 2:7 “link” is “javascript:", 1),
        (f"{TEXT}link: https:///x\n", "unexpected-value 2:7 “link” is “https:///x”, neither", 1),
        (f'{TEXT}link: "https://a.b/ c"\n', "unexpected-value 2:7 “link” is “https://a.b/ c”", 1),
        (f'{TEXT}link: "https://[a"\n', "unexpected-value 2:7 “link” is “https://[a”, neither", 1),
    ],
)
def test_a_fault_is_told_at_its_place(text: str, expected: str, count: int) -> None:
    notices, findings = read(text)
    assert len(findings) == 1, findings
    assert findings[0].startswith(expected)
    assert len(notices) == count


def test_a_notice_whose_topics_are_all_wrong_is_not_shown_everywhere() -> None:
    for topics in ("[emial]", "emial", "{a: b}"):
        notices, findings = read(f"{TEXT}topics: {topics}\n")
        assert len(findings) == 1
        assert notices == ()
    assert only(f"{TEXT}topics: []\n").topics == ()


def test_an_id_that_stands_twice_is_told() -> None:
    notices, findings = read("notices:\n- {id: a, text: One.}\n- {id: A, text: Two.}\n")
    assert len(notices) == 2
    (finding,) = findings
    assert finding.startswith("unexpected-value 3:8 the notice in line 2 has the id “a” too;")


def test_a_link_to_an_article_that_cannot_be_read_is_not_told_again() -> None:
    assert only(f"{TEXT}link: email/broken\n").article == ""
    assert len(read(f"{TEXT}link: mail/broken\n")[1]) == 1


def test_notices_are_read_with_the_help_centre(tmp_path: Path) -> None:
    files = CLEAN_CENTRE | {
        "content/notice.yml": f"{TEXT}link: account/reset\ntopics: account\nfrom: 2026-11-22\n",
        "content/channels.yml": "organisation: {timezone: Asia/Jakarta}\n"
        + CLEAN_CENTRE["content/channels.yml"],
    }
    loaded = load_help_centre(write_site(tmp_path, files))
    assert loaded.findings == ()
    (notice,) = loaded.centre.notices
    assert (notice.article, notice.topics) == ("account/reset", ("account",))
    assert notice.begins == datetime(2026, 11, 21, 17, tzinfo=UTC)


@pytest.mark.parametrize("name", ["notices.yml", "notice.yaml"])
def test_a_file_of_nearly_the_right_name_is_told(tmp_path: Path, name: str) -> None:
    loaded = load_help_centre(write_site(tmp_path, CLEAN_CENTRE | {f"content/{name}": TEXT}))
    (finding,) = loaded.findings
    assert (finding.rule_name, finding.span.file.path) == ("unreadable-file", f"content/{name}")
    assert finding.help == "rename the file"
