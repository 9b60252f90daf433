"""Reads the colour of links and buttons from Material's ``palette``."""

import re

from hcgen.diagnostics import Findings
from hcgen.load.fields import Fields
from hcgen.load.yaml_tree import YamlList
from hcgen.model.nearest import nearest
from hcgen.source import Text

PALETTE_FIELDS = ("accent", "media", "primary", "scheme", "toggle")
"""What Material knows below ``palette``; hcgen takes ``primary``."""

MATERIAL_COLOURS = tuple(
    "red, pink, purple, deep purple, indigo, blue, light blue, cyan, teal, green, light green, "
    "lime, yellow, amber, orange, deep orange, brown, grey, blue grey, black, white, custom".split(
        ", "
    )
)
"""Names of colours below ``palette``; the last three stand for no colour, which is hcgen's own."""

_HEX_COLOUR = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})")


def load_accent(theme: Fields, findings: Findings) -> Text | None:
    """Return the first colour of ``palette``: one group, or Material's list of groups.

    The groups are what Material's readers switch between; here the reader's system decides between
    light and dark. A name is returned as Material's stylesheet writes it, ``deep-purple``.
    """
    node = theme.node("palette")
    if isinstance(node, YamlList):
        groups = theme.mappings("palette")
    else:
        group = theme.mapping_of("palette")
        groups = (group,) if group is not None else ()
    found = (Fields(group, findings, PALETTE_FIELDS).text("primary") for group in groups)
    written = next((text for text in found if text is not None), None)
    if written is None:
        return None
    colour = written.value.casefold()
    if match := _HEX_COLOUR.fullmatch(colour):
        digits = "".join(digit * (6 // len(match[1])) for digit in match[1])
        return Text(f"#{digits}", written.span)
    if colour.replace("-", " ") in MATERIAL_COLOURS:
        return Text(colour.replace(" ", "-"), written.span)
    findings.report(
        "unexpected-value",
        written.span,
        f"“primary” is “{written.value}”, not a colour",
        help=nearest(written.value, MATERIAL_COLOURS),
    )
    return None
