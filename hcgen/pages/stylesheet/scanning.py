"""Takes a stylesheet apart: blocks, selectors, declarations.

It is meant for what a minifier wrote: well-formed, without nesting of style rules. A real parser
takes eight times as long, of which a build that must end within a second would notice.
"""

import re
from dataclasses import dataclass, field

_STRING = r'"(?:[^"\\]|\\.)*"|' + r"'(?:[^'\\]|\\.)*'"
_URL = r"""url\((?!\s*["'])[^)]*\)"""
_MARK = re.compile(rf"/\*.*?\*/|{_STRING}|{_URL}|[{{}};]", re.DOTALL)
_PARENTHESES = rf"\((?:[^()\"']|{_STRING}|\((?:[^()\"']|{_STRING})*\))*\)"
_SELECTOR = re.compile(rf"(?:[^,(\[\"']|{_STRING}|{_PARENTHESES}|\[(?:[^\]\"']|{_STRING})*\])+")
_DECLARATION = re.compile(rf"(?:[^;(\"']|{_STRING}|{_PARENTHESES})+", re.DOTALL)


@dataclass(slots=True)
class Block:
    """A rule with its declarations, or a group such as ``@media`` with the blocks in it.

    Attributes:
        prelude: What stands before the brace: selectors, or the at-rule and its condition.
        declarations: As they are written; empty for a group.
    """

    prelude: str
    declarations: str = ""
    blocks: "list[Block]" = field(default_factory=list)

    @property
    def is_at_rule(self) -> bool:
        return self.prelude.startswith("@")


def blocks_of(css: str) -> list[Block]:
    """Return the blocks of a stylesheet; statements such as ``@charset`` are left out."""
    top = Block("@")
    open_blocks = [top]
    start = 0
    for match in _MARK.finditer(css):
        mark = match.group()
        before = css[start : match.start()].strip()
        if mark == "{":
            open_blocks.append(Block(before))
        elif mark == "}":
            if len(open_blocks) > 1:
                closed = open_blocks.pop()
                if not closed.blocks:
                    closed.declarations = before
                open_blocks[-1].blocks.append(closed)
        elif (mark == ";" and open_blocks[-1].is_at_rule) or (mark[:2] == "/*" and not before):
            pass
        else:
            continue
        start = match.end()
    return top.blocks


def selectors_of(prelude: str) -> list[str]:
    """Return the selectors of a list."""
    if "(" in prelude or "[" in prelude:
        return [found.strip() for found in _SELECTOR.findall(prelude)]
    return [found.strip() for found in prelude.split(",")]


def declarations_of(text: str) -> list[tuple[str, str]]:
    """Return name and value of each declaration."""
    pairs = (found.partition(":") for found in _DECLARATION.findall(text))
    return [(name.strip(), value.strip()) for name, _, value in pairs if name.strip()]
