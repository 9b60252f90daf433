"""Makes each language's search index; what is known from before is not worked out again."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

from hcgen.languages import Wording
from hcgen.model.addresses import Addresses, Entry
from hcgen.model.article import Article, Role
from hcgen.model.channel_reference import ChannelReference, with_references
from hcgen.model.language import Language
from hcgen.pages.parts.channel_words import ChannelWords
from hcgen.pipeline.index_memory import IndexMemory, KnownArticle
from hcgen.pipeline.jobs import in_jobs
from hcgen.pipeline.rendering import Rendered
from hcgen.pipeline.store import digest_of
from hcgen.pipeline.word_store import KeptWords, WordStore
from hcgen.render import Fragment
from hcgen.search import (
    QUESTION_WORDS,
    Analyzer,
    ArticleWords,
    IndexedArticle,
    SearchIndex,
    Vocabulary,
    analyzer_of,
    article_words,
)

_Spoken = tuple[tuple[str, str], ...]
"""References to channels, and what stands in their places."""


class Indexer:
    """Makes the indexes of one help centre."""

    def __init__(
        self,
        rendered: Rendered,
        addresses: Addresses,
        *,
        memory: IndexMemory | None = None,
        jobs: int = 1,
    ) -> None:
        """Take apart the articles that readers can find.

        Args:
            memory: What is kept from one help centre to the next; changed here.
        """
        self._rendered = rendered
        self._addresses = addresses
        self._memory = memory or IndexMemory()
        with self._memory.used():
            self._words = _Words(rendered, self._memory, jobs).of(_shown(addresses))
            self._vocabularies = self._all_vocabularies()
        self._versions = {
            key: tuple(
                self._words[version.file.path]
                for _, version in sorted(versions.items())
                if version.file.path in self._words
            )
            for key, versions in rendered.centre.translations.items()
        }

    def files_of(self, language: Language, index: SearchIndex) -> Mapping[str, bytes]:
        """Return the files of a language's index, as `hcgen.search.index_files` does."""
        with self._memory.used():
            return self._memory.files(language.tag).files(index)

    def index_of(self, language: Language) -> SearchIndex:
        """Return the index of a language."""
        centre = self._rendered.centre
        titles = {
            path: centre.topics[path].titles.get(language.tag, centre.source_language) or path
            for path in self._addresses.topics[language.tag]
        }
        entries = self._addresses.entries[language.tag].values()
        with self._memory.used():
            return self._memory.index(language.tag).make(
                (self._indexed(entry) for entry in entries if entry.article.role is Role.ARTICLE),
                self._vocabularies,
                titles,
            )

    def _indexed(self, entry: Entry) -> IndexedArticle:
        article = entry.article
        versions = self._versions[article.key]
        language = article.language
        return IndexedArticle(
            article.key,
            entry.address,
            article.title.value,
            language if entry.is_fallback else "",
            entry.topic,
            self._words[article.file.path],
            tuple([words for words in versions if words.language != language]),
        )

    def _all_vocabularies(self) -> Mapping[str, Vocabulary]:
        centre = self._rendered.centre
        words: dict[str, list[ArticleWords]] = {language.tag: [] for language in centre.languages}
        for found in self._words.values():
            words[found.language].append(found)
        return {
            language.tag: self._memory.vocabulary(language.tag).of(
                words[language.tag],
                analyzer_of(language, centre.settings),
                centre.lexicon(language.tag),
                (*language.norms.common_words, *QUESTION_WORDS.get(language.tag, "").split()),
            )
            for language in centre.languages
        }


def _shown(addresses: Addresses) -> Mapping[str, Article]:
    """Return path of its file -> article, of each that readers of some language meet."""
    shown = {
        entry.article.file.path: entry.article
        for entries in addresses.entries.values()
        for entry in entries.values()
        if entry.article.role is Role.ARTICLE
    }
    return dict(sorted(shown.items()))


