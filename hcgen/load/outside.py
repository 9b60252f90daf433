"""What the pages of a site may reach beyond it: hosts, and where feedback and queries go."""

import re
from collections.abc import Mapping

from hcgen.diagnostics import Findings
from hcgen.load.fields import Fields
from hcgen.model.settings import ANALYTICS, HOST_USES, Feedback
from hcgen.source import Text

FEEDBACK_FIELDS = ("analytics", "endpoint")

SEARCH_FIELDS = ("endpoint",)

# What stands here ends up in the policy of every page, where a blank, a comma or a semicolon would
# begin another source, policy or directive: so only letters, digits, hyphens and dots are taken.
_HOST = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*"
_PORT = r"(?::(?P<port>[0-9]{1,5}))?"
_SOURCE = re.compile(
    rf"(?:(?P<scheme>https|wss)://)?(?P<host>(?:\*\.)?{_HOST}){_PORT}/?", re.IGNORECASE | re.ASCII
)
_ENDPOINT = re.compile(
    rf"(?:https://{_HOST}{_PORT}(?=[/?]|$)|/(?!/))(?:(?![\\\"',;<>])[!-~])*",
    re.IGNORECASE | re.ASCII,
)


def load_feedback(fields: Fields, findings: Findings) -> Feedback | None:
    """Return where answers to “was this helpful?” go; None where the site says nothing usable."""
    mapping = fields.mapping_of("feedback")
    if mapping is None:
        return None
    own = Fields(mapping, findings, FEEDBACK_FIELDS)
    endpoint, analytics = _endpoint(own, findings), own.choice("analytics", ANALYTICS, "")
    return Feedback(endpoint, analytics) if endpoint or analytics else None


def load_search_endpoint(fields: Fields, findings: Findings) -> str:
    """Return what takes queries that find nothing; empty where the site names nothing usable."""
    mapping = fields.mapping_of("search")
    return "" if mapping is None else _endpoint(Fields(mapping, findings, SEARCH_FIELDS), findings)


def load_allowed_hosts(fields: Fields, findings: Findings) -> Mapping[str, tuple[str, ...]]:
    """Return use (of `HOST_USES`) -> sources for the content security policy."""
    mapping = fields.mapping_of("allowed_hosts")
    if mapping is None:
        return {}
    own = Fields(mapping, findings, HOST_USES)
    found: dict[str, tuple[str, ...]] = {}
    for use in HOST_USES:
        sources = tuple(
            source for text in own.texts(use) if (source := _source(text, findings)) is not None
        )
        if sources:
            found[use] = sources
    return found


def _endpoint(fields: Fields, findings: Findings) -> str:
    endpoint = fields.text("endpoint")
    if endpoint is None:
        return ""
    if not _is_endpoint(endpoint.value):
        findings.report(
            "unexpected-value",
            endpoint.span,
            f"“endpoint” is “{endpoint.value}”, not an address that takes answers",
            help="write an https:// address, or a path on this site such as /feedback",
        )
        return ""
    return endpoint.value


def _source(text: Text, findings: Findings) -> str | None:
    """Return a host as the policy names it (CSP 3, 2.3.1); None for what is no host."""
    match = _SOURCE.fullmatch(text.value)
    if match is None or not _is_port(match["port"]):
        findings.report(
            "unexpected-value",
            text.span,
            f"“{text.value}” is not the name of a host",
            help="write it like images.example.com, or *.example.com for all hosts below one",
        )
        return None
    port = f":{match['port']}" if match["port"] else ""
    return f"{(match['scheme'] or 'https').lower()}://{match['host'].lower()}{port}"


def _is_endpoint(address: str) -> bool:
    match = _ENDPOINT.fullmatch(address)
    return match is not None and _is_port(match["port"])


def _is_port(digits: str | None) -> bool:
    return digits is None or 0 < int(digits) < 65536
