"""Interface text in one language: strings, plural forms, dates, numbers, days and times."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from functools import cached_property
from math import ceil

from babel import Locale
from babel.dates import format_date, format_time, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal

from hcgen.languages.loading import load_language
from hcgen.model.language import Language


class Wording:
    """Says things in one language.

    Plural forms follow the CLDR plural rules of the language; dates, times and numbers its CLDR
    formats, both through Babel.
    """

    def __init__(self, language: Language) -> None:
        self.language = language

    @cached_property
    def _locale(self) -> Locale:
        return Locale.parse(self.language.tag, sep="-")

    def text(self, key: str, **values: str) -> str:
        """Return the string of a key with its placeholders filled.

        Raises:
            KeyError: No such key; language files are tested to have the same keys.
        """
        string = self.language.strings[key]
        if not isinstance(string, str):
            raise KeyError(f"{key} has plural forms")
        return string.format(**values) if values else string

    def count(self, key: str, number: int, **values: str) -> str:
        """Return the plural form that CLDR gives for the number; ``{count}`` is the number."""
        forms = self.language.strings[key]
        if isinstance(forms, str):
            raise KeyError(f"{key} has no plural forms")
        form = forms.get(self._locale.plural_form(number), forms["other"])
        return form.format(count=format_decimal(number, locale=self._locale), **values)

    def forms(self, key: str) -> Mapping[str, str]:
        """Return all plural forms of a key by CLDR category, for scripts that count later."""
        forms = self.language.strings[key]
        return forms if not isinstance(forms, str) else {"other": forms}

    @property
    def english_name(self) -> str:
        """The language's name for those who write and keep the site."""
        return str(self._locale.english_name)

    def date(self, day: date) -> str:
        """Return a day in the long style, such as ``10 November 2026``."""
        return format_date(day, format="long", locale=self._locale)

    def weekday(self, index: int) -> str:
        """Return the name of a weekday, 0 for Monday, as it stands alone."""
        names = get_day_names("wide", context="stand-alone", locale=self._locale)
        return str(names[index])

    def time_of_day(self, minutes: int) -> str:
        """Return minutes after midnight as a clock time; 24:00 stays 24:00."""
        if minutes == 24 * 60:
            return self.text("hours.midnight")
        return format_time(time(minutes // 60, minutes % 60), format="short", locale=self._locale)

    def reading_minutes(self, letters: int) -> int:
        """Return how long a text takes to read, rounded up, at least 1.

        Args:
            letters: How many letters, digits and marks the text has.
        """
        return max(1, ceil(letters / self.language.letters_per_minute))

    def items(self, words: Sequence[str]) -> str:
        """Return words as a list in a sentence, such as ``a, b, and c``."""
        return format_list(list(words), locale=self._locale)


def english_name(tag: str) -> str:
    """Return the name of a shipped language for those who write and keep the site."""
    return Wording(load_language(tag)).english_name
