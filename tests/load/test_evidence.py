"""The evidence file: what is written is read again, and nothing else does harm."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.diagnostics import Findings
from hcgen.load.evidence import (
    LARGEST_EVIDENCE_BYTES,
    evidence_text,
    load_evidence,
    read_evidence,
)
from hcgen.model.evidence import NO_EVIDENCE, Evidence, Record, State, kept
from hcgen.model.incidents import after
from hcgen.model.probe import Observation, Verdict
from hcgen.model.probe_reasons import REASONS

KEYS = st.binary(min_size=32, max_size=32).map(bytes.hex)
WORDS = st.sampled_from(("", "page-opens", "name-not-found", "certificate-ends-soon"))
VERDICTS = st.lists(st.sampled_from(Verdict), min_size=1, max_size=15)
START = datetime(2026, 3, 2, 6, tzinfo=UTC)


@st.composite
def record_of(draw: st.DrawFn) -> Record:
    """Return the record of some runs."""
    record, now = None, START
    for verdict in draw(VERDICTS):
        now += timedelta(minutes=draw(st.integers(0, 600)), microseconds=7)
        signs = draw(st.lists(WORDS.filter(bool), max_size=2))
        record = after(record, Observation("page", verdict, draw(WORDS)), now, signs=signs)
    assert record is not None
    return record


EVIDENCE = st.dictionaries(KEYS, record_of(), max_size=4).map(Evidence)


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("evidence") / "evidence.json"


def good_entries(**changes: object) -> dict[str, object]:
    record = {"state": "ok", "verdict": "verified", "checked_at": "2026-03-02T06:00:00Z"}
    return {**record, **changes}


def whole(**changes: object) -> str:
    return json.dumps({"version": 1, "records": {"a" * 64: good_entries(**changes)}})


@given(EVIDENCE)
def test_what_is_written_is_read_again(place: Path, evidence: Evidence) -> None:
    text = evidence_text(evidence)
    place.write_text(text, encoding="utf-8")
    assert read_evidence(place) == (evidence, None)
    turned = Evidence(dict(reversed([*evidence.records.items()])))
    assert evidence_text(turned) == text


def test_no_file_is_no_evidence_and_no_word_is_said(tmp_path: Path) -> None:
    assert read_evidence(tmp_path / "evidence.json") == (NO_EVIDENCE, None)
    findings = Findings()
    assert load_evidence(tmp_path / "evidence.json", "evidence.json", findings) is None
    assert not len(findings)


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        (b"", "not whole JSON"),
        (b'{"version": 1, "records": {', "not whole JSON"),
        (b"\xff\xfe{\x00}\x00", "UTF-16"),
        (b'{"version": 1, "records": {}}\xff', "not UTF-8"),
        (b"[" * 100_000, "not what"),
        (b"9" * 10_000, "not what"),
        (b"[]", "no version"),
        (b"{}", "no version"),
        (b'{"version": 2, "records": {}}', "version 1 of it only"),
        (b'{"version": true, "records": {}}', "version 1 of it only"),
        (b'{"version": 1}', "no records"),
        (b'{"version": 1, "records": []}', "no records"),
        (b'{"version": 1, "records": {"mail": {}}}', "no key"),
        (b'{"version": 1, "records": {"%s": 3}}' % (b"a" * 64), "no mapping"),
        (whole(state="bad").encode(), "no state"),
        (whole(state=["ok"]).encode(), "no state"),
        (whole(verdict=1).encode(), "no verdict"),
        (whole(failures=-1).encode(), "no count"),
        (whole(failures=True).encode(), "no count"),
        (whole(failures=1e400).encode(), "no count"),
        (whole(checked_at="yesterday").encode(), "another form"),
        (whole(checked_at="2026-02-31T00:00:00Z").encode(), "no time"),
        (whole(checked_at="9999-12-31T23:59:59Z").encode(), "another form"),
        (whole(reason="help@example.com").encode(), "another form"),
        (whole(signs="x").encode(), "another form"),
        (whole(signs=["A B"]).encode(), "another form"),
        (whole(recent="+" * 11).encode(), "another form"),
        (whole(address="help@example.com").encode(), "says more"),
    ],
)
def test_a_damaged_file_counts_as_empty_and_is_told(tmp_path: Path, data: bytes, fact: str) -> None:
    place = tmp_path / "evidence.json"
    place.write_bytes(data)
    evidence, notice = read_evidence(place)
    assert evidence == NO_EVIDENCE
    assert notice is not None
    assert fact in notice
    findings = Findings()
    assert load_evidence(place, "evidence.json", findings) is None
    assert [finding.rule_name for finding in findings] == ["unreadable-evidence"]


def test_files_that_are_too_large_or_none_at_all_are_not_read(tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    with large.open("wb") as stream:
        stream.truncate(LARGEST_EVIDENCE_BYTES + 1)
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    for path, fact in ((large, "larger than"), (pipe, "is no file"), (tmp_path, "is no file")):
        evidence, notice = read_evidence(path)
        assert evidence == NO_EVIDENCE
        assert notice is not None
        assert fact in notice


def test_the_place_of_the_damage_is_told(tmp_path: Path) -> None:
    place = tmp_path / "evidence.json"
    key = "b" * 64
    place.write_text(f'{{"version": 1, "records": {{\n "{key}": {{"state": "x"}}\n}}}}\n')
    findings = Findings()
    load_evidence(place, "evidence.json", findings)
    (finding,) = findings
    assert (finding.span.position.line, finding.span.text) == (2, f'"{key}"')


@given(st.binary(max_size=200))
def test_any_bytes_are_borne(place: Path, data: bytes) -> None:
    place.write_bytes(data)
    read_evidence(place)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
NAMES = st.sampled_from(
    ("state", "verdict", "reason", "checked_at", "since", "signs", "failures", "recent", "more")
)


@given(st.dictionaries(NAMES, JSON, max_size=4), JSON)
def test_any_values_are_borne(place: Path, changes: dict[str, object], version: object) -> None:
    place.write_text(whole(**changes), encoding="utf-8")
    read_evidence(place)
    place.write_text(json.dumps({"version": version, "records": changes}), encoding="utf-8")
    read_evidence(place)


@given(EVIDENCE, st.integers(0, 255))
def test_a_file_cut_anywhere_is_borne(place: Path, evidence: Evidence, part: int) -> None:
    data = evidence_text(evidence).encode()
    place.write_bytes(data[: (len(data) - 1) * part // 256])
    found, notice = read_evidence(place)
    assert (found, notice is None) == (NO_EVIDENCE, False)


def test_whatever_a_run_notes_can_be_read_again(tmp_path: Path) -> None:
    place = tmp_path / "evidence.json"
    at_the_epoch = datetime(1970, 1, 1, tzinfo=UTC)  # a machine that has lost its clock
    for now in (START, at_the_epoch):
        for reason in REASONS:
            seen = Observation("page", Verdict.BROKEN, reason)
            evidence = Evidence({"a" * 64: after(None, seen, now, signs=REASONS)})
            place.write_text(evidence_text(evidence), encoding="utf-8")
            assert read_evidence(place) == (evidence, None)


def test_records_of_what_a_site_no_longer_has_are_forgotten() -> None:
    record = Record(State.OK, Verdict.VERIFIED)
    evidence = Evidence({"a" * 64: record, "b" * 64: record})
    assert kept(evidence, ("b" * 64, "c" * 64)) == Evidence({"b" * 64: record})
