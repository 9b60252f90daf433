"""What the rules about contacts in articles share: the texts that may hold one.

Most articles hold none. So each text is looked at once for signs of one, for all these rules and
with the quickest means there are; only where there is a sign is it taken apart.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from hcgen.checks.context import FragmentsContext
from hcgen.checks.once import OncePerRun
from hcgen.load.markdown_blocks import Block, BlockKind, scan_blocks
from hcgen.load.markdown_scan import without_code_and_comments
from hcgen.model.article import Article, Link

# seven digits at least, however they are put in groups; what it begins with is looked at later
_NUMBER = re.compile(r"[0-9](?:[ ()./\u2010-\u2013\u00a0-]{0,2}[0-9]){6}")
_SHORT_CODES = ("140", "1500")
_LINK_SIGNS = ("//", "tel:", "TEL:", "Tel:")
_MALAY = (("jam", "hari", "minit", "menit"), ("balas", "jawab", "respon", "tanggap"))
_UNITS_AND_REPLIES = {
    "en": (("hour", "day", "minute"), ("repl", "answer", "respon")),
    "id": _MALAY,
    "ms": _MALAY,
}
"""Language -> parts of words that sentences about replies have, in small letters."""
_OPENING = {
    "en": ("open", "available", "staffed", "reachable", "on duty", "hours"),
    "id": ("buka", "melayani", "operasi", "tersedia", "siaga", "jam ", "waktu "),
}
_OPENING["ms"] = _OPENING["id"]
# begins with a set of characters and nothing else: the places where none stands cost little
_DIGITS_OF_HOURS = re.compile(r"[0-9](?:[:.][0-9]{2}|4?[ -]?(?:jam|hour)|4/7| ?[ap]\.?m\b)")
_HOURS = re.compile(f"{_DIGITS_OF_HOURS.pattern}|the.clock", re.I)
_AT = re.compile("@")
_UNIT = re.compile("hour|day|minute|jam|hari|minit|menit", re.I)
_SHORT_CODE = re.compile(r"1[ \u00a0-]?(?:40|500|300|800)")
_NO_MARKS = str.maketrans("*_`|[]", "      ")
_BEFORE, _BEHIND = 160, 120
_LONGEST_SENTENCE = 300
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n\s*\n")


class Passage:
    """An article that customers see, with what may be found in it.

    `blocks` and `text` take long to make. A rule looks first, with `near_numbers` or the like,
    whether it would find anything if all of the file were words.

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
        self.may_hold_promise = self.may_hold_hours = False
        if signs := _UNITS_AND_REPLIES.get(article.language):
            units, replies = signs
            lower = text.lower()
            self.may_hold_promise = any(map(lower.__contains__, replies)) and any(
                map(lower.__contains__, units)
            )
            self.may_hold_hours = (
                _DIGITS_OF_HOURS.search(lower, article.body_start) is not None
                or "the clock" in lower
            ) and any(map(lower.__contains__, _OPENING[article.language]))

    @property
    def near_numbers(self) -> Iterator[str]:
        """What stands around digits enough for a telephone number, code or not."""
        yield from _windows(self.article, _NUMBER)
        yield from _windows(self.article, _SHORT_CODE)

    @property
    def near_addresses(self) -> Iterator[str]:
        """What stands around each “@”, code or not."""
        return _windows(self.article, _AT)

    @property
    def near_times(self) -> Iterator[str]:
        """What stands around units of time, code or not."""
        return _windows(self.article, _UNIT)

    @property
    def near_hours(self) -> Iterator[str]:
        """What stands around times of the day, code or not."""
        return _windows(self.article, _HOURS)

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
            if (not link.is_image and ":" in link.target.value) or link.target.value[:2] == "//"
        )


@OncePerRun
def passages(context: FragmentsContext) -> tuple[Passage, ...]:
    """Return the published articles that could be rendered."""
    if context.centre.contact.file is None:
        return ()  # that there is nothing to compare with is told already
    found: list[Passage] = []
    for article in context.centre.articles:
        fragment = context.fragments.get(article.file.path)
        if fragment and not fragment.error and article.is_published(context.today):
            found.append(Passage(article))
    return tuple(found)


def _windows(article: Article, pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield the parts of a text around what a pattern finds, those that touch in one."""
    text = article.file.text
    start = end = -1
    for match in pattern.finditer(text, article.body_start):
        if end < 0 or match.start() - _BEFORE > end:
            if end >= 0:
                yield text[start:end].translate(_NO_MARKS)
            start = max(article.body_start, match.start() - _BEFORE)
        end = match.end() + _BEHIND
    if end >= 0:
        yield text[start:end].translate(_NO_MARKS)


def sentence_start(prose: str, place: int) -> int:
    """Return where the sentence that holds a place begins, or a place not far before it."""
    start = max(0, place - _LONGEST_SENTENCE)
    ends = [mark.end() for mark in _SENTENCE_END.finditer(prose, start, place)]
    return ends[-1] if ends else start
