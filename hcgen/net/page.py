"""What came back for a web address."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from html import unescape

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^<>]{0,300}>([^<]{0,2000})", re.IGNORECASE)
# bounded and without < inside, so that a page of nothing but < takes no longer
_UNSEEN = re.compile(r"<(script|style|template)\b[^<>]{0,2000}>", re.IGNORECASE)
_ENDS = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "template")}
_TAG = re.compile(r"<[^<>]{0,2000}>")

# others are no charsets of pages, and some of Python's take a very long time (punycode)
_CHARSETS = re.compile(
    r"utf-?8|utf-16(?:le|be)?|us-ascii|latin-?1|iso-?8859-\d\d?|windows-\d{3,4}|cp125\d|koi8-[ru]"
    r"|shift[_-]?jis|euc-(?:jp|kr)|iso-2022-jp|gb2312|gbk|gb18030|big5(?:-hkscs)?|tis-620",
    re.IGNORECASE,
)
_HEAD = 2048


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a server proved itself with.

    Attributes:
        host: That it was asked for.
        begins, ends: Aware; the time in which it counts.
    """

    host: str
    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Page:
    """An answer to a web address.

    Attributes:
        url: Where the last redirect led.
        hops: All addresses that were asked, first to last; the last one is ``url``.
        headers: Names in small letters; the values of those that came twice are joined by ``, ``.
        body: As it came over the line, cut at the limit; packed if ``content-encoding`` says so.
        is_cut: There was more than the limit.
        certificates: Of each encrypted hop.
    """

    url: str
    hops: tuple[str, ...]
    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    is_cut: bool = False
    certificates: tuple[Certificate, ...] = ()

    @property
    def media_type(self) -> str:
        """Such as ``text/html``; empty where it is not said."""
        return self.headers.get("content-type", "").partition(";")[0].strip().casefold()

    @property
    def is_packed(self) -> bool:
        """The body is compressed, though that was not asked for; nothing unpacks it."""
        return self.headers.get("content-encoding", "identity").strip().casefold() not in (
            "",
            "identity",
        )

    @property
    def is_html(self) -> bool:
        """It says so, or says nothing."""
        return self.media_type in ("", "text/html", "application/xhtml+xml")

    def text(self) -> str:
        """Return the body as text; what cannot be read in its charset is replaced."""
        for source in (self.headers.get("content-type", ""), self.body[:_HEAD].decode("latin-1")):
            named = _CHARSET.search(source)
            if named and _CHARSETS.fullmatch(named[1]):
                try:
                    return self.body.decode(named[1], "replace")
                except (LookupError, UnicodeError):
                    continue
        return self.body.decode("utf-8", "replace")

    def title(self) -> str:
        """Return the title with its blanks put in order; empty where there is none."""
        found = _TITLE.search(self.text())
        return " ".join(unescape(found[1]).split()) if found else ""

    def words(self) -> str:
        """Return what people see of it, roughly, on one line."""
        text, seen, at = self.text(), [], 0
        while hidden := _UNSEEN.search(text, at):
            seen.append(text[at : hidden.start()])
            end = _ENDS[hidden[1].casefold()].search(text, hidden.end())
            at = end.start() if end else len(text)
        seen.append(text[at:])
        return " ".join(unescape(_TAG.sub(" ", " ".join(seen))).split())

    def retry_after(self, now: datetime) -> float | None:
        """Return the seconds that the server asks to wait (RFC 9110, 10.2.3); None: not said."""
        written = self.headers.get("retry-after", "").strip()
        if written.isascii() and written.isdigit():
            return float(written[:9])
        from email.utils import parsedate_to_datetime  # slow to load, and seldom needed

        try:
            return max(0.0, (parsedate_to_datetime(written) - now).total_seconds())
        except (TypeError, ValueError, OverflowError):
            return None
