"""Rules about the channels as a set, where the examples do not show it: severities, one cause."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hcgen.checks import run_checks
from hcgen.checks.channels._providers import provider
from hcgen.checks.context import SourceContext
from hcgen.checks.hours._words import ranges_in_words
from hcgen.diagnostics import Diagnostic, Finding, Findings, Stage
from hcgen.load import load_help_centre
from hcgen.load.channels import load_channels
from hcgen.load.yaml_tree import parse_yaml
from hcgen.model.addresses import Addresses
from hcgen.model.week import merged
from hcgen.source import SourceFile
from tests._site import write_site
from tests.checks.clean_centre import TINY_CENTRE

TODAY = date(2026, 11, 25)
MAIL = "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
OURS = {
    *(f"CON{number:03}" for number in range(6, 21)),
    *(f"HRS{number:03}" for number in range(1, 9)),
    *(f"SLA{number:03}" for number in range(1, 6)),
    "PRB005",
}


def found(folder: Path, channels: str, *, site: str = "", **files: str) -> list[Diagnostic]:
    """Return what the rules of this task find in a site with such a `channels.yml`."""
    written: dict[str, str | bytes] = {**TINY_CENTRE, "content/channels.yml": channels}
    written |= {"mkdocs.yml": site} if site else {}
    written |= {f"content/{name}.yml": text for name, text in files.items()}
    loaded = load_help_centre(write_site(folder, written))
    by_rule: dict[str, tuple[Finding, ...]] = {}
    for finding in loaded.findings:
        by_rule[finding.rule_name] = (*by_rule.get(finding.rule_name, ()), finding)
    context = SourceContext(loaded.centre, Addresses.of(loaded.centre, TODAY), by_rule, TODAY)
    return list(run_checks(Stage.SOURCE, context, OURS))


def codes(diagnostics: list[Diagnostic]) -> list[str]:
    return [diagnostic.rule.code for diagnostic in diagnostics]


def messages(diagnostics: list[Diagnostic], code: str) -> list[str]:
    return [one.message for one in diagnostics if one.rule.code == code]


@pytest.mark.parametrize(
    ("days", "severity"),
    [(90, None), (91, "warning"), (180, "warning"), (181, "error")],
)
def test_an_attestation_gets_worse_with_time(
    days: int, severity: str | None, tmp_path: Path
) -> None:
    on = TODAY - timedelta(days)
    channels = MAIL.replace("hours:", f"attested: {{on: {on}, valid_for: 90d}}, hours:")
    levels = [d.severity.value for d in found(tmp_path, channels) if d.rule.code == "PRB005"]
    assert levels == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("promise", "severity"),
    [
        ("3 business days", None),
        ("4 business days", "warning"),
        ("5 business days", "warning"),
        ("6 business days", "error"),
        ("24 business hours", None),
        ("25 business hours", "warning"),
        ("41 business hours", "error"),
        ("3 days", None),
        ("4 days", "warning"),
        ("8 days", "error"),
        ("72 hours", None),
        ("73 hours", "warning"),
        ("169 hours", "error"),
        ("999 minutes", None),
    ],
)
def test_a_reply_is_late_after_three_working_days_and_far_too_late_after_five(
    promise: str, severity: str | None, tmp_path: Path
) -> None:
    channels = MAIL.replace("hours:", f"promise: {{respond_within: {promise}}}, hours:")
    levels = [d.severity.value for d in found(tmp_path, channels) if d.rule.code == "SLA002"]
    assert levels == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("whatsapp, number: '+62 812 3456 7890'", "Meta"),
        ("social, network: Threads, handle: awan", "Meta"),
        ("social, network: mastodon, handle: awan@server.example", "server.example"),
        ("telegram, handle: awan_bot", "Telegram"),
        ("email, address: awan@gmail.com", "Google"),
        ("form, url: 'https://docs.google.com/forms/1'", "Google"),
        ("form, url: 'https://tiket.awan.co.id/'", "awan.co.id"),
        ("chat, url: 'https://chat.awan.example:8443/a'", "awan.example"),
        ("chat, url: 'https://co.id/'", "co.id"),
        ("chat, url: 'https://[::1/'", ""),
        ("phone, number: '14045'", ""),
        ("visit, street: a, locality: b, postal_code: c", ""),
    ],
)
def test_a_channel_depends_on_its_network_or_its_domain(written: str, expected: str) -> None:
    file = SourceFile("channels.yml", f"channels: [{{kind: {written}}}]\n")
    (channel,) = load_channels(file, parse_yaml(file, Findings()), Findings()).channels
    assert provider(channel) == expected


def test_a_file_of_which_a_channel_was_left_out_is_not_judged_as_a_set(tmp_path: Path) -> None:
    channels = f"{MAIL}  - {{id: call, kind: fone, number: '14045'}}\nrouting: {{default: call}}\n"
    assert not {"CON006", "CON008", "CON015"} & set(codes(found(tmp_path, channels)))


def test_what_is_missing_from_a_channel_with_a_slip_is_not_told_twice(tmp_path: Path) -> None:
    slip = "  - {id: call, kind: phone, number: '14045', hors: always, language: id}\n"
    told = [d for d in found(tmp_path, MAIL + slip) if d.span.text == "call"]
    assert told == []


def test_hours_and_promises_that_no_channel_has_are_told_by_the_coverage(tmp_path: Path) -> None:
    bare = "channels:\n  - {id: call, kind: phone, number: '14045'}\n"
    assert not {"HRS001", "SLA001"} & set(codes(found(tmp_path, bare)))
    coverage = "answers: {hours: account/reset, reply: account/reset}\n"
    answered = codes(found(tmp_path, bare, coverage=coverage))
    assert {"HRS001", "SLA001"} <= set(answered)


def test_a_site_of_one_language_need_not_say_which_is_spoken(tmp_path: Path) -> None:
    call = 'channels:\n  - {id: call, kind: phone, number: "+62 21 5790 1234", hours: always}\n'
    assert "CON010" in codes(found(tmp_path / "two", call))
    one = "site_name: Help\nplugins: [{hcgen: {languages: [en]}}]\n"
    assert "CON010" not in codes(found(tmp_path / "one", call, site=one))


def test_a_short_code_that_nobody_has_tried_is_told_once(tmp_path: Path) -> None:
    call = (
        "organisation: {country: ID}\nchannels:\n  - {id: call, kind: phone, number: NUMBER, "
        'alternative: "+62 21 5790 1234", hours: always}\n'
    )
    assert "CON011" in codes(found(tmp_path / "known", call.replace("NUMBER", "14045")))
    assert "CON011" not in codes(found(tmp_path / "unknown", call.replace("NUMBER", "139")))


def test_gaps_are_named_exactly_and_days_alike_are_put_together(tmp_path: Path) -> None:
    channels = (
        "organisation: {business_hours: {mon-fri: '08:00-17:00', sat: '08:00-12:00'}}\n"
        f"{MAIL}  - id: call\n    kind: phone\n    number: '14045'\n"
        "    hours: {mon: '08:00-12:30, 13:00-17:00', tue-wed: '09:00-17:00', thu-fri: "
        "'08:00-17:00'}\n"
    )
    assert messages(found(tmp_path, channels), "HRS003") == [
        "nobody answers by phone or chat in these working hours: "
        "Mon 12:30-13:00, Tue-Wed 08:00-09:00, Sat 08:00-12:00"
    ]


SEASON = (
    "organisation: {business_hours: office}\nhours:\n"
    "  office:\n    mon-fri: '08:00-17:00'\n    exceptions: [OFFICE]\n"
    "  phones:\n    mon-fri: '08:00-16:00'\n    exceptions: [PHONES]\n"
    f"{MAIL}  - {{id: call, kind: phone, number: '14045', hours: phones}}\n"
)
USUAL = "nobody answers by phone or chat in these working hours: Mon-Fri 16:00-17:00"


@pytest.mark.parametrize(
    ("office", "phones", "expected"),
    [
        ("", "", []),
        # the usual gap is not told again
        ("", "{from: 2027-02-10, to: 2027-03-11, mon-fri: '08:00-16:00'}", []),
        (
            "",
            "{from: 2027-02-10, to: 2027-03-11, mon-fri: '08:00-15:00'}",
            ["from 2027-02-10 to 2027-03-11: Mon-Fri 15:00-16:00"],
        ),
        # a Wednesday: only the days of the exception count
        ("", "{from: 2027-02-10, to: 2027-02-10}", ["on 2027-02-10: Wed 08:00-16:00"]),
        (
            "{from: 2027-02-12, to: 2027-02-14, sat: '09:00-12:00', fri: '08:00-17:00'}",
            "",
            ["from 2027-02-12 to 2027-02-14: Sat 09:00-12:00"],
        ),
        # both together, and days that two exceptions share are told once
        ("{from: 2027-02-10, to: 2027-02-10}", "{from: 2027-02-10, to: 2027-02-10}", []),
        (
            "{from: 2027-02-08, to: 2027-02-12, mon-fri: '07:00-17:00'}",
            "{from: 2027-02-10, to: 2027-02-10, wed: '08:00-16:00'}",
            ["from 2027-02-08 to 2027-02-12: Mon-Fri 07:00-08:00"],
        ),
        # what is over is over
        ("", "{from: 2026-02-10, to: 2026-03-11}", []),
    ],
)
def test_exceptions_are_compared_day_by_day(
    office: str, phones: str, expected: list[str], tmp_path: Path
) -> None:
    channels = SEASON.replace("OFFICE", office).replace("PHONES", phones)
    usual, *seasons = messages(found(tmp_path, channels), "HRS003")
    assert usual == USUAL
    assert seasons == [
        f"nobody answers by phone or chat in these working hours {words}" for words in expected
    ]


@pytest.mark.parametrize(
    ("ranges", "words"),
    [
        ([(750, 780)], "Mon 12:30-13:00"),
        ([(0, 1440)], "Mon 00:00-24:00"),
        ([(8 * 1440 - 60, 8 * 1440 + 120)], "Mon 23:00-02:00"),
        ([(6 * 1440 + 1380, 7 * 1440 + 120)], "Sun 23:00-02:00"),
        ([(480, 3 * 1440 + 60)], "Mon 08:00-Thu 01:00"),
        ([(480, 3 * 1440)], "Mon 08:00-Wed 24:00"),
        ([(480, 540), (1440 + 480, 1440 + 540), (3 * 1440 + 480, 3 * 1440 + 540)],
         "Mon-Tue 08:00-09:00, Thu 08:00-09:00"),
        ([(480, 540), (600, 660), (1440 + 480, 1440 + 540)],
         "Mon-Tue 08:00-09:00, Mon 10:00-11:00"),
    ],
)  # fmt: skip
def test_ranges_are_written_as_people_write_them(ranges: list[tuple[int, int]], words: str) -> None:
    assert ranges_in_words(ranges) == words


@settings(max_examples=100, deadline=None)
@given(st.sets(st.integers(0, 7 * 24 - 1), min_size=1))
def test_the_words_of_ranges_say_every_hour_and_no_other(hours: set[int]) -> None:
    days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    said: set[int] = set()
    for part in ranges_in_words(merged((hour * 60, hour * 60 + 60) for hour in hours)).split(", "):
        names, times = part.split(" ", 1)
        first, _, last = names.partition("-")
        opens, _, closes = times.partition("-")
        for day in range(days.index(first), days.index(last or first) + 1):
            start = day * 24 + int(opens[:2])
            if " " in closes:
                later, clock = closes.split()
                end = start + (days.index(later) * 24 + int(clock[:2]) - start - 1) % 168 + 1
            else:
                end = start + (int(closes[:2]) - int(opens[:2]) - 1) % 24 + 1
            said |= set(range(start, end))
    assert said == hours


def test_all_circles_of_fallbacks_are_told_once_each(tmp_path: Path) -> None:
    channels = "channels:\n" + "".join(
        f"  - {{id: {name}, kind: email, address: {name}@example.com, fallback: {other}}}\n"
        for name, other in ("ab", "ba", "cd", "de", "ec", "fa", "gg")
    )
    told = [d for d in found(tmp_path, channels) if d.rule.code == "CON016"]
    assert [(d.span.text, d.message) for d in told] == [
        ("a", "the fallbacks go round in a circle, from “b” to “a” to “b”"),
        ("c", "the fallbacks go round in a circle, from “e” to “c” to “d” to “e”"),
        ("g", "“g” is its own fallback"),
    ]


@pytest.mark.parametrize(
    ("languages", "text", "said"),
    [
        ("id, ms", "{id: Kami balas sesegera mungkin, ms: Kami balas secepat mungkin}",
         ["sesegera mungkin", "secepat mungkin"]),
        ("id, en", "{id: Kami balas dengan segera, en: We reply ASAP}", ["dengan segera", "ASAP"]),
        ("ja, zh", "{ja: できるだけ早く返信します, zh: 我们会尽快回复}",
         ["できるだけ早く", "尽快"]),
        ("de, fr", "{de: Antwort so schnell wie möglich, fr: Réponse dès que possible}",
         ["so schnell wie möglich", "dès que possible"]),
        # a text that serves all languages is read in all of them, and told once
        ("id, ms", "Dengan segera, secepat mungkin", ["Dengan segera"]),
        ("ar, en", "{ar: تقريبًا كل يوم, en: Asap is smoke}", []),
        # a text in a language that the site does not have
        ("ar, en", "{xx: We reply as soon as possible}", []),
    ],
)  # fmt: skip
def test_vague_promises_are_found_in_the_language_of_the_text(
    languages: str, text: str, said: list[str], tmp_path: Path
) -> None:
    files: Mapping[str, str] = {
        "mkdocs.yml": f"plugins: [{{hcgen: {{languages: [{languages}]}}}}]\n"
    }
    channels = f"{MAIL.rstrip()[:-1]}, description: {text}}}\n"
    (tmp_path / "content").mkdir()
    assert messages(found_in(tmp_path, files, channels), "SLA003") == [
        f"“{words}” does not say when customers get an answer" for words in said
    ]


def found_in(folder: Path, files: Mapping[str, str], channels: str) -> list[Diagnostic]:
    loaded = load_help_centre(write_site(folder, {**files, "content/channels.yml": channels}))
    context = SourceContext(loaded.centre, Addresses.of(loaded.centre, TODAY), {}, TODAY)
    return list(run_checks(Stage.SOURCE, context, OURS))


DAYS = st.sampled_from(["closed", "08:00-17:00", "22:00-06:00, 05:00-07:00", "00:00-24:00", "8"])
DATES = st.sampled_from(["2027-02-10", "2027-02-12", "2020-01-01", "9999-12-31", "0001-01-01", "x"])
WEEK = st.dictionaries(st.sampled_from(["mon", "mon-sun", "fri-mon"]), DAYS, max_size=2)
HOURS = st.one_of(
    st.sampled_from(["always", "office", ""]),
    st.builds(
        lambda week, exceptions: {**week, "exceptions": exceptions},
        WEEK,
        st.lists(st.builds(lambda a, b, week: {"from": a, "to": b, **week}, DATES, DATES, WEEK)),
    ),
)
IDS = st.sampled_from(["a", "b", "account", "[]"])
ANYTHING = {
    "address": st.sampled_from(["a@b", "@", "A@B", "a@gmail.com"]),
    "attested": st.builds(lambda on, days: {"on": on, "valid_for": days}, DATES, st.just("9999d")),
    "fallback": IDS,
    "hours": HOURS,
    "id": IDS,
    "label": st.sampled_from(["ASAP", "", "as soon as possible 1"]),
    "languages": st.sampled_from(["en", "zh", "-", []]),
    "number": st.sampled_from(["14045", "+", "", "+62 21 5790 1234"]),
    "promise": st.dictionaries(
        st.sampled_from(["respond_within", "resolve_within"]),
        st.sampled_from(["1 hour", "9 business days", "999 days", "soon"]),
    ),
    "services": IDS,
    "supports_requests": st.sampled_from(["no", "maybe"]),
    "url": st.sampled_from(["https://[::1", "http://a", "https://A/", "//"]),
}


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries(
            {"kind": st.sampled_from(["phone", "email", "chat", "social", "visit", "fone"])},
            optional=ANYTHING,
        ),
        max_size=4,
    ),
    st.dictionaries(st.sampled_from(["default", "account", "x"]), st.lists(IDS), max_size=3),
    HOURS,
    HOURS,
)
def test_whatever_a_file_says_no_rule_breaks(
    tmp_path_factory: pytest.TempPathFactory,
    channels: list[dict[str, object]],
    routing: dict[str, list[str]],
    office: object,
    own: object,
) -> None:
    tree = {
        "organisation": {"business_hours": own},
        "hours": {"office": office},
        "channels": channels,
        "routing": routing,
    }
    for one in found(tmp_path_factory.mktemp("any"), json.dumps(tree)):
        assert one.message
        assert one.span.file.path.startswith("content/")
