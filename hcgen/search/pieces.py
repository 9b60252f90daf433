"""Cuts text into words where there are blanks, and into pieces where there are none.

Chinese, Japanese, Thai, Lao, Khmer and Burmese are written without blanks, and Koreans disagree on
where they belong. What a reader takes for one letter (a Han character, a kana with its voicing
mark, a Thai consonant with the vowels and tones around it, a Korean syllable) is a cluster here;
two neighbours make a piece. So “付款失败” is 付款, 款失, 失败: no dictionary is
asked, nor what a browser takes for words. Its twin there is `theme/assets/search-pieces.js`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from hcgen.model.folding import folded

_LONGEST_PIECE = 40
_ASCII_WORD = re.compile("[0-9A-Za-z]+")
_FIRST_WITHOUT_BLANKS = "\u0e00"

_HAN_OR_KANA = (
    "[々〆〇㐀-䶿一-鿿\uf900-\ufaff\U00020000-\U0003ffff]"
    "|[ぁ-ゖゝ-ゟァ-ヺー-ヿㇰ-ㇿｦ-ﾝ][\u3099\u309aﾞﾟ]*"
)
# a syllable, or the letters of one where a program keeps them apart
_HANGUL = "[가-힣]|[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?"
# Thai and Lao write some vowels before the consonant, Khmer and Burmese stack consonants; a silent
# consonant of Thai and a final one of Burmese go with the letter before
_BEFORE = "\u0e40-\u0e44\u0ec0-\u0ec4"
_AFTER = (
    "\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0eb0-\u0ebd\u0ec8-\u0ece\u102b-\u1038\u103a-\u103e"
    "\u17b6-\u17d1\u17d3\u17dd"
)
_VOWELS_AROUND = (
    f"[{_BEFORE}]*[ก-ฮກ-ຮໜໝက-ဪဿក-ឳ](?:[{_AFTER}]|[\u1039\u17d2][က-ဪក-ឳ])*"
    f"(?:[ก-ฮက-အ][\u0e34\u0e38\u1037]?[\u0e4c\u103a][\u1037\u1038]?)*|[{_BEFORE}{_AFTER}]"
)
_FAMILIES = (_HAN_OR_KANA, _HANGUL, _VOWELS_AROUND)
_CLUSTER = re.compile("|".join(_FAMILIES))
# what may stand between the two clusters of a piece, by family
_GAPS = (re.compile("[・･]?"), re.compile("[ \u00a0]?"), re.compile(""))

# people type tones, vowels above and the two halves of “แ” and “ำ” in any order
_THAI = (
    (re.compile("\u0e40\u0e40"), "\u0e41"),
    (re.compile("([\u0e48-\u0e4b])([\u0e31\u0e34-\u0e3a\u0e4d])"), r"\2\1"),
    (re.compile("([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\\1+"), r"\1"),
)
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def segment(text: str) -> Iterable[tuple[int, int]]:
    """Return runs of letters and digits with their marks; pieces where blanks are missing."""
    if text.isascii():
        return [match.span() for match in _ASCII_WORD.finditer(text)]
    if max(text) >= _FIRST_WITHOUT_BLANKS:
        return pieces(text)
    marks = "".join(sorted(filter(_is_mark, set(text))))
    return [match.span() for match in _word_pattern(marks).finditer(text)]


def ascii_forms(text: str) -> list[str]:
    """Return the surface forms of a text of ASCII only, as `segment` and `piece_form` find them."""
    forms: list[str] = _ASCII_WORD.findall(text.lower())
    if len(max(forms, key=len, default="")) > _LONGEST_PIECE:
        return [form[:_LONGEST_PIECE] for form in forms]
    return forms


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


@lru_cache(maxsize=1000)
def _word_pattern(marks: str) -> re.Pattern[str]:
    # `\w` knows letters and digits of all scripts, but not the vowel signs of Thai or Devanagari
    return re.compile(f"(?:[^\\W_]|[{re.escape(marks)}])+" if marks else r"[^\W_]+")


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield spans of words and pieces, by where they begin; pieces overlap by a cluster."""
    family = start = end = -1
    is_alone = False
    for match in _units(text).finditer(text):
        found = (match.lastindex or 0) - 1
        if found == family and _GAPS[family].fullmatch(text, end, match.start()):
            yield start, match.end()
            is_alone = False
        else:
            if is_alone:
                yield start, end
            is_alone = found < len(_FAMILIES)
            if not is_alone:
                yield match.span()
                found = -1
        family, (start, end) = found, match.span()
    if is_alone:
        yield start, end


# texts say the same words again and again
@lru_cache(maxsize=50_000)
def piece_form(piece: str) -> str:
    """Return the surface form of a word or piece; idempotent."""
    if piece.isascii():
        return piece.replace(" ", "").lower()[:_LONGEST_PIECE]
    form = folded(re.sub("[ \u00a0・･]", "", piece)).translate(_DIGITS)
    for pattern, right in _THAI:
        form = pattern.sub(right, form)
    return form[:_LONGEST_PIECE]


def _units(text: str) -> re.Pattern[str]:
    marks = "" if text.isascii() else "".join(sorted(filter(_is_mark_of_word, set(text))))
    return _unit_pattern(marks)


@lru_cache(maxsize=20_000)
def _is_mark_of_word(char: str) -> bool:
    # those of clusters would make one pattern for each text
    return unicodedata.category(char).startswith("M") and not _CLUSTER.fullmatch(char)


@lru_cache(maxsize=1000)
def _unit_pattern(marks: str) -> re.Pattern[str]:
    families = "|".join(f"({family})" for family in _FAMILIES)
    letter = f"(?:[^\\W_]|[{re.escape(marks)}])" if marks else r"[^\W_]"
    return re.compile(f"{families}|((?:(?!{'|'.join(_FAMILIES)}){letter})+)")
