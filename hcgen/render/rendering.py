"""One Markdown parser per process, and what is done to its HTML before it counts as a fragment."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from importlib import import_module
from typing import Any

import markdown

from hcgen.diagnostics import Findings
from hcgen.load.fields import nearest
from hcgen.model.article import Article
from hcgen.model.settings import MarkdownExtension, OptionValue, Settings
from hcgen.model.url import slugify
from hcgen.render.fragment import Fragment, FragmentLink, Heading
from hcgen.render.sanitising import sanitised
from hcgen.render.time_limit import TooSlowError, time_limit

ALWAYS_ON = ("attr_list", "fenced_code", "md_in_html", "tables")
"""Extensions that every site has: explicit heading ids, code blocks, tables."""
LONGEST_RENDER_S = 10
"""Ordinary articles take milliseconds; some of Python-Markdown's patterns take the square of an
article's length on hostile text, such as ten thousand open brackets."""

_TAG = re.compile(
    r"""<(?P<tag>a|img|source|video|audio|td|th)(?=[\s/>])
        (?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*)>""",
    re.X,
)
# whole attributes one after another, so that nothing within a value is taken for one
_ATTRIBUTE = re.compile(
    r"""\s?(?P<name>[^\s"'<>/=]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'))?"""
)
_MAY_BE_ID = re.compile(r"\sid\s*=")
_ADDRESSES = ("href", "src", "poster")
_ALIGN = re.compile(r'\salign="(left|center|right)"')
_HEADING = re.compile(
    r"""<h(?P<level>[1-6])(?P<attributes>(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?)>
        (?P<inner>.*?)</h(?P=level)>""",
    re.X | re.S,
)
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|code|em|i|kbd|mark|s|small|span|strong|sub|sup|u)(?=[\s>])[^<>]*>"
)
_ANY_TAG = re.compile(r"""<[a-zA-Z/][^\s<>"']*(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*)>""")

_PYTHON_NAME = "!!python/name:"
_NAMES_FROM = ("pymdownx.", "material.extensions.")


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """Everything but the article that a fragment depends on.

    Attributes:
        extensions: Names of Python-Markdown extensions.
        extension_options: Name -> options.
        trusts_html: Raw HTML is published as it is.
    """

    extensions: tuple[str, ...]
    extension_options: Mapping[str, Mapping[str, Any]]
    trusts_html: bool


def render_options(settings: Settings, findings: Findings) -> RenderOptions:
    """Return the options of a site; extensions that cannot be loaded are left out and reported."""
    names: list[str] = []
    options: dict[str, Mapping[str, Any]] = {"tables": {"use_align_attribute": True}}
    for extension in settings.markdown_extensions:
        name = extension.name.removeprefix("markdown.extensions.")
        if name == "toc":
            continue  # heading ids are our own, and the same for every language's fallback pages
        own = dict(options.get(name, {}))
        try:
            own |= _option_values(extension)
            fault = _load_fault(name, own)
        except (AttributeError, ImportError) as error:
            fault = f"an option names what cannot be imported: {error}"
        if fault:
            findings.report(
                "unusable-markdown-extension",
                extension.span_text.span,
                f"the Markdown extension “{name}” cannot be used: {fault}",
                help="take the option out"
                if "option" in fault
                else nearest(name, (*ALWAYS_ON, "admonition", "def_list", "footnotes")),
            )
            continue
        if name not in names:
            names.append(name)
        options[name] = own
    builtin = [name for name in ALWAYS_ON if name not in names]
    if "pymdownx.superfences" in names:
        builtin.remove("fenced_code")
    return RenderOptions((*builtin, *names), options, settings.trusts_html)


class Renderer:
    """Renders articles one after another with a single parser.

    Making a Markdown parser takes longer than parsing an article; it is made once and reset.
    """

    def __init__(self, options: RenderOptions) -> None:
        self._trusts_html = options.trusts_html
        used = {
            name: dict(own)
            for name, own in options.extension_options.items()
            if name in options.extensions
        }
        self._markdown = markdown.Markdown(
            extensions=list(options.extensions), extension_configs=used, output_format="html"
        )

    def render(self, article: Article) -> Fragment:
        """Return the fragment of an article; depends on nothing but its text and the options."""
        try:
            with time_limit(LONGEST_RENDER_S):
                html = self._markdown.reset().convert(article.body)
        except TooSlowError:
            return Fragment(("",), error=f"it takes longer than {LONGEST_RENDER_S} seconds")
        except RecursionError:
            return Fragment(("",), error="lists or quotes lie too deep inside one another")
        except Exception as error:  # an extension's bug must not end the build of all other pages
            return Fragment(("",), error=f"{type(error).__name__}: {error}")
        if not self._trusts_html:
            html = sanitised(html)
        return _fragment(html)


def _option_values(extension: MarkdownExtension) -> Mapping[str, Any]:
    return {name: _imported(value) for name, value in extension.options.items()}


