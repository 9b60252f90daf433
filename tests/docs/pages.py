"""Takes the pages of the user guide apart: boxes of code, and tables of keys."""

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PAGES = (*sorted((ROOT / "docs").glob("*.md")), README)

_FENCE = re.compile(
    r'^(?P<indent> *)```(?P<language>[a-z]+)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)'
    r"^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
_INDENTED = re.compile(r"(?:^    (?:\./dev|pip|hcgen|cd) .*\n)+", re.MULTILINE)
_TABLE = re.compile(r"^<!-- keys: (?P<name>.+) -->\n\n(?P<rows>(?:\|.*\n)+)", re.MULTILINE)


@dataclass(frozen=True)
class Box:
    """A box of code; ``title`` is the file that it is the whole of, or empty."""

    language: str
    title: str
    text: str
    is_indented: bool = False

    @property
    def is_for_the_terminal(self) -> bool:
        return self.language in ("console", "sh")


def boxes(page: Path) -> tuple[Box, ...]:
    """Return the boxes of a page in their order; the README indents its commands instead."""
    text = page.read_text(encoding="utf-8")
    found = [
        (
            match.start(),
            Box(match["language"], match["title"] or "", textwrap.dedent(match["text"])),
        )
        for match in _FENCE.finditer(text)
    ]
    if page == README:
        found += [
            (match.start(), Box("console", "", textwrap.dedent(match.group()), is_indented=True))
            for match in _INDENTED.finditer(text)
        ]
    return tuple(box for _, box in sorted(found, key=lambda item: item[0]))


def table(page: str, name: str) -> Mapping[str, tuple[str, ...]]:
    """Return first cell -> other cells of the table below ``<!-- keys: name -->``."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    (rows,) = (match["rows"] for match in _TABLE.finditer(text) if match["name"] == name)
    cells = [
        [cell.strip() for cell in row.strip().strip("|").split("|")]
        for row in rows.splitlines()[2:]
    ]
    keys = [row[0].strip("`") for row in cells]
    assert len(keys) == len(set(keys)), f"{page}: a key stands twice in “{name}”"
    return {key: tuple(row[1:]) for key, row in zip(keys, cells, strict=True)}


def coded(text: str) -> set[str]:
    """Return the words of a text that are set as code within a line."""
    return set(re.findall(r"`([^`\n]+)`", _FENCE.sub("", text)))
