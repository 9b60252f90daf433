"""What the engines are given: documents, and queries with known answers."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from hcgen.languages import shipped_tags

OTHER_LANGUAGES = ("english", "endesc3")
"""Classes of queries that are not in the corpus's language; they are no part of the core."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A section of a document; the heading of the first one may be empty."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """An article as all engines get it."""

    id: str
    title: str
    sections: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types.

    Attributes:
        kind: Of query: a whole question, three words of a title, …
        answers: Ids of the documents that answer it.
    """

    id: str
    text: str
    kind: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents in one language, and the queries about them.

    Attributes:
        language: Its tag.
    """

    name: str
    language: str
    documents: tuple[Document, ...]
    queries: tuple[Query, ...]


def read_corpora(data: Path) -> tuple[Corpus, ...]:
    """Return the corpora of a folder, by name.

    Each is ``NAME.docs.jsonl`` (``{"id", "lang", "title", "sections": [{"a", "h", "t"}]}``) and
    ``NAME.queries.jsonl`` (``{"qid", "cls", "q", "rel": [ids]}``).
    """
    found: list[Corpus] = []
    for path in sorted(data.glob("*.docs.jsonl")):
        name = path.name.removesuffix(".docs.jsonl")
        rows = list(_rows(path))
        documents = tuple(
            Document(
                row["id"],
                row["title"],
                tuple(Passage(each["a"] or "", each["h"], each["t"]) for each in row["sections"]),
            )
            for row in rows
        )
        queries = tuple(
            Query(row["qid"], row["q"], row["cls"], tuple(row["rel"]))
            for row in _rows(data / f"{name}.queries.jsonl")
        )
        found.append(Corpus(name, _tag(rows[0]["lang"]), documents, queries))
    return tuple(found)


def write_lines(path: Path, values: Iterable[Document | Query]) -> Path:
    """Write one JSON object a line, for the scripts in Node; return the path."""
    lines = (json.dumps(asdict(value), ensure_ascii=False) + "\n" for value in values)
    path.write_text("".join(lines), encoding="utf-8")
    return path


def _tag(tag: str) -> str:
    """Return the tag of ours that serves a language: zh for zh-cn."""
    return tag if tag in shipped_tags() else tag.partition("-")[0]


def _rows(path: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
