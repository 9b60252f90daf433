"""Portuguese: plurals become singulars, and the words of the site vote on verbs.

Search folds accents, which Snowball's rules need; and these cut final vowels, so that *carta* and
*cartão*, *ponto* and *ponta* would be one. Here *cancele* and *cancelamento* belong to *cancelar*
if another word of the site does; what might be a verb form only by its last letter needs one that
is nothing else.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from hcgen.search.analyzers._roots import settled
from hcgen.search.analyzers.analyzer import Analyzer
from hcgen.search.pieces import piece_form, segment

_SHORTEST_ROOT = 3
_SINGULARS = (
    (re.compile("^meses$"), "mes"),
    (re.compile("(?<=..)[oa]es$"), "ao"),
    (re.compile("(?<=...)aos$"), "ao"),
    (re.compile("(?<=..)ns$"), "m"),
    (re.compile("(?<=.[aeou])is$"), "l"),
    (re.compile("(?<=...[rz])es$"), ""),
    (re.compile("(?<=[^aeiou])is$"), "il"),
    (re.compile("(?<=..[aeioubdgklt])s$"), ""),
)
_SAME_IN_BOTH = frozenset(
    "mais menos pais depois dois seis leis demais jamais tres apos atraves onibus tenis gratis "
    "lapis".split()
)

# first the endings that hardly any other word has, then those that many have
_CONJUGATIONS = (
    (
        "ar",
        re.compile("(?:ar|ad[oa]|ando|acao|amento|avel|ador|adora|ou|aram|arao|aria|arem|ante)$"),
        re.compile("(?:[aeo]|em|am|ei)$"),
    ),
    (
        "ir",
        re.compile("(?:[ei]r|id[oa]|[ei]ndo|icao|imento|ivel|[ei]dor|[ei]u|[ei]ram|[ei]ria)$"),
        re.compile("(?:[ao]|am)$"),
    ),
)
_SPELT = str.maketrans({"q": "c"})

_ROOTS: Mapping[str, str] = {
    "exclusao": "exclu ir",
    "devolucao": "devolv ir",
    "conexao": "conect ar",
    "assinatura": "assin ar",
    "emissao": "emit ir",
    "transferencia": "transfer ir",
}
"""Nouns that are not made of the verb's root by an ending."""


def stems(vocabulary: Mapping[str, int]) -> Mapping[str, str]:
    """Return surface form -> singular, or the verb that it belongs to."""
    taken = {word: _verbs(_singular(word)) for word in sorted(vocabulary)}
    votes: dict[str, set[str]] = {}
    sure: set[str] = set()
    for word, verbs in taken.items():
        for verb, is_sure in verbs:
            votes.setdefault(verb, set()).add(_singular(word))
            if is_sure:
                sure.add(verb)
    found: dict[str, str] = {}
    for word, verbs in taken.items():
        known = [verb for verb, _ in verbs if verb in sure and len(votes[verb]) > 1]
        found[word] = max(known, key=lambda verb: len(votes[verb]), default=_singular(word))
    return settled(found)


# the vocabulary is asked again for every new word
@lru_cache(maxsize=100_000)
def _singular(word: str) -> str:
    if word not in _SAME_IN_BOTH:
        for plural, singular in _SINGULARS:
            form, found = plural.subn(singular, word)
            if found:
                return form
    return word


@lru_cache(maxsize=100_000)
def _verbs(word: str) -> tuple[tuple[str, bool], ...]:
    """Return verbs that a word may belong to, and whether its ending is that of verbs only."""
    if word in _ROOTS:
        return ((_ROOTS[word].replace(" ", ""), True),)
    found: list[tuple[str, bool]] = []
    for infinitive, sure, likely in _CONJUGATIONS:
        for endings, is_sure in ((sure, True), (likely, False)):
            match = endings.search(word)
            if match and match.start() >= _SHORTEST_ROOT:
                root = word[: match.start()]
                # *pague*, *verifique*: the letter that keeps the sound before an e
                if match[0].startswith("e") and root.endswith(("gu", "qu")):
                    root = root[:-1].translate(_SPELT)
                if len(root) >= _SHORTEST_ROOT:
                    found.append((f"{root}{infinitive}", is_sure))
                break
    return tuple(found)


ANALYZER = Analyzer("portuguese", segment, piece_form, stems)
