"""What there is to try: the channels of a help centre, and the links that lead out of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from hcgen.channels.links import probe_link
from hcgen.channels.probing import hosts_of, observe
from hcgen.model.channel import Attestation
from hcgen.model.domains import web_host
from hcgen.model.evidence import link_key, target_key
from hcgen.model.help_centre import HelpCentre
from hcgen.model.probe import Observation
from hcgen.net import Network
from hcgen.source import Span

LINK = "link"
"""Stands where channels have their kind."""


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to try.

    Attributes:
        key: Of its record in the evidence.
        name: Id of the channel, or address of the link.
        kind: Of the channel, or `LINK`.
        span: Where it is written; of a link the first place.
        hosts: That will be asked; none where trying it asks nobody.
        observe: Deadline by `time.monotonic` -> what trying it shows.
        attested: That a person has tried it; None where nobody wrote so.
    """

    key: str
    name: str
    kind: str
    span: Span
    hosts: tuple[str, ...]
    observe: Callable[[float], tuple[Observation, ...]]
    attested: Attestation | None = None


def channel_targets(centre: HelpCentre, network: Network) -> tuple[Target, ...]:
    """Return the channels, in the order written."""
    organisation = centre.contact.organisation
    return tuple(
        Target(
            target_key(channel, organisation),
            channel.id.value,
            channel.kind,
            channel.id.span,
            hosts_of(channel),
            partial(observe, channel, organisation.country, network),
            channel.attested,
        )
        for channel in centre.contact.channels
    )


def link_targets(centre: HelpCentre, network: Network) -> tuple[Target, ...]:
    """Return the links of articles to other sites, each address once, by file and place."""
    found: dict[str, Target] = {}
    for article in sorted(centre.articles, key=lambda article: article.file.path):
        for link in article.links:
            url = link.target.value.strip()
            if not url.lower().startswith(("http://", "https://")):
                continue
            if centre.settings.site_url and url.startswith(centre.settings.site_url):
                continue  # what is not published yet cannot be there
            key = link_key(url)
            if key not in found:
                # an anchor is for the reader's browser, and never sent
                address = url.partition("#")[0]
                found[key] = Target(
                    key,
                    url,
                    LINK,
                    link.target.span,
                    (web_host(url),),
                    partial(probe_link, address, network),
                )
    return tuple(found.values())
