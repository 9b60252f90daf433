"""Writes a deterministic help centre of any size: realistic words, links, notes, lists, tables.

Words are made of syllables and drawn by Zipf's law, so that files compress and index as real ones
do. The same arguments give the same bytes.
"""

import random
from pathlib import Path

LANGUAGES = ("id", "ms", "en")
TOPICS = 20
_VOCABULARY = 4000
_SYLLABLES = {
    "id": "ba ca da fa ga ha ja ka la ma na pa ra sa ta wa ber men per kan an i lah nya tu",
    "ms": "ba ca da fa ga ha ja ka la ma na pa ra sa ta wa ber men per kan an i lah nya ti",
    "en": "ac al an be ca com de en er ful in ing ly ma ment ne on per re sion st ter th un",
}


def write_corpus(folder: Path, articles: int, *, seed: int = 1) -> None:
    """Write a project with that many articles in each language.

    Args:
        folder: Is made; files in it are replaced.
        articles: Per language, spread over `TOPICS` topics.
        seed: Another one gives another corpus of the same size.
    """
    content = folder / "content"
    (folder / "mkdocs.yml").parent.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(_CONFIGURATION, encoding="utf-8")
    content.mkdir(exist_ok=True)
    (content / "channels.yml").write_text(_CHANNELS, encoding="utf-8")
    (content / "topics.yml").write_text(_topics(), encoding="utf-8")
    for language in LANGUAGES:
        writer = _Writer(language, articles, seed)
        for number in range(articles):
            file = content / language / _path(number)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(writer.article(number), encoding="utf-8")


def _path(number: int) -> str:
    return f"topic-{number % TOPICS:02}/article-{number:05}.md"


class _Writer:
    """Writes articles in one language."""

    def __init__(self, language: str, articles: int, seed: int) -> None:
        self._articles = articles
        self._random = random.Random(f"{seed}-{language}")
        self._links = random.Random()
        syllables = _SYLLABLES[language].split()
        words: dict[str, None] = {}
        while len(words) < _VOCABULARY:
            words["".join(self._random.choices(syllables, k=self._random.randint(2, 4)))] = None
        self._words = list(words)
        total = 0.0
        self._cumulative = [total := total + 1 / rank for rank in range(1, _VOCABULARY + 1)]

    def article(self, number: int) -> str:
        self._links = random.Random(number)  # the same ones in every language
        title = self._words_of(5).capitalize()
        parts = [
            f"---\ntitle: {title}\ndescription: {self._sentence(12)}\nquestions:\n"
            f"  - {self._words_of(6)}\n  - {self._words_of(5)}\n"
            f"keywords: [{', '.join(self._words_of(4).split())}]\nowner: support\n"
            f"reviewed: 2026-{number % 12 + 1:02}-{number % 28 + 1:02}\norder: {number}\n---\n",
            self._paragraph(number),
        ]
        for section in range(4):
            parts.append(f"## {self._words_of(4).capitalize()} {{#s{section}}}\n")
            parts.append(self._paragraph(number))
            parts.append(self._block(section + number))
        return "\n".join(parts)

    def _block(self, kind: int) -> str:
        match kind % 5:
            case 0:
                return "\n".join(f"{step}. {self._sentence(10)}" for step in range(1, 6)) + "\n"
            case 1:
                return f'!!! note "{self._words_of(3).capitalize()}"\n    {self._sentence(18)}\n'
            case 2:
                rows = "".join(f"| {self._words_of(2)} | {self._words_of(5)} |\n" for _ in range(4))
                return f"| {self._words_of(1)} | {self._words_of(1)} |\n| --- | --- |\n{rows}"
            case 3:
                return f"```\n{self._words_of(6)}\n{self._words_of(6)}\n```\n"
            case _:
                return "\n".join(f"- {self._sentence(8)}" for _ in range(4)) + "\n"

    def _paragraph(self, number: int) -> str:
        other = (number * 7 + self._links.randrange(self._articles)) % self._articles
        link = f"[{self._words_of(3)}](../{_path(other)}#s{other % 4})"
        sentences = " ".join(self._sentence(self._random.randint(8, 16)) for _ in range(3))
        return f"{sentences} **{self._words_of(2)}**: {link}.\n"

    def _sentence(self, words: int) -> str:
        return self._words_of(words).capitalize() + "."

    def _words_of(self, count: int) -> str:
        return " ".join(self._random.choices(self._words, cum_weights=self._cumulative, k=count))


def _topics() -> str:
    entries = "".join(
        f"  - path: topic-{number:02}\n    icon: material/folder\n"
        f"    title: {{id: Topik {number}, ms: Topik {number}, en: Topic {number}}}\n"
        for number in range(TOPICS)
    )
    return f"topics:\n{entries}"


_CONFIGURATION = """\
site_name: Benchmark
site_url: https://help.example.com/
plugins:
  - hcgen: {languages: [id, ms, en], source_language: id}
markdown_extensions: [admonition, attr_list, tables, pymdownx.superfences]
"""

_CHANNELS = """\
organisation: {name: Benchmark, fictional: true, country: ID, timezone: Asia/Jakarta}
channels:
  - {id: mail, kind: email, address: help@example.com, hours: always}
  - {id: call, kind: phone, number: "+62 21 5550 0100"}
"""
