"""What tells one finding from another when lines above it come and go."""

import json
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from hcgen.diagnostics.diagnostic import Diagnostic
from hcgen.source import Span

_DIGITS = 16


def fingerprints(diagnostics: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Return one fingerprint a diagnostic, in the same order, all different.

    Made of the code (the first that the rule had), the path and the line or lines of the span with
    blanks collapsed: neither the line number nor the message counts. What is equal in all of these
    is numbered in the order given, so that one of two equal findings can go without the other one
    becoming new.

    Returns:
        16 hexadecimal digits each.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    digests: dict[Span, str] = {}
    found = []
    for diagnostic in diagnostics:
        span = diagnostic.span
        if span not in digests:
            digests[span] = _digest(_lines(span))
        key = (diagnostic.rule.codes[-1], span.file.path, digests[span])
        found.append(_digest(json.dumps([*key, seen[key]]))[:_DIGITS])
        seen[key] += 1
    return tuple(found)


def _lines(span: Span) -> str:
    """Return the text of the lines that the span touches, with blanks collapsed.

    Nothing for the empty span at the start of a file: it stands for the file, not for its first
    line.
    """
    if span.start == span.end == 0:
        return ""
    text = span.file.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", max(span.start, span.end - 1))
    return " ".join(text[start : None if end < 0 else end].split())


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
