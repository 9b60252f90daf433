"""Text can be read in light and dark surroundings (WCAG 2.2, 1.4.3)."""

import re
from typing import Literal

import pytest

from tests.browser.conftest import Visit
from tests.browser.serving import ServedSite

LEAST_CONTRAST = 4.5
SCHEMES: tuple[Literal["dark", "light"], ...] = ("light", "dark")

# every element that holds visible text itself: what it is, its colour, and those behind it
COLOURS = """() => {
    const behind = (one) => {
        const found = [];
        for (; one; one = one.parentElement) {
            const colour = getComputedStyle(one).backgroundColor;
            if (colour !== "rgba(0, 0, 0, 0)") found.push(colour);
            if (colour.startsWith("rgb(")) return found;
        }
        return [...found, "rgb(255, 255, 255)"];
    };
    const holdsText = (one) =>
        one.checkVisibility() &&
        [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    return [...document.body.querySelectorAll("*")].filter(holdsText).map((one) => [
        `${one.localName}.${one.className} in .${one.parentElement.className}`,
        getComputedStyle(one).color,
        behind(one),
    ]);
}"""

KINDS = (
    ("en/", ("p.count", "a.", "p. in .wrap")),
    ("en/account/", ("p.lead", "a.", "p.")),
    ("en/account/reset-password/", ("p.", "time.", "a.", "span.")),
    ("ms/account/two-step-login/", ("p.fallback", "p.admonition-title")),
    ("en/contact/", ("p.lead", "p.zone", "dt.", "dd.")),
    ("en/search/?q=refund", ("p.", "span. in .", "label.")),
    ("no-such-page/", ("h1.", "p.")),
)


@pytest.mark.parametrize(("address", "expected"), KINDS, ids=[kind[0] for kind in KINDS])
def test_text_stands_out_from_what_is_behind_it(
    visit: Visit, demo: ServedSite, address: str, expected: tuple[str, ...]
) -> None:
    page = visit(demo, address)
    if "search" in address:
        page.locator("#hc-results a").first.wait_for()
    backgrounds = set()
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate(COLOURS)
        for start in expected:
            assert any(what.startswith(start) for what, _, _ in found), start
        for what, text, layers in found:
            behind = seen(layers)
            assert contrast(colour(text)[:3], behind) >= LEAST_CONTRAST, (
                scheme,
                what,
                text,
                layers,
            )
            backgrounds.add(behind)
    assert min(map(luminance, backgrounds)) < 0.05
    assert max(map(luminance, backgrounds)) > 0.8


Colour = tuple[float, float, float]
"""Red, green and blue, each from 0 to 255."""


def seen(layers: list[str]) -> Colour:
    """Return the colour of layers that let some of the next one through, the topmost first."""
    *above, ground = (colour(layer) for layer in layers)
    red, green, blue, _ = ground
    for *shade, cover in reversed(above):
        red, green, blue = (
            cover * over + (1 - cover) * under
            for over, under in zip(shade, (red, green, blue), strict=True)
        )
    return red, green, blue


def colour(css: str) -> tuple[float, float, float, float]:
    """Return red, green, blue (0 to 255) and how much it covers (0 to 1)."""
    match = re.fullmatch(r"rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)", css)
    assert match, css
    return float(match[1]), float(match[2]), float(match[3]), float(match[4] or 1)


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(shade: Colour) -> float:
    """Return the relative luminance of a colour, from 0 to 1 (WCAG 2.2)."""
    red, green, blue = (_linear(part / 255) for part in shade)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
