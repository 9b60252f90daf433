"""Images on pages: the place that they will take is kept free."""

import re
from collections.abc import Mapping

import pytest

from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pipeline.building import build_text


def svg(width: int, height: int) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"/>'


IMAGES = {
    "content/assets/map.svg": svg(640, 240),
    "content/id/assets/map.svg": svg(300, 200),
    "content/assets/broken.png": "no image",
    "content/assets/my form.svg": svg(90, 30),
}
TEXT = """---
title: Reset your password
---
![A](../../assets/map.svg "Where it is")

![B](../../assets/my%20form.svg) ![C](../../assets/broken.png)
![D](../../assets/map.svg){width=64} ![E](../../assets/map.svg){height=24}
![F](https://example.com/map.svg) [map](../../assets/map.svg)
<video src="../../assets/map.svg" poster="../../assets/map.svg"></video>
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    texts = {
        "content/en/account/reset.md": TEXT,
        "content/id/account/reset.md": TEXT,
        "content/en/index.md": "![A](../assets/map.svg)\n",
    }
    return build_text(
        tmp_path_factory.mktemp("sizes"), CLEAN_CENTRE | IMAGES | texts, fail_on="never"
    )


def images(html: bytes) -> dict[str, str]:
    """Return alternative text -> its image's width and height as written."""
    found: dict[str, str] = {}
    for tag in re.findall("<img[^>]*>", html.decode()):
        name = re.search(' alt="(.)"', tag)
        if name:
            found[name[1]] = " ".join(re.findall(' ((?:width|height)="[^"]*")', tag))
    return found


def test_images_of_the_site_have_width_and_height_unless_the_writer_says_so(
    site: Mapping[str, bytes],
) -> None:
    assert images(site["en/account/reset/index.html"]) == {
        "A": 'width="640" height="240"',
        "B": 'width="90" height="30"',
        "C": "",
        "D": 'width="64"',
        "E": 'height="24"',
        "F": "",
    }
    html = site["en/account/reset/index.html"].decode()
    assert "width=" not in re.findall("<video[^>]*>", html)[0]
    assert "<figcaption>Where it is</figcaption></figure>" in html


def test_a_language_with_an_image_of_its_own_has_that_ones_size(
    site: Mapping[str, bytes],
) -> None:
    assert images(site["id/account/reset/index.html"])["A"] == 'width="300" height="200"'


def test_images_of_introductions_have_sizes_too(site: Mapping[str, bytes]) -> None:
    assert images(site["en/index.html"])["A"] == 'width="640" height="240"'
