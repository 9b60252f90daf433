"""In which order channels are shown while some of them do not work."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.load import load_help_centre
from hcgen.model.evidence import Evidence, Record, State, target_key
from hcgen.model.help_centre import HelpCentre
from hcgen.model.probe import Verdict
from hcgen.model.routing import routed_channels
from hcgen.model.showing import Shown, shown_channels
from tests._site import write_site

NOW = datetime(2026, 3, 2, 6, tzinfo=UTC)
TODAY = date(2026, 3, 3)
NAMES = "abcde"


def centre_of(folder: Path, fallbacks: dict[str, str], routing: str = "") -> HelpCentre:
    """Return a help centre with five chats, of which some name a fallback."""
    lines = [
        f"  - {{id: {name}, kind: chat, url: 'https://{name}.example.com/'"
        + (f", fallback: {fallbacks[name]}}}" if name in fallbacks else "}")
        for name in NAMES
    ]
    channels = "\n".join(("channels:", *lines, routing))
    files: dict[str, str | bytes] = {
        "mkdocs.yml": "plugins: [{hcgen: {languages: [en]}}]\n",
        "content/channels.yml": channels,
        "content/en/account/a.md": "# A\n",
    }
    return load_help_centre(write_site(folder, files)).centre


def with_states(
    centre: HelpCentre, open_ids: str, *, state: State = State.OPEN, checked_at: datetime = NOW
) -> HelpCentre:
    record = Record(state, Verdict.SUSPECT, "connection-failed", checked_at=checked_at)
    organisation = centre.contact.organisation
    records = {
        target_key(channel, organisation): record
        for channel in centre.contact.channels
        if channel.id.value in open_ids
    }
    return replace(centre, evidence=Evidence(records))


def order(shown: Shown) -> str:
    return "".join(channel.id.value for channel in shown.channels)


def instead(shown: Shown) -> dict[str, str | None]:
    return {name: each.id.value if each else None for name, each in shown.failing.items()}


@pytest.mark.parametrize(
    ("fallbacks", "open_ids", "expected", "used"),
    [
        ({}, "", "abcde", {}),
        ({"a": "c"}, "", "abcde", {}),
        ({"a": "c"}, "a", "bcade", {"a": "c"}),
        ({"d": "b"}, "d", "abcde", {"d": "b"}),
        ({}, "a", "abcde", {"a": None}),
        ({"a": "e", "b": "e"}, "ab", "cdeab", {"a": "e", "b": "e"}),
        ({"a": "b", "b": "d"}, "ab", "cdabe", {"a": "d", "b": "d"}),
        ({"a": "b", "b": "a"}, "ab", "abcde", {"a": None, "b": None}),
        ({"a": "a"}, "a", "abcde", {"a": None}),
        ({"a": "x"}, "a", "abcde", {"a": None}),
        ({"a": "b"}, "ab", "abcde", {"a": None, "b": None}),
    ],
)
def test_a_channel_that_does_not_work_stands_below_what_to_use_instead(
    tmp_path: Path,
    fallbacks: dict[str, str],
    open_ids: str,
    expected: str,
    used: dict[str, str | None],
) -> None:
    shown = shown_channels(with_states(centre_of(tmp_path, fallbacks), open_ids), TODAY)
    assert order(shown) == expected
    assert instead(shown) == used


@pytest.mark.parametrize("state", [State.PENDING, State.FLAPPING, State.OK, State.UNKNOWN])
def test_only_an_open_incident_moves_a_channel(tmp_path: Path, state: State) -> None:
    centre = with_states(centre_of(tmp_path, {"a": "c"}), "a", state=state)
    assert order(shown_channels(centre, TODAY)) == "abcde"


def test_an_incident_that_nobody_looked_at_for_a_month_is_not_told(tmp_path: Path) -> None:
    centre = with_states(centre_of(tmp_path, {"a": "c"}), "a")
    assert order(shown_channels(centre, date(2026, 4, 2))) == "bcade"
    assert order(shown_channels(centre, date(2026, 4, 3))) == "abcde"


def test_what_to_use_instead_is_offered_even_beyond_the_limit(tmp_path: Path) -> None:
    centre = centre_of(tmp_path, {"a": "e"}, "routing: {default: [a, b]}\n")
    shown = shown_channels(with_states(centre, "a"), TODAY)
    assert "".join(each.id.value for each in routed_channels(centre, shown=shown)) == "bea"
    assert "".join(each.id.value for each in routed_channels(centre, limit=1, shown=shown)) == "ea"
    assert "".join(each.id.value for each in routed_channels(centre)) == "ab"


@pytest.fixture(scope="session")
def five(tmp_path_factory: pytest.TempPathFactory) -> HelpCentre:
    return centre_of(tmp_path_factory.mktemp("five"), dict.fromkeys(NAMES, "a"))


@given(
    st.dictionaries(st.sampled_from(NAMES), st.sampled_from(f"{NAMES}x")),
    st.sets(st.sampled_from(NAMES)),
)
def test_no_channel_is_lost_and_each_stands_below_what_works(
    five: HelpCentre, fallbacks: dict[str, str], open_ids: set[str]
) -> None:
    channels = tuple(
        replace(
            channel,
            fallback=replace(channel.id, value=fallbacks[channel.id.value])
            if channel.id.value in fallbacks
            else None,
        )
        for channel in five.contact.channels
    )
    centre = replace(five, contact=replace(five.contact, channels=channels))
    shown = shown_channels(with_states(centre, "".join(open_ids)), TODAY)
    found = order(shown)
    assert sorted(found) == list(NAMES)
    assert shown.failing.keys() == open_ids
    for name, use in instead(shown).items():
        assert use is None or (use not in open_ids and found.index(use) < found.index(name))
    working = [name for name in found if name not in open_ids]
    assert working == sorted(working)
