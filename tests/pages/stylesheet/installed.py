"""Material's stylesheets as they are installed."""

import re
from collections.abc import Mapping

from hcgen.diagnostics import Findings
from hcgen.load import load_settings
from hcgen.mkdocs_site import load_theme
from hcgen.pages.stylesheet.contents import COMPONENT_ELEMENTS, Contents
from hcgen.pages.stylesheet.material import reduced_material
from tests.pipeline.building import DEMO

THEME = load_theme(load_settings(DEMO, Findings()), DEMO.parent)
MAIN, PALETTE = THEME.material_css, THEME.palette_css
SITE_CSS = THEME.assets["site.css"].decode()

EVERYTHING = Contents(
    frozenset(re.findall(r"\.([a-z][\w-]*)", MAIN)), frozenset(COMPONENT_ELEMENTS)
)
"""Articles in which every class occurs that Material has a rule for."""


def reduced(*classes: str, elements: tuple[str, ...] = ()) -> str:
    return reduced_material(MAIN, Contents(frozenset(classes), frozenset(elements)))


def properties_of(css: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the custom properties of the first ``:root`` of a light scheme, and of a dark one."""
    light, dark = (
        dict(re.findall(r"(--[\w-]+):\s*([^;}]+)", body))
        for body in re.findall(r":root\s*\{([^}]*)\}", css)[:2]
    )
    return light, dark
