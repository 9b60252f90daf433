"""The engines that are compared: each is asked in Node, through its own published client.

The others are installed into a cache folder, in exactly these versions, when they are first needed.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from benchmarks.search.material import Corpus, Document, Query, write_lines

_SCRIPTS = Path(__file__).parent
_PACKAGES = {
    "MiniSearch": ("minisearch@7.2.0", "terser@5.51.2"),
    "Pagefind": ("pagefind@1.6.0",),
}
"""What each needs from npm; terser makes MiniSearch's script as small as a site would serve it."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What can be asked about one corpus.

    Attributes:
        script: Of Node; takes the target, the language and a file of queries.
        target: Folder or file with the index.
    """

    name: str
    script: str
    target: Path
    language: str

    def answers(self, queries: Sequence[Query], folder: Path) -> Mapping[str, Sequence[str]]:
        """Return id of a query -> ids of the documents found, best first, at most ten."""
        return {qid: top for qid, top, _ in self._run(queries, folder, "answers")}

    def bytes_of(self, queries: Sequence[Query], folder: Path) -> list[tuple[int, int]]:
        """Return what each two queries cost: the first one of a visit, and the one after it.

        Compressed with gzip, and with the client; five results with their passages.
        """
        return [(sizes[0], sizes[1]) for _, _, sizes in self._run(queries, folder, "bytes")]

    def _run(
        self, queries: Sequence[Query], folder: Path, what: str
    ) -> Iterator[tuple[str, list[str], list[int]]]:
        asked = write_lines(folder / "asked.jsonl", queries)
        done = subprocess.run(
            ["node", str(_SCRIPTS / self.script), str(self.target), self.language, asked, what],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "NODE_PATH": "", "PEERS": str(_cache())},
        )
        if done.returncode:
            sys.exit(f"{self.script}: {done.stderr}")
        for row in map(json.loads, done.stdout.splitlines()):
            yield row["id"], row.get("top", []), row.get("bytes", [])


def installed_peers() -> tuple[str, ...]:
    """Return the names of the other engines; one that cannot be had is named on stderr."""
    found: list[str] = []
    for name, packages in _PACKAGES.items():
        folder = _cache()
        folder.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--no-audit", "--no-fund", "--silent", "--ignore-scripts"]
        try:
            subprocess.run(
                [*command, "--prefix", str(folder), *packages],
                check=True,
                timeout=300,
                stdout=subprocess.DEVNULL,
            )
        except (OSError, subprocess.SubprocessError) as error:
            print(
                f"{name} is left out: {' and '.join(packages)} cannot be installed ({error})",
                file=sys.stderr,
            )
        else:
            found.append(name)
    return tuple(found)


def peers_of(corpora: Sequence[Corpus], names: Sequence[str], folder: Path) -> list[list[Engine]]:
    """Return the other engines for each corpus, with their indexes made."""
    made: list[list[Engine]] = [[] for _ in corpora]
    if "MiniSearch" in names:
        for corpus, engines in zip(corpora, made, strict=True):
            documents = write_lines(folder / f"{corpus.name}.documents.jsonl", corpus.documents)
            engines.append(Engine("MiniSearch", "ask_minisearch.mjs", documents, corpus.language))
    if "Pagefind" in names:
        site = folder / "pagefind-site"
        for corpus in corpora:
            _write_pages(corpus.documents, corpus.language, site)
        subprocess.run(
            [str(_cache() / "node_modules/.bin/pagefind"), "--site", str(site)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        for corpus, engines in zip(corpora, made, strict=True):
            engines.append(Engine("Pagefind", "ask_pagefind.mjs", site, corpus.language))
    return made


def _write_pages(documents: Sequence[Document], language: str, site: Path) -> None:
    """Write pages of nothing but articles: what is around them would only be in the way."""
    for document in documents:
        parts = [f"<h1>{escape(document.title)}</h1>"]
        for section in document.sections:
            if section.heading:
                parts.append(f'<h2 id="{escape(section.anchor)}">{escape(section.heading)}</h2>')
            parts += [f"<p>{escape(line)}</p>" for line in section.text.split("\n")]
        page = site / language / document.id / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(
            f'<!doctype html><html lang="{language}"><meta charset="utf-8">'
            f"<title>{escape(document.title)}</title><body><main data-pagefind-body>"
            f"{''.join(parts)}</main></body></html>",
            encoding="utf-8",
        )


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "hcgen-benchmarks"
