"""An article as Markdown beside its page, for machines that read text rather than HTML.

The files stand at ``<address>index.html.md``, as llmstxt.org proposes for addresses without a name.
"""

import re
from collections.abc import Iterator, Set
from functools import cached_property
from html import unescape

from hcgen.load.markdown_scan import scan_comments, without_code_and_comments
from hcgen.model.addresses import Entry
from hcgen.model.article import Article
from hcgen.model.channel_reference import REFERENCE
from hcgen.model.url import relative_url
from hcgen.pages.composer import Composer
from hcgen.pages.destinations import linked_address, linked_entry, linked_suffix
from hcgen.pages.machine_files.markdown_words import escaped, heading, quote, target
from hcgen.render import Fragment, LinkKind, resolve_target
from hcgen.source import Span

_BLANK_LINES = re.compile(r"(?:[ \t]*\n)+")
_BACKSLASH = re.compile(r"\\([\\`*_{}\[\]()>#+.!-])")
_TAG = re.compile(r"<[^<>]*>")
_INDENTATION = " \t>"
_LONGEST_LINE = 1000


def markdown_copy(composer: Composer, entry: Entry) -> str:
    """Return the Markdown of an article or stand-alone page, without the writers' comments.

    Links within the site are written so that they work from the copy's place: to the copies of
    other articles, and to pages that have none.
    """
    article = entry.article
    parts = [heading(1, article.title.value)]
    if article.description:
        parts.append(quote(composer.readable(article.description.value, entry.language)))
    body = _body(composer, entry)
    if body:
        parts.append(body)
    return "\n\n".join(parts) + "\n"


def copy_or_page(composer: Composer, entry: Entry) -> str:
    """Return the path of an article's copy; of the source's where readers get a fallback page."""
    if entry.is_fallback:
        article = entry.article
        entry = composer.addresses.entry(article.language, article.key) or entry
    return entry.markdown_copy or entry.address


def _body(composer: Composer, entry: Entry) -> str:
    article = entry.article
    text = article.file.text
    code = _CodeBlocks(article, composer.fragment_of(article))
    parts: list[str] = []
    done = article.body_start
    for start, end, words in sorted(
        (
            *_links(composer, entry, code),
            *_comments(article, code),
            *_channels(composer, entry, code),
        )
    ):
        if start >= done:
            parts += (text[done:start], words)
            done = end
    body = "".join((*parts, text[done:])).rstrip()
    leading = _BLANK_LINES.match(body)
    return body[leading.end() :] if leading else body


def _links(composer: Composer, entry: Entry, code: "_CodeBlocks") -> Iterator[tuple[int, int, str]]:
    """Yield where an address that must be another one stands, and the other one."""
    article = entry.article
    rendered = {link.target for link in composer.fragment_of(article).links}
    addresses: dict[str, str] = {}
    for link in article.links:
        span, written = link.target.span, link.target.value
        if span.start < article.body_start:
            continue
        if written not in addresses:
            addresses[written] = _address(composer, entry, _as_rendered(written, rendered))
        if addresses[written] and not code.holds(span):
            yield span.start, span.end, addresses[written]


def _as_rendered(written: str, rendered: Set[str]) -> str:
    """Return a target as the renderer read it; empty for one that it did not take for a link."""
    if written in rendered:
        return written
    others = (unescape(written), _BACKSLASH.sub(r"\1", written))
    return next((other for other in others if other in rendered), "")


def _address(composer: Composer, entry: Entry, written: str) -> str:
    """Return what to write instead of a target; empty to leave it."""
    if not written:
        return ""
    destination = resolve_target(composer.centre, entry.article, written)
    if destination.kind is LinkKind.SAME_PAGE:
        return ""
    tag = entry.language
    linked = linked_entry(composer, tag, destination)
    address = (
        copy_or_page(composer, linked) if linked else linked_address(composer, tag, destination)
    )
    if address is None:
        return ""
    suffix = linked_suffix(composer, tag, destination)
    return target(relative_url(entry.markdown_copy, address) + suffix)


def _channels(
    composer: Composer, entry: Entry, code: "_CodeBlocks"
) -> Iterator[tuple[int, int, str]]:
    """Yield where a reference to a channel stands, and the channel in words."""
    file, start = entry.article.file, entry.article.body_start
    if file.text.find("{{", start) < 0:
        return
    shown = without_code_and_comments(file.text, start)
    for match in REFERENCE.finditer(shown, start):
        if not code.holds(file.span(*match.span())):
            yield *match.span(), escaped(composer.readable(match.group(), entry.language))


def _comments(article: Article, code: "_CodeBlocks") -> Iterator[tuple[int, int, str]]:
    """Yield where a comment stands, with its lines where nothing else stands on them."""
    text = article.file.text
    for span in scan_comments(article.file, article.body_start):
        if code.holds(span):
            continue
        near = text[max(span.start - _LONGEST_LINE, article.body_start) : span.start]
        before = near.rstrip(" \t")
        line = span.start - len(near) + len(before)
        following = _BLANK_LINES.match(text, span.end)
        if not before.endswith("\n") or following is None:
            yield span.start, span.end, ""
        elif before[:-1].rpartition("\n")[2].strip():
            yield line, text.index("\n", span.end) + 1, ""
        else:
            # of the blank lines on both sides, those above are enough
            yield line, following.end(), ""


class _CodeBlocks:
    """Tells code from what only looks like it, such as the indented lines of a list.

    The scan of the source passes over fences and code in a line; of indented lines, only the
    renderer knows.
    """

    def __init__(self, article: Article, fragment: Fragment) -> None:
        self._text = article.file.text
        self._fragment = fragment

    @cached_property
    def _lines(self) -> Set[str]:
        """All lines that are shown as code."""
        blocks = "".join(self._fragment.pieces).split("<pre")[1:]
        shown = (unescape(_TAG.sub("", f"<pre{block.partition('</pre>')[0]}")) for block in blocks)
        return {_spaced(line) for block in shown for line in block.split("\n")}

    def holds(self, span: Span) -> bool:
        """Tell whether all lines of a span are code; lines that nobody can read never are."""
        text = self._text
        farthest = max(span.start - _LONGEST_LINE, 0)
        start = text.rfind("\n", farthest, span.start) + 1 or farthest
        if text[start : start + 1] not in _INDENTATION or (start and text[start - 1] != "\n"):
            return False
        end = text.find("\n", span.end, span.end + _LONGEST_LINE)
        lines = text[start : end if end >= 0 else span.end + _LONGEST_LINE].split("\n")
        return all(_spaced(line.lstrip(_INDENTATION)) in self._lines for line in lines)


def _spaced(line: str) -> str:
    return " ".join(line.split())
