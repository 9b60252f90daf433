"""Takes typed values out of a YAML mapping; what does not fit becomes a finding with its place."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from hcgen.diagnostics import Findings
from hcgen.load.yaml_tree import YamlList, YamlMapping, YamlNode, YamlText
from hcgen.model.localized import NOTHING, Localized
from hcgen.model.nearest import nearest
from hcgen.source import Span, Text

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAYS = re.compile(r"(\d{1,4})\s*(?:d|days?)")
_INTEGER = re.compile(r"-?\d{1,9}")
_YES = frozenset({"true", "yes", "on"})
_NO = frozenset({"false", "no", "off"})


class Fields:
    """Reads one mapping field by field.

    Every getter returns the empty value of its type when the key is absent, empty or wrong; only
    the last has a finding (``unexpected-value``).
    """

    def __init__(
        self, mapping: YamlMapping, findings: Findings, known: Iterable[str] | None = None
    ) -> None:
        """Wrap a mapping; keys that are not in ``known`` become ``unknown-key`` findings."""
        self.mapping = mapping
        self._findings = findings
        self._values = {key.value: value for key, value in mapping.entries}
        if known is not None:
            names = frozenset(known)
            for key, _ in mapping.entries:
                if key.value not in names:
                    findings.report(
                        "unknown-key",
                        key.span,
                        f"“{key.value}” is not known here",
                        help=nearest(key.value, names),
                    )

    @property
    def places(self) -> Mapping[str, Span]:
        """Key -> where its value is written."""
        return {key.value: value.span for key, value in self.mapping.entries}

    def node(self, name: str) -> YamlNode | None:
        """Return the raw value; an empty plain one counts as absent."""
        node = self._values.get(name)
        if isinstance(node, YamlText) and not node.text.value and not node.is_quoted:
            return None
        return node

    def text(self, name: str) -> Text | None:
        """Return a string, stripped; an empty one counts as absent."""
        node = self.node(name)
        if node is None:
            return None
        if not isinstance(node, YamlText):
            self._wrong(node, name, "text", "write it on one line, in quotes")
            return None
        return Text(node.text.value.strip(), node.span) if node.text.value.strip() else None

    def string(self, name: str, default: str = "") -> str:
        """Return a string without its place."""
        text = self.text(name)
        return text.value if text else default

    def texts(self, name: str) -> tuple[Text, ...]:
        """Return a list of strings; a single string counts as a list of one."""
        node = self.node(name)
        if node is None:
            return ()
        items = node.items if isinstance(node, YamlList) else (node,)
        found: list[Text] = []
        for item in items:
            if not isinstance(item, YamlText):
                self._wrong(item, name, "a list of words", f"write {name}: [one, two]")
            elif item.text.value.strip():
                found.append(Text(item.text.value.strip(), item.span))
        return tuple(found)

    def flag(self, name: str) -> bool | None:
        """Return true or false; None when absent."""
        text = self.text(name)
        if text is None:
            return None
        word = text.value.casefold()
        if word not in _YES | _NO:
            self._findings.report(
                "unexpected-value",
                text.span,
                f"“{name}” is “{text.value}”, neither true nor false",
                help="write true or false",
            )
            return None
        return word in _YES

    def choice(self, name: str, choices: Sequence[str], default: str) -> str:
        """Return one of a few words; the default when it is absent or another one."""
        text = self.text(name)
        if text is None:
            return default
        if text.value not in choices:
            self._findings.report(
                "unexpected-value",
                text.span,
                f"“{name}” is “{text.value}”",
                help=nearest(text.value, choices),
            )
            return default
        return text.value

    def integer(self, name: str) -> int | None:
        """Return a whole number."""
        text = self.text(name)
        if text is None:
            return None
        if not _INTEGER.fullmatch(text.value):
            self._findings.report(
                "unexpected-value",
                text.span,
                f"“{name}” is “{text.value}”, not a whole number",
                help=f"write a number, for example {name}: 10",
            )
            return None
        return int(text.value)

    def date(self, name: str) -> date | None:
        """Return a calendar day written as ISO 8601, ``2026-11-02``."""
        text = self.text(name)
        return date_of(text, name, self._findings) if text else None

    def days(self, name: str) -> int | None:
        """Return a length of time in days, written ``180d`` or ``180 days``."""
        text = self.text(name)
        if text is None:
            return None
        match = _DAYS.fullmatch(text.value.casefold())
        if not match:
            self._findings.report(
                "unexpected-value",
                text.span,
                f"“{name}” is “{text.value}”, not a number of days",
                help=f"write days with a d, for example {name}: 180d",
            )
            return None
        return int(match[1])

    def localized(self, name: str) -> Localized:
        """Return text per language: a mapping by language tag, or one string for all."""
        node = self.node(name)
        if node is None:
            return NOTHING
        if isinstance(node, YamlText):
            return Localized(anywhere=self.text(name))
        if not isinstance(node, YamlMapping):
            self._wrong(node, name, "text", f"write {name}: {{id: …, ms: …, en: …}}")
            return NOTHING
        inner = Fields(node, self._findings)
        texts = {tag.value: inner.text(tag.value) for tag, _ in node.entries}
        return Localized({tag: text for tag, text in texts.items() if text is not None})

    def mapping_of(self, name: str) -> YamlMapping | None:
        """Return a group of keys."""
        node = self.node(name)
        if node is None or isinstance(node, YamlMapping):
            return node
        self._wrong(node, name, "a group of keys", f"write the keys of “{name}” below it, indented")
        return None

    def mappings(self, name: str) -> tuple[YamlMapping, ...]:
        """Return a list of groups."""
        node = self.node(name)
        if node is None:
            return ()
        if not isinstance(node, YamlList):
            self._wrong(node, name, "a list", "begin each entry with “- ”")
            return ()
        found: list[YamlMapping] = []
        for item in node.items:
            if isinstance(item, YamlMapping):
                found.append(item)
            else:
                self._wrong(item, name, "a list of groups", "write “- key: value” for each entry")
        return tuple(found)

    def _wrong(self, node: YamlNode, name: str, wanted: str, help: str) -> None:
        got = {YamlText: "text", YamlList: "a list", YamlMapping: "a group of keys"}[type(node)]
        if isinstance(node, YamlText):
            got = f"“{node.text.value}”"
        self._findings.report(
            "unexpected-value", node.span, f"“{name}” wants {wanted}, not {got}", help=help
        )


def date_of(text: Text, name: str, findings: Findings) -> date | None:
    """Return the day that a text names; one that does not exist is a finding."""
    try:
        if not _DATE.fullmatch(text.value):
            raise ValueError
        return date.fromisoformat(text.value)
    except ValueError:
        findings.report(
            "unexpected-value",
            text.span,
            f"“{name}” is “{text.value}”, not a day of the calendar",
            help=f"write year, month and day, for example {name}: 2026-11-02",
        )
        return None
