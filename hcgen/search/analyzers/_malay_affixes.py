"""Roots of Indonesian and Malay words, on which the words of a site vote.

Affixes are cut off by rule; what stood there before a prefix took the root's first letter (*kirim*,
*mengirim*) the rules cannot tell. So each word of the site names every root that it may come from,
and the root that most words name is taken: *kirim* is named by *mengirim*, *dikirim* and
*pengiriman*, and *irim* by two of them only. (Sneddon, Indonesian: A Comprehensive Grammar, 2010,
sections 1.3 to 1.6, has the prefixes and what they do to roots.)
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from hcgen.search.analyzers._roots import settled
from hcgen.search.analyzers.analyzer import Affixes

_SHORTEST_ROOT = 3
_FEWEST_VOTES = 3  # for a root that is no word of the site
_MOST_LAYERS = 3

_CLITICS = ("lah", "kah", "pun", "nya")
_STRONG_SUFFIXES = ("kan",)
_STRONG_PREFIXES = ("memper", "diper", "ber", "per", "ter", "di")
# many roots begin or end like these
_WEAK_CLITICS = ("ku", "mu")
_WEAK_SUFFIXES = ("an", "i")
_WEAK_PREFIXES = ("bel", "be", "pel", "ke", "se", "ku", "kau")
_AROUND = re.compile("ke(.{4,})an")  # *keamanan* of *aman*: neither half stands by itself
# prefix, what follows it, and what it has taken away
_NASAL = (
    ("meny", "[aeiou]", ("s",)),
    ("peny", "[aeiou]", ("s",)),
    ("menge", "[a-z]{3,4}$", ("",)),
    ("penge", "[a-z]{3,4}$", ("",)),
    ("meng", "[aeiou]", ("k", "")),
    ("peng", "[aeiou]", ("k", "")),
    ("meng", "[ghkqx]", ("",)),
    ("peng", "[ghkqx]", ("",)),
    ("mem", "[aeiou]", ("p", "m")),
    ("pem", "[aeiou]", ("p", "m")),
    ("mem", "[bfpv]", ("",)),
    ("pem", "[bfpv]", ("",)),
    ("men", "[aeiou]", ("t", "n")),
    ("pen", "[aeiou]", ("t", "n")),
    ("men", "[cdjstz]", ("",)),
    ("pen", "[cdjstz]", ("",)),
    ("me", "[lmnrwy]", ("",)),
    ("pe", "[lmnrwy]", ("",)),
)
_NASAL_PATTERNS = tuple(
    (re.compile(f"{prefix}(?={after})"), restored) for prefix, after, restored in _NASAL
)
# the outermost first; what is longer is less likely a part of the root
_UNSEEN_PREFIXES = (
    *(("memper", ""), ("diper", ""), ("meny", "s"), ("peny", "s"), ("meng", "k"), ("meng", "")),
    *(("peng", "k"), ("peng", ""), ("mem", "p"), ("mem", ""), ("pem", "p"), ("pem", "")),
    *(("men", "t"), ("men", ""), ("pen", "t"), ("pen", ""), ("ber", ""), ("ter", ""), ("per", "")),
    *(("me", ""), ("pe", ""), ("di", ""), ("ke", ""), ("se", "")),
)
_UNSEEN_SUFFIXES = ("kannya", "annya", "nya", "lah", "kah", "kan", "an", "mu", "ku", "i")
UNSEEN: tuple[Affixes, ...] = (
    *(Affixes(suffix=clitic) for clitic in ("nya", "lah", "kah", "pun", "mu", "ku")),
    *(
        Affixes(prefix, start, suffix)
        for prefix, start in _UNSEEN_PREFIXES
        for suffix in (*_UNSEEN_SUFFIXES, "")
    ),
    *(Affixes(suffix=suffix) for suffix in _UNSEEN_SUFFIXES),
)
"""Of words that no article has. A browser tries them one by one: it has no roots to vote on."""
_VOWEL = re.compile("[aeiou]")
_LETTERS = re.compile("[a-z]+")


def voted_roots(
    vocabulary: Mapping[str, int], whole: frozenset[str], roots: Mapping[str, str]
) -> Mapping[str, str]:
    """Return surface form -> root, for the forms that have one.

    Args:
        vocabulary: Surface form -> how often the site has it.
        whole: Words that only look as if they had affixes.
        roots: Words whose root the rules would miss.
    """
    named = {
        word: tuple(_roots(word, vocabulary, whole))
        for word in sorted(vocabulary)
        if _LETTERS.fullmatch(word) and word not in roots
    }
    votes: dict[str, int] = {}
    for word, candidates in named.items():
        for root in {word, *candidates}:
            votes[root] = votes.get(root, 0) + 1
    found: dict[str, str] = {}
    for word, candidates in named.items():
        known = [root for root in candidates if root in vocabulary or votes[root] >= _FEWEST_VOTES]
        if known:
            # a word of the site counts twice; of two with as many votes less is lost of the longer
            found[word] = max(
                known, key=lambda root: (votes[root] * (1 + (root in vocabulary)), len(root), root)
            )
    return settled({**found, **roots})


def _roots(word: str, vocabulary: Mapping[str, int], whole: frozenset[str]) -> Iterator[str]:
    """Yield every root that a word may come from, each once; not the word itself."""
    seen = {word}
    waiting = [(word, 0)]
    while waiting:
        form, layers = waiting.pop()
        if form in whole or layers == _MOST_LAYERS:
            continue
        for root, is_strong in _shortened(form, is_outer=layers == 0):
            if root in seen or len(root) < _SHORTEST_ROOT or not _VOWEL.search(root):
                continue
            # a word of the site is not cut to what is none, as *ganti* to *gant*
            if not is_strong and form in vocabulary and root not in vocabulary:
                continue
            seen.add(root)
            yield root
            waiting.append((root, layers + 1))


@lru_cache(maxsize=100_000)  # the vocabulary is asked again for every new word
def _shortened(form: str, *, is_outer: bool) -> tuple[tuple[str, bool], ...]:
    return tuple(_without_one_affix(form, is_outer=is_outer))


def _without_one_affix(form: str, *, is_outer: bool) -> Iterator[tuple[str, bool]]:
    """Yield what is left without one affix, and whether hardly any root has that in itself."""
    clitics = ((_CLITICS, True), (_WEAK_CLITICS, False)) if is_outer else ()
    for endings, is_strong in (*clitics, (_STRONG_SUFFIXES, True), (_WEAK_SUFFIXES, False)):
        for ending in endings:
            if form.endswith(ending):
                yield form.removesuffix(ending), is_strong
    for prefixes, is_strong in ((_STRONG_PREFIXES, True), (_WEAK_PREFIXES, False)):
        for prefix in prefixes:
            if form.startswith(prefix):
                yield form.removeprefix(prefix), is_strong
    if match := _AROUND.fullmatch(form):
        yield match[1], True
    for pattern, restored in _NASAL_PATTERNS:
        if match := pattern.match(form):
            rest = form[match.end() :]
            yield from ((f"{first}{rest}", True) for first in restored)
