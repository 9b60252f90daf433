"""What a typed word may stand for: terms, and what each is worth in its place.

The twin in the browser is `theme/assets/search-alternatives.js`.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hcgen.search.coding import word_order
from hcgen.search.edits import FAR, edits_between
from hcgen.search.files import IndexFiles, KnownWord
from hcgen.search.index import MINED, OWN, TRANSLATED

WHOLE = 256
_WORTH = {OWN: WHOLE, TRANSLATED: 230, MINED: 140}
_COMPLETED = 190
_COMPLETED_KNOWN = 100
"""Where what was typed is a word already."""
_ONE_EDIT = 190
_TWO_EDITS = 130
_FIRST_LETTER_LESS = 40
_SHORTEST_BEGINNING = 2
_NO_BLANKS = "\u0e00"
"""From here on are scripts in which one letter may be a word."""
_MOST_COMPLETIONS = 60
_MOST_CORRECTIONS = 8
_MOST_SHARDS = 12
_SHORTEST_FORM = 4
"""Of a word of the site to which affixes may be added."""
_LETTERS_FOR_ONE_EDIT = 4
_LETTERS_FOR_TWO = 8

EXACT, STEM, PREFIX, EDIT = "exact", "stem", "prefix", "edit"
TRANSLATION, SYNONYM = "translation", "synonym"
"""Ways from a word to a term, for people: the last two by the site's other languages."""

AS_TYPED, BEGINNING, CORRECTED = "as typed", "beginning", "corrected"


class Alternative(NamedTuple):
    """A term that may be meant.

    Attributes:
        worth: Out of `WHOLE`.
        word: The site's word that leads to it.
        how: One of `AS_TYPED`, `BEGINNING`, `CORRECTED`.
        kind: How the term comes to stand for that word; see `hcgen.search.index`.
    """

    term: str
    worth: int
    word: str
    how: str
    kind: int

    def way_from(self, word: str) -> str:
        """Return how a word led here: one of `EXACT`, `STEM`, `PREFIX`, `EDIT` and so on."""
        if self.kind != OWN:
            return TRANSLATION if self.kind == TRANSLATED else SYNONYM
        if self.how != AS_TYPED:
            return PREFIX if self.how == BEGINNING else EDIT
        return EXACT if self.term == word else STEM


def alternatives(files: IndexFiles, word: str, *, is_last: bool) -> list[Alternative]:
    """Return the terms that a word may stand for, each once.

    Args:
        is_last: The reader may not have finished it.
    """
    found: dict[str, Alternative] = {}

    def take(known: KnownWord, worth: int, how: str, shards: range | None = None) -> None:
        for term, kind in known.targets:
            if shards is not None and files.terms.place(term) not in shards:
                continue
            value = worth * _WORTH[kind] // WHOLE
            if term not in found or found[term].worth < value:
                found[term] = Alternative(term, value, known.word, how, kind)

    exact = known_word(files, word) or known_form(files, word)
    if exact:
        take(exact, WHOLE, AS_TYPED)
    if is_last and (len(word) >= _SHORTEST_BEGINNING or word >= _NO_BLANKS):
        # of a word that is whole already, those that cost no more than one file
        place = files.terms.place(word)
        shards = range(place, place + 2) if exact else None
        for known in completions(files, word):
            take(known, _COMPLETED_KNOWN if exact else _COMPLETED, BEGINNING, shards)
    if not found:
        for known, worth in corrections(files, word, is_last=is_last):
            take(known, worth, CORRECTED)
    return list(found.values())


def known_word(files: IndexFiles, word: str) -> KnownWord | None:
    """Return a word of the site."""
    return files.known_words(files.words.place(word)).get(word)


def known_form(files: IndexFiles, word: str) -> KnownWord | None:
    """Return the word of the site that one with affixes comes from."""
    for affixes in files.manifest["affixes"]:
        prefix, start, suffix, end = affixes.split(",")
        if word.startswith(prefix) and word.endswith(suffix):
            form = start + word[len(prefix) : len(word) - len(suffix)] + end
            known = known_word(files, form) if len(form) >= _SHORTEST_FORM else None
            if known and known.targets[0][1] == OWN:
                return known
    return None


def completions(files: IndexFiles, beginning: str) -> list[KnownWord]:
    """Return the words that go on after a beginning, the most frequent first."""
    found = [
        known
        for shard in files.words.beginning_with(beginning)[:_MOST_SHARDS]
        for known in files.known_words(shard).values()
        if known.word != beginning and known.word.startswith(beginning)
    ]
    found.sort(key=lambda known: (-known.frequency, word_order(known.word)))
    return found[:_MOST_COMPLETIONS]


def corrections(files: IndexFiles, word: str, *, is_last: bool) -> list[tuple[KnownWord, int]]:
    """Return the words that may have been meant, best first, and what each is worth."""
    length = len(word)
    if length < _LETTERS_FOR_ONE_EDIT:
        return []
    most = 2 if length >= _LETTERS_FOR_TWO else 1
    found: list[tuple[int, bool, int, bytes, KnownWord]] = []
    for known in _near(files, word):
        if known.word.isdecimal():
            continue
        edits = edits_between(word, known.word, most)
        is_beginning = edits == FAR and is_last
        if is_beginning:
            edits = edits_between(word, known.word, most, is_beginning=True)
        if edits != FAR:
            worth = _ONE_EDIT if edits == 1 else _TWO_EDITS
            if known.word[:1] != word[:1]:
                worth -= _FIRST_LETTER_LESS
            if is_beginning:
                worth = worth * _COMPLETED // WHOLE
            found.append((-worth, is_beginning, -known.frequency, word_order(known.word), known))
    found.sort(key=lambda item: item[:4])
    best = found[0][0] if found else 0
    return [
        (known, -minus)
        for minus, _, _, _, known in found[:_MOST_CORRECTIONS]
        if 4 * minus <= 3 * best
    ]


def _near(files: IndexFiles, word: str) -> Iterator[KnownWord]:
    """Yield words that may be near, without reading more than some shards."""
    words = files.words
    swapped = word[1] + word[0] + word[2:]
    wanted: dict[int, None] = {}

    def want(shards: Iterable[int]) -> None:
        for shard in shards:
            if shard >= 0 and len(wanted) < _MOST_SHARDS:
                wanted.setdefault(shard)

    want(words.beginning_with(word[:2]))
    want((words.place(swapped), words.place(word[1:])))
    want(words.beginning_with(word[:1]))
    want(range(len(words.names) if len(words.names) <= _MOST_SHARDS else 0))
    for shard in sorted(wanted):
        yield from files.known_words(shard).values()
