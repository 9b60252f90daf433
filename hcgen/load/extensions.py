"""Reads lists of things with options: Markdown extensions, and plugins."""

from collections.abc import Mapping

from hcgen.diagnostics import Findings
from hcgen.load.fields import Fields
from hcgen.load.yaml_tree import YamlList, YamlMapping, YamlNode, YamlText
from hcgen.model.settings import MarkdownExtension, OptionValue
from hcgen.source import Text

_YAML_NAME_TAG = "tag:yaml.org,2002:python/name:"


def load_extensions(fields: Fields, findings: Findings) -> tuple[MarkdownExtension, ...]:
    """Return the extensions below ``markdown_extensions`` in the order written."""
    return tuple(
        MarkdownExtension(name.value, _options(options, findings), name)
        for name, options in named_entries(fields.node("markdown_extensions"), findings)
    )


def named_entries(node: YamlNode | None, findings: Findings) -> list[tuple[Text, YamlNode | None]]:
    """Return the entries of a list ``[a, {b: options}]`` or a mapping ``{a: , b: options}``."""
    entries: list[tuple[Text, YamlNode | None]] = []
    if isinstance(node, YamlMapping):
        return list(node.entries)
    for item in node.items if isinstance(node, YamlList) else ():
        if isinstance(item, YamlText):
            entries.append((item.text, None))
        elif isinstance(item, YamlMapping):
            entries.extend(item.entries)
        else:
            findings.report(
                "unexpected-value",
                item.span,
                "a list stands where a name is wanted",
                help="write “- name”, or “- name:” with its options below, indented",
            )
    return entries


def _options(node: YamlNode | None, findings: Findings) -> Mapping[str, OptionValue]:
    value = _plain(node) if isinstance(node, YamlMapping) else {}
    return value if isinstance(value, Mapping) else {}


def _plain(node: YamlNode) -> OptionValue:
    """Return an extension's option as the type that YAML 1.2 gives it: extensions expect types."""
    if isinstance(node, YamlMapping):
        return {key.value: _plain(value) for key, value in node.entries}
    if isinstance(node, YamlList):
        return tuple(_plain(item) for item in node.items)
    text = node.text.value
    if node.tag.startswith(_YAML_NAME_TAG):
        return node.tag.replace(_YAML_NAME_TAG, "!!python/name:")
    if node.is_quoted:
        return text
    if text.casefold() in ("true", "false"):
        return text.casefold() == "true"
    if text.casefold() in ("", "null", "~"):
        return None
    for number in (int, float):
        try:
            return number(text)
        except ValueError:
            continue
    return text
