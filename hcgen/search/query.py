"""Answers a query from the published files, exactly as `search-client.js` does.

Any word may match; the last one also as the beginning of a word. An article's score is the sum,
over the words, of the word's weight times the impact of the best of its alternatives there; then it
is lowered by the share of the query's weight that the article lacks. All arithmetic is of integers;
ties go to the article with the lower number.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from hcgen.model.url import encode_path
from hcgen.search.alternatives import BEGINNING, CORRECTED, WHOLE, Alternative, alternatives
from hcgen.search.coding import Posting, form_mark, term_weight
from hcgen.search.files import IndexFiles
from hcgen.search.passages import Mark, Needle, passage_of
from hcgen.search.pieces import piece_form, segment

MOST_WORDS = 24
LIKELY = 128
OTHER_FORM = 192
"""What an article is worth whose title has the word in another form than was looked for."""
BONUS_SCALE = 64
TITLE_BONUS = 64
ORDER_BONUS = 32
FOREIGN_BELOW = 200
"""An answer whose score is below this share of the query's weight answers something else."""


@dataclass(frozen=True, slots=True)
class Result:
    """An article that answers a query.

    Attributes:
        id: Its key, the same in all languages.
        url: Below the site's root, percent-encoded.
        anchor: Of the section that answers; empty for the article's beginning.
        heading: Of that section.
        passage: Text of the section around the words that were found.
        marks: Where in it they stand, in UTF-16 code units.
        language: Tag of the article's language where that is not the reader's; else empty.
        topic: Path of its topic; empty for none.
        score: Comparable within one query only.
    """

    id: str
    url: str
    title: str
    anchor: str
    heading: str
    passage: str
    marks: tuple[Mark, ...]
    language: str
    topic: str
    score: int


