"""What the kinds with a street address share."""

from hcgen.channels.kind import Field
from hcgen.model.channel import Card, Channel

ADDRESS_FIELDS = (
    Field("street", "Jalan Melati 1", is_required=True),
    Field("locality", "Jakarta Pusat", is_required=True),
    Field("region", "DKI Jakarta"),
    Field("postal_code", '"10110"', is_required=True),
)

_CODE_FIRST = frozenset("AT BE CH DE DK ES FI FR IT MY NL NO PL PT SE".split())
_CODE_BEHIND_REGION = {"AU": " ", "CA": " ", "US": ", "}
"""Country -> what stands between town and region, which the code follows."""


def address_card(channel: Channel, country: str, language: str) -> Card:
    """Return the lines of the address as an envelope carries them in the country (UPU S42)."""
    lines = (channel.value("street"), *_town(channel, country))
    return Card(lines=tuple(line for line in lines if line))


def _town(channel: Channel, country: str) -> tuple[str, ...]:
    town, region, code = (channel.value(name) for name in ("locality", "region", "postal_code"))
    if country in _CODE_FIRST:
        return _joined(code, town), region
    if country in _CODE_BEHIND_REGION:
        between = _CODE_BEHIND_REGION[country] if town and region else ""
        return (_joined(f"{town}{between}{region}", code),)
    if country == "GB":
        return town, region, code
    return _joined(town, code), region


def _joined(first: str, second: str) -> str:
    return " ".join(filter(None, (first, second)))
