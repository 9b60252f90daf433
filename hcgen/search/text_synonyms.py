"""What words of another language mean, learned from the texts of translations.

Titles and headings have few of the words that readers type; the texts below them have most. A term
of another language means one of this one if nearly the same sections have them (Dice's coefficient,
as for titles in `hcgen.search.synonyms`). Terms are not compared with all others: a few sections of
each propose what it may mean, and only that is counted in all sections.

Many a word stands in the texts of several languages: “online”, or the names of buttons. What this
language has at least as often as the other one is its own word, and has nothing to learn.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from heapq import nsmallest
from typing import NamedTuple

_PROPOSING = 6
"""Sections of a term that propose what it may mean: what half of them have."""
_LEAST_TOGETHER = 3
_LEAST_STRENGTH = 50
"""Dice's coefficient in per cent."""
_MOST_SECTIONS = 128
"""A term of more sections than this says little, and would take long."""


class SectionTerms(NamedTuple):
    """The text of a section, and of the same one in a translation.

    Attributes:
        here: Terms of this language.
        there: Terms of the other one.
    """

    here: frozenset[str]
    there: frozenset[str]


class TextSynonyms:
    """What terms of one other language mean, while texts come, change and go.

    Attributes:
        strengths: Term of the other language -> term of this one -> Dice's coefficient in per cent.
    """

    def __init__(self) -> None:
        self.strengths: dict[str, Mapping[str, int]] = {}
        self._read: dict[str, Sequence[SectionTerms]] = {}
        self._here: defaultdict[str, set[int]] = defaultdict(set)  # term -> sections
        self._there: defaultdict[str, set[int]] = defaultdict(set)
        self._terms: dict[int, frozenset[str]] = {}  # section -> terms of this language
        self._proposed: dict[str, Sequence[str]] = {}  # by a term of the other language
        self._proposing: defaultdict[str, set[str]] = defaultdict(set)  # the other way round
        self._touched_here: set[str] = set()
        self._touched_there: set[str] = set()

    def read(self, key: str, sections: Sequence[SectionTerms]) -> None:
        """Take the texts of an article for what they are now; none if it has gone."""
        before = self._read.pop(key, ())
        if sections:
            self._read[key] = sections
        for number in range(max(len(before), len(sections))):
            old = before[number] if number < len(before) else None
            new = sections[number] if number < len(sections) else None
            if old != new:
                self._replace(_section_id(key, number), old, new)

    def _replace(self, section: int, old: SectionTerms | None, new: SectionTerms | None) -> None:
        if old is not None:
            for term in old.here:
                self._here[term].remove(section)
            for term in old.there:
                self._there[term].remove(section)
            self._touch(old)
            del self._terms[section]
        if new is not None:
            for term in new.here:
                self._here[term].add(section)
            for term in new.there:
                self._there[term].add(section)
            self._touch(new)
            self._terms[section] = new.here

    def _touch(self, terms: SectionTerms) -> None:
        self._touched_here |= terms.here
        self._touched_there |= terms.there

    def settle(self) -> Iterator[str]:
        """Bring `strengths` up to date; yield the terms whose meanings are not what they were."""
        touched, self._touched_there = self._touched_there, set()
        for term in touched:
            self._propose(term)
        for here in self._touched_here:
            touched.update(self._proposing.get(here, ()))
            if here in self._there:
                touched.add(here)
            if not self._here[here]:
                del self._here[here]
        self._touched_here = set()
        for term in touched:
            before = self.strengths.pop(term, None)
            now = self._weighed(term)
            if now:
                self.strengths[term] = now
            if before != (now or None):
                yield term

    def _propose(self, term: str) -> None:
        for here in self._proposed.pop(term, ()):
            self._proposing[here].remove(term)
        sections = self._there[term]
        if not sections:
            del self._there[term]
        if not _LEAST_TOGETHER <= len(sections) <= _MOST_SECTIONS:
            return
        # section ids are at random, so that the smallest ones are a fair choice
        few = sections if len(sections) <= _PROPOSING else nsmallest(_PROPOSING, sections)
        counts: Counter[str] = Counter()
        for section in few:
            counts.update(self._terms[section])
        self._proposed[term] = proposed = [
            here for here, count in counts.items() if 2 * count >= len(few) and here != term
        ]
        for here in proposed:
            self._proposing[here].add(term)

    def _weighed(self, term: str) -> Mapping[str, int]:
        sections = self._there.get(term, set())
        found: dict[str, int] = {}
        if len(self._here.get(term, ())) >= len(sections):
            return found
        for here in self._proposed.get(term, ()):
            own = self._here[here]
            whole = len(sections) + len(own)
            # the half cannot be reached where one is in more than three times as many as the other
            if whole * _LEAST_STRENGTH <= 200 * min(len(sections), len(own)):
                together = len(sections & own)
                strength = 200 * together // whole
                if together >= _LEAST_TOGETHER and strength >= _LEAST_STRENGTH:
                    found[here] = strength
        return found


def _section_id(key: str, number: int) -> int:
    return int.from_bytes(blake2b(f"{key} {number}".encode(), digest_size=7).digest())
