"""What good writing looks like in one language, as far as rules can tell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from hcgen.model.folding import folded

# marks that are a part of the word but no letters to Python: Latin, Arabic, Devanagari, Thai
_MARKS = "\u0300-\u036f\u064b-\u0652\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_WORD = re.compile(rf"[\w{_MARKS}]+")
# what parts words becomes a blank, capitals become small
_ASCII = "".join(
    char.lower() if char.isalnum() or char == "_" else " " for char in map(chr, range(128))
)


def words_in(text: str) -> list[str]:
    """Return the words of a text in small letters: runs of letters, digits and their marks.

    Hyphens and apostrophes part words.
    """
    if text.isascii():  # nine texts in ten of languages with Latin letters, and four times as fast
        return text.translate(_ASCII).split()
    return _WORD.findall(text.lower())


def bare(text: str) -> str:
    """Return folded text without punctuation, words one blank apart; idempotent."""
    return " ".join(words_in(folded(text).replace("_", " ")))


@dataclass(frozen=True, slots=True)
class Readability:
    """How hard texts of a language may be.

    Attributes:
        measure: Name of the formula, one of those that the rule `hard-to-read` knows.
        limit: A text above it is hard to read.
    """

    measure: str
    limit: float


@dataclass(frozen=True, slots=True)
class Norms:
    """The word lists and thresholds of a language's file, section ``norms``.

    Words are folded (`hcgen.model.folding`), whole texts are bare, unless it says otherwise.

    Attributes:
        vague_titles: Whole titles that do not say which question the article answers.
        vague_link_texts: Whole texts of links that do not say where the link leads.
        vague_images: Whole alternative texts that do not say what an image shows.
        placeholders: What stands in brackets where somebody meant to write the text later, in lower
            case with its accents.
        vague_promises: What is said in place of a time that customers could count on, as
            written; a phrase all in capitals is found in capitals only.
        title_letters: The fewest and the most letters, digits and marks of a title.
        article_letters: The same of an article's text.
        common_words: Words that hardly any paragraph of the language does without.
        telltale: Tag of a language that is easily taken for this one -> its word, as written -> the
            word that this language has instead.
        readability: None where no formula fits the language.
    """

    vague_titles: frozenset[str]
    vague_link_texts: frozenset[str]
    vague_images: frozenset[str]
    placeholders: tuple[str, ...]
    vague_promises: tuple[str, ...]
    title_letters: tuple[int, int]
    article_letters: tuple[int, int]
    common_words: frozenset[str]
    telltale: Mapping[str, Mapping[str, str]]
    readability: Readability | None
