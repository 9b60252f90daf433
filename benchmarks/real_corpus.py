"""Runs the checks on documentation that other people wrote, to judge the findings by hand.

The Markdown comes with ordinary packages, fetched by name and version with pip or npm into a
temporary folder and laid out there as a help centre. Nothing of it is kept.

Run as ``python -m benchmarks.real_corpus NAME``, with `npm`, `electron` or `pymdown` as the name:
counts per rule, and how long it took. ``--sample 50 --seed 1`` shows findings with their lines,
spread over the rules; ``--sample-rule ART009 20`` those of one rule; the same seed shows the same
ones. ``--keep FOLDER`` leaves the help centre there to look at.
"""

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from hcgen.checks import all_checks, selection
from hcgen.diagnostics import Diagnostic, Report
from hcgen.load.markdown_blocks import scan_blocks
from hcgen.mkdocs_site import load_theme
from hcgen.pipeline import check_help_centre, default_jobs, render_help_centre
from hcgen.pipeline.progress import Clock

_WIDTH = 150


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documentation that a package brings.

    Attributes:
        client: `npm` or `pip`.
        languages: The source language first.
        lay_out: Called with the folder of the unpacked package and the content folder to fill.
    """

    client: str
    package: str
    version: str
    languages: tuple[str, ...]
    lay_out: Callable[[Path, Path], None]


def main() -> None:
    """Print the counts and the samples."""
    options = _options()
    corpus = _CORPORA[options.corpus]
    with tempfile.TemporaryDirectory() as folder:
        project = options.keep or Path(folder) / "project"
        if not (project / "mkdocs.yml").is_file():
            _write_project(corpus, _unpacked(corpus, Path(folder)), project)
        report, clock = _checked(project, select=options.select)
        _print_counts(corpus, report, clock)
        for diagnostic in _sample(report.diagnostics, options):
            print("\n" + "\n".join(_told(diagnostic)))
        if options.blocks:
            _print_blocks(project)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="real_corpus")
    parser.add_argument("corpus", choices=sorted(_CORPORA))
    parser.add_argument("--select", default="DEFAULT", help="rules; ALL has those that are off")
    parser.add_argument("--sample", type=int, default=0, metavar="N")
    parser.add_argument("--sample-rule", nargs=2, default=None, metavar=("CODE", "N"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="used again if it is there")
    parser.add_argument("--blocks", action="store_true", help="count the blocks of Markdown too")
    return parser.parse_args()


def _unpacked(corpus: Corpus, folder: Path) -> Path:
    """Fetch a package as it is published and return the folder of its files."""
    fetched = folder / "fetched"
    fetched.mkdir()
    match corpus.client:
        case "npm":
            name = f"{corpus.package}@{corpus.version}"
            command = ["npm", "pack", name, "--silent", "--pack-destination", str(fetched)]
        case _:
            name = f"{corpus.package}=={corpus.version}"
            pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
            command = [*pip, "--no-binary", corpus.package, "--dest", str(fetched), name]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder)
    (archive,) = fetched.iterdir()
    with tarfile.open(archive) as files:
        files.extractall(folder / "unpacked", filter="data")
    (unpacked,) = (folder / "unpacked").iterdir()
    return unpacked


def _write_project(corpus: Corpus, unpacked: Path, project: Path) -> None:
    content = project / "content"
    content.mkdir(parents=True, exist_ok=True)
    corpus.lay_out(unpacked, content)
    for language in corpus.languages:
        home = content / language / "index.md"
        if not home.is_file():
            home.write_text(f"---\ntitle: {corpus.package}\n---\n", encoding="utf-8")
    languages = ", ".join(corpus.languages)
    (project / "mkdocs.yml").write_text(_CONFIGURATION.format(languages=languages))
    (content / "channels.yml").write_text(_CHANNELS, encoding="utf-8")


def _lay_out_npm(unpacked: Path, content: Path) -> None:
    """Take the user's help of npm; links from the root of its site become links between files."""
    docs = unpacked / "docs" / "content"
    for file in sorted(docs.rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        text = re.sub(r"\]\(/([\w-]+/[\w-]+)(#[^)\s]*)?\)", r"](../\1.md\2)", text)
        _write(content / "en" / file.relative_to(docs), text)


def _lay_out_electron(unpacked: Path, content: Path) -> None:
    """Take the guides of Electron and what volunteers made of them in other languages."""
    index = json.loads((unpacked / "index.json").read_text(encoding="utf-8"))
    for language, locale in _ELECTRON_LOCALES.items():
        for page in index["docs"][locale].values():
            place = page["githubUrl"].partition("/docs/")[2]
            text = "\n".join(section["body"] for section in page["sections"])
            _write(content / language / place.replace("README.md", "index.md"), text)


def _lay_out_pymdown(unpacked: Path, content: Path) -> None:
    """Take the manual of extensions of Python-Markdown, and its pictures."""
    docs = unpacked / "docs" / "src" / "markdown"
    for file in sorted(docs.rglob("*")):
        place = file.relative_to(docs)
        if file.is_file() and not any(part.startswith((".", "_")) for part in place.parts):
            (content / "en" / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, content / "en" / place)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _checked(project: Path, *, select: str) -> tuple[Report, Clock]:
    clock = Clock()
    config = project / "mkdocs.yml"
    with clock.step("load and render, with rules about one article"):
        rendered = render_help_centre(config, jobs=default_jobs())
    settings = rendered.centre.settings
    chosen = selection(settings.rules, select=tuple(select.split(",")))
    with clock.step("all other rules"):
        theme = load_theme(settings, rendered.root)
        report = check_help_centre(rendered, theme, chosen=chosen)
    return report, clock


def _print_counts(corpus: Corpus, report: Report, clock: Clock) -> None:
    print(f"{corpus.package} {corpus.version}: {report.articles} articles in {corpus.languages}")
    for step, seconds in clock.seconds:
        print(f"{seconds:6.2f} s  {step}")
    counts = Counter(diagnostic.rule.code for diagnostic in report.diagnostics)
    for check in all_checks():
        if count := counts[check.rule.code]:
            print(f"{count:6}    {check.rule.code} {check.rule.name}")


def _sample(found: Iterable[Diagnostic], options: argparse.Namespace) -> Iterator[Diagnostic]:
    """Yield findings in an order that only the seed decides, one of each rule in turn.

    Of those that say the same about the same words all but the first come last.
    """
    chance = random.Random(options.seed)
    groups: dict[str, list[Diagnostic]] = {}
    for diagnostic in found:
        groups.setdefault(diagnostic.rule.code, []).append(diagnostic)
    for group in groups.values():
        chance.shuffle(group)
        seen: Counter[tuple[str, str]] = Counter()
        turns: list[int] = []
        for diagnostic in group:
            turns.append(seen[said := (diagnostic.message, diagnostic.span.text)])
            seen[said] += 1
        in_turn = sorted(zip(turns, group, strict=True), key=lambda pair: pair[0])
        group[:] = [diagnostic for _, diagnostic in in_turn]
    if options.sample_rule:
        code, number = options.sample_rule
        yield from groups.get(code, [])[: int(number)]
        return
    rounds = (
        [group[place] for _, group in sorted(groups.items()) if place < len(group)]
        for place in range(max(map(len, groups.values()), default=0))
    )
    chosen = [diagnostic for turn in rounds for diagnostic in turn][: options.sample]
    yield from sorted(chosen, key=lambda diagnostic: diagnostic.rule.code)


def _told(diagnostic: Diagnostic) -> Iterator[str]:
    """Yield a finding in lines: what, where, and the text around it."""
    file, place = diagnostic.span.file, diagnostic.span.position
    yield f"{diagnostic.rule.code} {file.path}:{place.line}:{place.column}"
    yield f"  {diagnostic.message}" + (f" · {diagnostic.help}" if diagnostic.help else "")
    lines = file.text.split("\n")
    for number in range(max(1, place.line - 1), min(len(lines), place.line + 1) + 1):
        # a window that holds the place, as lines of prose may be long
        skipped = max(0, place.column - 60)
        yield f"  {number:5} | {lines[number - 1][skipped : skipped + _WIDTH]}"
        if number == place.line:
            marked = max(1, min(len(diagnostic.span.text.partition("\n")[0]), _WIDTH - 60))
            yield "        | " + " " * (place.column - 1 - skipped) + "^" * marked


def _print_blocks(project: Path) -> None:
    """Print how many blocks of each kind there are, and how long it takes to tell them apart."""
    rendered = render_help_centre(project / "mkdocs.yml", jobs=1)
    counts: Counter[str] = Counter()
    seconds = 0.0
    articles = rendered.centre.articles
    for article in articles:
        start = perf_counter()
        blocks = scan_blocks(article.file, article.body_start)
        seconds += perf_counter() - start
        counts.update(block.kind.value for block in blocks)
    print(f"\nblocks: {dict(counts)}; {seconds / max(1, len(articles)) * 1e6:.0f} µs an article")


_ELECTRON_LOCALES = {"en": "en-US", "id": "id-ID", "es": "es-ES", "de": "de-DE", "zh": "zh-CN"}

_CORPORA = {
    "npm": Corpus("npm", "npm", "11.21.2", ("en",), _lay_out_npm),
    # later versions of this package hold HTML instead of Markdown
    "electron": Corpus(
        "npm", "electron-i18n", "1.213.0", tuple(_ELECTRON_LOCALES), _lay_out_electron
    ),
    "pymdown": Corpus("pip", "pymdown-extensions", "13.1.2", ("en",), _lay_out_pymdown),
}

_CONFIGURATION = """\
site_name: A real corpus
site_url: https://help.example.com/
docs_dir: content
theme: {{name: material}}
plugins:
  - hcgen: {{languages: [{languages}], fail_on: never}}
markdown_extensions: [admonition, attr_list, def_list, footnotes, tables, pymdownx.superfences]
"""

_CHANNELS = """\
organisation: {name: Example, fictional: true, country: ID, timezone: Asia/Jakarta}
channels:
  - {id: mail, kind: email, address: help@example.com, hours: always}
"""

if __name__ == "__main__":
    main()
