"""Numbers as the published files write them, and the two scales that both twins count on.

Everything here is of integers, so that Python and the browser come to the same results. The twin
in the browser is `theme/assets/search-coding.js`.
"""

import re
from bisect import bisect_right, insort
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

LETTERS = 91
"""Printable characters of ASCII that JSON needs not escape, without the blank and ``!``."""

_LAST_DIGIT = 60
_PART_FOLLOWS = LETTERS - 1
_TITLE_FOLLOWS = LETTERS - 2
_GAP_DIGITS = LETTERS - _LAST_DIGIT - 2
_FEW = 100

MOST_POSTINGS = 1500
"""Of one term that are published; what more articles than this have says little of any of them."""
MOST_TITLE_PLACES = 9
LONGEST_TITLE = 10


class Posting(NamedTuple):
    """What a term says about an article.

    Attributes:
        article: Its number.
        impact: In an index the step of `IMPACTS`, in a query the impact itself.
        part: Of the article's text where the term is looked for.
        place: In the title, from 0; -1 where it is not in the first `MOST_TITLE_PLACES` words.
        title_length: Words in the title, at most `LONGEST_TITLE`; of use with a place only.
        form: `form_mark` of the title's own form of the term; of use with a place only.
    """

    article: int
    impact: int
    part: int
    place: int = -1
    title_length: int = 0
    form: int = 0


class Postings(NamedTuple):
    """What a term says about the articles that hold it.

    Attributes:
        holding: How many articles do, those included that are left out.
        found: By article.
    """

    holding: int
    found: list[Posting]


IMPACT_SCALE = 256
"""What a BM25F score is multiplied with before it is put on the scale of impacts."""


