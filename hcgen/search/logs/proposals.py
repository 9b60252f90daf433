"""What a log of searches proposes: golden queries, synonyms, and topics that are missing."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from hcgen.model.query import BEST, GOOD
from hcgen.search.alternatives import AS_TYPED, EXACT, STEM
from hcgen.search.logs.private import is_private
from hcgen.search.logs.reading import Search
from hcgen.search.query import SearchReader

_LEAST = 2
"""What was typed once may be anybody's."""

_LEAST_OF_STRANGE_WORDS = 5
"""A word that the site does not have may be a name, unless many people type it."""

_MOST_QUERIES, _MOST_WORDS, _MOST_TOPICS, _MOST_EXAMPLES = 50, 50, 20, 5
_SHORTEST_WORD = 3
_CLEAR_SHARE = 0.8
_LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class ProposedQuery:
    """A golden query.

    Attributes:
        article: Key of the article that most people opened.
        within: `BEST` where nearly all opened it, else `GOOD`.
        count: How often it was typed.
    """

    query: str
    article: str
    within: int
    count: int


@dataclass(frozen=True, slots=True)
class MissingTopic:
    """Queries without a good answer that have a word in common, the most frequent first."""

    word: str
    queries: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Proposals:
    """What a log proposes for one language.

    Attributes:
        variants: Word as typed -> the site's word that it is a slip of.
        synonyms: Word as typed, and a word of the articles that people opened for it.
        left_out: How many different queries were passed over because they may be private.
    """

    queries: tuple[ProposedQuery, ...]
    variants: Mapping[str, str]
    synonyms: tuple[tuple[str, str], ...]
    missing: tuple[MissingTopic, ...]
    left_out: int


def propose(
    searches: Iterable[Search],
    reader: SearchReader,
    key_of: Callable[[str], str | None],
    *,
    known_queries: frozenset[str] = frozenset(),
) -> Proposals:
    """Return what the searches of one language propose.

    Args:
        key_of: Address, path or id as a log writes it -> key of the article; None for others.
        known_queries: Golden queries that are there already, case folded.
    """
    words = _Words(reader)
    public: list[Search] = []
    left_out = 0
    for search in searches:
        if is_private(search.query, words.is_known):
            left_out += 1
        elif search.count >= _LEAST:
            public.append(search)
    strange = _strange_words(public, words)
    often = {word for word, count in strange.items() if count >= _LEAST_OF_STRANGE_WORDS}
    public = [
        search for search in public if all(word in often for word in words.strange(search.query))
    ]
    by_count = sorted(often, key=lambda word: (-strange[word], word))
    variants = {word: near for word in by_count if (near := words.near(word))}
    return Proposals(
        queries=tuple(_golden(public, key_of, known_queries)),
        variants=dict(list(variants.items())[:_MOST_WORDS]),
        synonyms=tuple(_synonyms(public, words, key_of, often - set(variants)))[:_MOST_WORDS],
        missing=tuple(_missing(public, words))[:_MOST_TOPICS],
        left_out=left_out,
    )


def own_words(reader: SearchReader, query: str) -> int:
    """Return how many words of a query the language's articles have, as they are or inflected."""
    return sum(
        1
        for group in reader.groups(f"{query} ")
        if any(hit.alternative.way_from(group.word) in (EXACT, STEM) for hit in group.hits.values())
    )


class _Words:
    """What the site knows of the words of queries."""

    def __init__(self, reader: SearchReader) -> None:
        self.reader = reader
        self._near: dict[str, str] = {}
        self._known: dict[str, bool] = {}

    def is_known(self, word: str) -> bool:
        """Tell whether articles have a word as it is."""
        if word not in self._known:
            # the blank says that the word is finished, so that it is no beginning of another
            groups = self.reader.groups(f"{word} ")
            self._known[word] = any(
                hit.alternative.how == AS_TYPED for group in groups for hit in group.hits.values()
            )
            self._near[word] = next((group.correction for group in groups), "")
        return self._known[word]

    def near(self, word: str) -> str:
        """Return the site's word that a strange word is a slip of; empty for none."""
        return "" if self.is_known(word) else self._near[word]

    def of(self, query: str) -> list[str]:
        """Return the words of a query, in the form that is looked for."""
        return [group.word for group in self.reader.groups(query)]

    def strange(self, query: str) -> list[str]:
        return [word for word in self.of(query) if not self.is_known(word)]


