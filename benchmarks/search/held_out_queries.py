"""Queries about texts, made by chance and rule, so that nobody's taste is in them."""

import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.search.material import Query

_MOST = 200
"""Queries of a kind."""
_WITHOUT_BLANKS = ("ja", "th", "zh")
_ARABIC_HABITS = str.maketrans("أإآىة", "ااايه", "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")


@dataclass(frozen=True, slots=True)
class Text:
    """What queries are about.

    Attributes:
        summary: What it says in short; stands nowhere in `lines`. Empty where there is none.
    """

    title: str
    summary: str
    lines: tuple[str, ...]


def queries_about(
    language: str, texts: Mapping[str, Text], english: Mapping[str, Text]
) -> tuple[Query, ...]:
    """Return queries of all kinds that suit a language, each kind about other texts by chance."""
    has_blanks = language not in _WITHOUT_BLANKS
    kinds: dict[str, Callable[[str, random.Random], str]] = {
        "title3": _three_words if has_blanks else _piece,
        "prefix": _beginning if has_blanks else _first_half,
        "typo": _with_a_slip if has_blanks else _without_one,
        "nodia": _as_typed,
        "desc": lambda summary, _: summary,
        "desc3": _three_words if has_blanks else _piece,
        "english": _three_words,
        "endesc3": _three_words,
    }
    found: list[Query] = []
    for kind, make in kinds.items():
        is_foreign = kind.startswith("en")
        if is_foreign and language == "en":
            continue
        sources = english if is_foreign else texts
        field = "summary" if "desc" in kind else "title"
        made = _asked(
            kind, make, {key: getattr(sources[key], field) for key in texts if key in sources}
        )
        found += (
            Query(f"{language}.{kind}.{number}", text, kind, tuple(keys))
            for number, (text, keys) in enumerate(made)
        )
    return tuple(found)


def _asked(
    kind: str, make: Callable[[str, random.Random], str], sources: Mapping[str, str]
) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield what is typed, and the texts that are meant: all whose title or summary is the same."""
    same: defaultdict[str, list[str]] = defaultdict(list)
    for key, source in sources.items():
        same[source].append(key)
    choice = random.Random(kind)
    order = sorted(filter(None, same))
    choice.shuffle(order)
    count = 0
    for source in order:
        text = make(source, choice)
        if text and count < _MOST:
            count += 1
            yield text, same[source]


def _words(text: str) -> list[str]:
    """Return words in lower case; marks of Indic scripts belong to them."""
    marks = "".join(sorted({char for char in text if unicodedata.category(char).startswith("M")}))
    return re.findall(rf"[\w{marks}'’-]+", text.lower())


def _long_words(text: str) -> list[str]:
    return [word for word in _words(text) if len(word) > 3]


def _three_words(text: str, choice: random.Random) -> str:
    words = _long_words(text)
    if len(words) < 2:
        return ""
    places = sorted(choice.sample(range(len(words)), min(3, len(words))))
    return " ".join(words[place] for place in places)


def _beginning(text: str, choice: random.Random) -> str:
    words = _long_words(text)
    if len(words) < 2:
        return ""
    at = choice.randrange(1, len(words))
    return f"{words[at - 1]} {words[at][: max(3, len(words[at]) // 2)]}"


def _with_a_slip(text: str, choice: random.Random) -> str:
    words = _words(text)
    longest = max(range(len(words)), key=lambda at: len(words[at]), default=0)
    if not words or len(words[longest]) < 5:
        return ""
    word = words[longest]
    at = choice.randrange(1, len(word) - 1)
    words[longest] = choice.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
    return " ".join(words)


def _as_typed(text: str, _: random.Random) -> str:
    """Return a title as people type it who leave out accents; empty if that is the same."""
    words = " ".join(_words(text))
    written = unicodedata.normalize("NFKD", words.translate(_ARABIC_HABITS))
    bare = re.sub("[\u0300-\u036f]", "", written).replace("đ", "d")
    typed = unicodedata.normalize("NFC", bare)
    return typed if typed != unicodedata.normalize("NFC", words) else ""


def _piece(text: str, choice: random.Random) -> str:
    if len(text) < 6:
        return ""
    length = min(len(text) - 1, choice.randint(5, 10))
    at = choice.randrange(len(text) - length + 1)
    return text[at : at + length]


def _first_half(text: str, _: random.Random) -> str:
    return text[: len(text) // 2] if len(text) >= 6 else ""


def _without_one(text: str, choice: random.Random) -> str:
    if len(text) < 6:
        return ""
    at = choice.randrange(1, len(text) - 1)
    return text[:at] + text[at + 1 :]
