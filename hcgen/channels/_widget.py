"""The script that puts a chat into a page, and whether its page may stand in a frame."""

import re
from urllib.parse import urlsplit

from hcgen.channels._page_probe import classified, of_certificates
from hcgen.model.probe import Observation, Verdict
from hcgen.net import Failure, Network, Page, cleaned

_SCRIPT_TYPES = frozenset(
    "text/javascript application/javascript application/x-javascript application/ecmascript "
    "text/ecmascript text/x-javascript module".split()
)
_FRAME_ANCESTORS = re.compile(r"(?:^|[;,])\s*frame-ancestors\s+([^;,]*)", re.IGNORECASE)


def probe_script(url: str, network: Network, deadline: float) -> tuple[Observation, ...]:
    """Return what the script of a chat shows: there, a script by its type, and not empty."""
    try:
        page = network.fetch(url, deadline)
    except Failure as failure:
        return (failure.observation("script"),)
    seen = classified(page, check="script", takes_any_type=True)
    if page.status == 200 and seen.verdict in (Verdict.VERIFIED, Verdict.SUSPECT):
        seen = _script(page)
    return (seen, *of_certificates(page.certificates))


def _script(page: Page) -> Observation:
    size = f"{page.media_type}, {len(page.body)} bytes{' or more' if page.is_cut else ''}"
    if not page.body.strip():
        return Observation("script", Verdict.SUSPECT, "script-empty", cleaned(size))
    if page.media_type not in _SCRIPT_TYPES:
        # browsers run no script that says that it is a page, where nosniff is set
        return Observation("script", Verdict.SUSPECT, "script-of-another-type", cleaned(size))
    return Observation("script", Verdict.VERIFIED, "script-loads", cleaned(size))


def of_framing(page: Page, site_url: str) -> tuple[Observation, ...]:
    """Return whether a page refuses to stand in a frame of the help centre; empty if it does not.

    Args:
        site_url: Of the help centre; empty: only pages that no site may frame are told.
    """
    # frame-ancestors goes before X-Frame-Options (CSP 3, 6.4.2)
    policy = _FRAME_ANCESTORS.search(page.headers.get("content-security-policy", ""))
    if policy:
        sources = policy[1].split()
        if any(_lets(source, page.url, site_url) for source in sources):
            return ()
        return (_refused(f"frame-ancestors {policy[1]}"),)
    option = page.headers.get("x-frame-options", "").partition(",")[0].strip().casefold()
    if option == "deny" or (option == "sameorigin" and not _is_same_origin(page.url, site_url)):
        return (_refused(f"X-Frame-Options: {option}"),)
    return ()


def _refused(said: str) -> Observation:
    return Observation("frame", Verdict.SUSPECT, "frame-refused", cleaned(said), is_extra=True)


def _is_same_origin(url: str, site_url: str) -> bool:
    one, other = urlsplit(url), urlsplit(site_url)
    return (one.scheme, one.netloc) == (other.scheme, other.netloc)


def _lets(source: str, url: str, site_url: str) -> bool:
    """Tell whether a source of ``frame-ancestors`` lets the help centre frame a page."""
    word, site = source.casefold(), urlsplit(site_url)
    if word == "*":
        return True
    if word == "'self'":
        return _is_same_origin(url, site_url)
    if word.endswith(":"):
        return f"{site.scheme}:" == word
    scheme, _, rest = word.rpartition("://")
    host = rest.partition("/")[0].partition(":")[0]
    if scheme and site.scheme not in (scheme, "https"):
        return False
    name = site.hostname or ""
    return name.endswith(host[1:]) if host.startswith("*.") else name == host
