"""Whatever accent a site chooses, text in it and on it can be read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hcgen.load.palette import MATERIAL_COLOURS
from hcgen.pages.stylesheet.accent import (
    DARK,
    LEAST_CONTRAST,
    LIGHT,
    accent_colour,
    accent_in,
    accent_properties,
)
from hcgen.pages.stylesheet.colours import Colour
from tests.pages.stylesheet.installed import PALETTE, SITE_CSS, properties_of

OWN = Colour(0x0B, 0x5C, 0xAD)


def colour(text: str) -> Colour:
    found = Colour.of(text)
    assert found
    return found


@settings(deadline=None)
@given(st.builds(Colour, *3 * [st.integers(0, 255)]))
def test_any_colour_gives_contrasts_that_suffice(accent: Colour) -> None:
    for scheme in (LIGHT, DARK):
        found = accent_in(scheme, accent)
        for behind in (scheme.surface, scheme.raised, found.soft):
            assert found.text.contrast(behind) >= LEAST_CONTRAST
        assert found.on_fill.contrast(found.fill) >= LEAST_CONTRAST
        for text in (scheme.text, scheme.muted):
            assert text.contrast(found.soft) >= LEAST_CONTRAST
        assert found.fill.contrast(scheme.surface) >= 1.5


@settings(deadline=None)
@given(st.floats(0, 1, exclude_max=True), st.floats(0.3, 0.7), st.floats(0.5, 1))
def test_the_hue_stays(hue: float, lightness: float, saturation: float) -> None:
    accent = Colour.of_hls(hue, lightness, saturation)
    for scheme in (LIGHT, DARK):
        found = accent_in(scheme, accent)
        for derived in (found.text, found.fill, found.soft):
            away = abs(derived.hls[0] - accent.hls[0])
            assert min(away, 1 - away) < 0.04


def test_a_colour_that_can_be_read_is_not_changed() -> None:
    found = accent_in(LIGHT, OWN)
    assert (found.text, found.fill, str(found.on_fill)) == (OWN, OWN, "#ffffff")
    light_one = colour("#7db8f5")
    assert accent_in(DARK, light_one).text == light_one


def test_a_colour_is_changed_no_more_than_is_needed() -> None:
    found = accent_in(LIGHT, colour("#009485"))
    contrasts = [found.text.contrast(one) for one in (LIGHT.surface, LIGHT.raised, found.soft)]
    assert LEAST_CONTRAST <= min(contrasts) < LEAST_CONTRAST + 0.3


def test_a_bright_button_has_dark_text() -> None:
    found = accent_in(LIGHT, colour("#ffc105"))
    assert (found.fill, found.on_fill) == (colour("#ffc105"), LIGHT.text)


@pytest.mark.parametrize("name", MATERIAL_COLOURS)
def test_the_colours_of_material_are_those_of_its_palette(name: str) -> None:
    written = name.replace(" ", "-")
    found = accent_colour(written, PALETTE)
    if name in ("black", "white", "custom"):
        assert found == OWN
    else:
        assert f"[data-md-color-primary={written}]{{--md-primary-fg-color:{found}" in PALETTE


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("#7a1fa2", "#7a1fa2"),
        ("#abc", "#aabbcc"),
        ("", "#0b5cad"),
        ("nonsense", "#0b5cad"),
    ],
)
def test_a_colour_may_be_written(written: str, expected: str) -> None:
    assert str(accent_colour(written, "")) == expected


def test_a_colour_that_the_palette_writes_in_another_way_is_understood() -> None:
    palette = "[data-md-color-primary=amber]{--md-primary-fg-color:hsl(38,100%,50%);--x:y}"
    assert str(accent_colour("amber", palette)) == "#ffa200"


def test_both_schemes_define_the_same_properties() -> None:
    light, dark = properties_of(accent_properties("teal", PALETTE))
    assert set(light) == {"--accent", "--accent-fill", "--on-accent", "--accent-soft"}
    assert set(dark) == set(light)
    assert light != dark


def test_the_accent_is_computed_for_the_surfaces_of_the_site() -> None:
    for scheme, values in zip((LIGHT, DARK), properties_of(SITE_CSS), strict=True):
        for name in ("surface", "raised", "text", "muted"):
            assert values[f"--{name}"] == str(getattr(scheme, name)), name


def test_the_site_leaves_the_accent_to_its_settings() -> None:
    for values in properties_of(SITE_CSS):
        assert "--accent" not in values


def test_contrast_is_that_of_the_guidelines() -> None:
    # examples of WCAG's own techniques (G18): the best there is, and the palest grey that passes
    assert colour("#000").contrast(colour("#fff")) == pytest.approx(21)
    assert colour("#767676").contrast(colour("#fff")) == pytest.approx(4.54, abs=0.005)
    assert colour("#777777").contrast(colour("#fff")) < LEAST_CONTRAST
