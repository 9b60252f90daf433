"""An address that takes letters."""

from hcgen.channels._address import ADDRESS_FIELDS, address_card
from hcgen.channels.kind import Kind

KIND = Kind("postal", ADDRESS_FIELDS, address_card, icon="material/mailbox-outline", way="letter")
