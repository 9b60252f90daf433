"""What the kinds with a street address share."""

from hcgen.channels.kind import Field
from hcgen.model.channel import Card, Channel

ADDRESS_FIELDS = (
    Field("street", "Jalan Melati 1", is_required=True),
    Field("locality", "Jakarta Pusat", is_required=True),
    Field("region", "DKI Jakarta"),
    Field("postal_code", '"10110"', is_required=True),
)


def address_card(channel: Channel, country: str, language: str) -> Card:
    """Return the lines of the address as an envelope carries them."""
    town = " ".join(filter(None, (channel.value("locality"), channel.value("postal_code"))))
    lines = (channel.value("street"), town, channel.value("region"))
    return Card(lines=tuple(line for line in lines if line))
