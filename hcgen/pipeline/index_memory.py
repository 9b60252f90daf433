"""What is kept of search indexes from one help centre to the next, in this process."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from hcgen.model.article import Article
from hcgen.pipeline.word_store import WordStore
from hcgen.render import Fragment
from hcgen.search import Analyzer, ArticleWords, FileMaker, IndexMaker, KeptVocabulary
from hcgen.source import SourceFile


class KnownArticle:
    """The words of an article, and what they were found in."""

    __slots__ = ("_analyzer", "_file", "_fragment", "_language", "origin", "spoken", "words")

    def __init__(
        self,
        article: Article,
        fragment: Fragment,
        analyzer: Analyzer,
        spoken: tuple[tuple[str, str], ...],
        words: ArticleWords,
        origin: str,
    ) -> None:
        """Keep words.

        Args:
            origin: Digest of all that the words were found in; empty where nobody asks.
            spoken: Each reference to a channel in the article, and what stood in its place.
        """
        # not the article itself, which is made anew with each help centre
        self._file: SourceFile = article.file
        self._language = article.language
        self._fragment = fragment
        self._analyzer = analyzer
        self.spoken = spoken
        self.words = words
        self.origin = origin

    def is_of(self, article: Article, fragment: Fragment, analyzer: Analyzer) -> bool:
        """Tell whether these are the words of an article, as long as channels stay as they are."""
        return (
            article.file is self._file
            and article.language == self._language
            and fragment is self._fragment
            and analyzer is self._analyzer
        )


class KnownArticles:
    """Articles whose words are known, whatever pages show them.

    Attributes:
        by_path: Path of a file -> what is known of the article in it.
        store: What is known on the disk; None before that is looked at.
        lock: Held by who reads or changes any of this.
    """

    def __init__(self) -> None:
        self.by_path: dict[str, KnownArticle] = {}
        self.store: WordStore | None = None
        self.lock = RLock()


class IndexMemory:
    """Belongs to one set of pages: those for customers, or those of a preview with its drafts."""

    def __init__(self, articles: KnownArticles | None = None) -> None:
        self.articles = articles or KnownArticles()
        self._forget()

    def _forget(self) -> None:
        self._vocabularies: dict[str, KeptVocabulary] = {}
        self._indexes: dict[str, IndexMaker] = {}
        self._files: dict[str, FileMaker] = {}

    @contextmanager
    def used(self) -> Iterator[None]:
        """Be used by nobody else meanwhile; what is half changed by an error is forgotten."""
        with self.articles.lock:
            try:
                yield
            except BaseException:
                self._forget()
                raise

    def vocabulary(self, language: str) -> KeptVocabulary:
        """Return the vocabulary of a language."""
        return self._vocabularies.setdefault(language, KeptVocabulary())

    def index(self, language: str) -> IndexMaker:
        """Return what makes the index of a language."""
        if language not in self._indexes:
            self._indexes[language] = IndexMaker(language)
        return self._indexes[language]

    def files(self, language: str) -> FileMaker:
        """Return what makes the files of that index."""
        if language not in self._files:
            self._files[language] = FileMaker(language)
        return self._files[language]
