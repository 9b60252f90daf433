"""Channels to try."""

from time import monotonic
from typing import Any

from hcgen.channels.probing import observe
from hcgen.model.channel import Channel
from hcgen.model.localized import Localized
from hcgen.model.probe import Observation, Verdict, counting, deciding
from hcgen.source import SourceFile, Text
from tests.loopback import Internet

_FILE = SourceFile("content/channels.yml", "")


def channel(kind: str, **values: str) -> Channel:
    """Return a channel of a kind with these fields, and nothing else said of it."""
    span = _FILE.start()
    nothing = Localized({})
    return Channel(
        id=Text(kind, span),
        kind=kind,
        span=span,
        label=nothing,
        description=nothing,
        values={name: Text(value, span) for name, value in values.items()},
        localized_values={},
        services=(),
        languages=(),
        hours=None,
        promise={},
        cost=nothing,
        is_recorded=None,
        attested=None,
        fallback=None,
        places={},
    )


def observed(internet: Internet, one: Channel, **settings: Any) -> tuple[Observation, ...]:
    """Return what trying a channel shows within some seconds."""
    return observe(one, "ID", internet.network(**settings), monotonic() + 5)


def said(internet: Internet, one: Channel, **settings: Any) -> tuple[Verdict, str]:
    """Return the verdict of a channel, and why."""
    decisive = deciding(counting(observed(internet, one, **settings)))
    return decisive.verdict, decisive.reason


def aside(internet: Internet, one: Channel, **settings: Any) -> set[str]:
    """Return the reasons of what is shown beside the verdict."""
    return {seen.reason for seen in observed(internet, one, **settings) if seen.is_extra}