def _strange_words(searches: Iterable[Search], words: _Words) -> Counter[str]:
    counts: Counter[str] = Counter()
    for search in searches:
        for word in words.strange(search.query):
            if len(word) >= _SHORTEST_WORD:
                counts[word] += search.count
    return counts


def _opened(search: Search, key_of: Callable[[str], str | None]) -> Counter[str]:
    """Return key -> how often it was opened."""
    counts: Counter[str] = Counter()
    for written, count in search.clicked.items():
        key = key_of(written)
        if key is not None:
            counts[key] += count
    return counts


def _golden(
    searches: Iterable[Search], key_of: Callable[[str], str | None], known: frozenset[str]
) -> Iterator[ProposedQuery]:
    number = 0
    for search in searches:
        opened = _opened(search, key_of)
        if not opened or search.query.casefold() in known or number >= _MOST_QUERIES:
            continue
        key, count = min(opened.items(), key=lambda item: (-item[1], item[0]))
        share = count / opened.total()
        if share >= _LEAST_SHARE:
            number += 1
            within = BEST if share >= _CLEAR_SHARE else GOOD
            yield ProposedQuery(search.query, key, within, search.count)


def _synonyms(
    searches: Iterable[Search],
    words: _Words,
    key_of: Callable[[str], str | None],
    strange: set[str],
) -> Iterator[tuple[str, str]]:
    """Yield strange words with the word by which people otherwise come to the same article."""
    to_article: dict[str, Counter[str]] = defaultdict(Counter)
    from_word: dict[str, Counter[str]] = defaultdict(Counter)
    for search in searches:
        opened = _opened(search, key_of)
        for word in words.of(search.query):
            for key, count in opened.items():
                if word in strange:
                    from_word[word][key] += count
                elif len(word) >= _SHORTEST_WORD and words.is_known(word):
                    to_article[key][word] += count
    for word in sorted(from_word, key=lambda word: (-from_word[word].total(), word)):
        key = min(from_word[word].items(), key=lambda item: (-item[1], item[0]))[0]
        # a word that leads to many articles means none of them
        telling = {
            other: count / sum(1 for counts in to_article.values() if other in counts)
            for other, count in to_article[key].items()
        }
        if telling:
            yield word, min(telling.items(), key=lambda item: (-item[1], item[0]))[0]


def _missing(searches: Iterable[Search], words: _Words) -> Iterator[MissingTopic]:
    """Yield frequent queries that found nothing and led to nothing, grouped by a common word."""
    unanswered = [
        search for search in searches if not search.clicked and _is_unanswered(search, words)
    ]
    counts: Counter[str] = Counter()
    for search in unanswered:
        for word in set(words.of(search.query)):
            counts[word] += search.count
    groups: dict[str, list[Search]] = defaultdict(list)
    for search in unanswered:
        own = [word for word in words.of(search.query) if len(word) >= _SHORTEST_WORD]
        if own:
            groups[min(own, key=lambda word: (-counts[word], word))].append(search)
    ranked = sorted(
        groups.items(), key=lambda item: (-sum(search.count for search in item[1]), item[0])
    )
    for word, found in ranked:
        total = sum(search.count for search in found)
        yield MissingTopic(word, tuple(search.query for search in found[:_MOST_EXAMPLES]), total)


def _is_unanswered(search: Search, words: _Words) -> bool:
    """Tell whether the log says that nothing was found, and ours would find nothing either."""
    if search.results or search.clicked:
        return False
    return words.reader.answer(search.query, limit=1).is_foreign
