"""One Markdown parser per process, and the options that it is made with."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import markdown

from hcgen.diagnostics import Findings
from hcgen.model.article import Article
from hcgen.model.nearest import nearest
from hcgen.model.settings import MarkdownExtension, OptionValue, Settings
from hcgen.render.arranging import fragment_of
from hcgen.render.channel_references import ChannelReferences, with_tokens, without_tokens
from hcgen.render.fragment import Fragment
from hcgen.render.localising import localised
from hcgen.render.quick_inline import QuickInline
from hcgen.render.sanitising import sanitised
from hcgen.render.time_limit import TooSlowError, time_limit

ALWAYS_ON = ("attr_list", "fenced_code", "md_in_html", "tables")
"""Extensions that every site has: explicit heading ids, code blocks, tables."""
LONGEST_RENDER_S = 10
"""Ordinary articles take milliseconds; some of Python-Markdown's patterns take the square of an
article's length on hostile text, such as ten thousand open brackets."""

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
            extensions=[*options.extensions, ChannelReferences(), QuickInline()],
            extension_configs=used,
            output_format="html",
        )

    def render(self, article: Article) -> Fragment:
        """Return the fragment of an article.

        It depends on nothing but the article's text, its language and the options.
        """
        try:
            with time_limit(LONGEST_RENDER_S):
                html = self._markdown.reset().convert(without_tokens(article.body))
        except TooSlowError:
            return Fragment(("",), error=f"it takes longer than {LONGEST_RENDER_S} seconds")
        except RecursionError:
            return Fragment(("",), error="lists or quotes lie too deep inside one another")
        except Exception as error:  # an extension's bug must not end the build of all other pages
            return Fragment(("",), error=f"{type(error).__name__}: {error}")
        html = localised(with_tokens(html), article.language)
        if self._trusts_html:
            return fragment_of(html, is_sanitised=False)
        return fragment_of(sanitised(html), is_sanitised=True)


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
