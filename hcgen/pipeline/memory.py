"""What was made of each article, kept for the next run: in this process, and on the disk."""

import json
import marshal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hcgen.diagnostics import Finding, Findings
from hcgen.load import ArticleSource, load_article
from hcgen.model.article import Article
from hcgen.pipeline.jobs import in_jobs
from hcgen.pipeline.packing import pack, unpack
from hcgen.pipeline.progress import Progress
from hcgen.pipeline.reading import ReadArticle, Reader, ReaderOptions
from hcgen.pipeline.store import Kept, Store, digest_of

_OWN_EXTENSIONS = ("markdown.", "pymdownx.")


@dataclass(slots=True)
class _Known:
    """What is known of the article in one file.

    Attributes:
        origin: Language, path below the language's folder, and text.
    """

    origin: tuple[str, str, str]
    loaded: tuple[Article, tuple[Finding, ...]]
    kept: Kept
    read: ReadArticle | None = None


class ArticleMemory:
    """Loads, renders and reads articles, each as seldom as can be.

    What is made of an article depends on its file and on the options, and on nothing else.
    """

    def __init__(self, store: Store | None = None) -> None:
        """Begin with what is in a store, if there is one."""
        self._store = store
        self._known: dict[str, _Known] = {}
        self._changed: set[str] = set()

    @property
    def is_stored(self) -> bool:
        """What is made of articles may be kept on the disk."""
        return self._store is not None

    def load(
        self, sources: Sequence[ArticleSource], findings: Findings, *, jobs: int
    ) -> list[Article]:
        """Return the article of each file, as `hcgen.load.load_articles` does."""
        self._load_missing([source for source in sources if not self._is_loaded(source)], jobs)
        articles: list[Article] = []
        for source in sources:
            article, found = self._known[source.file.path].loaded
            for finding in found:
                findings.report(finding.rule_name, finding.span, finding.message, help=finding.help)
            articles.append(article)
        return articles

    def read(
        self,
        articles: Sequence[Article],
        options: ReaderOptions,
        *,
        jobs: int,
        progress: Progress,
    ) -> Mapping[str, ReadArticle]:
        """Return path -> what rendering and reading an article brought.

        Args:
            articles: All of the help centre; what is known of others is forgotten.
        """
        stamp = _stamp_of(options)
        missing = [article for article in articles if not self._is_read(article, stamp)]
        reader = Reader(options) if missing else None

        def work(part: Sequence[Article]) -> list[bytes]:
            assert reader is not None
            return [marshal.dumps(pack(read)) for read in reader.read(part)]

        progress("render", 0, len(missing))
        packed: list[bytes] = []
        for done, part in in_jobs(work, missing, jobs=jobs):
            packed.extend(part)
            progress("render", done, len(missing))
        for article, data in zip(missing, packed, strict=True):
            known = self._known[article.file.path]
            known.kept = known.kept._replace(options=stamp, read=data)
            known.read = unpack(marshal.loads(data), article.file)  # noqa: S302
            self._changed.add(article.file.path)
        paths = {article.file.path for article in articles}
        self._known = {path: known for path, known in self._known.items() if path in paths}
        return {path: known.read for path, known in self._known.items() if known.read is not None}

    def save(self, options: ReaderOptions) -> None:
        """Write down what was made, for other processes.

        With an extension whose code we cannot tell one version of from another, nothing is kept.
        """
        if self._store is None or not _has_known_extensions(options):
            return
        kept = {path: known.kept for path, known in self._known.items() if known.kept.read}
        self._store.save(kept, self._changed & kept.keys())
        self._changed.clear()

    def _is_read(self, article: Article, stamp: bytes) -> bool:
        known = self._known[article.file.path]
        if known.kept.options != stamp or not known.kept.read:
            return False
        if known.read is None:
            known.read = unpack(marshal.loads(known.kept.read), article.file)  # noqa: S302
        return True

    def _is_loaded(self, source: ArticleSource) -> bool:
        path, origin = source.file.path, _origin_of(source)
        if path in self._known and self._known[path].origin == origin:
            return True
        kept = self._store.get(path) if self._store is not None else None
        if kept is None or kept.origin != _digest_of_origin(origin):
            return False
        loaded = unpack(marshal.loads(kept.loaded), source.file)  # noqa: S302
        self._known[path] = _Known(origin, loaded, kept)
        return True

    def _load_missing(self, missing: Sequence[ArticleSource], jobs: int) -> None:
        def work(part: Sequence[ArticleSource]) -> list[bytes]:
            return [marshal.dumps(pack(_loaded(source))) for source in part]

        packed = [data for _, part in in_jobs(work, missing, jobs=jobs) for data in part]
        for source, data in zip(missing, packed, strict=True):
            origin = _origin_of(source)
            kept = Kept(_digest_of_origin(origin), data, b"", b"")
            loaded = unpack(marshal.loads(data), source.file)  # noqa: S302
            self._known[source.file.path] = _Known(origin, loaded, kept)


def _loaded(source: ArticleSource) -> tuple[Article, tuple[Finding, ...]]:
    findings = Findings()
    article = load_article(*source, findings)
    return article, tuple(findings)


def _origin_of(source: ArticleSource) -> tuple[str, str, str]:
    return source.language, source.path, source.file.text


def _digest_of_origin(origin: tuple[str, str, str]) -> bytes:
    return digest_of("\0".join(origin))


def _stamp_of(options: ReaderOptions) -> bytes:
    """Return what tells one set of options from another; languages are a part of the code."""
    rendering = options.rendering
    lexicons = {
        tag: [(word.word.value, word.use, word.reason) for word in lexicon.forbidden]
        for tag, lexicon in options.lexicons.items()
    }
    document = (
        rendering.extensions,
        rendering.extension_options,
        rendering.trusts_html,
        [(language.tag, language.analyzer) for language in options.languages],
        lexicons,
    )
    return digest_of(json.dumps(document, sort_keys=True, default=_name_of))


def _name_of(value: object) -> str:
    """Return a name for an option that is a function or a class."""
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', repr(value))}"


def _has_known_extensions(options: ReaderOptions) -> bool:
    return all(
        "." not in name or name.startswith(_OWN_EXTENSIONS) for name in options.rendering.extensions
    )
