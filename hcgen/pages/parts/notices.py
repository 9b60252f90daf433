"""The notices of `notice.yml`, put on the pages that they are about."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from hcgen.model.addresses import Addresses
from hcgen.model.help_centre import HelpCentre
from hcgen.model.notice import SEVERITIES, Notice


@dataclass(frozen=True, slots=True)
class NoticeBox:
    """A notice on a page.

    Attributes:
        key: Names it, and changes with its text.
        label: Key of the interface string that says how bad it is.
        text_language: Tag of the text's language where it is not the reader's; else empty.
        href: Where to read more; empty without such a place, and on that very page.
        begins, ends: Instants in UTC, ISO 8601 with ``Z``; empty where the writer sets none. The
            browser keeps to the minute; what is built keeps to the day.
        is_hidden: The day of its beginning has not come.
    """

    key: str
    severity: str
    label: str
    text: str
    text_language: str
    href: str
    is_external: bool
    begins: str
    ends: str
    is_hidden: bool


class Notices:
    """The notices that a site shows from a day on, by the pages that they are about.

    Attributes:
        keys: Of all of them, with blanks between; what a browser remembers of others is of no use.
    """

    def __init__(self, centre: HelpCentre, addresses: Addresses, today: date) -> None:
        self._source_language = centre.source_language
        self._addresses = addresses
        self._today = today
        current = sorted(
            (notice for notice in centre.notices if not notice.is_over(today)),
            key=lambda notice: SEVERITIES.index(notice.severity),
        )
        self.keys = " ".join(sorted({notice.key for notice in current}))
        self._everywhere = tuple(notice for notice in current if not notice.topics)
        self._incidents = tuple(
            notice for notice in current if not notice.topics or notice.severity == "incident"
        )
        self._by_topic = {
            path: tuple(notice for notice in current if _is_about(notice, path))
            for path in centre.topics
        }

    def on_page(
        self,
        tag: str,
        address: str,
        url: Callable[[str], str],
        *,
        topic: str,
        shows_incidents: bool,
    ) -> tuple[NoticeBox, ...]:
        """Return what a page shows, worst first.

        Args:
            tag: Language of the page's frame.
            address: Of the page below the site's root.
            url: Address of another page -> how this page points at it.
            topic: Path of the page's topic; empty for pages outside of topics.
            shows_incidents: Whatever the topic of an incident is, the page shows it.
        """
        found = self._by_topic.get(topic, self._everywhere)
        if shows_incidents:
            found = self._incidents
        return tuple(self._box(notice, tag, address, url) for notice in found)

    def _box(self, notice: Notice, tag: str, address: str, url: Callable[[str], str]) -> NoticeBox:
        language, text = notice.text(tag, self._source_language)
        entry = self._addresses.entry(tag, notice.article) if notice.article else None
        leads_on = entry is not None and entry.address != address
        return NoticeBox(
            key=notice.key,
            severity=notice.severity,
            label=f"notice.{notice.severity}",
            text=text.value,
            text_language="" if language == tag else language,
            href=url(entry.address) if entry is not None and leads_on else notice.url,
            is_external=bool(notice.url),
            begins=_instant(notice.begins),
            ends=_instant(notice.ends),
            is_hidden=not notice.has_begun(self._today),
        )


def _is_about(notice: Notice, path: str) -> bool:
    """Tell whether pages of a topic show a notice: it is about that one, one around it, or all."""
    return not notice.topics or any(
        path == topic or path.startswith(f"{topic}/") for topic in notice.topics
    )


def _instant(moment: datetime | None) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z") if moment else ""
