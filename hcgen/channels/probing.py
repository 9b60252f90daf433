"""Trying a channel from outside, of whichever kind it is."""

from hcgen.channels import kinds
from hcgen.model.channel import Channel
from hcgen.model.probe import Observation, Verdict
from hcgen.net import Network


def observe(
    channel: Channel, country: str, network: Network, deadline: float
) -> tuple[Observation, ...]:
    """Return what trying a channel shows; never empty, and never an error of others.

    Args:
        country: ISO 3166-1 alpha-2 of the organisation; may be empty.
        deadline: By `time.monotonic`.
    """
    kind = kinds()[channel.kind]
    if kind.probe is None:
        return (Observation(kind.name, Verdict.UNVERIFIABLE, kind.untried),)
    return kind.probe(channel, country, network, deadline)


def hosts_of(channel: Channel) -> tuple[str, ...]:
    """Return the hosts that `observe` asks about a channel, without those that redirects name.

    Of mail addresses it is the domain: its mail servers are not known before it is asked.
    """
    return tuple(dict.fromkeys(filter(None, kinds()[channel.kind].hosts(channel))))
