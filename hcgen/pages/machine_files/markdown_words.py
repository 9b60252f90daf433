"""Plain text of writers as it stands in files for machines: one line, and no markup by accident."""

import re

_BREAKS = re.compile(r"[ \x00-\x1f\x7f-\x9f\u2028\u2029]+")
# XML has no way to write these (XML 1.0, 2.2), UTF-8 none for half of a surrogate pair
_UNWRITABLE = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_END_OF_ISOLATE = "\u2069"
_CLOSERS = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys(
    "\u2066\u2067\u2068", _END_OF_ISOLATE
)
_MARKUP = re.compile(r"[\\`*\[\]]|(?<!\w)_|_(?!\w)|~(?=~)|(?<=~)~")
_OPENS_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_OPENS_ENTITY = re.compile(r"&(?=#?\w+;)")
_BEGINS_BLOCK = re.compile(r"^(\d+(?=[.)](?: |$)))?([-+#>]|(?<=\d)[.)])")
_CLOSES_HEADING = re.compile(r"(^| )(#+)$")
_ESCAPED = r"\g<1>\\\g<2>"


def one_line(text: str) -> str:
    """Return text without line ends and control characters, and with its directions closed."""
    line = _UNWRITABLE.sub("\ufffd", _BREAKS.sub(" ", text)).strip(" ")
    return _with_closed_directions(line) if _DIRECTION.search(line) else line


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is within a line."""
    marked = _MARKUP.sub(r"\\\g<0>", one_line(text))
    return _OPENS_TAG.sub("&lt;", _OPENS_ENTITY.sub("&amp;", marked))


def heading(level: int, text: str) -> str:
    """Return a heading's line."""
    return f"{'#' * level} {_CLOSES_HEADING.sub(_ESCAPED, escaped(text))}"


def quote(text: str) -> str:
    """Return a block quote's line."""
    return f"> {_BEGINS_BLOCK.sub(_ESCAPED, escaped(text))}"


def link(text: str, url: str) -> str:
    """Return a link; the address is percent-encoded already."""
    return f"[{escaped(text)}]({target(url)})"


def target(url: str) -> str:
    """Return a percent-encoded address as it can stand behind a link, in or out of quotes."""
    return url.replace("(", "%28").replace(")", "%29").replace("'", "%27")


def _with_closed_directions(line: str) -> str:
    """End what text has begun, and drop ends without a beginning (UAX #9, 3.3.2).

    An embedding or override that is left open would turn what stands behind it on the line.
    """
    parts: list[str] = []
    waiting: list[str] = []
    isolates = done = 0
    for match in _DIRECTION.finditer(line):
        parts.append(line[done : match.start()])
        done = match.end()
        mark = match.group()
        if mark in _CLOSERS:
            waiting.append(_CLOSERS[mark])
            isolates += waiting[-1] == _END_OF_ISOLATE
        elif mark == _END_OF_ISOLATE and isolates:
            # the end of an isolate ends the embeddings in it too
            while waiting.pop() != mark:
                pass
            isolates -= 1
        elif waiting and waiting[-1] == mark:
            waiting.pop()
        else:
            continue
        parts.append(mark)
    return "".join((*parts, line[done:], *reversed(waiting)))
