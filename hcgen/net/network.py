"""The way out, with all that can be asked over it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hcgen.net.access import Access
from hcgen.net.page import Page

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from hcgen.net.mail_reply import Reply
    from hcgen.net.mail_talk import MailTalk
    from hcgen.net.names import Records


@dataclass(frozen=True, slots=True)
class Network(Access):
    """The way out; safe in threads, keeps nothing between questions.

    Each question ends at its ``deadline`` (by `time.monotonic`) at the latest. What asks is loaded
    with the first question: builds know kinds of channels too, and never ask anybody.
    """

    def fetch(self, url: str, deadline: float, *, follows: bool = True) -> Page:
        """Return the page at an address; see `hcgen.net.fetching.fetch`."""
        from hcgen.net.fetching import fetch

        return fetch(url, self, deadline, follows=follows)

    def host(self, name: str) -> str:
        """Return a host as the DNS knows it; see `hcgen.net.hosts.ascii_host`."""
        from hcgen.net.hosts import ascii_host

        return ascii_host(name)

    def look_up(self, name: str, record_type: str, deadline: float) -> "Records":
        """Return the records of a name; see `hcgen.net.names.look_up`."""
        from hcgen.net.names import look_up

        return look_up(name, record_type, self, deadline)

    def mail_talk(
        self, host: str, deadline: float
    ) -> "AbstractContextManager[tuple[MailTalk, Reply]]":
        """Return a conversation with a mail host; see `hcgen.net.mail_talk.mail_talk`."""
        from hcgen.net.mail_talk import mail_talk

        return mail_talk(host, self, deadline)
