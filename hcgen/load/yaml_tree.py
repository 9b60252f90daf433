"""YAML as a tree of strings with their places: no implicit types, no duplicate keys, no bombs.

PyYAML's event stream is read instead of `compose`, whose C version recurses without bound and ends
the process on a few thousand open brackets.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

from hcgen.diagnostics import Findings
from hcgen.source import SourceFile, Span, Text

DEEPEST_NESTING = 50
MOST_NODES = 100_000
"""After aliases are followed; an alias bomb grows past any bound."""


@dataclass(frozen=True, slots=True)
class YamlText:
    """A scalar, whatever it looks like.

    Attributes:
        is_quoted: Written in quotes or as a block, so an empty one is meant.
        tag: An explicit tag such as ``!ENV``; empty without one.
    """

    text: Text
    is_quoted: bool = False
    tag: str = ""

    @property
    def span(self) -> Span:
        return self.text.span


@dataclass(frozen=True, slots=True)
class YamlList:
    """A sequence."""

    items: tuple["YamlNode", ...]
    span: Span
    tag: str = ""


@dataclass(frozen=True, slots=True)
class YamlMapping:
    """A mapping; of duplicate keys the first one counts.

    Attributes:
        entries: In the order written.
    """

    entries: tuple[tuple[Text, "YamlNode"], ...]
    span: Span
    tag: str = ""

    def get(self, key: str) -> "YamlNode | None":
        """Return the value of a key."""
        for name, value in self.entries:
            if name.value == key:
                return value
        return None


YamlNode = YamlText | YamlList | YamlMapping

_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet."""

    start: int
    is_mapping: bool
    anchor: str | None
    tag: str
    items: list[YamlNode] = field(default_factory=list)
    key: Text | None = None
    has_key: bool = False
    entries: list[tuple[Text, YamlNode]] = field(default_factory=list)
    names: dict[str, Text] = field(default_factory=dict)


class _RefusedError(Exception):
    """The document is not taken; what to say is in the arguments: span, message, help."""

    def __init__(self, span: Span, message: str, help: str = "") -> None:
        super().__init__(message)
        self.span, self.message, self.help = span, message, help


def parse_yaml(
    file: SourceFile, findings: Findings, *, start: int = 0, end: int | None = None
) -> YamlNode | None:
    """Return the YAML document in a part of a file.

    Returns:
        None for an empty document, and for one that cannot be read; the latter has a finding
        ``unreadable-yaml``. Duplicate keys are findings ``duplicate-key``.
    """
    text = file.text if start == 0 and end is None else file.text[start:end]
    try:
        return _Builder(file, start, findings).build(text)
    except _RefusedError as refused:
        findings.report("unreadable-yaml", refused.span, refused.message, help=refused.help)
    except yaml.reader.ReaderError as error:
        place = _place(file, start, error.position, text)
        findings.report(
            "unreadable-yaml",
            place,
            f"the character U+{ord(place.text[:1] or chr(0)):04X} may not stand in YAML",
            help="delete it; it is often left behind by copying from another program",
        )
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = _place(file, start, mark.index if mark else 0, text)
        fact, advice = _explain(error, place)
        findings.report("unreadable-yaml", place, fact, help=advice)
    return None


def _place(file: SourceFile, start: int, index: int, text: str) -> Span:
    index = min(index, max(0, len(text) - 1))
    return file.span(start + index, start + min(index + 1, len(text)))


def _explain(error: yaml.MarkedYAMLError, place: Span) -> tuple[str, str]:
    """Say in a writer's words what the parser stumbled over, and what helps."""
    problem = error.problem or ""
    if "nesting depth" in problem:  # libyaml's own limit, which it meets while looking ahead
        return f"more than {DEEPEST_NESTING} levels lie inside one another", ""
    if "tab" in problem or place.text == "\t":
        return "a tab stands where YAML wants spaces", "indent with spaces"
    if "mapping values are not allowed" in problem:
        return (
            "a second “: ” stands in this line",
            'put the value in quotes, for example title: "Paid: what now?"',
        )
    if "undefined alias" in problem:
        return "this “*name” points at nothing", "put the value in quotes, or define “&name” before"
    if "expected <block end>" in problem or "did not find expected key" in problem:
        return (
            "this line does not fit the lines above it",
            "indent it like its neighbours, and close quotes and brackets that are still open",
        )
    if "expected ',' or" in problem:
        return "a “,” or the closing bracket is missing before this", "close the bracket"
    if "quoted scalar" in (error.context or "") or "unexpected end of stream" in problem:
        return "a quote or bracket is still open here", "close it"
    if "cannot start any token" in problem:
        return f"“{place.text}” may not begin a value", "put the value in quotes"
    if "another document" in problem:
        return "a second document begins here", "take out the line “---”"
    return f"YAML cannot be read here: {problem or 'syntax error'}", "put the value in quotes"


