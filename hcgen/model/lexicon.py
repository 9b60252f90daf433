"""A site's own words in one language: what `lexicon/<tag>.yml` says."""

from dataclasses import dataclass

from hcgen.source import Text


@dataclass(frozen=True, slots=True)
class ForbiddenWord:
    """A word or phrase that the site does not want to be read.

    Attributes:
        word: As written; case does not matter.
        use: What to write instead; empty where the site says nothing.
        reason: Why; may be empty.
    """

    word: Text
    use: str
    reason: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language.

    Attributes:
        forbidden: In the order written.
    """

    forbidden: tuple[ForbiddenWord, ...] = ()


NO_LEXICON = Lexicon()
