"""How well search finds: queries with known answers, through the published module in Node.

Run as ``python -m benchmarks.search DATA``. The folder holds for each corpus ``NAME.docs.jsonl``
(``{"id", "lang", "title", "sections": [{"a", "h", "t"}]}``, the same ``id`` being the same article
in every corpus) and ``NAME.queries.jsonl`` (``{"qid", "cls", "q", "rel": [ids]}``). All corpora
become one help centre in as many languages.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hcgen.mkdocs_site import load_theme
from hcgen.pipeline import build_help_centre, render_help_centre

NODE_SCRIPT = Path(__file__).with_name("search_queries.mjs")
OTHER_LANGUAGES = ("english", "endesc3")
"""Classes of queries that are not in the corpus's language; they are no part of the core."""
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|!])")


def main(data: Path) -> None:
    """Print mean reciprocal rank, recall and empty answers, class by class."""
    corpora = {path.name.removesuffix(".docs.jsonl"): path for path in data.glob("*.docs.jsonl")}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        languages = {corpus: _lay_out(path, folder) for corpus, path in sorted(corpora.items())}
        _build(folder, list(languages.values()))
        for corpus, language in languages.items():
            queries = data / f"{corpus}.queries.jsonl"
            found = {row["qid"]: row["top"] for row in _ask(folder / "site", language, queries)}
            _report(corpus, list(_rows(queries)), found)


def _lay_out(path: Path, folder: Path) -> str:
    """Write a corpus as articles; return the tag of its language."""
    language = ""
    for document in _rows(path):
        language = document["lang"].partition("-")[0]
        parts = [
            f"---\ntitle: {json.dumps(document['title'], ensure_ascii=False)}\n"
            f"id: {document['id']}\n---\n"
        ]
        for section in document["sections"]:
            parts += [f"## {section['h']}\n"] if section["h"] else []
            lines = section["t"].split("\n")
            parts += [_SIGNS.sub(r"\\\1", line) + "\n" for line in lines]
        file = folder / "content" / language / "manual" / f"{document['id']}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(parts), encoding="utf-8")
    return language


def _build(folder: Path, languages: Sequence[str]) -> None:
    (folder / "mkdocs.yml").write_text(
        "site_name: Manual\nsite_url: https://help.example.com/\n"
        f"plugins: [{{hcgen: {{languages: [{', '.join(languages)}]}}}}]\n",
        encoding="utf-8",
    )
    rendered = render_help_centre(folder / "mkdocs.yml")
    theme = load_theme(rendered.centre.settings, rendered.root)
    build_help_centre(rendered, theme, folder / "site", fail_on="never")


def _ask(site: Path, language: str, queries: Path) -> Iterator[Mapping[str, Any]]:
    command = ["node", str(NODE_SCRIPT), str(site), language, str(queries)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    yield from map(json.loads, done.stdout.splitlines())


def _report(
    corpus: str, queries: Sequence[Mapping[str, Any]], found: Mapping[str, Sequence[str]]
) -> None:
    classes: dict[str, list[tuple[float, bool, bool]]] = defaultdict(list)
    for query in queries:
        top = found[query["qid"]]
        ranks = [place for place, article in enumerate(top, 1) if article in query["rel"]]
        first = ranks[0] if ranks else 0
        values = (1 / first if first else 0.0, 0 < first <= 3, not top)
        classes[query["cls"]].append(values)
        if query["cls"] not in OTHER_LANGUAGES:
            classes["core"].append(values)
    print(f"\n{corpus}\n\n| queries | number | MRR@10 | recall@3 | nothing found |")
    print("| --- | --: | --: | --: | --: |")
    for name, rows in sorted(classes.items(), key=lambda item: (item[0] == "core", item[0])):
        reciprocal, recall, empty = (
            sum(float(row[column]) for row in rows) / len(rows) for column in range(3)
        )
        print(f"| {name} | {len(rows)} | {reciprocal:.3f} | {recall:.3f} | {empty:.1%} |")


def _rows(path: Path) -> Iterator[Mapping[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
