"""placeholder until the branch with formats lands."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from hcgen.diagnostics.diagnostic import Diagnostic


def fingerprints(diagnostics: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Return one stable mark a diagnostic, in the same order, all different."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for diagnostic in diagnostics:
        span = diagnostic.span
        start, end = span.position.line, span.end_position.line
        text = " ".join(" ".join(span.file.line_text(n) for n in range(start, end + 1)).split())
        key = f"{diagnostic.rule.code}\0{span.file.path}\0{text}"
        number, seen[key] = seen[key], seen[key] + 1
        data = f"{key}\0{number}" if number else key
        found.append(sha256(data.encode("utf-8", "replace")).hexdigest()[:16])
    return tuple(found)
