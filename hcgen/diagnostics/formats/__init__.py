"""How reports are written down: one file a format, each with ``render(report) -> str``."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from hcgen.diagnostics.formats._escaping import visible
from hcgen.diagnostics.formats._markdown import code as code_span
from hcgen.diagnostics.formats.github_format import annotations, step_summary
from hcgen.diagnostics.formats.text_format import news
from hcgen.diagnostics.formats.text_format import render_coloured as coloured_text
from hcgen.diagnostics.report import Report

__all__ = [
    "annotations",
    "code_span",
    "coloured_text",
    "format_names",
    "news",
    "renderer",
    "step_summary",
    "visible",
]


def format_names() -> tuple[str, ...]:
    """Return the names of all formats, in alphabetical order."""
    names = (module.name for module in iter_modules(__path__) if not module.name.startswith("_"))
    return tuple(sorted(name.removesuffix("_format") for name in names))


def renderer(name: str) -> Callable[[Report], str]:
    """Return the ``render`` of the format with this name (one of `format_names`)."""
    module = import_module(f"{__name__}.{name}_format")
    return cast(Callable[[Report], str], module.render)
