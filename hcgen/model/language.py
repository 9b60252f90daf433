"""A language that hcgen can speak."""

from collections.abc import Mapping
from dataclasses import dataclass

from hcgen.model.norms import Norms
from hcgen.model.request_norms import RequestNorms


@dataclass(frozen=True, slots=True)
class Language:
    """What `languages/<tag>.toml` says.

    Attributes:
        tag: BCP 47; also the folder below ``content/`` and the first part of each address.
        name: In the language itself.
        direction: ``ltr`` or ``rtl``.
        analyzer: Name of the module in `hcgen.search.analyzers`.
        letters_per_minute: How fast adults read, in letters, digits and marks; each file
            names the source of its figure.
        norms: What rules about writing go by.
        request: What advice about customers' requests goes by; None where nobody has written
            the word lists yet.
        strings: Interface strings by key; a string with plural forms is a mapping from
            CLDR plural category to text.
    """

    tag: str
    name: str
    direction: str
    analyzer: str
    letters_per_minute: int
    norms: Norms
    request: RequestNorms | None
    strings: Mapping[str, str | Mapping[str, str]]
