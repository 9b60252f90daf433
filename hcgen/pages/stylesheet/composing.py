"""One stylesheet for all pages of a site."""

import re
from functools import lru_cache

from hcgen.pages.stylesheet.accent import accent_properties
from hcgen.pages.stylesheet.contents import Contents
from hcgen.pages.stylesheet.material import reduced_material

_IMPORTS = re.compile(
    r"""(?:\s+|/\*.*?\*/
        |@(?:charset|import)\b(?:[^;"'(]|"[^"]*"|'[^']*'|\([^)]*\))*;)*""",
    re.X | re.S | re.I,
)

_NOTICE = "/*! @layer material: parts of Material for MkDocs, (c) Martin Donath, MIT License */"
"""What Material's licence asks for wherever a part of it is published."""


# the preview asks again after every change, seldom with anything new
@lru_cache(maxsize=4)
def compose_stylesheet(
    own: str, *, material: str, palette: str, contents: Contents, accent: str
) -> str:
    """Return the stylesheet of a site; what comes later wins.

    Args:
        own: The site's look: hcgen's `site.css`, or what a site has in its place.
        material: Material's main stylesheet.
        palette: Material's stylesheet of colours.
        accent: See `accent_properties`.
    """
    end = _leading_imports(own)
    part = reduced_material(material, contents)
    return (
        own[:end]
        + (f"{_NOTICE}\n{part}" if part else "")
        + accent_properties(accent, palette)
        + own[end:]
    )


def _leading_imports(css: str) -> int:
    """Return where the ``@import`` lines end, which are heard only at the start of a stylesheet."""
    match = _IMPORTS.match(css)
    assert match is not None  # it matches nothing, if need be
    return match.end() if "@" in match.group() else 0
