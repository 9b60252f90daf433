"""How well search finds: queries with known answers, all engines in one run on the same data."""

import json
import re
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.search.engines import Engine, installed_peers, peers_of
from benchmarks.search.material import Corpus, read_corpora
from benchmarks.search.scores import CORE, Score, ratio, scores_of, table
from hcgen.mkdocs_site import load_theme
from hcgen.pipeline import build_help_centre, render_help_centre

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|!])")

Scores = Mapping[str, Mapping[str, Score]]
"""Name of an engine -> kind of query -> score; ours is the first."""


def print_yardstick(data: Path) -> None:
    """Build one help centre of all corpora, ask each engine every query, print the tables."""
    corpora = read_corpora(data)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = _build(corpora, folder)
        peers = peers_of(corpora, installed_peers(), folder)
        found: dict[str, Scores] = {}
        for corpus, others in zip(corpora, peers, strict=True):
            engines = [Engine("hcgen", "ask_hcgen.mjs", site, corpus.language), *others]
            found[corpus.language] = {
                engine.name: scores_of(corpus.queries, engine.answers(corpus.queries, folder))
                for engine in engines
            }
    print(f"{core_table(found)}\n\nMRR@10 by kind of query\n")
    for language, scores in found.items():
        print(f"{kinds_table(language, scores)}\n")


def core_table(found: Mapping[str, Scores]) -> str:
    """Return language and engine against the figures of the core.

    Args:
        found: Language -> scores.
    """
    rows: list[list[str]] = []
    for language, scores in found.items():
        ours = next(iter(scores.values()))[CORE]
        for engine, kinds in scores.items():
            score = kinds[CORE]
            rows.append(
                [
                    *(language, engine, f"{score.reciprocal:.3f}", f"{score.first:.3f}"),
                    f"{score.nothing:.1%}",
                    "" if score is ours else ratio(ours.reciprocal, score.reciprocal),
                ]
            )
    head = ["language", "engine", "MRR@10", "success@1", "nothing found", "hcgen is × of it"]
    return table(head, rows, texts=2)


def kinds_table(language: str, scores: Scores) -> str:
    """Return kind of query against engine, with how often hcgen is the best of the others."""
    engines = list(scores)
    ours, *others = (scores[engine] for engine in engines)
    head = [language, "queries", *engines, *(["hcgen is × of the best other"] if others else [])]
    rows: list[list[str]] = []
    for kind in sorted(ours, key=lambda name: (name == CORE, name)):
        figures = [scores[engine][kind].reciprocal for engine in engines]
        row = [kind, str(ours[kind].queries), *(f"{figure:.3f}" for figure in figures)]
        rows.append([*row, *([ratio(figures[0], max(figures[1:]))] if others else [])])
    return table(head, rows)


def lay_out(corpora: Sequence[Corpus], folder: Path) -> None:
    """Write corpora as one help centre in as many languages."""
    for corpus in corpora:
        for document in corpus.documents:
            title = json.dumps(document.title, ensure_ascii=False)
            parts = [f"---\ntitle: {title}\nid: {document.id}\n---\n"]
            for section in document.sections:
                parts += [f"## {section.heading}\n"] if section.heading else []
                parts += [_SIGNS.sub(r"\\\1", line) + "\n" for line in section.text.split("\n")]
            file = folder / "content" / corpus.language / "manual" / f"{document.id}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("\n".join(parts), encoding="utf-8")
    languages = ", ".join(corpus.language for corpus in corpora)
    (folder / "mkdocs.yml").write_text(
        "site_name: Manual\nsite_url: https://help.example.com/\n"
        f"plugins: [{{hcgen: {{languages: [{languages}]}}}}]\n",
        encoding="utf-8",
    )


def _build(corpora: Sequence[Corpus], folder: Path) -> Path:
    lay_out(corpora, folder)
    rendered = render_help_centre(folder / "mkdocs.yml")
    theme = load_theme(rendered.centre.settings, rendered.root)
    build_help_centre(rendered, theme, folder / "site", fail_on="never")
    return folder / "site"