def _impacts() -> tuple[int, ...]:
    values = [64]
    while len(values) < _TITLE_FOLLOWS:
        values.append(values[-1] * 21 // 20)
    return tuple(values)


IMPACTS = _impacts()
"""Steps of five per cent: as fine as a square root in 8 bits where most impacts lie, and one
letter each."""


def impact_letters(scores: Mapping[str, float]) -> dict[str, str]:
    """Return for each BM25F score the letter of the step of `IMPACTS` that is nearest to it."""
    letters, most = _LETTERS_OF_IMPACTS, IMPACTS[-1]
    # half a step more than the score, so that the step below is the nearest one
    return {
        term: letters[min(int(score * IMPACT_SCALE * 41 / 40), most)]
        for term, score in scores.items()
    }


def term_weight(articles: int, holding: int) -> int:
    """Return the inverse document frequency, in sixteenths of a doubling.

    It is 16 times the binary logarithm of 1 + (articles - holding + 1/2) / (holding + 1/2), cut to
    an integer by squaring: floating-point logarithms may differ in their last digit.
    """
    numerator, denominator = 2 * (articles + 1), 2 * holding + 1
    weight = 0
    while numerator >= 2 * denominator:
        denominator *= 2
        weight += 16
    mantissa = (numerator << 20) // denominator  # from 1 to below 2, with 20 binary places
    for step in (8, 4, 2, 1):
        mantissa = (mantissa * mantissa) >> 20
        if mantissa >= 2 << 20:
            mantissa >>= 1
            weight += step
    return max(1, weight)


def form_mark(word: str) -> int:
    """Return a number below `LETTERS` that two forms of a word seldom have in common."""
    mark = 0
    for character in word:
        mark = (7 * mark + ord(character)) % LETTERS
    return mark


def encoded_postings(postings: Iterable[Posting]) -> str:
    """Return postings as text: of each the gap to the one before, and the step of its impact.

    Before these may stand the part of the text; and the place in the title with the form that the
    word has there.

    Args:
        postings: Ascending by article.
    """
    return joined_postings([(posting[0], posting_letters(*posting[1:])) for posting in postings])


def posting_letters(impact: int, part: int, place: int, title_length: int, form: int) -> str:
    """Return all of a posting but the gap, which goes before the last letter."""
    return place_letters(part, place, title_length, form) + _letter(impact)


def place_letters(part: int, place: int, title_length: int, form: int) -> str:
    """Return what goes before the impact: nothing in the first part and outside the title."""
    letters = ""
    if part:
        letters = _letter(_PART_FOLLOWS) + _letter(min(part, LETTERS - 1))
    if 0 <= place < MOST_TITLE_PLACES:
        title = place + MOST_TITLE_PLACES * (min(title_length, LONGEST_TITLE) - 1)
        letters += _letter(_TITLE_FOLLOWS) + _letter(title) + _letter(form)
    return letters


def joined_postings(postings: Sequence[tuple[int, str]]) -> str:
    """Return the text of postings; of very many those with the highest impacts.

    Where some are left out, the text begins with how many there are, and a blank.

    Args:
        postings: Number of the article, ascending, and `posting_letters`.
    """
    texts: list[str] = []
    if len(postings) > MOST_POSTINGS:
        texts.append(f"{len(postings)} ")
        # the last letter is the impact; of equal ones the articles with the lower numbers
        best = sorted(postings, key=lambda posting: posting[1][-1], reverse=True)
        postings = sorted(best[:MOST_POSTINGS])
    following = 0
    for article, letters in postings:
        gap = _gap_letters(article - following)
        following = article + 1
        texts.append(gap + letters if len(letters) == 1 else letters[:-1] + gap + letters[-1])
    return "".join(texts)


@cache
def _gap_letters(gap: int) -> str:
    letters = ""
    while gap >= _LAST_DIGIT:
        gap, digit = divmod(gap - _LAST_DIGIT, _GAP_DIGITS)
        letters += _letter(_LAST_DIGIT + digit)
    return letters + _letter(gap)


def decoded_postings(text: str) -> Postings:
    """Return the postings that a text holds.

    Raises:
        IndexError: The text is cut off.
        ValueError: It begins with something else than a number.
    """
    found: list[Posting] = []
    holding = text.partition(" ")[0] if " " in text else ""
    at, article = len(holding) + bool(holding), -1
    while at < len(text):
        part, place, length, form = 0, -1, 0, 0
        code = _code(text[at])
        if code == _PART_FOLLOWS:
            part = _code(text[at + 1])
            at += 2
            code = _code(text[at])
        if code == _TITLE_FOLLOWS:
            length, place = divmod(_code(text[at + 1]), MOST_TITLE_PLACES)
            form = _code(text[at + 2])
            at += 3
            code = _code(text[at])
        gap, factor = 0, 1
        while code >= _LAST_DIGIT:
            gap += code * factor
            factor *= _GAP_DIGITS
            at += 1
            code = _code(text[at])
        article += gap + code * factor + 1
        impact = IMPACTS[_code(text[at + 1])]
        found.append(Posting(article, impact, part, place, length + 1, form))
        at += 2
    return Postings(int(holding or len(found)), found)


def decoded_impacts(text: str) -> tuple[int, list[int], list[int]]:
    """Return how many articles hold a term, their numbers, and the impacts: quicker than all of it.

    Raises:
        KeyError: There are letters that no posting has.
        ValueError: It begins with something else than a number.
    """
    holding, blank, postings = text.rpartition(" ")
    articles: list[int] = []
    impacts: list[int] = []
    article = -1
    for gap, impact in _GAP_AND_IMPACT.findall(postings):
        article += _gap(gap) + 1
        articles.append(article)
        impacts.append(_IMPACT_OF[impact])
    return int(holding) if blank else len(articles), articles, impacts


def shared_length(before: str, word: str) -> int:
    """Return how many characters two words begin with in common; at most 35.

    It ends before a character that the browser counts as two.
    """
    length = 0
    for one, other in zip(before, word, strict=False):
        if one != other or length == 35 or ord(one) > 0xFFFF:
            break
        length += 1
    return length


def word_order(word: str) -> bytes:
    """Return a sort key that orders words as the browser compares strings: by UTF-16 code unit."""
    return word.encode("utf-16-be", "surrogatepass")


def in_word_order(
    before: Iterable[str], come: Collection[str], gone: Collection[str] = ()
) -> list[str]:
    """Return words in the order of `word_order`.

    Args:
        before: In that order already.
        come: None of those before.
        gone: Are left out.
    """
    words = [word for word in before if word not in gone] if gone else list(before)
    if len(come) > _FEW:
        return sorted([*words, *come], key=word_order)
    for word in come:
        insort(words, word, key=word_order)
    return words


@cache
def _gap(letters: str) -> int:
    gap, factor = 0, 1
    for letter in letters[:-1]:
        gap += _code(letter) * factor
        factor *= _GAP_DIGITS
    return gap + _code(letters[-1]) * factor


def _letter(code: int) -> str:
    # without the backslash and what stands before “#”
    return chr(code + 35 + (code > 56))


def _code(letter: str) -> int:
    number = ord(letter)
    return number - 35 - (number > 92)


# a look-up, because every word of every article is put on the scale
_LETTERS_OF_IMPACTS = tuple(
    _letter(max(0, bisect_right(IMPACTS, impact) - 1)) for impact in range(IMPACTS[-1] + 1)
)
_IMPACT_OF = {_letter(level): impact for level, impact in enumerate(IMPACTS)}
_GAP_AND_IMPACT = re.compile(
    f"(?:{re.escape(_letter(_PART_FOLLOWS))}.)?(?:{re.escape(_letter(_TITLE_FOLLOWS))}..)?"
    f"([{re.escape(_letter(_LAST_DIGIT))}-{re.escape(_letter(_TITLE_FOLLOWS - 1))}]*.)(.)",
    re.DOTALL,
)
