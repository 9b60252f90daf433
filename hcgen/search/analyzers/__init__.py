"""From text to terms: one file a kind of language, found by being in this folder."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from hcgen.model.language import Language
from hcgen.model.settings import Settings
from hcgen.search.analyzers.analyzer import Affixes, Analyzer


@cache
def analyzer_names() -> tuple[str, ...]:
    """Return the names of all analyzers, in alphabetical order."""
    modules = sorted(module.name for module in iter_modules(__path__))
    return tuple(
        name for name in modules if hasattr(import_module(f"{__name__}.{name}"), "ANALYZER")
    )


def analyzer_of(language: Language, settings: Settings) -> Analyzer:
    """Return what serves a language: the analyzer that the site wants, else the language's own.

    A name that there is not counts as none; a rule tells it.
    """
    for tag, name in settings.analyzers:
        if tag.value == language.tag and name.value in analyzer_names():
            return load_analyzer(name.value)
    return load_analyzer(language.analyzer)


@cache
def load_analyzer(name: str) -> Analyzer:
    """Return the analyzer that a language file names.

    Raises:
        KeyError: There is no such file.
    """
    try:
        found = import_module(f"{__name__}.{name}").ANALYZER
    except ModuleNotFoundError:
        raise KeyError(name) from None
    assert isinstance(found, Analyzer)
    return found


__all__ = ["Affixes", "Analyzer", "analyzer_names", "analyzer_of", "load_analyzer"]
