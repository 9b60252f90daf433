"""Writes `source_hash` into the text of a translation and leaves every other byte alone."""

import codecs
import re

from hcgen.diagnostics import Findings
from hcgen.load.front_matter import split_front_matter
from hcgen.load.yaml_tree import YamlMapping, YamlNode, YamlText
from hcgen.source import SourceFile

_KEY = "source_hash"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class NotUnderstoodError(ValueError):
    """The file is not of a kind that can be changed safely; the message says why."""


def with_source_hash(data: bytes, value: str) -> bytes:
    """Return an article's file with the line `source_hash` put in, or its value replaced.

    Raises:
        NotUnderstoodError: The front matter cannot be changed in one line.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        text = data[len(mark) :].decode("utf-8")
    except UnicodeDecodeError:
        raise NotUnderstoodError("is not UTF-8") from None
    lines = _LINE.findall(text)
    before, start = _read(text)
    end_of_line = next(
        (end for end in ("\r\n", "\r", "\n") if lines and lines[0].endswith(end)), "\n"
    )
    place = _place_of(text, start)
    if not start and before is None:
        changed = [f"---{end_of_line}{_KEY}: {value}{end_of_line}---{end_of_line}", *lines]
    elif place is not None:
        line, first, last = place
        old = lines[line - 1]
        blank = "" if old[:first].endswith((" ", "\t")) else " "
        changed = [*lines[: line - 1], old[:first] + blank + value + old[last:], *lines[line:]]
    else:
        closing = SourceFile("", _with_plain_ends(text)).position(max(0, start - 1)).line
        new = f"{_KEY}: {value}{end_of_line}"
        changed = [*lines[: closing - 1], new, *lines[closing - 1 :]]
    result = "".join(changed)
    after, _ = _read(result)
    if _others(before) != _others(after) or after is None or after.get(_KEY) is None:
        raise NotUnderstoodError("has front matter that does not have one key a line")
    node = after.get(_KEY)
    if not isinstance(node, YamlText) or node.text.value != value or node.tag:
        raise NotUnderstoodError(f"has a “{_KEY}” that is not a text in one line")
    return mark + result.encode("utf-8")


def _read(text: str) -> tuple[YamlMapping | None, int]:
    """Return the front matter of a file, and where its text begins."""
    findings = Findings()
    parts = split_front_matter(SourceFile("", _with_plain_ends(text)), findings)
    if len(findings):
        raise NotUnderstoodError("has front matter that cannot be read; hcgen check says why")
    return parts.mapping, parts.body_start


def _place_of(text: str, start: int) -> tuple[int, int, int] | None:
    """Return line (from 1), and offsets in it, of the present value; None: there is none."""
    mapping, _ = _read(text)
    for key, node in mapping.entries if mapping else ():
        if key.value != _KEY:
            continue
        first, last = node.span.position, node.span.end_position
        at = key.span.end_position
        if node.span.start == node.span.end:  # “source_hash:” without a value
            return at.line, at.column, at.column
        if first.line != at.line or last.line != at.line or not isinstance(node, YamlText):
            raise NotUnderstoodError(f"has a “{_KEY}” that is not a text in one line")
        return first.line, first.column - 1, last.column - 1
    return None


def _others(mapping: YamlMapping | None) -> list[tuple[str, object]]:
    """Return all other keys with their values, without their places."""
    entries = mapping.entries if mapping else ()
    return [(key.value, _plain(node)) for key, node in entries if key.value != _KEY]


def _plain(node: YamlNode) -> object:
    if isinstance(node, YamlText):
        return node.text.value, node.tag
    if isinstance(node, YamlMapping):
        return [(key.value, _plain(value)) for key, value in node.entries]
    return [_plain(item) for item in node.items]


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
