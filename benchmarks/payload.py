"""How many bytes a reader's searches bring over the network, by size of the help centre.

Run as ``python -m benchmarks.payload 300 1000 4000 10000``, or with ``--language zh 1000`` for a
language without blanks. The articles are made of invented words, drawn by Zipf's law out of a
vocabulary that grows with the text as real ones do; the same arguments give the same bytes. Counted
are the files as a host sends them, compressed by ``gzip -9``, one by one: for a first search those
of the client too, for a further one only those that are not there since the index was opened.
"""

import argparse
import gzip
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from statistics import mean, quantiles

from rjsmin import jsmin

from hcgen.model.lexicon import Lexicon
from hcgen.search import (
    IndexedArticle,
    SearchIndex,
    SearchReader,
    index_files,
    load_analyzer,
    make_index,
    manifest_path,
    vocabulary_of,
)
from hcgen.search.article_words import ArticleWords, words_in
from hcgen.search.sections import Section

_ANALYZERS = {"id": "indonesian", "ms": "malay", "en": "english", "zh": "chinese", "th": "thai"}
_NO_BLANKS = ("zh", "th")
_ONSETS = {"th": "ก ข ค ง จ ช ด ต ท น บ ป พ ม ย ร ล ว ส ห อ"}
_VOWELS = {"en": "a e e i o u ea ou", "th": "า ี ุ ะ ู ำ"}
_CODAS = {"en": "n r s t l nd st ck", "th": "น ง ก ม ย ร"}
_PREFIXES = {"en": "re un in con de pro", "th": ""}
_SUFFIXES = {"en": "s ed ing er ly tion", "th": ""}
_RANKS = 30_000
_TOPICS = 30
_ASSETS = Path(__file__).parent.parent / "theme" / "assets"
_CLIENT = ("client", "files", "words", "passages", "pieces")