class _Builder:
    """Turns one document's events into a tree, with every bound kept on the way."""

    def __init__(self, file: SourceFile, base: int, findings: Findings) -> None:
        self._file = file
        self._base = base
        self._findings = findings
        self._anchors: dict[str, YamlNode] = {}
        self._sizes: dict[int, int] = {}  # by id(); self._counted keeps those objects alive
        self._counted: list[YamlNode] = []
        self._nodes = 0
        self._open: list[_Open] = []
        self._root: YamlNode | None = None
        self._documents = 0

    def build(self, text: str) -> YamlNode | None:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.ScalarEvent):
                span = self._span(event)
                tag = "" if event.tag in (None, "!") else str(event.tag)
                value = Text(event.value, span)
                # the C parser says "", not None, for a plain scalar
                is_quoted = bool(event.style)
                self._add(YamlText(value, is_quoted, tag), event.anchor)
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                self._begin(event)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self._close(event)
            elif isinstance(event, yaml.AliasEvent):
                self._follow(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    raise _RefusedError(
                        self._span(event),
                        "a second document begins here",
                        "take out the line “---”",
                    )
        root = self._root
        is_empty = isinstance(root, YamlText) and not root.is_quoted and not root.text.value
        return None if is_empty else root

    def _span(self, event: yaml.Event) -> Span:
        return self._file.span(self._offset(event.start_mark), self._offset(event.end_mark))

    def _offset(self, mark: Any) -> int:
        """Return a mark's offset in the file; marks of both parsers count code points."""
        return self._base + int(mark.index)

    def _begin(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if len(self._open) >= DEEPEST_NESTING:
            raise _RefusedError(
                self._span(event), f"more than {DEEPEST_NESTING} levels lie inside one another"
            )
        self._open.append(
            _Open(
                self._offset(event.start_mark),
                isinstance(event, yaml.MappingStartEvent),
                event.anchor,
                "" if event.tag in (None, "!") else str(event.tag),
            )
        )

    def _close(self, event: yaml.Event) -> None:
        done = self._open.pop()
        # a block collection's end mark lies at the next token; its last child ends where it ends
        last = done.entries[-1][1] if done.entries else (done.items[-1] if done.items else None)
        marked_end = self._offset(event.end_mark)
        has_closing_bracket = marked_end > self._offset(event.start_mark)
        end = marked_end if last is None or has_closing_bracket else last.span.end
        span = self._file.span(done.start, max(end, done.start))
        node: YamlNode
        if done.is_mapping:
            node = YamlMapping(tuple(done.entries), span, done.tag)
        else:
            node = YamlList(tuple(done.items), span, done.tag)
        self._add(node, done.anchor)

    def _follow(self, event: yaml.AliasEvent) -> None:
        name = event.anchor or ""
        node = self._anchors.get(name)
        if node is None:
            inside = any(outer.anchor == name for outer in self._open)
            raise _RefusedError(
                self._span(event),
                f"“*{name}” {'lies inside what it points at' if inside else 'points at nothing'}",
                "put the value in quotes, or define “&name” before",
            )
        self._nodes += self._sizes[id(node)]
        self._add(node, None, is_alias=True)

    def _add(self, node: YamlNode, anchor: str | None, *, is_alias: bool = False) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise _RefusedError(node.span, f"the file grows to more than {MOST_NODES:,} values")
        if anchor is not None and not is_alias:
            self._anchors[anchor] = node
        if anchor is not None or is_alias:
            self._sizes.setdefault(id(node), _size(node, self._sizes))
            self._counted.append(node)
        if not self._open:
            self._root = node
            return
        parent = self._open[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif not parent.has_key:
            parent.has_key = True
            parent.key = self._key(node, parent)
        else:
            if parent.key is not None:
                parent.entries.append((parent.key, node))
            parent.has_key = False

    def _key(self, node: YamlNode, parent: _Open) -> Text | None:
        """Return the key, or None where its value is to be passed over."""
        if not isinstance(node, YamlText):
            raise _RefusedError(node.span, "a list or a group stands where a name is wanted")
        key = node.text
        first = parent.names.get(key.value)
        if first is not None:
            self._findings.report(
                "duplicate-key",
                key.span,
                f"“{key.value}” stands here a second time; the first is in line "
                f"{first.span.position.line}",
                help="keep one of them",
            )
            return None
        parent.names[key.value] = key
        return key


def _size(node: YamlNode, known: dict[int, int]) -> int:
    """Count the values in a node, aliases followed; what was counted is not walked again."""
    total = 0
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if id(current) in known:
            total += known[id(current)]
            continue
        total += 1
        if isinstance(current, YamlList):
            waiting.extend(current.items)
        elif isinstance(current, YamlMapping):
            waiting.extend(value for _, value in current.entries)
    return total
