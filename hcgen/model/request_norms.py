"""What a customer's request is told kindly by, in one language."""

from dataclasses import dataclass

from hcgen.model.lexicon import RequestWords
from hcgen.model.norms import bare
from hcgen.source import Text

THIN_LETTERS = 28
LONG_LETTERS = 1500
"""Where a site has word lists of its own for a language and says no thresholds: as English has."""


@dataclass(frozen=True, slots=True)
class RequestNorms:
    """The section ``request`` of a language's file, or what a site has in its place.

    Letters are letters, digits and marks. Words are phrases (`phrase`), each once.

    Attributes:
        thin_letters: A request with fewer is too short to act on.
        long_letters: One with more is too long.
        calm: What to put in the place of a threat, as a customer says it; empty: nothing.
        several: Begins a sentence about another problem; with a colon, says that a list of
            problems follows.
        same_problem: In a sentence or before a list: it tells more of the same problem, for
            example what was tried; with a colon, says that of a list only.
        questions: Begins a sentence that can be answered as it is, short and without facts.
        threats: Anywhere: legal steps, public shaming, leaving, violence.
        abuse: Anywhere: insults and swear words.
        secrets: Stands before a password or code; with a colon, mostly stands before other words.
    """

    thin_letters: int
    long_letters: int
    calm: str
    several: tuple[str, ...]
    same_problem: tuple[str, ...]
    questions: tuple[str, ...]
    threats: tuple[str, ...]
    abuse: tuple[str, ...]
    secrets: tuple[str, ...]


WITHOUT_WORDS = RequestNorms(THIN_LETTERS, LONG_LETTERS, "", (), (), (), (), (), ())
"""What counts where neither the language nor the site has word lists: lengths alone."""


def phrase(text: str) -> str:
    """Return folded words one blank apart, with the colon that stands at the end."""
    return bare(text) + (":" if text.rstrip().endswith(":") else "")


def norms_in_force(norms: RequestNorms | None, own: RequestWords | None) -> RequestNorms | None:
    """Return a language's norms with a site's own words.

    Args:
        norms: None where the language has none; then the site's lists are the lists.
        own: None where the site has none.

    Returns:
        None when neither has any.
    """
    if own is None:
        return norms
    base = norms or WITHOUT_WORDS
    return RequestNorms(
        thin_letters=own.thin_letters or base.thin_letters,
        long_letters=own.long_letters or base.long_letters,
        calm=own.calm or base.calm,
        several=_joined(base.several, own.several),
        same_problem=_joined(base.same_problem, own.same_problem),
        questions=_joined(base.questions, own.questions),
        threats=_joined(base.threats, own.threats),
        abuse=_joined(base.abuse, own.abuse),
        secrets=_joined(base.secrets, own.secrets),
    )


def _joined(words: tuple[str, ...], own: tuple[Text, ...]) -> tuple[str, ...]:
    added = (phrase(text.value) for text in own)
    return tuple(dict.fromkeys((*words, *filter(bare, added))))
