"""ART024: numbered steps that are shown as running text."""

import re
from collections.abc import Iterator

from hcgen.checks.context import ArticleContext
from hcgen.diagnostics import Diagnostic, Edit, Example, Rule, Severity, Stage
from hcgen.load.markdown_blocks import Block, BlockKind
from hcgen.source import Span

_LINE = re.compile(r"^(?P<indent>[ \t>]*)(?P<number>\d{1,2})(?P<mark>[.)])[ \t]+(?=\S)", re.M)
_MARK = re.compile(r"""(?<![^\s])(?P<number>\d{1,2})(?P<mark>[.)])\s+(?=["'“‘«*_`\[(]*[^\W\d_])""")
_FEWEST_IN_LINE = 3
_BEFORE_A_STEP = re.compile(r"[.!?:;,…。：；，！？)”\"*_]\s+$|\n[ \t>]*$")

_TOP = "---\ntitle: Reset your password\n---\n"

RULE = Rule(
    code="ART024",
    name="steps-in-a-paragraph",
    severity=Severity.WARNING,
    stage=Stage.ARTICLE,
    summary="Numbered steps stand in one paragraph.",
    why="Customers do one step at a time, and lose the line between the page and the screen.",
    fix="Give each step a line of its own that begins with 1., 2., …, and leave a line empty above "
    "the first one.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": f"{_TOP}To reset it:\n⟦1.⟧ Open the panel.\n"
                "2. Click Save.\n\nText.\n"
            },
            fixed={
                "content/en/account/reset.md": f"{_TOP}To reset it:\n\n1. Open the panel.\n"
                "2. Click Save.\n\nText.\n"
            },
        ),
        Example(
            {
                "content/id/account/reset.md": "---\ntitle: Atur ulang\n---\nCaranya: ⟦1.⟧ Buka "
                "panel 2. Klik **Profil** 3. Pilih yang baru.\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": f"{_TOP}⟦1)⟧ Open the panel.\n2) Click Save.\n"
                "3) Type it.\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": f"{_TOP}> To reset it:\n> ⟦1.⟧ Open the panel.\n"
                "> 2. Click Save.\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": f"{_TOP}To reset it:\n\n1. Open the panel.\n"
                "2. Click Save.\n    3. Type it.\n\n## 1. Open 2. Click 3. Type\n\nText.\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": f"{_TOP}You have plan 1. It is small. There is plan "
                "2. It is larger. The largest is plan 3. Ask us.\n\nVersions 1. 2. 3 and Rp 1. 2. "
                "3. are old. It came in\n2019. Then 2020. Then 2021.\n\n"
                "Choose 1. or 2. but not 3. as you like.\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": f"{_TOP}Text:\n\n```\nTo do\n1. Open\n2. Click\n"
                "3. Type\n```\n\nIt is `1. Open 2. Click 3. Type`.\n"
            }
        ),
    ),
)


def check(context: ArticleContext) -> Iterator[Diagnostic]:
    """Look for numbers that are still there in what is shown: those of lists are not."""
    shown = context.fragment.text
    for mark in (".", ")"):
        if f"2{mark} " not in shown and f"2{mark}\n" not in shown:
            continue
        for block in context.blocks:
            if block.kind is BlockKind.PARAGRAPH and f"2{mark}" in block.span.text:
                yield from _check_paragraph(block, mark, shown)


def _check_paragraph(block: Block, mark: str, shown: str) -> Iterator[Diagnostic]:
    text = block.span.text
    steps = _steps_in_lines(text, mark) or _steps_in_line(text, block.prose, mark)
    if not steps:
        return
    second = text[steps[1].end() :].split(maxsplit=1)
    first = steps[0]
    start = first.start("number")
    yield Diagnostic(
        RULE,
        block.span.slice(start, first.end("mark")),
        "these steps are shown as one paragraph",
        help="leave a line empty above the first step"
        if _LINE.match(text, _line_start(text, start)) and mark == "."
        else "give each step a line of its own that begins with 1., 2., …, below an empty line",
        fix=_fix(block, steps, mark) if second else (),
    )


def _steps_in_lines(text: str, mark: str) -> list[re.Match[str]]:
    """Return the lines 1, 2, … of a paragraph, in order."""
    steps: list[re.Match[str]] = []
    for line in _LINE.finditer(text):
        if line["mark"] == mark and int(line["number"]) == len(steps) + 1:
            steps.append(line)
    return steps if len(steps) > 1 else []


def _steps_in_line(text: str, prose: str, mark: str) -> list[re.Match[str]]:
    """Return the numbers 1, 2, 3, … of running text, each with words behind it."""
    steps: list[re.Match[str]] = []
    for found in _MARK.finditer(text):
        if found["mark"] != mark:
            continue
        number = int(found["number"])
        if number == 1 and len(steps) < _FEWEST_IN_LINE:
            before = text[: found.start()]
            steps = [found] if not before.strip() or _BEFORE_A_STEP.search(before) else []
        elif steps and number == len(steps) + 1:
            if len(prose[steps[-1].end() : found.start()].split()) < 2:
                steps = []
            else:
                steps.append(found)
    return steps if len(steps) >= _FEWEST_IN_LINE else []


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _fix(block: Block, steps: list[re.Match[str]], mark: str) -> tuple[Edit, ...]:
    """Return the empty line that makes a list of the steps, where nothing but it is missing."""
    text = block.span.text
    first = steps[0]
    above = text[: first.start()]
    lines = text[first.start() :].split("\n")
    is_list = (
        mark == "."
        and block.level == 0
        and above.endswith("\n")
        and ">" not in text
        and len(lines) == len(steps)
        and all(_LINE.match(line) and not line[0].isspace() for line in lines)
    )
    if not is_list:
        return ()
    place: Span = block.span.slice(first.start(), first.start())
    return (Edit(place, "\n"),)
