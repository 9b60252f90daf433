"""From text to terms: one file a kind of language, found by being in this folder."""

from functools import cache
from importlib import import_module

from hcgen.search.analyzers.analyzer import Analyzer


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


__all__ = ["Analyzer", "load_analyzer"]
