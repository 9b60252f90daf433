"""The kinds of contact channel: one file each, found by being in this folder."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from hcgen.channels.kind import Kind


@cache
def kinds() -> dict[str, Kind]:
    """Return every kind by name, in alphabetical order."""
    found: dict[str, Kind] = {}
    for module in sorted(iter_modules(__path__), key=lambda module: module.name):
        kind = getattr(import_module(f"{__name__}.{module.name}"), "KIND", None)
        if isinstance(kind, Kind):
            found[kind.name] = kind
    return found


__all__ = ["Kind", "kinds"]
