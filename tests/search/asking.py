"""Asks both twins about a built site."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hcgen.search import SearchReader
from tests.pipeline.building import DEMO

CLIENT = DEMO.parent / "theme" / "assets" / "search-client.js"


def reader_of(site: Path, language: str) -> SearchReader:
    return SearchReader(language, lambda path: (site / path).read_bytes())


def ask_client(
    site: Path, language: str, queries: list[str], **options: object
) -> list[dict[str, Any]]:
    """Return what the browser's client answers, run by Node."""
    script = Path(__file__).with_name("search.mjs")
    done = subprocess.run(
        ["node", str(script), CLIENT.as_uri(), str(site), language, json.dumps(options)],
        input="".join(json.dumps(query) + "\n" for query in queries),
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def asked(
    site: Path, language: str, query: str, **options: Any
) -> Iterator[tuple[list[dict[str, Any]], dict[str, Any]]]:
    """Yield what each of the twins says: the results, and the facts about them."""
    reader = reader_of(site, language)
    answer = reader.answer(query, **options)
    results = [
        {
            "id": result.id,
            "url": result.url,
            "title": result.title,
            "anchor": result.anchor,
            "heading": result.heading,
            "passage": result.passage,
            "marks": [list(mark) for mark in result.marks],
            "language": result.language,
            "topic": result.topic,
            "score": result.score,
        }
        for result in answer.results
    ]
    yield (
        results,
        {
            "total": answer.total,
            "isForeign": answer.is_foreign,
            "isPartial": reader.is_partial,
            "correction": answer.correction,
        },
    )
    (said,) = ask_client(site, language, [query], **options)
    yield said.pop("results"), {name: said[name] for name in said if name != "terms"}
