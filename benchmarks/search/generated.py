"""Generated help centres as the engines get them: the index and the client, without any pages."""

import random
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import write_corpus
from benchmarks.search.material import Corpus, Document, Passage, Query
from benchmarks.search.yardstick import lay_out
from hcgen.mkdocs_site import load_theme
from hcgen.pipeline import Indexer, Rendered, composer_of, render_help_centre
from hcgen.search import SearchIndex, index_files

_VOCABULARY = 4000
_THAI_CONSONANTS = "กขคงจชซญดตถทนบปผพภมยรลวสหอ"
_THAI_SYLLABLES = ("า", "ี", "ู", "ะ", "ิน", "าง", "ัก", "ุด", "ือ", "อง", "าม", "ิต")


@dataclass(frozen=True, slots=True)
class Published:
    """What a browser needs of a site to search in one language."""

    site: Path
    index: SearchIndex

    @property
    def corpus(self) -> Corpus:
        """The indexed articles, for the other engines."""
        documents = tuple(
            Document(
                article.key.replace("/", "-"),
                article.title,
                tuple(
                    Passage(section.anchor, section.heading, section.text)
                    for part in article.parts
                    for section in part
                ),
            )
            for article in self.index.articles
        )
        return Corpus(self.index.language, self.index.language, documents, ())

    def queries(self, count: int) -> tuple[Query, ...]:
        """Return random queries: two to four words of a random sentence of a random article."""
        chosen = random.Random(count)
        found: list[Query] = []
        documents = self.corpus.documents
        while len(found) < count:
            document = chosen.choice(documents)
            words = chosen.choice((document.title, *(each.text for each in document.sections)))
            # a piece of eight signs is as much, where there are no blanks
            spaced = words.replace(".", "").split() or [""]
            parts = spaced if len(spaced) > 3 else [words[at : at + 4] for at in range(len(words))]
            start = chosen.randrange(len(parts))
            if self.index.language in ("zh", "th"):
                text = words[start : start + 8].strip("。 ")
            else:
                text = " ".join(parts[start : start + chosen.randint(2, 4)])
            if text:
                found.append(Query(str(len(found)), text))
        return tuple(found)


def spaced_project(folder: Path, articles: int) -> Rendered:
    """Return a rendered help centre in three languages with blanks between words."""
    write_corpus(folder, articles)
    return render_help_centre(folder / "mkdocs.yml", jobs=2)


def unspaced_project(folder: Path, articles: int) -> Rendered:
    """Return a rendered help centre in Chinese and Thai."""
    lay_out([_unspaced(language, articles) for language in ("zh", "th")], folder)
    return render_help_centre(folder / "mkdocs.yml", jobs=2)


def publish(rendered: Rendered, language: str, site: Path) -> Published:
    """Write the client and the index of a language."""
    indexer = Indexer(rendered, rendered.context.addresses, jobs=2)
    index = indexer.index_of(rendered.centre.language(language))
    theme = load_theme(rendered.centre.settings, rendered.root)
    scripts = composer_of(rendered, theme).theme_files.published()
    for path, data in (*index_files(index).items(), *scripts):
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return Published(site, index)


def _unspaced(language: str, articles: int) -> Corpus:
    """Return articles of words drawn by Zipf's law, without blanks between them."""
    chosen = random.Random(language)
    words = [_word(language, chosen) for _ in range(_VOCABULARY)]
    weights = [1 / rank for rank in range(1, _VOCABULARY + 1)]

    def text(count: int) -> str:
        return "".join(chosen.choices(words, weights, k=count))

    def section(number: int) -> Passage:
        end, blank = ("。", "") if language == "zh" else ("", " ")
        sentences = blank.join(text(chosen.randint(8, 16)) + end for _ in range(6))
        return Passage("", text(4) if number else "", sentences)

    documents = tuple(
        Document(f"a{number}", text(5), tuple(section(each) for each in range(5)))
        for number in range(articles)
    )
    return Corpus(language, language, documents, ())


def _word(language: str, chosen: random.Random) -> str:
    if language == "zh":
        # a few characters are in very many words
        size = chosen.choices((1, 2, 3), (1, 6, 2))[0]
        signs = (0x4E00 + int(2500 * chosen.random() ** 2) for _ in range(size))
        return "".join(map(chr, signs))
    syllables = chosen.choices((1, 2, 3), (3, 4, 2))[0]
    return "".join(
        chosen.choice(_THAI_CONSONANTS) + chosen.choice(_THAI_SYLLABLES) for _ in range(syllables)
    )