def _imported(value: OptionValue) -> Any:
    """Return an option with ``!!python/name:`` values imported, from known packages only."""
    if isinstance(value, str) and value.startswith(_PYTHON_NAME):
        dotted = value.removeprefix(_PYTHON_NAME)
        if dotted.startswith(_NAMES_FROM):
            module, _, name = dotted.rpartition(".")
            return getattr(import_module(module), name)
        raise ImportError(f"“{dotted}” is in no package that may be named here")
    if isinstance(value, Mapping):
        return {key: _imported(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_imported(item) for item in value]
    return value


def _load_fault(name: str, options: Mapping[str, Any]) -> str:
    """Say why an extension does not load; an empty string when it does."""
    try:
        markdown.Markdown(extensions=[name], extension_configs={name: dict(options)})
    except (ImportError, AttributeError):
        return "there is no such extension"
    except KeyError as error:
        return f"it has no option {error}"
    except Exception as error:  # whatever an extension raises on wrong options
        return str(error) or type(error).__name__
    return ""


def _fragment(html: str) -> Fragment:
    anchors = _ids(html) if _MAY_BE_ID.search(html) else set()
    headings = _Headings(anchors)
    html = _HEADING.sub(headings.take, html)
    pieces: list[str] = []
    links: list[FragmentLink] = []
    done = 0
    for match in _TAG.finditer(html):
        tag = match["tag"]
        if tag in ("td", "th"):
            aligned = _ALIGN.sub(r' class="align-\1"', match.group())
            pieces_end = html[done : match.start()] + aligned
        else:
            done = _cut(html, done, match, pieces, links)
            continue
        _append(pieces, links, pieces_end)
        done = match.end()
    _append(pieces, links, html[done:])
    return Fragment(
        tuple(pieces),
        tuple(links),
        tuple(headings.found),
        frozenset(headings.taken),
        _text(html),
        tuple(headings.repeated),
    )


def _text(html: str) -> str:
    """Return what can be read; a tag between two words keeps them apart unless it is inline."""
    return " ".join(unescape(_ANY_TAG.sub(" ", _INLINE_TAG.sub("", html))).split())


def _append(pieces: list[str], links: list[FragmentLink], text: str) -> None:
    """Add text to the piece after the last link."""
    if len(pieces) == len(links):
        pieces.append(text)
    else:
        pieces[-1] += text


def _cut(
    html: str, done: int, match: re.Match[str], pieces: list[str], links: list[FragmentLink]
) -> int:
    """Cut the tag's addresses out of the text; return how far the text has been used."""
    start, end = match.span("attributes")
    for found in _ATTRIBUTE.finditer(html, start, end):
        if found["name"] in _ADDRESSES and "=" in found.group():
            _append(pieces, links, html[done : found.start()])
            links.append(FragmentLink(match["tag"], found["name"], unescape(_value(found))))
            done = found.end()
    return done


def _ids(html: str) -> set[str]:
    """Return every ``id`` that a tag has; text that looks like one is none."""
    found = (_attribute("id", tag["attributes"]) for tag in _ANY_TAG.finditer(html))
    return {unescape(_value(attribute)) for attribute in found if attribute}


def _attribute(name: str, attributes: str) -> re.Match[str] | None:
    """Return the first attribute of that name in the inside of a tag."""
    return next((a for a in _ATTRIBUTE.finditer(attributes) if a["name"] == name), None)


def _value(attribute: re.Match[str]) -> str:
    return attribute["double"] or attribute["single"] or ""


class _Headings:
    """Gives every heading an id that stays the same as long as its words do.

    A written id wins; else the words, folded. A second heading with the same words is prefixed by
    the heading above it, so that inserting a section does not renumber the others.
    """

    def __init__(self, anchors: set[str]) -> None:
        self.taken = anchors
        self.found: list[Heading] = []
        self.repeated: list[str] = []
        self._seen: set[str] = set()

    def take(self, match: re.Match[str]) -> str:
        """Return the heading with its id."""
        level = int(match["level"])
        text = " ".join(unescape(_ANY_TAG.sub("", match["inner"])).split())
        others = match["attributes"]
        written = _attribute("id", others)
        if written and _value(written):
            anchor = unescape(_value(written))
            if anchor in self._seen:
                self.repeated.append(anchor)
                anchor = self._numbered(anchor)
        else:
            anchor = self._folded(text, level)
        self._seen.add(anchor)
        self.taken.add(anchor)
        self.found.append(Heading(level, anchor, text))
        if written:
            others = others[: written.start()] + others[written.end() :]
        return f'<h{level} id="{escape(anchor)}"{others}>{match["inner"]}</h{level}>'

    def _folded(self, text: str, level: int) -> str:
        anchor = slugify(text) or "section"
        if anchor not in self.taken:
            return anchor
        parent = next((h.anchor for h in reversed(self.found) if h.level < level), "")
        if parent and f"{parent}-{anchor}" not in self.taken:
            return f"{parent}-{anchor}"
        self.repeated.append(anchor)
        return self._numbered(anchor)

    def _numbered(self, anchor: str) -> str:
        number = 2
        while f"{anchor}-{number}" in self.taken:
            number += 1
        return f"{anchor}-{number}"
