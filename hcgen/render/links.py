"""Where a link of an article leads: to another article, a topic, a file, or nowhere."""

from dataclasses import dataclass
from enum import Enum
from posixpath import dirname, normpath
from urllib.parse import unquote

from hcgen.model.article import INTRODUCTIONS, Article
from hcgen.model.help_centre import GENERATED_PAGES, HelpCentre


class LinkKind(Enum):
    """What a link leads to."""

    EXTERNAL = "another site, a mailbox, a telephone"
    SAME_PAGE = "a heading of the same article"
    ARTICLE = "an article or stand-alone page"
    TOPIC = "a topic"
    HOME = "the home page"
    GENERATED = "a page that hcgen makes"
    ASSET = "a file that is published as it is"
    UNREADABLE = "an article that cannot be read, which is said elsewhere"
    BROKEN = "nothing"


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a link leads, whoever reads it.

    Attributes:
        name: Key of the article, path of the topic or asset, name of the generated page, or the
            whole target of an external link.
        language: Tag of the language that the writer asked for; empty: the reader's own.
        suffix: Query and anchor as written, such as ``#steps``.
    """

    kind: LinkKind
    name: str = ""
    language: str = ""
    suffix: str = ""

    @property
    def anchor(self) -> str:
        """The part after ``#``, decoded; empty without one."""
        return unquote(self.suffix.partition("#")[2])


def resolve_target(centre: HelpCentre, article: Article, target: str) -> Destination:
    """Return where a target written in an article leads.

    Paths count from the article's file, as on the writer's disk; with a leading slash from the
    content folder.
    """
    target = target.strip()
    if is_external(target):
        return Destination(LinkKind.EXTERNAL, target)
    cut = min((target.index(mark) for mark in "?#" if mark in target), default=len(target))
    path, suffix = target[:cut], target[cut:]
    if not path:
        return Destination(LinkKind.SAME_PAGE, article.key, suffix=suffix)
    path = unquote(path)
    folder = "" if path.startswith("/") else dirname(centre.content_path(article))
    found = normpath("/".join(filter(None, (folder, path.strip("/")))) or ".")
    if found == ".." or found.startswith("../"):
        return Destination(LinkKind.BROKEN, target)
    return _lead(centre, article, "" if found == "." else found, suffix) or Destination(
        LinkKind.BROKEN, target
    )


def is_external(target: str) -> bool:
    """Tell whether a target has a scheme or names another host."""
    scheme, colon, _ = target.partition(":")
    has_scheme = bool(colon) and scheme.replace("+", "").replace("-", "").isalnum()
    return target.startswith("//") or (has_scheme and scheme[:1].isalpha() and "/" not in scheme)


def _lead(centre: HelpCentre, article: Article, path: str, suffix: str) -> Destination | None:
    language, inner = _split_language(centre, path)
    other = "" if language == article.language else language
    name = inner.removesuffix(".md")
    folder, _, last = name.rpartition("/")
    if last in INTRODUCTIONS and inner.endswith(".md"):
        name = folder
    if not name and language:
        return Destination(LinkKind.HOME, "", other, suffix)
    key = _key(centre, language, name)
    if key is not None:
        return Destination(LinkKind.ARTICLE, key, other, suffix)
    if name in centre.topics:
        return Destination(LinkKind.TOPIC, name, other, suffix)
    if name in GENERATED_PAGES:
        return Destination(LinkKind.GENERATED, name, other, suffix)
    asset = _asset(centre, article, language, inner, path)
    if asset is not None:
        return Destination(LinkKind.ASSET, asset, "", suffix)
    if path in centre.unreadable or f"{path}.md" in centre.unreadable:
        return Destination(LinkKind.UNREADABLE, path, other, suffix)
    return None


def _split_language(centre: HelpCentre, path: str) -> tuple[str, str]:
    """Return the language folder that a content path lies in, and the rest of it."""
    if not centre.has_language_folders:
        return centre.languages[0].tag, path
    first, _, rest = path.partition("/")
    if any(language.tag == first for language in centre.languages):
        return first, rest
    return "", path


def _key(centre: HelpCentre, language: str, path: str) -> str | None:
    """Return the article at a path of a language's folder, or at that path of another language.

    A translation may link to an article that is not translated yet: readers get its fallback page.
    """
    if not language:
        return None
    tags = [language, *(other.tag for other in centre.languages)]
    for tag in tags:
        article = centre.by_path.get(centre.file_path(tag, path))
        if article is not None and article.key in centre.translations:
            return article.key
    return None


def _asset(
    centre: HelpCentre, article: Article, language: str, inner: str, path: str
) -> str | None:
    """Return the file to publish: the language's own version, else the common one."""
    candidates = [path]
    if not language:
        candidates.insert(0, f"{article.language}/{path}")
    elif inner:
        candidates.append(inner)
    return next((candidate for candidate in candidates if candidate in centre.assets), None)
