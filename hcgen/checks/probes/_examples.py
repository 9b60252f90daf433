"""Evidence files for the examples of rules; today is 2026-11-25 in them."""

from datetime import UTC, datetime, timedelta

from hcgen.load.evidence import evidence_text
from hcgen.model.evidence import Evidence, Record, State, key_of_target, link_key
from hcgen.model.probe import Verdict

YESTERDAY = datetime(2026, 11, 24, 6, tzinfo=UTC)

MAIL_KEY = key_of_target("mail", "email", "", {"address": "help@example.com"})
"""Of the only channel of the clean help centre."""

MAIL_WORKS = Record(
    State.OK, Verdict.VERIFIED, "mail-hosts-there", checked_at=YESTERDAY, last_good=YESTERDAY
)
MAIL_IS_DEAD = Record(
    State.OPEN,
    Verdict.BROKEN,
    "name-not-found",
    checked_at=YESTERDAY,
    last_good=YESTERDAY - timedelta(4),
    since=YESTERDAY - timedelta(2),
)
DEAD_LINK = "https://old.example.com/guide"


def evidence_of_mail(record: Record) -> str:
    """Return a file that knows the channel of the clean help centre."""
    return evidence_text(Evidence({MAIL_KEY: record}))


def evidence_of_link(record: Record) -> str:
    """Return the same with a link that was tried too."""
    return evidence_text(Evidence({MAIL_KEY: MAIL_WORKS, link_key(DEAD_LINK): record}))
