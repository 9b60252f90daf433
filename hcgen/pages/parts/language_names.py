"""What languages are called."""

from babel import Locale, UnknownLocaleError


def language_name(tag: str, shown_in: str) -> str:
    """Return the name of any language tag in a language; the tag itself where CLDR has none."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(shown_in.replace("-", "_")) or tag
    except (UnknownLocaleError, ValueError):
        return tag
