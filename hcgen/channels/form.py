"""A form or ticket portal on the web."""

from hcgen.channels._door import door, hosts_of_url
from hcgen.channels._form_signs import of_form
from hcgen.channels._web import web_card
from hcgen.channels.kind import Field, Kind
from hcgen.model.channel import Channel
from hcgen.model.probe import Observation, Verdict
from hcgen.net import Network


def _probe(
    channel: Channel, country: str, network: Network, deadline: float
) -> tuple[Observation, ...]:
    page, seen = door(channel, network, deadline)
    if page is None or seen[0].verdict is not Verdict.VERIFIED:
        return seen
    first, *aside = of_form(page)
    # that there is a form is the proof; that the page opens is not
    return (first, *seen[1:], *aside)


KIND = Kind(
    "form",
    (
        Field("url", "https://help.awan.example/ticket", is_required=True),
        Field("expect_text", "Send a request"),
    ),
    web_card("channel.open_form"),
    icon="material/form-select",
    probe=_probe,
    hosts=hosts_of_url,
)
