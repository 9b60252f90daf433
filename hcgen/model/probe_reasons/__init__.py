"""Why something is said of a channel: reason -> plain words, one module a group."""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules


def _joined() -> Mapping[str, str]:
    joined: dict[str, str] = {}
    for module in sorted(iter_modules(__path__), key=lambda module: module.name):
        joined |= import_module(f"{__name__}.{module.name}").REASONS
    return joined


REASONS = _joined()
"""Key -> a sentence in lower case without its full stop."""
