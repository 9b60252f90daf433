"""What the rules about contacts in articles share: the texts that may hold one.

Most articles hold none. So each text is looked at once for signs of one, for all these rules and
with the quickest means there are; only where there is a sign is it taken apart.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from hcgen.checks.context import FragmentsContext
from hcgen.load.markdown_blocks import Block, BlockKind, scan_blocks
from hcgen.load.markdown_scan import without_code_and_comments
from hcgen.model.article import Article, Link
from hcgen.render import Fragment

# six digits at least, however they are put in groups; what it begins with is looked at later
_NUMBER = re.compile(r"[0-9](?:[ ()./-]{0,2}[0-9]){5}")
_SHORT_CODES = ("140", "1500")
_LINK_SIGNS = ("//", "tel:", "TEL:", "Tel:")
_UNITS = ("hour", "day", "minute", "jam", "hari", "minit", "menit")
_REPLYING = ("repl", "respon", "answer", "balas", "jawab", "tanggap")
_OPENING = (
    *("open", "available", "staffed", "reachable", "on duty", "hours", "buka", "melayani"),
    *("beroperasi", "operasi", "tersedia", "siaga", "jam ", "waktu "),
)
_HOURS = re.compile(
    r"24[ -]?(?:jam|hour)|24/7|round.the.clock"
    r"|[0-9](?:\s?[ap]\.?m\.?|\s(?:pagi|siang|sore|petang|malam))?\s?(?:[-\u2013\u2014]|to|until|till"
    r"|s/d|s\.d|sampai|hingga)\.?\s?[0-9]{1,2}(?:[.:][0-9]{2}|\s?[ap]\.?m|\s(?:siang|sore|petang|malam))"
)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n\s*\n")
LANGUAGES_READ = frozenset({"en", "id", "ms"})
"""Whose sentences about replies and opening hours are understood."""


class Passage:
    """An article that customers see, with what may be found in it.

    Attributes:
        may_hold_number: There are digits enough for a telephone number.
        may_hold_address: There is an “@”.
        may_hold_link: It links to other sites or to telephones.
        may_hold_promise: It speaks of replying and of time.
        may_hold_hours: It may speak of times of the day.
    """

    def __init__(self, article: Article) -> None:
        text = article.file.text
        self.article = article
        self.may_hold_number = _NUMBER.search(text, article.body_start) is not None or any(
            code in text for code in _SHORT_CODES
        )
        self.may_hold_address = "@" in text
        self.may_hold_link = bool(article.links) and any(sign in text for sign in _LINK_SIGNS)
        is_read = article.language in LANGUAGES_READ
        lower = text.lower() if is_read else ""
        speaks_of_time = is_read and any(unit in lower for unit in _UNITS)
        self.may_hold_promise = speaks_of_time and any(word in lower for word in _REPLYING)
        self.may_hold_hours = (
            is_read
            and any(word in lower for word in _OPENING)
            and _HOURS.search(lower, article.body_start) is not None
        )

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Blocks with words in them."""
        article = self.article
        found = scan_blocks(article.file, article.body_start)
        return tuple(block for block in found if block.kind is not BlockKind.CODE)

    @cached_property
    def text(self) -> str:
        """The whole file with blanks in the place of front matter, code and comments."""
        start = self.article.body_start
        return " " * start + without_code_and_comments(self.article.file.text, start)[start:]

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Links to elsewhere, in the order written."""
        return tuple(
            link
            for link in self.article.links
            if not link.is_image and ":" in link.target.value or link.target.value[:2] == "//"
        )


# the passages of the run that was asked about last, and what they are the passages of
_last: tuple[Mapping[str, Fragment], tuple[Passage, ...]] = ({}, ())


def passages(context: FragmentsContext) -> tuple[Passage, ...]:
    """Return the published articles that could be rendered; the same for all rules of a run."""
    global _last
    if _last[0] is not context.fragments:
        _last = (context.fragments, tuple(_find(context)))
    return _last[1]


def _find(context: FragmentsContext) -> Iterator[Passage]:
    if context.centre.contact.file is None:
        return  # that there is nothing to compare with is told already
    for article in context.centre.articles:
        fragment = context.fragments.get(article.file.path)
        if fragment and not fragment.error and article.is_published(context.today):
            yield Passage(article)


def sentence_around(prose: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around a match begins and ends."""
    begin = 0
    for mark in _SENTENCE_END.finditer(prose):
        if mark.start() >= end:
            return begin, mark.start()
        if mark.end() <= start:
            begin = mark.end()
    return begin, len(prose)
