"""Makes corpora of texts that nobody tuned search on; prints how large they are.

Run as ``python -m benchmarks.search.held_out PACKAGES OUT``, then ``python -m benchmarks.search
OUT/office`` and ``OUT/installer``. PACKAGES is a folder of Debian packages, each laid open by
``dpkg-deb -R``: ``libreoffice-help-*`` has how-to guides, and the ``templates`` of the installer's
packages (``main/debian-installer``) ask and explain. The texts are free and are not ours; keep them
out of the repository.
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from html import unescape
from pathlib import Path

from benchmarks.search.held_out_queries import Text, queries_about
from benchmarks.search.material import Query

OFFICE = {"en-US": "en", "zh-CN": "zh"} | {tag: tag for tag in ("de", "id", "ja", "ko", "pt-BR")}
INSTALLER = {"zh_CN": "zh", "pt_BR": "pt-BR"} | {
    tag: tag for tag in ("ar", "de", "hi", "id", "ja", "ko", "th", "tl", "vi")
}
_MOST_ENGLISH = 0.2
_SHORTEST = 40
_GUIDE_PART = re.compile(r'<(h[1-6]|p) id="[^"]*"[^>]*>(.*?)</\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>|\$\{\w+\}")
_FIELD = re.compile(r"^Description(?:-(\w+)\.UTF-8)?: (.*\n(?: .*\n)*)", re.MULTILINE)
_SENTENCE = re.compile(r"(?<=[.!?؟।])\s+|(?<=[。！？])")

Texts = Mapping[str, Mapping[str, Text]]
"""Language -> id -> text."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A document as `material.read_corpora` reads it."""

    id: str
    lang: str
    title: str
    sections: Sequence[Mapping[str, str]]


def main() -> None:
    """Write both sets of corpora."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search.held_out")
    parser.add_argument("packages", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    for name, texts in (
        ("office", _guides(arguments.packages)),
        ("installer", _templates(arguments.packages)),
    ):
        folder = arguments.out / name
        folder.mkdir(parents=True, exist_ok=True)
        for language, own in texts.items():
            if own:
                queries = queries_about(language, own, texts["en"])
                _write(folder / f"{name}.{language}", language, own, queries)
                print(f"{name} {language}: {len(own)} texts, {len(queries)} queries")


def _guides(packages: Path) -> Texts:
    found: defaultdict[str, dict[str, Text]] = defaultdict(dict)
    pages = sorted(packages.glob("*/usr/share/libreoffice/help/en-US/text/*/guide/*.html"))
    for page in pages:
        key = "-".join((page.parts[-3], page.stem)).replace("_", "-")
        english = _guide_parts(page)
        for folder, language in OFFICE.items():
            wanted = Path(folder, *page.parts[-4:])
            path = next(packages.glob(f"*/usr/share/libreoffice/help/{wanted}"), None)
            parts = _guide_parts(path) if path else []
            same = sum(part in english for part in parts)
            if parts and (language == "en" or same <= _MOST_ENGLISH * len(parts)):
                lines = [text for _, text in parts[1:]]
                found[language][key] = _text(parts[0][1], lines)
    return found


def _guide_parts(path: Path) -> list[tuple[str, str]]:
    """Return the name of an element and its text, from the title on."""
    html = path.read_text(encoding="utf-8")
    body = html.partition('id="DisplayArea"')[2].partition('class="relatedtopics"')[0]
    parts = [(name, _plain(text)) for name, text in _GUIDE_PART.findall(body)]
    first = next((at for at, (name, _) in enumerate(parts) if name == "h1"), len(parts))
    return [(name, text) for name, text in parts[first:] if text]


def _templates(packages: Path) -> Texts:
    found: defaultdict[str, dict[str, Text]] = defaultdict(dict)
    for path in sorted(packages.glob("*/DEBIAN/templates")):
        for template in f"{path.read_text(encoding='utf-8')}\n".split("\n\n"):
            key = template.partition("\n")[0].removeprefix("Template: ").replace("/", "-")
            fields = dict(_template_fields(f"{template}\n"))
            english = fields.get("en")
            if english and sum(map(len, english.lines)) >= _SHORTEST:
                for language, text in fields.items():
                    found[language].setdefault(key.replace("_", "-").lower(), text)
    return found


def _template_fields(template: str) -> Iterator[tuple[str, Text]]:
    for tag, field in _FIELD.findall(template):
        title, _, rest = field.partition("\n")
        paragraphs = re.sub(r"(?m)^ ", "", rest).split("\n.\n")
        language = INSTALLER.get(tag) if tag else "en"
        if language:
            yield language, _text(_plain(title), [_plain(each) for each in paragraphs])


def _text(title: str, lines: Sequence[str]) -> Text:
    """Return a text whose first paragraph, or of one the first sentence, is its summary."""
    kept = [line for line in lines if line]
    if len(kept) == 1:
        kept = [part for part in _SENTENCE.split(kept[0], maxsplit=1) if part]
    return Text(title, kept[0] if len(kept) > 1 else "", tuple(kept[len(kept) > 1 :]))


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())


def _write(path: Path, language: str, texts: Mapping[str, Text], queries: Sequence[Query]) -> None:
    documents = (
        asdict(_Row(key, language, text.title, [{"a": "", "h": "", "t": "\n".join(text.lines)}]))
        for key, text in texts.items()
    )
    asked = (
        {"qid": query.id, "cls": query.kind, "q": query.text, "rel": query.answers}
        for query in queries
    )
    for kind, rows in (("docs", documents), ("queries", asked)):
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        Path(f"{path}.{kind}.jsonl").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
