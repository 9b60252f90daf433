"""An address that takes letters."""

from dataclasses import replace

from hcgen.channels._address import ADDRESS_FIELDS, address_card
from hcgen.channels.kind import Kind

# who gets many letters may have a postal code of its own, and needs no street: 76124 Karlsruhe
_FIELDS = tuple(
    replace(field, is_required=False) if field.name == "street" else field
    for field in ADDRESS_FIELDS
)

KIND = Kind(
    "postal",
    _FIELDS,
    address_card,
    icon="material/mailbox-outline",
    way="letter",
    untried="letters-not-sent",
)
