"""Web addresses: taken apart, vetted, and written as they go over the line."""

import re
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from hcgen.net.access import Access
from hcgen.net.failure import Failure
from hcgen.net.hosts import ascii_host

_PORTS = {"http": 80, "https": 443}
_LONGEST = 4000
_USERINFO = re.compile(r"[^/?#]*//[^/?#]*@")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\\]")
_IN_TARGET = "/?:@!$&'()*+,;=-._~%[]|"
_STRAY_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")


@dataclass(frozen=True, slots=True)
class WebAddress:
    """A web address that may be asked for.

    Attributes:
        host: As `hosts.ascii_host` writes it.
        target: Path and query, encoded; begins with ``/``.
    """

    is_encrypted: bool
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host with port where it is not the usual one, as in the header ``Host``."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        is_usual = self.port == _PORTS["https" if self.is_encrypted else "http"]
        return host if is_usual else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        return f"{'https' if self.is_encrypted else 'http'}://{self.authority}{self.target}"


def web_address(url: str, access: Access) -> WebAddress:
    """Return an address taken apart.

    Raises:
        Failure: It may not be asked for: by its scheme or port, for a name or password in it, or
            because its host is none.
    """
    written = url.strip()
    if _USERINFO.match(written):
        raise Failure("password-in-address")  # and not shown
    if len(written) > _LONGEST or _CONTROL.search(written):
        raise Failure("odd-address", written)
    try:
        parts = urlsplit(written)
        port, host = parts.port, parts.hostname
    except ValueError:
        raise Failure("odd-address", written) from None
    if parts.scheme not in _PORTS:
        raise Failure("other-scheme", parts.scheme)
    if not host:
        raise Failure("odd-address", written)
    port = _PORTS[parts.scheme] if port is None else port
    if port not in access.guard.ports:
        raise Failure("other-port", str(port))
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    encoded = quote(_STRAY_PERCENT.sub("%25", target), safe=_IN_TARGET, errors="replace")
    return WebAddress(parts.scheme == "https", ascii_host(host), port, encoded)


def redirected(address: WebAddress, location: str, access: Access) -> WebAddress:
    """Return where an answer sends those who ask.

    Raises:
        Failure: Nowhere, or where nobody is sent from here.
    """
    with suppress(UnicodeError):
        # headers are read as Latin-1, but many write UTF-8 (RFC 9110, 5.5)
        location = location.encode("latin-1").decode("utf-8")
    try:
        return web_address(urljoin(address.url, location.strip()), access)
    except Failure as failure:
        if failure.reason in ("odd-address", "odd-host"):
            raise Failure("redirect-to-nowhere", location) from None
        raise
    except ValueError:
        raise Failure("redirect-to-nowhere", location) from None
