"""How long making the index takes: of everything, and after one article has changed."""

import gc
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.corpus import LANGUAGES, write_corpus
from benchmarks.search.scores import table
from hcgen.pipeline import ArticleMemory, Indexer, IndexMemory, Rendered, render_help_centre

_RUNS = 3


def print_indexing(articles: int = 1000) -> None:
    """Print seconds of one core: what other programs take of it is not counted, nor rendering."""
    gc.set_threshold(100_000, 50, 100)  # as `hcgen.cli.main` does
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_corpus(folder, articles)
        memory = ArticleMemory()
        rendered = render_help_centre(folder / "mkdocs.yml", memory=memory)
        cold = [_seconds(rendered, IndexMemory()) for _ in range(_RUNS)]
        known = IndexMemory()
        _seconds(rendered, known)
        changed: list[float] = []
        file = sorted((folder / "content" / LANGUAGES[0]).glob("*/*.md"))[0]
        text = file.read_text(encoding="utf-8")
        for run in range(_RUNS):
            file.write_text(f"{text}\nKalimat baru nomor {run}.\n", encoding="utf-8")
            rendered = render_help_centre(folder / "mkdocs.yml", memory=memory)
            changed.append(_seconds(rendered, known))
    size = f"{articles:,} × {len(LANGUAGES)}"
    rows = [_row(f"{size}, cold", cold), _row(f"{size}, one article changed", changed)]
    print(table(("index", "median, s", "fastest", "slowest"), rows))


def _seconds(rendered: Rendered, known: IndexMemory) -> float:
    """Return how long the indexes of all languages take, up to the bytes of their files."""
    start = process_time()
    indexer = Indexer(rendered, rendered.context.addresses, memory=known)
    for language in rendered.centre.languages:
        indexer.files_of(language, indexer.index_of(language))
    return process_time() - start


def _row(name: str, seconds: Sequence[float]) -> list[str]:
    figures = (median(seconds), min(seconds), max(seconds))
    return [name, *(f"{figure:.3f}" for figure in figures)]
