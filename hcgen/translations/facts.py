"""The facts of an article: what a translation has to say in the same way."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from posixpath import dirname, normpath
from unicodedata import normalize

from hcgen.load.markdown_blocks import Block, BlockKind
from hcgen.model.article import Article, Link
from hcgen.render.links import is_external
from hcgen.translations.numbers import Mark, Numbers

_INLINE_CODE = re.compile(r"(?<![`\\])(?P<ticks>`{1,2})(?!`)(?P<code>[^`\n]+)(?P=ticks)(?!`)")
_FENCE_LINE = re.compile(r"^[ \t>]*(?:`{3,}|~{3,})[^\n]*\n?", re.M)
# quotes are a matter of the house, not of what is said; the rest looks alike
_QUOTES = "“”„‟‘’‚‛«»‹›「」『』"
_DASHES = "–—‐‑−"
_ALIKE = frozenset(_QUOTES + _DASHES)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a translation has to agree on with its source.

    Attributes:
        headings: Levels of the headings in the order written.
        steps: How many items of numbered lists there are.
        numbers: In the form of `hcgen.translations.numbers`, with their places, as all that follow.
        dates: ``2026-11-10``; ``-11-10`` without a year; ``2026-11-`` without a day;
            ``2026-10/11-`` where day and month cannot be told apart.
        prices: Such as ``IDR 50000``.
        links: Below the language's folder, with the anchor; external ones as they are.
        images: Likewise.
        codes: Texts of code within a line.
        fences: Texts of blocks of code.
        digests: Of the structure, of the facts and of the wording.
    """

    headings: tuple[int, ...]
    steps: int
    numbers: tuple[Mark, ...]
    dates: tuple[Mark, ...]
    prices: tuple[Mark, ...]
    links: tuple[Mark, ...]
    images: tuple[Mark, ...]
    codes: tuple[Mark, ...]
    fences: tuple[Mark, ...]
    digests: tuple[str, str, str]


def facts_of(article: Article, blocks: Sequence[Block]) -> Facts:
    """Return the facts of an article; they depend on its text, its path and its language.

    Args:
        blocks: Of its Markdown, in the order written.
    """
    text, tag = article.file.text, article.language
    found = Numbers()
    prose: list[str] = [article.title.value]
    for front in (article.title, article.description):
        if front is not None:
            found.scan(text[front.span.start : front.span.end], front.span.start, tag)
    headings: list[int] = []
    codes: list[Mark] = []
    fences: list[Mark] = []
    steps = 0
    for block in blocks:
        start, end = block.span.start, block.span.end
        if block.kind is BlockKind.CODE:
            fences += _fence_at(text, start, end)
            continue
        if block.kind is BlockKind.HEADING:
            headings.append(block.level)
        elif block.is_ordered:
            steps += 1
        found.scan(block.prose, start, tag)
        prose.append(block.prose)
        if text.find("`", start, end) >= 0:
            for match in _INLINE_CODE.finditer(text, start, end):
                codes.append((match["code"].strip(), match.start("code"), match.end("code")))
    links, images = _targets(article, article.links)
    prose += (text.value for text in article.questions)
    prose += (link.words.value for link in article.links if link.is_image and link.words)
    if article.description is not None:
        prose.append(article.description.value)
    structure = (*map(str, headings), f"{steps} steps", *_values(images, codes, fences))
    digests = (
        _digest(structure),
        _digest(_values(found.numbers, found.dates, found.prices, links)),
        _digest((_plain("".join(prose)),)),
    )
    return Facts(
        tuple(headings),
        steps,
        tuple(found.numbers),
        tuple(found.dates),
        tuple(found.prices),
        links,
        images,
        tuple(codes),
        tuple(fences),
        digests,
    )


def _targets(article: Article, links: Sequence[Link]) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Return the links and the images, with paths counted from the language's folder."""
    folder = dirname(article.path)
    own = f"../{article.language}/"
    found: tuple[list[Mark], list[Mark]] = ([], [])
    for link in links:
        target = link.target.value.strip()
        if not is_external(target):
            path, sign, anchor = target.partition("#")
            if path and not path.startswith("/"):
                is_folder = path.endswith("/")
                path = normpath(f"{folder}/{path}" if folder else path).removeprefix(own)
                path = path.removesuffix("/index.md") if not is_folder else path
            target = path.strip("/") + sign + anchor
        span = link.target.span
        found[link.is_image].append((target, span.start, span.end))
    return tuple(found[0]), tuple(found[1])


def _fence_at(text: str, start: int, end: int) -> list[Mark]:
    """Return a block of code; none for what is only indented, which may be a part of a list."""
    is_fenced = text.startswith(("```", "~~~"), start)
    return [(_fenced(text[start:end]), start, end)] if is_fenced else []


def _fenced(block: str) -> str:
    """Return what stands between the fences, without blanks at the ends of lines."""
    inner = _FENCE_LINE.sub("", block) if block.lstrip("> \t")[:1] in ("`", "~") else block
    return "\n".join(line.strip() for line in inner.split("\n") if line.strip())


def _values(*marks: Iterable[Mark]) -> list[str]:
    """Return the values in an order that moving a sentence does not change."""
    return [value for each in marks for value in ("|", *sorted(mark[0] for mark in each))]


def _plain(text: str) -> str:
    """Return text without blanks and quotes, and with one kind of dash."""
    text = "".join(text.split())
    if not text.isascii():
        text = normalize("NFC", text).replace("…", "...")
        for sign in _ALIKE.intersection(text):
            text = text.replace(sign, "-" if sign in _DASHES else "")
    return text.replace('"', "").replace("'", "")


def _digest(parts: Iterable[str]) -> str:
    data = "\n".join(parts).encode("utf-8", "replace")
    return blake2b(data, digest_size=3).hexdigest()
