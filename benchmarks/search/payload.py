"""What a search costs on the wire, by size of the help centre and by engine."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.search.engines import Engine, installed_peers, peers_of
from benchmarks.search.generated import Published, publish, spaced_project, unspaced_project
from benchmarks.search.scores import quantile, table

SIZES = (300, 1000, 4000, 10_000)
_WITH_PEERS = 1000
_VISITS = 100
_HEAD = (
    *("articles", "language", "engine", "first search", "90 % below"),
    *("a further one", "90 % below"),
)


def print_payload(sizes: Sequence[int] = SIZES) -> None:
    """Print kilobytes (of 1,000 bytes) of the first search of a visit and of the next one."""
    peers = installed_peers()
    rows: list[list[str]] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            rendered = spaced_project(folder / "project", size)
            rows += _rows(publish(rendered, "id", folder / "site"), folder, size, peers)
    if _WITH_PEERS in sizes:
        rows += _unspaced_rows(peers)
    print(table(_HEAD, rows, texts=3))


def _unspaced_rows(peers: Sequence[str]) -> list[list[str]]:
    rows: list[list[str]] = []
    with tempfile.TemporaryDirectory() as name:
        rendered = unspaced_project(Path(name) / "project", _WITH_PEERS)
        for language in ("zh", "th"):
            place = Path(name) / language
            place.mkdir()
            rows += _rows(publish(rendered, language, place / "site"), place, _WITH_PEERS, peers)
    return rows


def _rows(published: Published, folder: Path, size: int, peers: Sequence[str]) -> list[list[str]]:
    queries = published.queries(2 * _VISITS)
    language = published.index.language
    engines = [Engine("hcgen", "ask_hcgen.mjs", published.site, language)]
    if size == _WITH_PEERS:
        engines += peers_of([published.corpus], peers, folder)[0]
    rows: list[list[str]] = []
    for engine in engines:
        first, further = zip(*engine.bytes_of(queries, folder), strict=True)
        figures = (median(first), quantile(first, 0.9), median(further), quantile(further, 0.9))
        kilobytes = [f"{figure / 1000:.1f}" for figure in figures]
        rows.append([f"{size:,}", language, engine.name, *kilobytes])
    return rows