class Contribution(NamedTuple):
    """What a word of the query adds to an article's score, before that is lowered.

    Attributes:
        word: As the reader typed it, folded.
        found: The site's word that it was taken for.
        term: What that word was indexed as.
        how: See `Alternative.way_from`.
        points: Weight times impact.
    """

    word: str
    found: str
    term: str
    how: str
    weight: int
    impact: int
    points: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query brings.

    Attributes:
        contributions: For each result, what each word of the query that was found adds.
        total: How many articles match.
        is_foreign: Nothing matches well: what is asked for is most likely not on the site.
        correction: The query with the words that the site does not know put right; empty if there
            is nothing to put right.
    """

    results: tuple[Result, ...]
    contributions: tuple[tuple[Contribution, ...], ...]
    total: int
    is_foreign: bool
    correction: str


class Hit(NamedTuple):
    """What a word of the query found in an article."""

    alternative: Alternative
    impact: int
    posting: Posting


@dataclass(frozen=True, slots=True)
class Group:
    """A word of the query and all that it found.

    Attributes:
        weight: What the word says: much if few articles have it.
        holding: How many articles have it, or a reading of it that is worth about as much.
        hits: Article -> its best hit; of very many articles those with the best.
    """

    word: str
    weight: int
    holding: int
    hits: dict[int, Hit]
    correction: str


class SearchReader:
    """Reads one language's index."""

    def __init__(self, language: str, read: Callable[[str], bytes]) -> None:
        """Open an index.

        Args:
            read: Path below the site's root -> bytes of the file.
        """
        self._files = IndexFiles(language, read)

    @property
    def is_partial(self) -> bool:
        """A file was missing or broken, so answers may be missing too."""
        return self._files.is_partial

    def search(self, query: str, *, limit: int = 10, topic: str = "") -> tuple[Result, ...]:
        """Return the articles that answer best, best first."""
        return self.answer(query, limit=limit, topic=topic).results

    def answer(self, query: str, *, limit: int = 10, topic: str = "") -> Answer:
        """Return all that a query brings.

        Args:
            topic: Path of the only topic to look in, with those below it; empty for all.
        """
        groups = self.groups(query)
        found = ranked(groups)
        total = max(len(found), *(group.holding for group in groups), 0)
        if topic:
            members = self._members(topic)
            found = [item for item in found if item[0] in members]
            total = len(found)
        results: list[Result] = []
        contributions: list[tuple[Contribution, ...]] = []
        for article, score in found[:limit]:
            result = self._result(article, score, groups)
            if result is not None:
                results.append(result)
                contributions.append(_contributions(article, groups))
        weight = sum(group.weight for group in groups)
        return Answer(
            results=tuple(results),
            contributions=tuple(contributions),
            total=total,
            is_foreign=bool(groups) and (not found or found[0][1] < weight * FOREIGN_BELOW),
            correction=_corrected(query, groups, results),
        )

    def _words(self, query: str) -> tuple[list[str], bool]:
        """Return the words that are looked for, and whether the last one may be unfinished."""
        spans = [
            (word, end) for start, end in segment(query) if (word := piece_form(query[start:end]))
        ]
        words = [word for word, _ in spans]
        is_open = bool(spans) and spans[-1][1] == len(query)
        stop_words = self._files.manifest["stop"]
        telling = [word for word in words if word not in stop_words] or words
        kept = list(dict.fromkeys(telling))
        return kept[:MOST_WORDS], is_open and len(kept) <= MOST_WORDS and kept[-1:] == words[-1:]

    def groups(self, query: str) -> list[Group]:
        """Return what each word of a query found."""
        words, is_open = self._words(query)
        weak = self._files.weak_words
        telling = [word for word in words if word not in weak]
        last = len(words) - 1
        return [
            self._group(
                word,
                is_last=is_open and place == last,
                is_weak=bool(telling) and word in weak,
            )
            for place, word in enumerate(words)
        ]

    def _members(self, topic: str) -> frozenset[int]:
        members: list[int] = []
        start = 0
        topics = self._files.manifest["topics"]
        for path, count in zip(topics[::3], topics[2::3], strict=True):
            if f"{path}/".startswith(f"{topic}/"):
                members += range(start, start + count)
            start += count
        return frozenset(members)

    def _group(self, word: str, *, is_last: bool, is_weak: bool) -> Group:
        hits: dict[int, Hit] = {}
        found = alternatives(self._files, word, is_last=is_last)
        # what is worth much less than the best reading must not make the word look common
        least = max((alternative.worth for alternative in found), default=0) * LIKELY // WHOLE
        most = 0
        for alternative in found:
            mark = form_mark(alternative.word)
            postings = self._files.postings(alternative.term)
            if alternative.worth >= least:
                most = max(most, postings.holding)
            for posting in postings.found:
                impact = posting.impact * alternative.worth // WHOLE
                if posting.place >= 0 and posting.form != mark:
                    impact = impact * OTHER_FORM // WHOLE
                known = hits.get(posting.article)
                if known is None or known.impact < impact:
                    hits[posting.article] = Hit(alternative, impact, posting)
        holding = max(most, sum(hit.alternative.worth >= least for hit in hits.values()))
        weight = term_weight(self._files.manifest["articles"], holding)
        if is_weak:
            weight = max(1, weight // 2)
        correction = found[0].word if found and found[0].how == CORRECTED else ""
        return Group(word, weight, holding, hits, correction)

    def _result(self, article: int, score: int, groups: list[Group]) -> Result | None:
        row = self._files.row(article)
        if row is None:
            return None
        key, address, title, language, topic, texts = row
        needles, part = _needles(article, groups)
        passage = passage_of(self._files.part(texts, part), needles)
        return Result(
            key,
            encode_path(address),
            title,
            passage.anchor,
            passage.heading,
            passage.text,
            passage.marks,
            language,
            topic,
            score,
        )


def _contributions(article: int, groups: list[Group]) -> tuple[Contribution, ...]:
    return tuple(
        Contribution(
            group.word,
            hit.alternative.word,
            hit.alternative.term,
            hit.alternative.way_from(group.word),
            group.weight,
            hit.impact,
            group.weight * hit.impact,
        )
        for group in groups
        if (hit := group.hits.get(article)) is not None
    )


def _corrected(query: str, groups: list[Group], results: list[Result]) -> str:
    """Return the query with corrected words in their places; empty if there are none."""
    right = {group.word: group.correction for group in groups if group.correction}
    parts: list[str] = []
    done = 0
    for start, end in segment(query):
        word = piece_form(query[start:end])
        if word in right:
            parts += (query[done:start], _written(right[word], results))
            done = end
    return "".join((*parts, query[done:])) if parts else ""


def _written(wanted: str, results: list[Result]) -> str:
    """Return a word with its accents, as the best result that has it writes it."""
    for text in (text for result in results for text in (result.title, result.passage)):
        for start, end in segment(text):
            if piece_form(text[start:end]) == wanted:
                return text[start:end].lower()
    return wanted


def _needles(article: int, groups: list[Group]) -> tuple[list[Needle], int]:
    """Return what is looked for in the text of an article, and in which of its parts."""
    needles: list[Needle] = []
    parts: dict[int, int] = {}
    for group in groups:
        hit = group.hits.get(article)
        if hit is not None:
            found = hit.alternative
            is_beginning = found.how == BEGINNING
            needles.append(Needle(group.word, found.word, found.term, is_beginning, group.weight))
            part = hit.posting.part
            parts[part] = parts.get(part, 0) + group.weight
    part = min(parts, key=lambda number: (-parts[number], number), default=0)
    return needles, part


def ranked(groups: list[Group]) -> list[tuple[int, int]]:
    """Return article and score of all articles that hold a word, best first."""
    found: dict[int, _Sum] = {}
    total = sum(group.weight for group in groups)
    for number, group in enumerate(groups):
        for article, hit in group.hits.items():
            found.setdefault(article, _Sum()).add(number, group.weight, hit)
    scores = [(article, each.score(total, len(groups))) for article, each in found.items()]
    return sorted(scores, key=lambda item: (-item[1], item[0]))


def lowered(points: int, matched: int, total: int) -> int:
    """Return an article's points, lowered by what it lacks of the query.

    Args:
        matched: Weight of the words that it has.
        total: Weight of all words.
    """
    return points * (3 * total + 7 * matched) // (10 * total)


class _Sum:
    """What the words of a query say together about one article."""

    def __init__(self) -> None:
        self._points = self._matched = self._titled = self._places = 0
        self._in_order = self._title_length = 0
        self._before = (-2, -2)

    def add(self, number: int, weight: int, hit: Hit) -> None:
        """Take in a word of the query."""
        self._points += weight * hit.impact
        self._matched += weight
        place = hit.posting.place
        if place >= 0:
            self._titled += weight * hit.alternative.worth // WHOLE
            self._places |= 1 << place
            self._title_length = hit.posting.title_length
            self._in_order += self._before == (number - 1, place - 1)
            self._before = (number, place)

    def score(self, total: int, words: int) -> int:
        """Return the score: more for an article that holds all words, or whose title is them.

        Args:
            total: Weight of the query.
            words: How many words it has.
        """
        covered = lowered(self._points, self._matched, total)
        if not self._titled:
            return covered
        share = (
            TITLE_BONUS * self._titled * self._places.bit_count() // (total * self._title_length)
        )
        if words > 1:
            share += ORDER_BONUS * self._titled * self._in_order // (total * (words - 1))
        return covered * (BONUS_SCALE + share) // BONUS_SCALE
