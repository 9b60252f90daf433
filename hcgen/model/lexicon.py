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
class Synonyms:
    """Words that mean the same to customers.

    Attributes:
        words: Who types one of them finds the others too.
        finds: Who types one of ``words`` finds these too, and not the other way round.
    """

    words: tuple[Text, ...]
    finds: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class RequestWords:
    """Words and thresholds for advice about requests, as `hcgen.model.request_norms` has them.

    Attributes:
        thin_letters: None where the site says nothing, as with ``long_letters``.
        calm: May be empty.
    """

    thin_letters: int | None = None
    long_letters: int | None = None
    calm: str = ""
    several: tuple[Text, ...] = ()
    same_problem: tuple[Text, ...] = ()
    questions: tuple[Text, ...] = ()
    threats: tuple[Text, ...] = ()
    abuse: tuple[Text, ...] = ()
    secrets: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language.

    Attributes:
        forbidden: In the order written.
        synonyms: In the order written.
        variants: Spelling -> the one that counts.
        exceptions: Word -> its stem, where the analyzer would find another one.
        stop_words: Words that say nothing about what is looked for.
        request: None without that section.
    """

    forbidden: tuple[ForbiddenWord, ...] = ()
    synonyms: tuple[Synonyms, ...] = ()
    variants: tuple[tuple[Text, Text], ...] = ()
    exceptions: tuple[tuple[Text, Text], ...] = ()
    stop_words: tuple[Text, ...] = ()
    request: RequestWords | None = None


NO_LEXICON = Lexicon()
