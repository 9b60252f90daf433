"""English: Snowball's stemmer, words that it gets wrong, and both spellings of a word."""

from collections.abc import Mapping

from snowballstemmer import stemmer

from hcgen.search.analyzers._english_spelling import american, british
from hcgen.search.analyzers._roots import stems_by
from hcgen.search.analyzers.analyzer import Analyzer
from hcgen.search.pieces import piece_form, segment

# Snowball takes these for forms of something else: newspapers of “new”, settings of “set”
_EXCEPTIONS: Mapping[str, str] = {
    "news": "news",
    "windows": "windows",
    "setting": "settings",
    "settings": "settings",
    "billing": "bill",
    "universe": "universe",
    "paid": "pay",
    "sent": "send",
    "bought": "buy",
    "broken": "break",
    "broke": "break",
    "wrote": "write",
    "written": "write",
    "chosen": "choose",
    "chose": "choose",
    "lost": "lose",
    "forgot": "forget",
    "forgotten": "forget",
    "emailed": "email",
    "emails": "email",
}

_snowball = stemmer("english").stemWord
_stems = stems_by(lambda word: _snowball(british(word)), _EXCEPTIONS)


def stems(vocabulary: Mapping[str, int]) -> Mapping[str, str]:
    """Return surface form -> stem, also of the other spelling of the site's words."""
    others = (spelling(word) for word in vocabulary for spelling in (british, american))
    return _stems(dict.fromkeys((*vocabulary, *others), 1))


ANALYZER = Analyzer("english", segment, piece_form, stems)
