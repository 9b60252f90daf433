"""Arabic: letters that people write for one another count as one, and the site's words vote.

A letter before a word may be “and”, “with” or “for”, or the first letter of its root, and one after
it “your”, or the last (*بريد* and *بحساب*, *بنك* and *حسابك*). The other words of the site tell:
what has an article somewhere has nothing joined on, and what is joined on leaves a word of the
site. Articles, feminine and plural endings are cut off by rule, as in the light stemmers of
Larkey, Ballesteros and Connell (Light Stemming for Arabic Information Retrieval, 2007); plurals
that change within the word stand in a list.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from hcgen.search.analyzers._arabic_words import FEMININE, SINGULARS, WHOLE
from hcgen.search.analyzers._roots import settled
from hcgen.search.analyzers.analyzer import Affixes, Analyzer
from hcgen.search.pieces import piece_form, segment

_SHORTEST = 3
_ARABIC = re.compile("[\u0621-\u065f\u0670-\u06d3]+")
_ORNAMENTS = re.compile("[\u0640\u064b-\u0652\u0670]")
_HAMZAS = str.maketrans("أإآٱ", "اااا")
# letters of Persian and Urdu keyboards, which look the same
_KEYBOARDS = str.maketrans("یکےہھ", "يكيهه")
_ALIKE = str.maketrans("ىؤئ", "يوي")
_FEMININE = str.maketrans("ة", "ه")

_ARTICLES = ("وبال", "وكال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال")
_JOINED_BEFORE = ("وب", "ول", "و", "ف", "ب", "ل")
_JOINED_AFTER = ("كما", "هما", "ها", "هم", "كم", "نا", "ك", "ه", "ي")

_UNSEEN_BEFORE = (
    *(("", "ال"), ("ال", ""), ("وال", "ال"), ("بال", "ال"), ("لل", "ال"), ("وال", ""), ("بال", "")),
    *(("لل", ""), ("و", ""), ("ب", ""), ("ل", ""), ("أ", "ا"), ("إ", "ا")),
    *(("الأ", "الا"), ("الإ", "الا")),
)
_UNSEEN_AFTER = (
    *(("تك", "ة"), ("تي", "ة"), ("ته", "ة"), ("تها", "ة"), ("تنا", "ة"), ("تكم", "ة"), ("ات", "ة")),
    *(("ك", ""), ("ي", ""), ("ها", ""), ("نا", ""), ("كم", ""), ("هم", ""), ("ات", ""), ("ين", "")),
    *(("ون", ""), ("ة", "ه"), ("ة", ""), ("ه", "")),
)
_UNSEEN = (
    *(Affixes(prefix, start) for prefix, start in _UNSEEN_BEFORE),
    *(Affixes(suffix=suffix, end=end) for suffix, end in _UNSEEN_AFTER),
    *(Affixes("", "ال", suffix, end) for suffix, end in _UNSEEN_AFTER),
    *(Affixes("ال", "", suffix, end) for suffix, end in _UNSEEN_AFTER),
)


def stems(vocabulary: Mapping[str, int]) -> Mapping[str, str]:
    """Return surface form -> stem, also of the ways in which readers write the site's words."""
    taken = [(word, *_apart(word)) for word in sorted(vocabulary) if _ARABIC.fullmatch(word)]
    after_article = {rest for _, form, rest, _, _ in taken if rest != form}
    known = {form.translate(_HAMZAS) for _, form, _, _, _ in taken}
    known.update(form.translate(_HAMZAS) for form in after_article)
    found: dict[str, str] = {}
    for word, form, rest, shorter, _ in taken:
        if rest == form and form not in after_article:
            rest = next((each for each in shorter if each in known), form)
        found[word] = _without_ending(rest.translate(_HAMZAS).translate(_FEMININE))
    for word, *_, ways_to_write in taken:
        for typed in ways_to_write:
            found.setdefault(typed, found[word])
    return settled(found)


class _Apart(NamedTuple):
    """What a word may come from.

    Attributes:
        form: The word, folded but for ة, and for hamzas on alef: *إلغاء* has no article.
        rest: The same without an article.
        shorter: What is left of it without what may be joined on, without hamzas.
        typed: See `_ways_to_write`.
    """

    form: str
    rest: str
    shorter: tuple[str, ...]
    typed: tuple[str, ...]


@lru_cache(maxsize=100_000)  # the vocabulary is asked again for every new word
def _apart(word: str) -> _Apart:
    bare = _ORNAMENTS.sub("", word).translate(_KEYBOARDS)
    form = bare.translate(_ALIKE)
    ways_to_write = tuple(_ways_to_write(bare))
    if form.translate(_HAMZAS).translate(_FEMININE) in WHOLE:
        return _Apart(form, form, (), ways_to_write)
    shorter = tuple(each.translate(_HAMZAS) for each in _without_joined(form))
    return _Apart(form, _without_article(form), shorter, ways_to_write)


def _ways_to_write(bare: str) -> Iterator[str]:
    """Yield how people type a word who leave out hamzas and do not tell ة from ه, or ى from ي."""
    for form in (bare, bare.translate(_HAMZAS)):
        yield form
        for written, typed in ("ةه", "ىي", "يى"):
            if form.endswith(written):
                yield form[:-1] + typed


def _without_article(form: str) -> str:
    for article in _ARTICLES:
        if form.startswith(article) and len(form) - len(article) >= _SHORTEST:
            return form.removeprefix(article)
    return form


def _without_joined(form: str) -> Iterator[str]:
    """Yield what is left of a word without what may be joined on before and after it."""
    for before in ("", *_JOINED_BEFORE):
        rest = form.removeprefix(before)
        if form.startswith(before) and len(rest) >= _SHORTEST:
            if before:
                yield rest
            yield from _without_joined_after(rest)


def _without_joined_after(form: str) -> Iterator[str]:
    for after in _JOINED_AFTER:
        rest = form.removesuffix(after)
        if rest != form and len(rest) >= _SHORTEST:
            yield rest
            # before what is joined on, ة is ت, and a hamza stands on a letter
            if rest.endswith("ت"):
                yield f"{rest[:-1]}ة"
            elif rest.endswith(("اي", "او")):
                yield f"{rest[:-1]}ء"


@lru_cache(maxsize=100_000)
def _without_ending(form: str) -> str:
    """Return what is left without feminine and plural endings."""
    form = SINGULARS.get(form, form)
    if form in FEMININE:
        return form
    for ending in ("ات", "تان", "تين"):
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST:
            return _without_ending(f"{form.removesuffix(ending)}ه")
    # what is shorter has these for its own: *تخزين*
    if form.endswith(("ون", "ين")) and len(form) > 5:
        return form[:-2]
    if form.endswith("يا") and len(form) > 4:
        return form[:-1]
    if form.endswith("ه") and len(form) > _SHORTEST:
        return form[:-1]
    return form


ANALYZER = Analyzer("arabic", segment, piece_form, stems, _UNSEEN)
