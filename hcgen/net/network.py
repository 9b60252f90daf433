"""The way out, with all that can be asked over it."""

from dataclasses import dataclass

from hcgen.net.access import Access
from hcgen.net.fetching import fetch
from hcgen.net.names import Records, look_up
from hcgen.net.page import Page


@dataclass(frozen=True, slots=True)
class Network(Access):
    """The way out; safe in threads, keeps nothing between questions.

    Each question ends at its ``deadline`` (by `time.monotonic`) at the latest.
    """

    def fetch(self, url: str, deadline: float, *, follows: bool = True) -> Page:
        """Return the page at an address; see `hcgen.net.fetching.fetch`."""
        return fetch(url, self, deadline, follows=follows)

    def look_up(self, name: str, record_type: str, deadline: float) -> Records:
        """Return the records of a name; see `hcgen.net.names.look_up`."""
        return look_up(name, record_type, self, deadline)
