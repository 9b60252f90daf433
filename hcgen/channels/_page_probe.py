"""What a page says of the channel behind it: every answer has its place in one table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from hcgen.channels._page_signs import is_challenge, is_login_wall, is_parked, is_titled_not_found
from hcgen.model.domains import registrable_domain
from hcgen.model.probe import Observation, Verdict
from hcgen.net import Certificate, Failure, Network, Page, cleaned

_MOST_WORDS_OF_A_SHELL = 300
"""Characters that people see of a page that its scripts have yet to write."""


@dataclass(frozen=True, slots=True)
class _Row:
    """What an answer means that fits.

    Attributes:
        said: What to show of it; empty: its status and title.
    """

    fits: Callable[[Page], bool]
    verdict: Verdict
    reason: str
    may_pass: bool = False
    said: Callable[[Page], str] = lambda page: ""


_TABLE = (
    _Row(is_challenge, Verdict.UNVERIFIABLE, "wants-proof-of-person"),
    _Row(is_login_wall, Verdict.UNVERIFIABLE, "login-wall", said=lambda p: p.url),
    _Row(lambda page: page.status == 429, Verdict.UNVERIFIABLE, "asked-too-often", may_pass=True),
    _Row(lambda page: page.status in (401, 403, 407, 451), Verdict.UNVERIFIABLE, "access-denied"),
    _Row(lambda page: page.status in (404, 410), Verdict.BROKEN, "page-gone"),
    _Row(lambda page: page.status >= 500, Verdict.SUSPECT, "server-error", may_pass=True),
    _Row(lambda page: page.status in (408, 425), Verdict.SUSPECT, "server-busy", may_pass=True),
    _Row(lambda page: page.status >= 400, Verdict.UNVERIFIABLE, "request-refused"),
    _Row(lambda page: not 200 <= page.status < 300, Verdict.SUSPECT, "odd-status"),
    _Row(lambda page: page.is_packed, Verdict.UNVERIFIABLE, "page-packed"),
    _Row(is_parked, Verdict.BROKEN, "page-parked"),
)
"""In this order: a page that wants proof of a person may say 404, 403 or 200."""


def probe_page(
    url: str, network: Network, deadline: float, *, expect_text: str = "", check: str = "page"
) -> tuple[Page | None, tuple[Observation, ...]]:
    """Return the page at an address, if one came, and what it shows.

    The first observation is the page's own; others are aside.
    """
    try:
        page = network.fetch(url, deadline)
    except Failure as failure:
        return None, (failure.observation(check),)
    first = classified(page, expect_text=expect_text, check=check)
    return page, (first, *of_the_way(page), *of_certificates(page.certificates))


def classified(
    page: Page,
    *,
    expect_text: str = "",
    check: str = "page",
    gone: Verdict = Verdict.BROKEN,
    takes_any_type: bool = False,
) -> Observation:
    """Return what an answer means; the first row of the table that fits decides.

    Args:
        expect_text: Words that stand on the page when it works.
        gone: What 404 and 410 mean; networks that dislike robots say so of pages that are there.
        takes_any_type: It need not be a page of HTML.
    """
    retry_after = page.retry_after(datetime.now(UTC)) if page.status in (429, 503) else None

    def seen(
        verdict: Verdict, reason: str, said: str = "", *, may_pass: bool = False
    ) -> Observation:
        said = cleaned(said or f"{page.status} {page.title()}")
        return Observation(check, verdict, reason, said, may_pass, retry_after)

    for row in _TABLE:
        if row.fits(page):
            verdict = gone if row.reason == "page-gone" else row.verdict
            return seen(verdict, row.reason, row.said(page), may_pass=row.may_pass)
    return _content(page, expect_text, seen, takes_any_type=takes_any_type)


def _content(
    page: Page,
    expect_text: str,
    seen: Callable[..., Observation],
    *,
    takes_any_type: bool,
) -> Observation:
    """Return what a page shows that came as it should."""
    if not page.body.strip():
        return seen(Verdict.SUSPECT, "page-empty")
    if not page.is_html:
        if takes_any_type:
            return seen(Verdict.VERIFIED, "page-opens", page.media_type)
        return seen(Verdict.SUSPECT, "not-a-page", page.media_type)
    if is_titled_not_found(page):
        return seen(Verdict.SUSPECT, "title-says-not-found")
    if expect_text and not has_text(page, expect_text):
        if page.is_cut:
            return seen(Verdict.UNVERIFIABLE, "page-too-long-for-text")
        return seen(Verdict.SUSPECT, "text-missing")
    return seen(Verdict.VERIFIED, "text-found" if expect_text else "page-opens")


def has_text(page: Page, wanted: str) -> bool:
    """Tell whether words stand on a page, however they are broken into lines and cased."""
    line = " ".join(wanted.casefold().split())
    return line in page.words().casefold() or line in " ".join(page.text().casefold().split())


def is_shell(page: Page) -> bool:
    """Tell whether scripts have yet to write what people see of a page."""
    return "<script" in page.text().casefold() and len(page.words()) <= _MOST_WORDS_OF_A_SHELL


def of_the_way(page: Page) -> tuple[Observation, ...]:
    """Return what is bad about the redirects on the way to a page, though they work."""
    found = []
    if any(hop.startswith("http:") for hop in page.hops[1:]):
        found.append(_aside("redirect", "redirect-not-encrypted", " → ".join(page.hops)))
    first, last = (
        registrable_domain(urlsplit(url).hostname or "") for url in (page.hops[0], page.url)
    )
    if first != last:
        found.append(_aside("redirect", "redirect-to-another-domain", last))
    return tuple(found)


def of_certificates(
    certificates: tuple[Certificate, ...], *, check: str = "certificate"
) -> tuple[Observation, ...]:
    """Return the certificates that end soon for how long they were made for.

    Public ones may last 200 days now, and 47 from 2029 on (CA/Browser Forum, SC-081v3); so a fixed
    number of days would come to warn always.
    """
    now = datetime.now(UTC)
    found = []
    for certificate in dict.fromkeys(certificates):
        days = (certificate.ends - now).total_seconds() / 86400
        lifetime = (certificate.ends - certificate.begins).total_seconds() / 86400
        said = f"{certificate.host}, {certificate.ends:%Y-%m-%d}"
        if days < min(3, lifetime / 10):
            found.append(_aside(check, "certificate-ends-very-soon", said))
        elif days < min(21, lifetime / 3):
            found.append(_aside(check, "certificate-ends-soon", said))
    return tuple(found)


def _aside(check: str, reason: str, said: str) -> Observation:
    return Observation(check, Verdict.SUSPECT, reason, cleaned(said), is_extra=True)
