"""Hosts, the domains registered for them, and names that look like another."""

import unicodedata
from ipaddress import ip_address
from urllib.parse import urlsplit

_SECOND_LEVELS = frozenset(
    "ac asn biz co com desa edu gen go gob gov gouv govt ltd mil name ne net nhs nom or org per "
    "plc ponpes sch school web".split()
)
_MORE_SECOND_LEVELS = ("id.au", "me.uk", "my.id")
"""What registries of countries put in front of their ending: co.id, com.my, org.uk. A small rule
instead of the Public Suffix List, which is larger than all of hcgen and changes every week."""

_SHARED = (
    "appspot.com", "azurewebsites.net", "blogspot.com", "firebaseapp.com", "fly.dev", "github.io",
    "gitlab.io", "herokuapp.com", "netlify.app", "onrender.com", "pages.dev", "readthedocs.io",
    "surge.sh", "vercel.app", "web.app", "wordpress.com",
)  # fmt: skip
"""Each customer of these has a name below them; none of them has mail there."""

_TAKEN_FOR = str.maketrans("01lаеорсхуіјѕԁһӏкмнтвԛԝ", "oiiaeopcxyijsdhikmhtbqw")
"""Digits and Cyrillic letters -> the Latin ones that they are read as (UTS 39, confusables)."""


def web_host(url: str) -> str:
    """Return the host of a web address in small letters; empty where there is none."""
    try:
        return (urlsplit(url.strip()).hostname or "").rstrip(".")
    except ValueError:
        return ""


def is_ip_address(host: str) -> bool:
    """Tell whether a host is a number (RFC 3986, 3.2.2), in brackets or not."""
    try:
        ip_address(host.strip("[]").casefold().removeprefix("ipv6:").partition("%")[0])
    except ValueError:
        return False
    return True


def registrable_domain(host: str) -> str:
    """Return the part of a host that somebody has registered: help.awan.co.id -> awan.co.id.

    Returns:
        In small letters; the host itself where it has no more than that, or is a number.
    """
    host = host.casefold().rstrip(".")
    if is_ip_address(host):
        return host
    labels = host.split(".")
    depth = 2
    is_of_country = len(labels[-1]) == 2 and len(labels) > 2
    is_second_level = labels[-2:-1] and labels[-2] in _SECOND_LEVELS
    if is_of_country and (is_second_level or ".".join(labels[-2:]) in _MORE_SECOND_LEVELS):
        depth = 3
    if is_on_shared_host(host):
        depth = 3
    return ".".join(labels[-depth:])


def is_on_shared_host(host: str) -> bool:
    """Tell whether a host is a name that a hosting company gives away below its own."""
    return host.casefold().endswith(tuple(f".{shared}" for shared in _SHARED))


def looks_like(host: str, own: str) -> bool:
    """Tell whether the domain of a host could be taken for another one, which it is not.

    A name with another ending (awan.com, awan.co.id) is no look-alike: firms have both.
    """
    name, own_name = (registrable_domain(each).partition(".")[0] for each in (host, own))
    if not own_name or name == own_name or is_on_shared_host(host) or is_ip_address(host):
        return False
    seen, own_seen = _as_seen(name), _as_seen(own_name)
    if seen == own_seen:
        return True
    # of short names a letter more or less is another word
    allowed = 0 if len(own_seen) < 6 else 1 if len(own_seen) < 10 else 2
    return _distance(seen, own_seen, allowed) <= allowed


def _as_seen(name: str) -> str:
    """Return a name as somebody reads it who does not look twice."""
    if name.startswith("xn--"):
        name = unicode_label(name)
    marked = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(char for char in marked if not unicodedata.combining(char))
    return plain.translate(_TAKEN_FOR).replace("rn", "m").replace("vv", "w")


def unicode_label(label: str) -> str:
    """Return what an A-label (RFC 5890, ``xn--…``) stands for; itself if it is none."""
    if not label.startswith("xn--"):
        return label
    try:
        letters = label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label
    return letters if letters.isprintable() else label


def _distance(one: str, other: str, most: int) -> int:
    """Return letters to add, drop, change or swap with the next; above ``most``, just more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for row, char in enumerate(one, start=1):
        line = [row]
        for column, wanted in enumerate(other, start=1):
            cost = min(last[column] + 1, line[-1] + 1, last[column - 1] + (char != wanted))
            if row > 1 < column and char == other[column - 2] and one[row - 2] == wanted:
                cost = min(cost, before_last[column - 2] + 1)
            line.append(cost)
        before_last, last = last, line
    return last[-1]
