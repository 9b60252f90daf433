"""Colours as numbers: reading and writing them, and how well one stands out from another."""

import re
from collections.abc import Callable
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass

_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_HSL = re.compile(r"hsl\(([\d.]+),([\d.]+)%,([\d.]+)%\)")
_STEPS = 200


@dataclass(frozen=True, slots=True)
class Colour:
    """An opaque colour of sRGB; its parts are from 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def of(cls, text: str) -> "Colour | None":
        """Return what a style sheet means by ``#rgb``, ``#rrggbb`` or ``hsl(h,s%,l%)``."""
        if match := _HEX.fullmatch(text):
            digits = match[1] if len(match[1]) == 6 else "".join(2 * digit for digit in match[1])
            return cls(*bytes.fromhex(digits))
        if match := _HSL.fullmatch(text):
            hue, saturation, lightness = (float(part) for part in match.groups())
            return cls.of_hls(hue / 360, lightness / 100, saturation / 100)
        return None

    @classmethod
    def of_hls(cls, hue: float, lightness: float, saturation: float) -> "Colour":
        """Return the nearest colour; the parts are from 0 to 1."""
        red, green, blue = hls_to_rgb(hue, lightness, saturation)
        return cls(round(red * 255), round(green * 255), round(blue * 255))

    @property
    def hls(self) -> tuple[float, float, float]:
        """Hue, lightness and saturation, from 0 to 1."""
        return rgb_to_hls(self.red / 255, self.green / 255, self.blue / 255)

    @property
    def luminance(self) -> float:
        """Relative luminance, from 0 to 1 (WCAG 2.2)."""
        red, green, blue = (_linear(part / 255) for part in (self.red, self.green, self.blue))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(self, other: "Colour") -> float:
        """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
        darker, lighter = sorted((self.luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)

    def adjusted(self, is_good: Callable[["Colour"], bool]) -> "Colour":
        """Return this colour, as little lighter or darker as it takes to be good.

        Args:
            is_good: Must be true of some lightness of every hue.
        """
        if is_good(self):
            return self
        hue, lightness, saturation = self.hls
        steps = (step / _STEPS for step in range(_STEPS + 1))
        nearest_first = sorted(steps, key=lambda step: abs(step - lightness))
        tried = (Colour.of_hls(hue, step, saturation) for step in nearest_first)
        return next(colour for colour in tried if is_good(colour))

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
