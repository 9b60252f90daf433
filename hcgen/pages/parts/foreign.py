"""Marks what a page has to say in another language than the reader's (WCAG 2.2, 3.1.2)."""

from markupsafe import Markup

from hcgen.model.localized import Localized


def foreign(text: Localized, tag: str, source_language: str) -> str:
    """Return a text for a page in a language, marked with its own language where it lacks that one.

    Returns:
        A plain string, or markup that templates do not escape again.
    """
    words = text.get(tag, source_language)
    other = text.language_of(tag, source_language)
    if not other or not words:
        return words
    return Markup('<span lang="{}" dir="auto">{}</span>').format(other, words)
