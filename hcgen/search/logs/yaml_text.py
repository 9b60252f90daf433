"""Proposals as YAML, to paste or to put behind the golden queries that are there."""

import json
import re
from collections.abc import Iterable, Iterator

from hcgen.diagnostics import Findings
from hcgen.load.queries import load_queries
from hcgen.load.yaml_tree import YamlList, YamlMapping, parse_yaml
from hcgen.model.query import BEST
from hcgen.search.logs.proposals import Proposals, ProposedQuery
from hcgen.source import SourceFile

_PLAIN = re.compile(r"[^\W\d_][\w/-]*(?: [\w/-]+)*")
_NOT_PLAIN = frozenset({"true", "false", "yes", "no", "on", "off", "null"})
_DASH = re.compile(r"[ \t]*(?=- )")


class UnusualFileError(ValueError):
    """The file's queries are not written as a list with one entry below the other."""


def queries_yaml(queries: Iterable[ProposedQuery], *, indent: str = "  ") -> str:
    """Return entries for the list below ``queries``, each line with its end."""
    return "".join(f"{line}\n" for query in queries for line in _entry(query, indent))


def lexicon_yaml(proposals: Proposals) -> str:
    """Return what belongs into the lexicon of the language; empty for nothing."""
    lines: list[str] = []
    if proposals.synonyms:
        lines.append("synonyms:")
        for typed, ours in proposals.synonyms:
            lines.append(f"  - words: [{_scalar(typed)}, {_scalar(ours)}]")
    if proposals.variants:
        lines.append("variants:")
        for typed, ours in proposals.variants.items():
            lines.append(f"  {_scalar(typed)}: {_scalar(ours)}")
    return "".join(f"{line}\n" for line in lines)


def missing_yaml(proposals: Proposals) -> str:
    """Return the topics that are missing, as remarks of YAML; empty for none."""
    return "".join(
        f"# {topic.count:>6}  {topic.word}: {'; '.join(topic.queries)}\n"
        for topic in proposals.missing
    )


def with_queries(text: str, queries: tuple[ProposedQuery, ...]) -> str:
    """Return the text of a file of golden queries with more of them at the end of its list.

    Nothing that is there changes.

    Args:
        text: Empty for a file that is not there yet.

    Raises:
        UnusualFileError: The list is written in another way, or the file cannot be read.
    """
    if not queries:
        return text
    if not text.strip():
        return f"queries:\n{queries_yaml(queries)}"
    end, indent = _end_of_list(text)
    line_end = "\r\n" if "\r\n" in text else "\n"
    added = queries_yaml(queries, indent=indent).replace("\n", line_end)
    before = text[:end] if text[:end].endswith("\n") else text[:end] + line_end
    changed = before + added + text[end:]
    if _meanings(changed) != [*_meanings(text), *((q.query, q.article, q.within) for q in queries)]:
        raise UnusualFileError
    return changed


def _end_of_list(text: str) -> tuple[int, str]:
    """Return the offset of the line behind the last entry, and what stands before its dash."""
    tree = parse_yaml(SourceFile("queries.yml", text), Findings())
    entries = tree.entries if isinstance(tree, YamlMapping) else ()
    node = next((value for key, value in entries if key.value == "queries"), None)
    if not isinstance(node, YamlList) or not node.items:
        raise UnusualFileError
    last = node.items[-1].span
    start = text.rfind("\n", 0, last.start) + 1
    dash = _DASH.match(text, start)
    if dash is None:
        raise UnusualFileError
    # a span may reach to the next key; the last line with text in it is what counts
    inside = text[: last.end].rstrip()
    end = text.find("\n", len(inside))
    return (len(text) if end < 0 else end + 1), dash[0]


def _meanings(text: str) -> list[tuple[str, str, int]]:
    findings = Findings()
    tree = parse_yaml(SourceFile("queries.yml", text), findings)
    if tree is None:
        raise UnusualFileError
    return [
        (query.query.value, query.article.value if query.article else "", query.within)
        for query in load_queries(tree, findings)
    ]


def _entry(query: ProposedQuery, indent: str) -> Iterator[str]:
    yield f"{indent}- query: {_scalar(query.query)}"
    yield f"{indent}  article: {_scalar(query.article)}"
    if query.within != BEST:
        yield f"{indent}  within: {query.within}"


def _scalar(text: str) -> str:
    """Return a text as YAML reads it back: in quotes where it could mean something else."""
    if _PLAIN.fullmatch(text) and text.lower() not in _NOT_PLAIN:
        return text
    return json.dumps(text, ensure_ascii=False)
