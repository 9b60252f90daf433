"""What mail servers mean by their replies to an address (RFC 5321, RFC 3463, and their customs)."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from hcgen.model.probe import Verdict
from hcgen.net.mail_reply import Reply


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a reply says of a mailbox."""

    verdict: Verdict
    reason: str
    may_pass: bool = False


_BLOCKED = re.compile(
    r"spamhaus|spamcop|sorbs|barracuda|proofpoint|mimecast|block[- ]?list|black[- ]?list|deny ?list"
    r"|\brbl\b|dnsbl|\bblocked\b|bad reputation|poor reputation|reputation|banned|\bptr\b"
    r"|reverse (?:dns|lookup|host)|\brdns\b|\bhelo\b|\behlo\b|client host|your ip|ip address"
    r"|\bip name lookup|sender (?:address )?(?:rejected|denied)|authentication required"
    r"|too many (?:connections|recipients|errors)|rate limit",
    re.IGNORECASE,
)
_RELAY = re.compile(r"\brelay(?:ing)?\b", re.IGNORECASE)
_GREY = re.compile(r"gr[ae]y-?list|try (?:again )?later|temporarily deferred", re.IGNORECASE)
_FULL = re.compile(r"\b[45]\.2\.2\b|mailbox (?:is )?full|over ?quota|quota exceeded", re.IGNORECASE)
_UNKNOWN = re.compile(
    r"\b5\.1\.(?:1|10)\b|\b5\.2\.1\b"
    r"|(?:user|recipient|mailbox|account|address)(?: \w+){0,3} "
    r"(?:unknown|not found|disabled|inactive)"
    r"|(?:unknown|no such|invalid|nonexistent) (?:\w+ )?(?:user|recipient|mailbox|account|address)"
    r"|(?:user|recipient|mailbox|account|address)[^.]{0,40} "
    r"do(?:es)?(?: not|n['’]t) (?:exist|have)",
    re.IGNORECASE,
)
_NEEDS_TLS = re.compile(r"starttls", re.IGNORECASE)


def _is(pattern: re.Pattern[str], *, codes: range) -> Callable[[Reply], bool]:
    return lambda reply: reply.code in codes and pattern.search(reply.text) is not None


_FOR_NOW, _FOR_GOOD = range(400, 500), range(500, 600)

_TABLE: tuple[tuple[Callable[[Reply], bool], Meaning], ...] = (
    (lambda reply: reply.is_good, Meaning(Verdict.VERIFIED, "mailbox-there")),
    (
        lambda reply: reply.code == 530 or _is(_NEEDS_TLS, codes=_FOR_GOOD)(reply),
        Meaning(Verdict.UNVERIFIABLE, "mail-needs-encryption"),
    ),
    # of our address, not of theirs; before "relay": sendmail puts both into one sentence
    (
        _is(_BLOCKED, codes=range(400, 600)),
        Meaning(Verdict.UNVERIFIABLE, "mail-blocked-from-here"),
    ),
    # before "access denied": "Relay access denied" means that the host does not serve the domain
    (_is(_RELAY, codes=_FOR_GOOD), Meaning(Verdict.SUSPECT, "mail-not-relayed")),
    (
        _is(_FULL, codes=range(400, 600)),
        Meaning(Verdict.SUSPECT, "mailbox-full", may_pass=True),
    ),
    (_is(_GREY, codes=_FOR_NOW), Meaning(Verdict.UNVERIFIABLE, "mail-grey-listed")),
    (lambda reply: reply.code in _FOR_NOW, Meaning(Verdict.UNVERIFIABLE, "mail-put-off")),
    (_is(_UNKNOWN, codes=_FOR_GOOD), Meaning(Verdict.BROKEN, "mailbox-unknown")),
    # Microsoft 365 says 5.4.1 of recipients that it does not know, and of other things
    (
        _is(re.compile(r"\b5\.4\.1\b|AS\(201806281\)"), codes=_FOR_GOOD),
        Meaning(Verdict.SUSPECT, "mailbox-refused"),
    ),
)


def meaning_of(reply: Reply, address: str) -> Meaning:
    """Return what the reply to ``RCPT TO`` says of an address.

    Its echo is taken out first: in the reply to ``relay@…`` stands the word “relay”.
    """
    local, _, domain = address.casefold().rpartition("@")
    text = reply.text.casefold()
    for echo in (address.casefold(), f"{local}@", domain):
        text = text.replace(echo, "…")
    bare = Reply(reply.code, text)
    for fits, meaning in _TABLE:
        if fits(bare):
            return meaning
    return Meaning(Verdict.UNVERIFIABLE, "mail-refused-unclear")