class _Words:
    """Finds the words of articles, or knows them."""

    def __init__(self, rendered: Rendered, memory: IndexMemory, jobs: int) -> None:
        centre = rendered.centre
        self._fragments = rendered.context.fragments
        self._known = memory.articles
        self._jobs = jobs
        self._root = rendered.root
        self._is_stored = rendered.is_stored
        self._analyzers = {
            language.tag: analyzer_of(language, centre.settings) for language in centre.languages
        }
        self._speak = {
            language.tag: ChannelWords(centre, Wording(language)).plain
            for language in centre.languages
        }

        @cache
        def speak(language: str, reference: str) -> str:
            return self._speak[language](reference)

        self._spoken = speak

    def of(self, shown: Mapping[str, Article]) -> Mapping[str, ArticleWords]:
        """Return path of its file -> words, in the order of the articles."""
        known = self._known.by_path
        new = [article for article in shown.values() if not self._is_known(article)]
        spoken = {article.file.path: self._spoken_in(article) for article in new}
        origins, found = self._from_store(new, spoken)
        missing = [article for article in new if article.file.path not in found]
        for _, part in in_jobs(self._find, missing, jobs=self._jobs):
            found.update(part)
        for article in new:
            path = article.file.path
            known[path] = KnownArticle(
                article,
                self._fragments[path],
                self._analyzers[article.language],
                spoken[path],
                found[path],
                origins.get(path, ""),
            )
        for path in known.keys() - self._fragments.keys():
            del known[path]
        self._save([article.file.path for article in missing])
        return {path: known[path].words for path in shown}

    def _from_store(
        self, articles: Iterable[Article], spoken: Mapping[str, _Spoken]
    ) -> tuple[Mapping[str, str], dict[str, ArticleWords]]:
        """Return path -> digest of what its words are found in, and path -> words on the disk."""
        if not self._is_stored:
            return {}, {}
        store = self._known.store = self._known.store or WordStore(self._root)
        origins: dict[str, str] = {}
        found: dict[str, ArticleWords] = {}
        for article in articles:
            path = article.file.path
            analyzer = self._analyzers[article.language]
            origins[path] = _origin(article, self._fragments[path], analyzer, spoken[path])
            words = store.take(path, origins[path])
            if words is not None:
                found[path] = words
        return origins, found

    def _save(self, changed: Collection[str]) -> None:
        if self._known.store is not None and self._is_stored:
            kept = {
                path: KeptWords(known.origin, known.words)
                for path, known in self._known.by_path.items()
            }
            self._known.store.save(kept, changed)

    def _is_known(self, article: Article) -> bool:
        known = self._known.by_path.get(article.file.path)
        if known is None:
            return False
        analyzer = self._analyzers[article.language]
        return known.is_of(article, self._fragments[article.file.path], analyzer) and all(
            self._spoken(article.language, reference) == spoken
            for reference, spoken in known.spoken
        )

    def _find(self, articles: Sequence[Article]) -> dict[str, ArticleWords]:
        return {
            article.file.path: article_words(
                article,
                self._fragments[article.file.path],
                self._analyzers[article.language],
                self._speak[article.language],
            )
            for article in articles
        }

    def _spoken_in(self, article: Article) -> _Spoken:
        """Return each reference to a channel in an article, and what stands in its place."""
        found: dict[str, None] = {}

        def note(reference: ChannelReference) -> str:
            found[reference.token] = None
            return ""

        for text in _texts(article, self._fragments[article.file.path]):
            with_references(text, note)
        return tuple((each, self._spoken(article.language, each)) for each in sorted(found))


def _texts(article: Article, fragment: Fragment) -> Iterable[str]:
    """Yield the texts of an article in which channels may be referred to."""
    yield from (question.value for question in article.questions)
    if article.description is not None:
        yield article.description.value
    yield from (heading.text for heading in fragment.headings)
    yield "".join(fragment.pieces)


def _origin(article: Article, fragment: Fragment, analyzer: Analyzer, spoken: _Spoken) -> str:
    """Return a digest of all that the words of an article hang on but the code."""
    document = (
        article.language,
        analyzer.name,
        article.title.value,
        [text.value for text in article.questions],
        [text.value for text in (*article.keywords, *article.tags)],
        article.description.value if article.description else "",
        [(heading.anchor, heading.text) for heading in fragment.headings],
        "".join(fragment.pieces),
        spoken,
    )
    return digest_of(json.dumps(document, ensure_ascii=False)).hex()
