"""Makes each language's search index; what is known of unchanged articles is kept."""

from collections.abc import Mapping, MutableMapping, Sequence

from hcgen.languages import Wording
from hcgen.model.addresses import Addresses, Entry
from hcgen.model.article import Article, Role
from hcgen.model.language import Language
from hcgen.pages.parts.channel_words import ChannelWords
from hcgen.pipeline.jobs import in_jobs
from hcgen.pipeline.rendering import Rendered
from hcgen.render import Fragment
from hcgen.search import (
    ArticleWords,
    IndexedArticle,
    SearchIndex,
    Vocabulary,
    analyzer_of,
    article_words,
    make_index,
    vocabulary_of,
)

KnownWords = MutableMapping[str, tuple[Article, Fragment, ArticleWords]]
"""Path of a file -> what its words were found in, and the words."""


class Indexer:
    """Makes the indexes of one help centre."""

    def __init__(
        self,
        rendered: Rendered,
        addresses: Addresses,
        *,
        known: KnownWords | None = None,
        jobs: int = 1,
    ) -> None:
        """Take apart the articles that readers can find.

        Args:
            known: What is kept from one help centre to the next; changed here.
        """
        self._rendered = rendered
        self._addresses = addresses
        self._words = _words(rendered, addresses, {} if known is None else known, jobs)
        self._vocabularies = self._all_vocabularies()

    def index_of(self, language: Language) -> SearchIndex:
        """Return the index of a language."""
        centre = self._rendered.centre
        titles = {
            path: centre.topics[path].titles.get(language.tag, centre.source_language) or path
            for path in self._addresses.topics[language.tag]
        }
        entries = self._addresses.entries[language.tag].values()
        return make_index(
            language.tag,
            (self._indexed(entry) for entry in entries if entry.article.role is Role.ARTICLE),
            self._vocabularies,
            titles,
        )

    def _indexed(self, entry: Entry) -> IndexedArticle:
        article = entry.article
        versions = self._rendered.centre.translations[article.key]
        return IndexedArticle(
            key=article.key,
            address=entry.address,
            title=article.title.value,
            language=article.language if entry.is_fallback else "",
            topic=entry.topic,
            words=self._words[article.file.path],
            translations=tuple(
                self._words[version.file.path]
                for tag, version in sorted(versions.items())
                if tag != article.language and version.file.path in self._words
            ),
        )

    def _all_vocabularies(self) -> Mapping[str, Vocabulary]:
        centre = self._rendered.centre
        return {
            language.tag: vocabulary_of(
                (words for words in self._words.values() if words.language == language.tag),
                analyzer_of(language, centre.settings),
                centre.lexicon(language.tag),
            )
            for language in centre.languages
        }


def _words(
    rendered: Rendered, addresses: Addresses, known: KnownWords, jobs: int
) -> Mapping[str, ArticleWords]:
    """Return path of its file -> words, of each article that readers of some language meet."""
    fragments = rendered.context.fragments
    shown = {
        entry.article.file.path: entry.article
        for entries in addresses.entries.values()
        for entry in entries.values()
        if entry.article.role is Role.ARTICLE
    }
    missing = [
        article
        for path, article in shown.items()
        if path not in known
        or known[path][0] is not article
        or known[path][1] is not fragments[path]
    ]
    centre = rendered.centre
    analyzers = {
        language.tag: analyzer_of(language, centre.settings) for language in centre.languages
    }
    readable = {
        language.tag: ChannelWords(centre, Wording(language)).plain for language in centre.languages
    }

    def work(part: Sequence[Article]) -> list[ArticleWords]:
        return [
            article_words(
                article,
                fragments[article.file.path],
                analyzers[article.language],
                readable[article.language],
            )
            for article in part
        ]

    done = [words for _, part in in_jobs(work, missing, jobs=jobs) for words in part]
    for article, words in zip(missing, done, strict=True):
        path = article.file.path
        known[path] = (article, fragments[path], words)
    return {path: known[path][2] for path in sorted(shown)}
