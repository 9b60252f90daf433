"""How runs are told: one file a format, each with ``render(run) -> str``.

What others said stands in reports as data: cut and cleaned when it came in, escaped here again.
"""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from hcgen.probes.reports.text_report import render_coloured as coloured_text
from hcgen.probes.result import Run

__all__ = ["coloured_text", "report_names", "reporter"]


def report_names() -> tuple[str, ...]:
    """Return the names of all formats, in alphabetical order."""
    names = (module.name for module in iter_modules(__path__) if not module.name.startswith("_"))
    return tuple(sorted(name.removesuffix("_report") for name in names))


def reporter(name: str) -> Callable[[Run], str]:
    """Return the ``render`` of the format with this name (one of `report_names`)."""
    module = import_module(f"{__name__}.{name}_report")
    return cast(Callable[[Run], str], module.render)
