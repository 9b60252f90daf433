"""The colours that come from a site's accent, so that text in them and on them can be read."""

import re
from dataclasses import dataclass

from hcgen.pages.stylesheet.colours import Colour

LEAST_CONTRAST = 4.5
"""Between text and what is behind it (WCAG 2.2, 1.4.3)."""

_LEAST_OF_A_FILL = 1.5  # to tell a button from the page; what is on it says that it is one
_WORTH_WHITE = 0.15  # how much more lightness may change so that the text on a button is white

_OWN = Colour(0x0B, 0x5C, 0xAD)
_WHITE = Colour(255, 255, 255)
_PRIMARY = re.compile(r"\[data-md-color-primary=([a-z-]+)\]\{--md-primary-fg-color:([^;}]+)")


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of `site.css` that an accent has to get on with.

    Attributes:
        tint: Lightness of a tinted background, and its saturation at most; from 0 to 1.
    """

    surface: Colour
    raised: Colour
    text: Colour
    muted: Colour
    tint: tuple[float, float]


LIGHT = Scheme(
    surface=_WHITE,
    raised=Colour(0xF4, 0xF6, 0xF9),
    text=Colour(0x17, 0x20, 0x2B),
    muted=Colour(0x55, 0x61, 0x6E),
    tint=(0.95, 0.6),
)
DARK = Scheme(
    surface=Colour(0x11, 0x16, 0x1D),
    raised=Colour(0x1B, 0x23, 0x2D),
    text=Colour(0xE7, 0xEC, 0xF2),
    muted=Colour(0xA8, 0xB3, 0xBF),
    tint=(0.17, 0.45),
)


@dataclass(frozen=True, slots=True)
class Accent:
    """An accent in one scheme.

    Attributes:
        text: Of links and icons, on every background of the scheme and on ``soft``.
        fill: Behind the text of buttons.
        on_fill: Text on ``fill``.
        soft: A tinted background for any text.
    """

    text: Colour
    fill: Colour
    on_fill: Colour
    soft: Colour


def accent_properties(accent: str, palette: str) -> str:
    """Return the style rules that define the accent's properties, light and dark.

    Args:
        accent: ``#rrggbb``, or a colour's name in Material's palette; anything else gives hcgen's
            own colour, as ``white`` and ``black`` do, which are no accents.
        palette: Material's style sheet of colours.
    """
    colour = accent_colour(accent, palette)
    light, dark = (_declarations(accent_in(scheme, colour)) for scheme in (LIGHT, DARK))
    return f":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"


def accent_colour(accent: str, palette: str) -> Colour:
    """Return the colour that a site asks for."""
    written = Colour.of(accent) or Colour.of(dict(_PRIMARY.findall(palette)).get(accent, ""))
    return written or _OWN


def accent_in(scheme: Scheme, colour: Colour) -> Accent:
    """Return the accent for a scheme: the hue stays, lightness changes as little as needed."""
    hue, _, saturation = colour.hls
    lightness, most = scheme.tint
    soft = Colour.of_hls(hue, lightness, min(saturation, most))
    behind = (scheme.surface, scheme.raised, soft)
    text = colour.adjusted(
        lambda one: all(one.contrast(other) >= LEAST_CONTRAST for other in behind)
    )
    fill, on_fill = _fill(scheme, colour)
    return Accent(text, fill, on_fill, soft)


def _fill(scheme: Scheme, colour: Colour) -> tuple[Colour, Colour]:
    """Return the fill of buttons and the text on it, white or dark."""

    def carrying(text: Colour) -> Colour:
        return colour.adjusted(
            lambda one: (
                one.contrast(text) >= LEAST_CONTRAST
                and one.contrast(scheme.surface) >= _LEAST_OF_A_FILL
            )
        )

    def change(fill: Colour) -> float:
        return abs(fill.hls[1] - colour.hls[1])

    below_white, below_dark = carrying(_WHITE), carrying(LIGHT.text)
    if change(below_white) <= change(below_dark) + _WORTH_WHITE:
        return below_white, _WHITE
    return below_dark, LIGHT.text


def _declarations(accent: Accent) -> str:
    return (
        f"--accent:{accent.text};--accent-fill:{accent.fill};"
        f"--on-accent:{accent.on_fill};--accent-soft:{accent.soft}"
    )
