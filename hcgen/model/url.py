"""Addresses: how names become parts of an address, and how one page points at another.

An *address* here is the path of a page below the site's root, without a leading slash and with a
closing one, as text (not percent-encoded): ``id/akun/lupa-kata-sandi/``. The root is ``""``.
"""

import re
import unicodedata
from urllib.parse import quote

from hcgen.model.folding import folded

_LONGEST_PART_BYTES = 200

# no colon: in the first part of a relative reference it would end a scheme (RFC 3986, 4.2);
# no semicolon: older readers take it for the parameters of RFC 1808
_PLAIN = "/-._~!$&'()*+,=@"
_NOT_PLAIN = re.compile(rf"[^A-Za-z0-9{re.escape(_PLAIN)}]")


def slugify(text: str) -> str:
    """Return text in the form that addresses and heading ids take; may be empty.

    Letters, marks and digits of any script stay, lower-case, without the accents of Latin, Greek
    and Cyrillic letters; everything between them becomes one hyphen. Idempotent.
    """
    words = "".join(char if _is_kept(char) else " " for char in folded(text)).split()
    slug = "-".join(words)
    while len(slug.encode("utf-8", "replace")) > _LONGEST_PART_BYTES:
        slug = slug[:-1]
    return slug.rstrip("-")


def _is_kept(char: str) -> bool:
    return char == "_" or unicodedata.category(char)[0] in "LNM"


def relative_url(source: str, target: str) -> str:
    """Return how a page points at another address or file of the site, percent-encoded.

    Args:
        source: Address (or file path) of the page that holds the link.
        target: Address of a page, or path of a file; both below the site's root.

    Returns:
        A relative reference that works below any base path, such as ``../../bantuan/``; ``./``
        for the page itself.
    """
    here, there = source.split("/")[:-1], target.split("/")
    shared = 0
    for one, other in zip(here, there[:-1], strict=False):
        if one != other:
            break
        shared += 1
    path = "../" * (len(here) - shared) + "/".join(there[shared:])
    return encode_path(path or "./")


def encode_path(path: str) -> str:
    """Return a path percent-encoded as RFC 3986 wants it, slashes kept."""
    # most paths need nothing, and each page has dozens of them
    if not _NOT_PLAIN.search(path):
        return path
    return quote(path, safe=_PLAIN, errors="replace")


def output_file(address: str) -> str:
    """Return the file that a host serves for an address."""
    return f"{address}index.html" if address == "" or address.endswith("/") else address
