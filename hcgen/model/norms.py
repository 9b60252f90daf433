"""What good writing looks like in one language, as far as rules can tell."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Readability:
    """How hard texts of a language may be.

    Attributes:
        measure: Name of the formula, one of those that the rule `hard-to-read` knows.
        limit: A text beyond it is hard to read; on which side, the formula says.
    """

    measure: str
    limit: float


@dataclass(frozen=True, slots=True)
class Norms:
    """The word lists and thresholds of a language's file, section ``norms``.

    Words are folded (`hcgen.model.folding`).

    Attributes:
        vague_titles: Whole titles that do not say which question the article answers.
        vague_link_texts: Whole texts of links that do not say where the link leads.
        placeholders: Words left behind by whoever meant to write the text later.
        title_letters: The fewest and the most letters, digits and marks of a title.
        article_letters: The same of an article's text.
        common_words: Words that hardly any paragraph of the language does without.
        telltale: Tag of a language that is easily taken for this one -> its word -> the word that
            this language has instead.
        readability: None where no formula fits the language.
    """

    vague_titles: frozenset[str]
    vague_link_texts: frozenset[str]
    placeholders: tuple[str, ...]
    title_letters: tuple[int, int]
    article_letters: tuple[int, int]
    common_words: frozenset[str]
    telltale: Mapping[str, Mapping[str, str]]
    readability: Readability | None
