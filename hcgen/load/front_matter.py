"""Splits an article's front matter from its Markdown."""

import re
from dataclasses import dataclass

from hcgen.diagnostics import Findings
from hcgen.load.yaml_tree import YamlMapping, parse_yaml
from hcgen.source import SourceFile

_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
# the second form is what people mean who leave a blank line above or type a hyphen too many
_OPENING = re.compile(r"---[ \t]*(?:\n|$)|\s*-{3,}[ \t]*\n(?=[A-Za-z_]+[ \t]*:)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The two parts of an article.

    Attributes:
        mapping: The keys; None when there are none or they cannot be read.
        body_start: Offset at which the Markdown begins.
    """

    mapping: YamlMapping | None
    body_start: int


def split_front_matter(file: SourceFile, findings: Findings) -> FrontMatter:
    """Return the front matter between two lines ``---`` at the very top, and where the rest begins.

    One that is not closed is a finding ``unclosed-front-matter``; the whole file is then text.
    """
    opening = _OPENING.match(file.text)
    if not opening:
        return FrontMatter(None, 0)
    closing = _CLOSING.search(file.text, opening.end())
    if not closing:
        findings.report(
            "unclosed-front-matter",
            file.span(0, 3),
            "the front matter that begins here does not end",
            help="put a line with only “---” below its last key",
        )
        # the text starts after the keys, so that they are not shown to customers
        blank = file.text.find("\n\n", opening.end())
        return FrontMatter(None, len(file.text) if blank < 0 else blank + 2)
    body_start = min(closing.end() + 1, len(file.text))
    tree = parse_yaml(file, findings, start=opening.end(), end=closing.start())
    if tree is not None and not isinstance(tree, YamlMapping):
        findings.report(
            "unreadable-yaml",
            tree.span,
            "the front matter holds no keys",
            help="write one key a line, for example title: How to pay",
        )
        tree = None
    return FrontMatter(tree, body_start)
