"""A chat with a person, at an address of its own."""

from hcgen.channels._door import door, hosts_of_url
from hcgen.channels._web import web_card
from hcgen.channels._widget import of_framing, probe_script
from hcgen.channels.kind import Field, Kind
from hcgen.model.channel import Channel
from hcgen.model.probe import Observation
from hcgen.net import Network


def _probe(
    channel: Channel, country: str, network: Network, deadline: float
) -> tuple[Observation, ...]:
    """Return whether the door opens; that an agent answers behind it cannot be seen."""
    page, seen = door(channel, network, deadline)
    script = channel.value("script")
    if not script:
        return seen
    # a chat with a script stands in a frame of its page
    framing = of_framing(page, network.site_url) if page else ()
    return (*seen, *probe_script(script, network, deadline), *framing)


KIND = Kind(
    "chat",
    (
        Field("url", "https://chat.awan.example/", is_required=True),
        Field("script", "https://chat.awan.example/widget.js"),
        Field("expect_text", "Start a chat"),
    ),
    web_card("channel.open_chat"),
    icon="material/chat-outline",
    probe=_probe,
    hosts=hosts_of_url,
)
