"""What rules about channels share: their web addresses, and the hosts that they name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from hcgen.checks.context import SourceContext
from hcgen.checks.words import part_of, rewritten
from hcgen.diagnostics import Edit
from hcgen.model.channel import Channel
from hcgen.model.domains import registrable_domain, web_host
from hcgen.source import Span, Text

URL_FIELDS = ("url", "script")

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:[/?][!-~]*)?", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
_CODE = ("javascript", "data", "vbscript")


@dataclass(frozen=True, slots=True)
class WebFault:
    """Why customers cannot use a web address, what to write, and the edit where one is safe."""

    message: str
    help: str
    fix: tuple[Edit, ...] = ()


def urls_of(channel: Channel) -> Iterator[Text]:
    """Yield the web addresses of a channel."""
    for name in URL_FIELDS:
        if name in channel.values:
            yield channel.values[name]


def hosts_of(channel: Channel) -> Iterator[tuple[Text, str]]:
    """Yield each value that names a host, and the host: of web and mail addresses, of handles."""
    for text in urls_of(channel):
        yield text, web_host(text.value)
    for name in ("address", "handle"):
        named = channel.values.get(name)
        if named is not None and "@" in named.value.lstrip("@"):
            yield named, named.value.rpartition("@")[2].strip(" <>.").casefold()


def place_of(text: Text, host: str) -> Span:
    """Return where a host stands in a value; all of the value where it is written otherwise."""
    written = text.value.casefold()
    start = written.find(host) if "://" in written else written.rfind(host)
    if start < 0 or len(written) != len(text.value):
        return part_of(text, 0, len(text.value))
    return part_of(text, start, start + len(host))


def site_domain(context: SourceContext) -> str:
    """Return the registered domain of the site; empty where nobody has said where it will be."""
    host = web_host(context.centre.settings.site_url)
    return registrable_domain(host) if "." in host else ""


def web_fault(text: Text, *, what: str) -> WebFault | None:
    """Return why an address does not lead to an encrypted page; None if it does.

    Args:
        what: What should be behind it, such as “chat”.
    """
    url = text.value
    scheme_match = _SCHEME.match(url)
    scheme = scheme_match[0].casefold() if scheme_match else ""
    whole = f"write the whole address of the {what}, beginning with https://"
    if scheme in ("http", "https"):
        if not names_a_host(url):
            return WebFault(f"“{url}” is not the address of a page", whole)
        if scheme == "https":
            return None
        return WebFault(
            f"“{url}” is not encrypted, so anybody on the way can read what customers write",
            "write https:// after trying whether the page opens that way",
        )
    if scheme in _CODE:
        return WebFault(f"“{url}” is a script, not a page that opens in every browser", whole)
    if _HOST.fullmatch(url):
        return WebFault(
            f"“{url}” does not begin with https://",
            f"write https://{url}",
            rewritten(text, f"https://{url}"),
        )
    if scheme and url[len(scheme) + 1 :].strip("/"):
        return WebFault(f"“{url}” does not lead to a page on the web", whole)
    return WebFault(f"“{url}” leads nowhere by itself", whole)


def names_a_host(url: str) -> bool:
    """Tell whether an address has a host, and nothing that no address can have."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return False
    return bool(host) and not re.search(r"[\s\x00-\x1f\x7f<>\"]", url)
