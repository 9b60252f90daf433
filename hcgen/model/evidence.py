"""What is remembered of the runs of `hcgen probe`: a record a channel or link, none in clear."""

import json
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from urllib.parse import urlsplit

from hcgen.model.channel import Channel, Organisation
from hcgen.model.probe import Verdict

CHECK_VERSION = 1
"""Counted up when probes begin to look at something else, so that what older ones saw is
forgotten."""


class State(StrEnum):
    """What the runs so far say of a channel.

    Attributes:
        UNKNOWN: No run could say anything yet.
        OK: It worked when it was last tried.
        PENDING: It has failed, too seldom or for too short a time to accuse it.
        OPEN: There is an incident: it does not work.
        FLAPPING: It fails and works by turns.
    """

    UNKNOWN = "unknown"
    OK = "ok"
    PENDING = "pending"
    OPEN = "open"
    FLAPPING = "flapping"


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one channel or link. All times are in UTC, without fractions of seconds.

    Attributes:
        verdict: Of the last run that tried it; skipped if none did.
        reason: Key of `hcgen.model.probe_reasons.REASONS`.
        checked_at: Of that run; None if none tried it.
        last_good: When it was last seen to work; None for never.
        since: When the state began: for ``pending`` and ``open`` the first failure; None while
            nothing is known.
        signs: Reasons of the last run that say nothing of whether it works, such as a certificate
            that ends soon.
        failures: Counted failures in a row.
        failed_first: When the first of them was; None without any.
        counted_at: When the last failure was that counted.
        successes: Good runs in a row, of which two close an incident.
        recent: The last counted runs, oldest first: ``+`` for a good one, ``-`` for a failure.
    """

    state: State = State.UNKNOWN
    verdict: Verdict = Verdict.SKIPPED
    reason: str = ""
    checked_at: datetime | None = None
    last_good: datetime | None = None
    since: datetime | None = None
    signs: tuple[str, ...] = ()
    failures: int = 0
    failed_first: datetime | None = None
    counted_at: datetime | None = None
    successes: int = 0
    recent: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All records, by `target_key` or `link_key`."""

    records: Mapping[str, Record]

    @property
    def newest(self) -> datetime | None:
        """When anything was last tried; None for never."""
        times = (record.checked_at for record in self.records.values())
        return max((time for time in times if time is not None), default=None)


NO_EVIDENCE = Evidence({})


def target_key(channel: Channel, organisation: Organisation) -> str:
    """Return the key of a channel's record: another one as soon as the channel leads elsewhere.

    How the target is written does not count: spaces in a number, capital letters of a host.
    """
    values = {name: text.value for name, text in channel.values.items()}
    return key_of_target(channel.id.value, channel.kind, organisation.country, values)


def key_of_target(channel_id: str, kind: str, country: str, values: Mapping[str, str]) -> str:
    """Return the same for a channel with these fields of its kind."""
    target = [
        [name, canonical]
        for name, value in sorted(values.items())
        if name not in _NO_TARGET and (canonical := _canonical(name, value))
    ]
    return _key("channel", channel_id, kind, country, target)


def link_key(url: str) -> str:
    """Return the key of the record of an external link."""
    return _key("link", _canonical_url(url))


def kept(evidence: Evidence, keys: Collection[str]) -> Evidence:
    """Return only the records with one of these keys, so that what a site dropped is forgotten."""
    wanted = frozenset(keys)
    return Evidence({key: each for key, each in evidence.records.items() if key in wanted})


_NO_TARGET = frozenset({"business", "expect_text", "supports_requests"})
"""Fields of kinds that say something else than where the channel leads."""


def _key(*parts: object) -> str:
    text = json.dumps((CHECK_VERSION, *parts), ensure_ascii=True)
    return sha256(text.encode()).hexdigest()


def _canonical(name: str, value: str) -> str:
    return _CANONICAL.get(name, _canonical_words)(value)


def _canonical_number(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    return f"+{digits}" if number.lstrip().startswith("+") else digits


def _canonical_url(url: str) -> str:
    url = url.strip()
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or ""), parts.port
    except ValueError:
        return url
    default = {"http": 80, "https": 443}.get(parts.scheme)
    place = host if port in (None, default) else f"{host}:{port}"
    return parts._replace(netloc=place, path=parts.path or "/", fragment="").geturl()


def _canonical_words(text: str) -> str:
    return " ".join(text.split()).casefold().removeprefix("@")


_CANONICAL: Mapping[str, Callable[[str], str]] = {
    "alternative": _canonical_number,
    "number": _canonical_number,
    "script": _canonical_url,
    "url": _canonical_url,
}
