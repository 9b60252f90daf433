"""Tells how large an image is, from the beginning of its file."""

import re
from html import unescape
from io import BytesIO
from pathlib import Path

import imagesize

IMAGE_SUFFIXES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")

_READ_BYTES = 256 * 1024
"""Sizes stand at the beginning, but for what cameras and drawing programs put before them."""
_LONGEST_SIDE = 65_535
"""No browser shows more; a larger number is a broken file."""
_FLUID_WIDTH = 1200
"""A drawing with nothing but a `viewBox` is as wide as there is room: wider than any column."""

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_ROOT = re.compile(r"""<(?:[\w-]+:)?svg(?=\s)(?P<attributes>(?:[^<>"']++|"[^"]*"|'[^']*')*+)>""")
_ATTRIBUTE = re.compile(
    r"""\s(?P<name>[\w:-]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')"""
)
_LENGTH = re.compile(
    r"\s*\+?(?P<number>(?:\d++(?:\.\d*+)?|\.\d++)(?:e[+-]?\d++)?)(?P<unit>[a-z]*)\s*", re.I
)
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
    "q": 96 / 101.6,
    "pt": 96 / 72,
    "pc": 16.0,
}
"""CSS Values and Units 4, 6.2: what each absolute unit is in pixels."""


def image_size(file: Path) -> tuple[int, int]:
    """Return width and height of an image in CSS pixels, as browsers would show it.

    Returns:
        0 and 0 for files that are not called like an image, and where it cannot be told.
    """
    suffix = file.suffix.lower()
    if suffix not in IMAGE_SUFFIXES:
        return 0, 0
    try:
        with file.open("rb") as stream:
            data = stream.read(_READ_BYTES)
    except OSError:
        return 0, 0  # said elsewhere, when the file cannot be published
    width, height = _svg_size(data) if suffix == ".svg" else imagesize.get(BytesIO(data))
    if not (0 < width <= _LONGEST_SIDE and 0 < height <= _LONGEST_SIDE):
        return 0, 0
    return max(1, round(width)), max(1, round(height))


def _svg_size(data: bytes) -> tuple[float, float]:
    """Return the size of a drawing: the one it states, else what its `viewBox` makes of it.

    `imagesize` takes the first width in the file for the drawing's, whosever it is.
    """
    root = _ROOT.search(_COMMENT.sub("", data.decode("utf-8", "replace")))
    if root is None:
        return 0, 0
    attributes = {
        found["name"]: unescape(found["double"] or found["single"] or "")
        for found in _ATTRIBUTE.finditer(root["attributes"])
    }
    width, height = _pixels(attributes.get("width", "")), _pixels(attributes.get("height", ""))
    ratio = _ratio(attributes.get("viewBox", ""))
    if width and height:
        return width, height
    if not ratio:
        return 0, 0
    if width:
        return width, width / ratio
    if height:
        return height * ratio, height
    return _FLUID_WIDTH, _FLUID_WIDTH / ratio


def _pixels(text: str) -> float:
    """Return a length in pixels; 0 for one that depends on where the drawing is shown."""
    length = _LENGTH.fullmatch(text)
    return float(length["number"]) * _PIXELS.get(length["unit"].lower(), 0) if length else 0


def _ratio(view_box: str) -> float:
    """Return width by height; 0 for a `viewBox` that is missing or broken."""
    numbers = re.split(r"\s*,\s*|\s+", view_box.strip())
    try:
        _, _, width, height = map(float, numbers)
    except ValueError:
        return 0
    return width / height if width > 0 and height > 0 else 0
