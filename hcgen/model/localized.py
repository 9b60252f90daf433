"""Text that a writer gives once per language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hcgen.source import Text


@dataclass(frozen=True, slots=True)
class Localized:
    """One text per language tag; a text without a language serves them all.

    Attributes:
        by_language: Language tag -> text.
        anywhere: The text when the writer gave a plain string.
    """

    by_language: Mapping[str, Text] = field(default_factory=dict)
    anywhere: Text | None = None

    @property
    def texts(self) -> tuple[Text, ...]:
        """All texts, in the order written."""
        anywhere = (self.anywhere,) if self.anywhere is not None else ()
        return (*anywhere, *self.by_language.values())

    def get(self, tag: str, fallback_tag: str = "") -> str:
        """Return the text for a language, else for the fallback language, else any; else ``""``."""
        text = self.by_language.get(tag) or self.anywhere or self.by_language.get(fallback_tag)
        if text is None:
            text = next(iter(self.by_language.values()), None)
        return text.value if text else ""

    def language_of(self, tag: str, fallback_tag: str = "") -> str:
        """Return the tag of the language that `get` answers in, where it is another; else ``""``.

        A text that serves all languages counts as the reader's.
        """
        if tag in self.by_language or self.anywhere is not None:
            return ""
        if fallback_tag in self.by_language:
            return fallback_tag
        return next(iter(self.by_language), "")

    def __bool__(self) -> bool:
        return bool(self.by_language) or self.anywhere is not None


NOTHING = Localized()
"""No text in any language."""
