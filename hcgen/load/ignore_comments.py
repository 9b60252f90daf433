"""Finds the comments by which writers accept a finding: `hcgen: ignore CODE reason`."""

import re
from collections.abc import Iterator

import yaml

from hcgen.diagnostics.ignoring import IgnoreComment
from hcgen.load.markdown_scan import scan_comments
from hcgen.source import SourceFile, Span, Text

_RULE = r"(?:[A-Za-z]{3}\d{3}|[A-Z]{3}|[a-z]+(?:-[a-z]+)+)(?![\w-])"
_IGNORE = re.compile(
    rf"""\s*hcgen:?\s*ignore(?P<whole>-file)?\b\s*
        (?P<rules>{_RULE}(?:\s*,\s*{_RULE})*)?
        [\s:,–—-]*(?P<reason>.*)""",
    re.X | re.S,
)
_RULES = re.compile(_RULE)
_YAML_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#(?P<inside>[ \t]*hcgen:?[ \t]*ignore[^\n]*)", re.M)
_LINE = re.compile(r"[^\n]*\n?")


def ignore_comments(file: SourceFile, *, body_start: int | None) -> tuple[IgnoreComment, ...]:
    """Return a file's comments that accept findings, in the order written.

    A comment behind other text speaks of its line. One that stands alone speaks of what follows:
    of the next lines up to an empty one in Markdown, of the next entry with all that is indented
    below it in YAML. `ignore-file` speaks of the whole file.

    Args:
        body_start: Where the Markdown of an article begins; None for a YAML file.
    """
    if "hcgen" not in file.text:
        return ()
    yaml_end = len(file.text) if body_start is None else body_start
    found = [*_in_yaml(file, yaml_end)]
    if body_start is not None:
        found += _in_markdown(file, body_start)
    return tuple(found)


def _in_yaml(file: SourceFile, end: int) -> Iterator[IgnoreComment]:
    matches = list(_YAML_COMMENT.finditer(file.text, 0, end))
    values = _values(file.text[:end]) if matches else []
    for match in matches:
        if any(start <= match.start() < stop for start, stop in values):
            continue
        line_start = file.text.rfind("\n", 0, match.start()) + 1
        is_alone = not file.text[line_start : match.start()].strip()
        scope = (
            _entry_below(file, match.end(), end)
            if is_alone
            else file.span(line_start, match.start())
        )
        yield _comment(file.span(*match.span()), match["inside"], scope, match.start("inside"))


def _values(text: str) -> list[tuple[int, int]]:
    """Return where values stand; a ``#`` in one begins no comment."""
    try:
        return [
            (token.start_mark.index, token.end_mark.index)
            for token in yaml.scan(text, Loader=yaml.BaseLoader)
            if isinstance(token, yaml.ScalarToken)
        ]
    except yaml.YAMLError:
        return []  # said elsewhere; nothing of the file is used


def _entry_below(file: SourceFile, start: int, end: int) -> Span:
    """Return the next entry of a YAML file, with the lines that are indented below it."""
    first: int | None = None
    stop = start
    depth = 0
    for match in _LINE.finditer(file.text, min(start + 1, end), end):
        line = match.group()
        words = line.strip()
        if not line:
            break
        if not words or words.startswith("#"):
            continue
        indentation = len(line) - len(line.lstrip(" "))
        if first is None:
            first, depth = match.start() + indentation, indentation
        elif indentation <= depth:
            break
        stop = match.start() + len(line.rstrip())
    return file.span(first, stop) if first is not None else file.span(start, start)


def _in_markdown(file: SourceFile, body_start: int) -> Iterator[IgnoreComment]:
    text = file.text
    for span in scan_comments(file, body_start):
        inside = text[span.start + 4 : span.end - 3]
        if not _IGNORE.match(inside):
            continue
        line_start = text.rfind("\n", 0, span.start) + 1
        line_end = text.find("\n", span.end)
        line_end = len(text) if line_end < 0 else line_end
        if (text[line_start : span.start] + text[span.end : line_end]).strip():
            scope = file.span(line_start, line_end)
        else:
            scope = _block_below(file, line_end)
        yield _comment(span, inside, scope, span.start + 4)


def _block_below(file: SourceFile, start: int) -> Span:
    """Return the next lines up to an empty one."""
    first: int | None = None
    stop = start
    for match in _LINE.finditer(file.text, min(start + 1, len(file.text))):
        line = match.group()
        if not line or (first is not None and not line.strip()):
            break
        if line.strip():
            first = match.start() if first is None else first
            stop = match.end()
    return file.span(first, stop) if first is not None else file.span(start, start)


def _comment(span: Span, inside: str, scope: Span, offset: int) -> IgnoreComment:
    match = _IGNORE.match(inside)
    assert match is not None, "the caller has looked"
    rules: list[Text] = []
    for rule in _RULES.finditer(match["rules"] or ""):
        start = offset + match.start("rules") + rule.start()
        word = rule.group()
        is_code = word[-1].isdigit()
        rules.append(
            Text(word.upper() if is_code else word, span.file.span(start, start + len(word)))
        )
    is_whole = match["whole"] is not None
    reason = " ".join(match["reason"].split())
    whole = span.file.span(0, len(span.file.text))
    return IgnoreComment(span, tuple(rules), reason, whole if is_whole else scope, is_whole)
