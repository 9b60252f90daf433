"""Runs the rules about contacts in articles on texts of other people, and times them.

Run as ``python -m benchmarks.prose_rules FOLDER``. The folder holds Markdown files below ``en``,
``id`` and ``ms`` (``en`` for those elsewhere), or lines of JSON in files such as
``manual.id.docs.jsonl``, an article each: ``{"id", "title", "sections": [{"h", "t"}]}``. They are
laid out as a help centre whose channels have other numbers than any text. ``--country ID`` says
where numbers without a country code are from. Prints each finding with its line, the rate, and what
the rules take together and one by one, as the median of several runs.
"""

import argparse
import json
import re
import statistics
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from hcgen.checks import checks_at
from hcgen.checks.context import FragmentsContext
from hcgen.diagnostics import Diagnostic, Stage
from hcgen.pipeline import default_jobs, render_help_centre

_CODES = ("CON020", "CON021", "CON022", "CON023", "CON024", "CON025", "CON026")
_LANGUAGES = ("en", "id", "ms")
_RUNS = 5
_CHANNELS = """
organisation: {{country: {country}, timezone: Asia/Jakarta}}
hours:
  odd: {{mon-fri: "07:10-18:50"}}
channels:
  - {{id: call, kind: phone, number: "+62 21 9999 7777", hours: odd,
     promise: {{answer_within: 7 minutes}}}}
  - {{id: mail, kind: email, address: care@awan.example, promise: {{respond_within: 37 hours}}}}
  - {{id: chat, kind: telegram, handle: awan_care_bot}}
"""
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|!])")


def main() -> None:
    """Print the findings and the times."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        counts = _lay_out(options.folder, project, options.country)
        context = render_help_centre(project / "mkdocs.yml", jobs=default_jobs()).context
        found = list(_found(context))
        for diagnostic in found:
            print(_told(diagnostic))
        articles = sum(counts.values())
        print(f"\narticles: {', '.join(f'{tag} {count}' for tag, count in counts.items())}")
        for code, count in sorted(Counter(each.rule.code for each in found).items()):
            print(f"{code}: {count}")
        print(f"findings: {len(found)}, {100 * len(found) / max(1, articles):.2f} per 100 articles")
        _print_times(context, articles)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="prose_rules")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--country", default="ID")
    return parser.parse_args()


def _lay_out(source: Path, project: Path, country: str) -> Counter[str]:
    """Write the help centre; return how many articles there are by language."""
    (project / "mkdocs.yml").write_text(
        f"site_name: Help\nplugins: [{{hcgen: {{languages: [{', '.join(_LANGUAGES)}]}}}}]\n"
    )
    counts: Counter[str] = Counter()
    for tag, name, text in (*_of_lines(source), *_of_markdown(source)):
        path = project / "content" / tag / "manual" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        counts[tag] += 1
    (project / "content" / "channels.yml").write_text(_CHANNELS.format(country=country))
    return counts


def _of_lines(source: Path) -> Iterator[tuple[str, str, str]]:
    for path in sorted(source.rglob("*.docs.jsonl")):
        tag = path.name.split(".")[-3]
        if tag not in _LANGUAGES:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            yield tag, article["id"], _article(article["title"], article["sections"])


def _article(title: str, sections: list[dict[str, str]]) -> str:
    parts = ["---", f"title: {json.dumps(title, ensure_ascii=False)}", "---"]
    for section in sections:
        if section["h"]:
            parts += ["", f"## {section['h']}"]
        for paragraph in filter(None, map(str.strip, section["t"].split("\n"))):
            # the signs of a plain text are no markup
            parts += ["", _SIGNS.sub(r"\\\1", paragraph)]
    return "\n".join(parts) + "\n"


def _of_markdown(source: Path) -> Iterator[tuple[str, str, str]]:
    for number, path in enumerate(sorted(source.rglob("*.md"))):
        folders = path.relative_to(source).parts[:-1]
        tag = next((part for part in folders if part in _LANGUAGES), "en")
        yield tag, f"{number}-{path.stem}", path.read_text(encoding="utf-8", errors="replace")


def _found(context: FragmentsContext) -> Iterator[Diagnostic]:
    for check in checks_at(Stage.FRAGMENTS):
        if check.rule.code in _CODES:
            yield from check.run(context)


def _told(diagnostic: Diagnostic) -> str:
    span, position = diagnostic.span, diagnostic.span.position
    line = span.file.line_text(position.line)
    near = line[max(0, position.column - 70) : position.column + 70].strip()
    return (
        f"{diagnostic.rule.code} {span.file.path}:{position.line}: {diagnostic.message}\n    {near}"
    )


def _print_times(context: FragmentsContext, articles: int) -> None:
    times: dict[str, list[float]] = {}
    for _ in range(_RUNS):
        # what the rules share is kept for one run, so each run gets a context of its own
        fresh = FragmentsContext(
            context.centre,
            context.addresses,
            context.findings,
            context.today,
            dict(context.fragments),
            context.readings,
        )
        for check in checks_at(Stage.FRAGMENTS):
            if check.rule.code in _CODES:
                start = process_time()
                list(check.run(fresh))
                times.setdefault(check.rule.code, []).append(process_time() - start)
    middles = {code: statistics.median(runs) for code, runs in times.items()}
    for code, seconds in middles.items():
        print(f"{code}: {seconds * 1e6 / max(1, articles):.1f} µs an article")
    total = sum(middles.values())
    print(f"together: {total * 3000 / max(1, articles):.3f} s for 3,000 articles")


if __name__ == "__main__":
    main()
