"""A counter where people can come."""

from hcgen.channels._address import ADDRESS_FIELDS, address_card
from hcgen.channels.kind import Kind

KIND = Kind(
    "visit",
    ADDRESS_FIELDS,
    address_card,
    icon="material/map-marker-outline",
    way="visit",
    untried="nobody-went-there",
)