def main() -> None:
    """Print a table of kilobytes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", type=int, nargs="+")
    parser.add_argument("--language", default="id", choices=tuple(_ANALYZERS))
    parser.add_argument("--queries", type=int, default=200)
    options = parser.parse_args()
    scripts = ((_ASSETS / f"search-{name}.js").read_text(encoding="utf-8") for name in _CLIENT)
    client = sum(_weight(str(jsmin(text)).encode()) for text in scripts)
    print(f"client {client / 1000:.1f} kB\n")
    print("| articles | first: mean, p90 | further: mean, p90 | of which (files) | manifest |")
    print("| --: | --: | --: | --- | --: |")
    for articles in options.articles:
        corpus = Corpus(options.language, articles)
        files = index_files(corpus.index())
        print(_row(files, options.language, corpus.queries(options.queries), client), flush=True)


def _row(files: Mapping[str, bytes], language: str, queries: Sequence[str], client: int) -> str:
    manifest = _weight(files[manifest_path(language)])
    weigh = cache(lambda path: _weight(files[path]))
    further: list[float] = []
    kinds: defaultdict[str, list[int]] = defaultdict(list)
    for query in queries:
        read: dict[str, None] = {}

        def fetched(path: str, read: dict[str, None] = read) -> bytes:
            read[path] = None
            return files[path]

        SearchReader(language, fetched).answer(query, limit=5)
        del read[manifest_path(language)]
        further.append(sum(map(weigh, read)))
        for path in read:
            kinds[path.removeprefix(f"search/{language}-").partition("-")[0]].append(weigh(path))
    average, most = mean(further) / 1000, quantiles(further, n=10)[-1] / 1000
    opened = (manifest + client) / 1000
    parts = " · ".join(
        f"{kind} {sum(found) / len(queries) / 1000:.1f} ({len(found) / len(queries):.1f})"
        for kind, found in sorted(kinds.items())
    )
    return (
        f"| {len(files)} files | {average + opened:.1f}, {most + opened:.1f} "
        f"| {average:.1f}, {most:.1f} | {parts} | {manifest / 1000:.1f} |"
    )


def _weight(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


class Corpus:
    """A help centre in one language, with the titles of its translations in two others."""

    def __init__(self, language: str, articles: int, *, seed: int = 1) -> None:
        """Write the articles."""
        self._language = language
        self._random = random.Random(f"{seed}-{language}")
        self._analyzers = {
            tag: load_analyzer(_ANALYZERS[tag]) for tag in dict.fromkeys((language, "ms", "en"))
        }
        self._cumulative = list(accumulate((rank + 3) ** -1.2 for rank in range(_RANKS)))
        self._topics = [self._telling(150) for _ in range(_TOPICS)]
        self._titles: list[list[int]] = []
        self._texts: list[list[int]] = []
        self._articles = [self._article(number) for number in range(articles)]

    def index(self) -> SearchIndex:
        """Return the index of all articles."""
        versions: defaultdict[str, list[ArticleWords]] = defaultdict(list)
        for article in self._articles:
            for words in (article.words, *article.translations):
                versions[words.language].append(words)
        vocabularies = {
            tag: vocabulary_of(versions[tag], analyzer, Lexicon())
            for tag, analyzer in self._analyzers.items()
        }
        titles = {f"topic-{number:02}": f"Topic {number}" for number in range(_TOPICS)}
        return make_index(self._language, self._articles, vocabularies, titles)

    def queries(self, number: int) -> list[str]:
        """Return one to three words each of a title or a text; one in five has a slip."""
        found: list[str] = []
        for place in range(number):
            ranks = self._random.choice(self._titles if place % 3 else self._texts)
            telling = [rank for rank in ranks if rank >= 30] or ranks
            start = self._random.randrange(len(telling))
            words = [
                _word(self._language, rank)
                for rank in telling[start : start + self._random.randint(1, 3)]
            ]
            if place % 5 == 0:
                words[0] = self._slip(words[0])
            found.append(self._joined(words, self._language))
        return found

    def _slip(self, word: str) -> str:
        if len(word) < 3:
            return word
        at = self._random.randrange(1, len(word) - 1)
        return self._random.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + self._random.choice(word) + word[at + 1 :],
            )
        )

    def _article(self, number: int) -> IndexedArticle:
        topic = self._topics[number % _TOPICS]
        own = self._telling(10)

        def some(count: int) -> list[int]:
            chosen = self._random.random
            return [
                self._random.choice(own)
                if (chance := chosen()) < 0.12
                else self._random.choice(topic)
                if chance < 0.25
                else self._drawn()
                for _ in range(count)
            ]

        choose = self._random
        title = [choose.choice(own), self._drawn(), choose.choice(own), choose.choice(topic)]
        title += some(choose.randint(0, 2))
        questions, keywords = [some(6), some(5)], [[rank] for rank in own[:3]]
        sections = [(some(3), [some(choose.randint(7, 15)) for _ in range(6)]) for _ in range(5)]
        self._titles.append(title)
        self._texts.append([rank for _, text in sections for sentence in text for rank in sentence])
        versions = [
            words_in(
                tag,
                title=self._sentence(title, tag),
                questions=[self._sentence(each, tag) for each in questions],
                keywords=[self._sentence(each, tag) for each in keywords],
                description="",
                sections=tuple(
                    Section(
                        f"s{place}" if place else "",
                        self._sentence(heading, tag) if place else "",
                        " ".join(self._sentence(each, tag, ends=True) for each in text),
                    )
                    for place, (heading, text) in enumerate(sections)
                    if tag == self._language
                )
                or (Section("", "", ""),),
                analyzer=analyzer,
            )
            for tag, analyzer in self._analyzers.items()
        ]
        path = f"topic-{number % _TOPICS:02}"
        slug = "-".join(_word("en", rank) for rank in title[:3])
        return IndexedArticle(
            key=f"{path}/{slug}",
            address=f"{self._language}/{path}/{slug}/",
            title=self._sentence(title, self._language),
            language="",
            topic=path,
            words=versions[0],
            translations=tuple(versions[1:]),
        )

    def _drawn(self) -> int:
        return self._random.choices(range(_RANKS), cum_weights=self._cumulative)[0]

    def _telling(self, count: int) -> list[int]:
        """Return words that are neither common nor all rare."""
        return [int(60 * 200 ** self._random.random()) for _ in range(count)]

    def _sentence(self, ranks: Sequence[int], language: str, *, ends: bool = False) -> str:
        text = self._joined([_word(language, rank) for rank in ranks], language)
        full_stop = "。" if language == "zh" else " " if language == "th" else "."
        return text[:1].upper() + text[1:] + (full_stop if ends else "")

    @staticmethod
    def _joined(words: Sequence[str], language: str) -> str:
        return ("" if language in _NO_BLANKS else " ").join(words)


@cache
def _word(language: str, rank: int) -> str:
    """Return an invented word; frequent ones are short, and some are forms of others."""
    choose = random.Random(f"{language}-{rank}")
    if language == "zh":
        length = 1 if rank < 60 else choose.choice((2, 2, 2, 3))
        return "".join(chr(0x4E00 + int(2500 ** choose.random()) * 7) for _ in range(length))
    if rank > 400 and choose.random() < 0.5:
        root = _word(language, int(rank * choose.random() ** 2))
        before = choose.choice(_PREFIXES.get(language, "me di ber ter pe ke").split() or [""])
        after = choose.choice(_SUFFIXES.get(language, "kan an i nya").split() or [""])
        made = choose.choice((before + root, root + after, before + root + after))
        if len(made) < 14:
            return made
    return "".join(
        choose.choice(_ONSETS.get(language, "b c d g h j k l m n p r s t w").split())
        + choose.choice(_VOWELS.get(language, "a a i u e o").split())
        + (
            choose.choice(_CODAS.get(language, "n ng r s k").split())
            if choose.random() < 0.35
            else ""
        )
        for _ in range(1 + (rank > 40) + (choose.random() < 0.6) + (rank > 5000))
    )


if __name__ == "__main__":
    main()
