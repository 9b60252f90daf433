"""British and American spellings of a word are one word.

What is American becomes British, for *organize* cannot be anything but *organise*, while no
*promise* has a z. Doubled letters (*cancelled*) are the stemmer's business.
"""

import re
from functools import lru_cache

# beginning, letters, ending; what the letters become; how long the beginning is at least
_LETTERS = (
    # *prize* and *resize* have no s in any country
    (re.compile("^(.*[^s]|emphas|synthes)(iz)(e[drs]?|ers|ing|ations?|able)$"), "is", 3),
    (re.compile("^(anal|paral|catal)(yz)(e[drs]?|ers|ing)$"), "ys", 3),
    (
        re.compile(
            "^((?:dis|multi|un)?(?:col|fav|flav|harb|hon|hum|lab|rum|vap|behavi|endeav|neighb))(or)"
            "(s?|ed|er|ers|ings?|ful|less|ites?|abl[ey]|hoods?|al|ly)$"
        ),
        "our",
        0,
    ),
    (re.compile("^(cent|theat|fib|lit|calib|(?:kilo|centi|milli)met)(er)(s?)$"), "re", 0),
    (re.compile("^(cent)(ere)(d)$"), "re", 0),
    (re.compile("^(def|off|lic|pret)(ens)(e[ds]?|ing)$"), "enc", 0),
    (re.compile("^(catal|dial|anal)(og)(s?)$"), "ogue", 0),
    (re.compile("^(acknowledg|judg)(m)(ents?)$"), "em", 0),
    (re.compile("^(gr)(a)(y|ys|yscale)$"), "e", 0),
    (re.compile("^(enro)(ll)(s?|ments?)$"), "l", 0),
    (re.compile("^(insta)(ll)(ments?)$"), "l", 0),
    (re.compile("^(program)()(s?)$"), "me", 0),
    (re.compile("^(practi)(c)(es?)$"), "s", 0),
)
_AMERICAN = (
    (re.compile("^practis(?=es?$)"), "practic"),
    (re.compile("is(?=(?:e[drs]?|ers|ing|ations?|able)$)"), "iz"),
    (re.compile("ys(?=(?:e[drs]?|ers|ing)$)"), "yz"),
    (re.compile("our"), "or"),
    (re.compile("re(?=s?$)"), "er"),
    (re.compile("red$"), "ered"),
    (re.compile("enc(?=(?:e[ds]?|ing)$)"), "ens"),
    (re.compile("ogue(?=s?$)"), "og"),
    (re.compile("gem(?=ents?$)"), "gm"),
    (re.compile("^grey"), "gray"),
    (re.compile("^(enro|insta)l(?=s?$|ments?$)"), r"\1ll"),
    (re.compile("mme(?=s?$)"), "m"),
)


# the vocabulary is asked again for every new word
@lru_cache(maxsize=100_000)
def british(word: str) -> str:
    """Return the British spelling of a word; of most words, the word."""
    for american, letters, shortest in _LETTERS:
        match = american.match(word)
        if match and len(match[1]) >= shortest:
            return f"{match[1]}{letters}{match[3]}"
    return word


@lru_cache(maxsize=100_000)
def american(word: str) -> str:
    """Return the American spelling of a word that has one of its own; else the word."""
    for letters, other in _AMERICAN:
        form, found = letters.subn(other, word)
        if found and british(form) == word:
            return form
    return word
