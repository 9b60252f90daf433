"""What was made of each article, kept for the next run: in this process, and on the disk."""

import json
import marshal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hcgen.diagnostics import Finding, Findings
from hcgen.load import load_article
from hcgen.model.article import Article
from hcgen.pipeline.jobs import in_jobs
from hcgen.pipeline.packing import pack, unpack
from hcgen.pipeline.progress import Progress
from hcgen.pipeline.reading import ReadArticle, Reader, ReaderOptions
from hcgen.pipeline.store import Kept, Store, digest_of
from hcgen.source import SourceFile

_OWN_EXTENSIONS = ("markdown.", "pymdownx.")
_NOTHING = Kept(b"", b"", b"", b"")


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

    def load(self, file: SourceFile, language: str, path: str, findings: Findings) -> Article:
        """Return the article in a file, as `hcgen.load.load_article` does."""
        known = self._known.get(file.path)
        if known is None or known.origin != (language, path, file.text):
            origin = (language, path, file.text)
            known = self._from_store(file, origin) or self._load(file, origin)
            self._known[file.path] = known
        article, found = known.loaded
        for finding in found:
            findings.report(finding.rule_name, finding.span, finding.message, help=finding.help)
        return article

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

    def _from_store(self, file: SourceFile, origin: tuple[str, str, str]) -> _Known | None:
        kept = self._store.get(file.path) if self._store is not None else None
        if kept is None or kept.origin != digest_of("\0".join(origin)):
            return None
        loaded = unpack(marshal.loads(kept.loaded), file)  # noqa: S302
        return _Known(origin, loaded, kept)

    def _load(self, file: SourceFile, origin: tuple[str, str, str]) -> _Known:
        findings = Findings()
        article = load_article(file, *origin[:2], findings)
        loaded = (article, tuple(findings))
        if self._store is None:
            return _Known(origin, loaded, _NOTHING)
        packed = marshal.dumps(pack(loaded))
        return _Known(origin, loaded, Kept(digest_of("\0".join(origin)), packed, b"", b""))


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
