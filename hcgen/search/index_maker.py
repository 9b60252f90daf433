"""Makes the index of one language again and again; what did not change is not worked out again.

Making an index for the first time is the same as changing an empty one, so there is one way only
in which an index comes about.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from hcgen.search.article_words import ArticleWords
from hcgen.search.coding import in_word_order
from hcgen.search.index import (
    MINED,
    OWN,
    TRANSLATED,
    IndexedArticle,
    SearchIndex,
    Word,
    ordered_by_topic,
)
from hcgen.search.postings import Postings
from hcgen.search.scoring import TRANSLATED_FIELDS, Bag, Terms, average_length, bags_of, scored
from hcgen.search.synonyms import (
    ArticleSynonyms,
    MinedSynonyms,
    Pair,
    aligned_texts,
    pairs_of,
)
from hcgen.search.text_synonyms import SectionTerms
from hcgen.search.vocabulary import Vocabulary

_MOST_READ = 500
"""Articles whose texts teach what words of other languages mean; of a larger site some will do."""


def make_index(
    language: str,
    articles: Iterable[IndexedArticle],
    vocabularies: Mapping[str, Vocabulary],
    topic_titles: Mapping[str, str],
) -> SearchIndex:
    """Return the index of the articles that readers of a language meet, fallbacks included.

    Args:
        vocabularies: Of all languages of the site.
        topic_titles: Path -> title, in the order in which readers see them.
    """
    return IndexMaker(language).make(articles, vocabularies, topic_titles)


class _Known(NamedTuple):
    """What was worked out for one article.

    Attributes:
        words: All surface forms of its fields, those of translations too.
        aligned: Those of translations' headings, and of their texts where these are read.
        terms: That have it in their postings.
    """

    article: IndexedArticle
    bags: tuple[Bag, ...]
    words: frozenset[str]
    aligned: frozenset[str]
    pairs: tuple[Pair, ...]
    terms: tuple[str, ...] = ()


class _Entry(NamedTuple):
    """What was worked out for one word.

    Attributes:
        candidates: Every term that the word may stand for, in the index or not, and its terms in
            other languages.
        word: None where it stands for nothing that any article holds.
    """

    candidates: tuple[str, ...]
    word: Word | None


class IndexMaker:
    """Makes the index of one language; the same as `make_index`, and quicker each next time."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._vocabularies: Mapping[str, Vocabulary] = {}
        self._forget()

    def _forget(self) -> None:
        self._terms: Terms | None = None
        self._known: dict[str, _Known] = {}
        self._lengths: Counter[str] = Counter()
        self._fields: Counter[str] = Counter()
        self._averages: Mapping[str, float] = {}
        self._postings = Postings()
        self._mined = MinedSynonyms()
        self._halvings = 0  # of the share of articles whose texts are read
        self._seen: Counter[str] = Counter()  # word -> how many articles have it
        self._moved: set[str] = set()  # words that are seen and were not, or the other way round
        self._entries: dict[str, _Entry] = {}
        self._words: Mapping[str, Word] = {}

    def make(
        self,
        articles: Iterable[IndexedArticle],
        vocabularies: Mapping[str, Vocabulary],
        topic_titles: Mapping[str, str],
    ) -> SearchIndex:
        """Return the index; see `make_index`."""
        if tuple(vocabularies) != tuple(self._vocabularies):
            self._forget()
            self._vocabularies = dict(vocabularies)
        ordered = ordered_by_topic(articles, topic_titles)
        own = vocabularies[self._language]
        changed = self._changed_words(vocabularies)
        if self._terms is None or changed:
            self._terms = Terms(self._language, vocabularies)
        is_all_new = _phrases_changed(self._vocabularies[self._language], own, changed)
        halvings = (len(ordered) // _MOST_READ).bit_length()
        is_all_new |= halvings != self._halvings
        self._halvings = halvings
        self._vocabularies = dict(vocabularies)

        new = self._take(ordered, changed, is_all_new=is_all_new)
        self._score(new)
        terms, moved = self._postings.settle(article.key for article in ordered)
        self._list_words(changed, moved, self._mined.settle())
        used = {article.topic for article in ordered}
        return SearchIndex(
            self._language,
            ordered,
            tuple((path, title) for path, title in topic_titles.items() if path in used),
            self._words,
            terms,
            tuple(sorted(own.stop_words)),
            tuple(sorted(own.weak_words - {""})),
            own.affixes,
            {article.key: self._known[article.key].terms for article in ordered},
        )

    def _changed_words(self, vocabularies: Mapping[str, Vocabulary]) -> frozenset[str]:
        """Return the words whose term in some language may not be what it was."""
        changed: set[str] = set()
        for tag, now in vocabularies.items():
            before = self._vocabularies[tag]
            if now is not before:
                changed |= now.words ^ before.words
                changed.update(word for word, _ in now.stems.items() ^ before.stems.items())
                changed.update(word for word, _ in now.parts.items() ^ before.parts.items())
        return frozenset(changed)

    def _take(
        self, ordered: Sequence[IndexedArticle], changed: frozenset[str], *, is_all_new: bool
    ) -> set[str]:
        """Take apart the articles that are not as they were; return the keys of those.

        Args:
            changed: Words whose terms may have changed.
            is_all_new: What the site says means the same has changed.
        """
        own = self._vocabularies[self._language]
        meanings = ArticleSynonyms(own) if own.synonyms else None
        left = dict(self._known)
        new: set[str] = set()
        for article in ordered:
            before = left.pop(article.key, None)
            if before is not None and not is_all_new and _is_same(before, article, changed):
                continue
            new.add(article.key)
            synonyms = meanings.of(article.words) if meanings and not article.language else {}
            compounds = {} if article.language else own.parts
            bags = bags_of(article.words, article.translations, synonyms, compounds)
            words = frozenset().union(*(bag.words for bag in bags))
            is_read = not article.language and crc32(article.key.encode()) % 2**self._halvings == 0
            aligned = frozenset(
                word
                for translation in article.translations
                for words_there in (
                    translation.fields.get("headings", ()),
                    *(translation.texts if is_read else ()),
                )
                for word in words_there
                if word not in words
            )
            pairs = () if article.language else self._pairs(article)
            self._mined.read(article.key, self._texts(article) if is_read else {})
            terms = before.terms if before is not None else ()
            self._replace(before, _Known(article, bags, words, aligned, pairs, terms))
        for key, before in left.items():
            self._postings.put(key, before.terms, {})
            self._mined.read(key, {})
            self._replace(before, None)
        return new

    def _pairs(self, article: IndexedArticle) -> tuple[Pair, ...]:
        own = self._vocabularies[self._language]
        return pairs_of(article.words, article.translations, own, self._vocabularies)

    def _texts(self, article: IndexedArticle) -> Mapping[str, Sequence[SectionTerms]]:
        own = self._vocabularies[self._language]
        return aligned_texts(article.words, article.translations, own, self._vocabularies)

    def _replace(self, before: _Known | None, now: _Known | None) -> None:
        if before is None or now is None or before.pairs != now.pairs:
            self._mined.forget(before.pairs if before is not None else ())
            self._mined.learn(now.pairs if now is not None else ())
        if before is not None:
            for bag in before.bags:
                self._lengths[bag.name] -= bag.length
                self._fields[bag.name] -= 1
            for word in before.words:
                self._seen[word] -= 1
        if now is not None:
            for bag in now.bags:
                self._lengths[bag.name] += bag.length
                self._fields[bag.name] += 1
            self._moved.update([word for word in now.words if word not in self._seen])
            self._seen.update(now.words)
            self._known[now.article.key] = now
        elif before is not None:
            del self._known[before.article.key]
        for word in before.words if before is not None else ():
            if not self._seen[word]:
                del self._seen[word]
                self._moved.add(word)

    def _score(self, new: set[str]) -> None:
        """Score the new articles; all of them if the average length of a field has moved."""
        assert self._terms is not None
        averages = {
            name: average_length(self._lengths[name], count)
            for name, count in self._fields.items()
            if count
        }
        keys: Iterable[str] = new if averages == self._averages else tuple(self._known)
        self._averages = averages
        for key in keys:
            known = self._known[key]
            found = scored(known.article.words, known.bags, self._terms, averages)
            self._postings.put(key, known.terms, found)
            self._known[key] = known._replace(terms=tuple(found))

    def _list_words(self, changed: frozenset[str], terms: set[str], relearned: set[str]) -> None:
        """Bring what readers may type up to date.

        Args:
            changed: Words whose terms may have changed.
            terms: Those that lead to many more or fewer articles than before.
            relearned: Terms of other languages whose meanings have changed.
        """
        own = self._vocabularies[self._language]
        entries = self._entries
        dirty: set[str] = set()
        gone: set[str] = set()
        for word in changed | self._moved:
            (dirty if word in self._seen or word in own.stems else gone).add(word)
        self._moved = set()
        if not entries:
            dirty |= own.stems.keys()
        touched = terms | relearned
        if touched:
            dirty.update(
                word for word, each in entries.items() if not touched.isdisjoint(each.candidates)
            )
        dirty -= gone
        words = dict(self._words)
        for word in gone:
            entries.pop(word, None)
            words.pop(word, None)
        for word in dirty:
            entries[word] = entry = self._entry(word, own)
            if entry.word is not None:
                words[word] = entry.word
            else:
                words.pop(word, None)
        come = words.keys() - self._words.keys()
        if come:
            order = in_word_order(self._words, come, self._words.keys() - words.keys())
            words = {word: words[word] for word in order}
        if words != self._words:
            self._words = words

    def _entry(self, word: str, own: Vocabulary) -> _Entry:
        assert self._terms is not None
        foreign = self._terms.of_any(word)
        targets = dict.fromkeys((term for term in foreign if term in self._postings), TRANSLATED)
        candidates = list(foreign)
        if word in own.words or word in own.stems:
            term = own.term(word)
            candidates.append(term)
            targets = ({term: OWN} if term in self._postings else {}) | {
                other: kind for other, kind in targets.items() if other != term
            }
        for each in foreign:
            for meaning in self._mined.meanings.get(each, ()):
                candidates.append(meaning.term)
                if meaning.term in self._postings:
                    targets.setdefault(meaning.term, MINED)
        if not targets:
            return _Entry(tuple(candidates), None)
        frequency = min(9, self._postings.holding(next(iter(targets))).bit_length())
        return _Entry(tuple(candidates), Word(frequency, tuple(targets.items())))


def _phrases_changed(before: Vocabulary, now: Vocabulary, changed: frozenset[str]) -> bool:
    """Tell whether what the site says means the same may be found in other articles."""
    if now.synonyms != before.synonyms:
        return True
    return bool(changed) and any(
        not changed.isdisjoint(phrase)
        for group in now.synonyms
        for phrase in (*group.typed, *group.finds)
    )


def _is_same(before: _Known, article: IndexedArticle, changed: frozenset[str]) -> bool:
    known = before.article
    if article.words is not known.words or article.language != known.language:
        return False
    if changed and not (changed.isdisjoint(before.words) and changed.isdisjoint(before.aligned)):
        return False
    if len(article.translations) != len(known.translations):
        return False
    return all(map(_teaches_the_same, article.translations, known.translations))


def _teaches_the_same(one: ArticleWords, other: ArticleWords) -> bool:
    """Tell whether two translations say the same about an article."""
    return one is other or (
        one.language == other.language
        and one.headings == other.headings
        and one.texts == other.texts
        and all(one.fields.get(name) == other.fields.get(name) for name in TRANSLATED_FIELDS)
    )
