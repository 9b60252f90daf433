"""Renders articles that tests give as Markdown."""

from html import escape

from hcgen.diagnostics import Findings
from hcgen.load.articles import load_article
from hcgen.render import Fragment, FragmentLink, Renderer, RenderOptions
from hcgen.source import SourceFile

EXTENSIONS = (
    "attr_list",
    "md_in_html",
    "tables",
    "admonition",
    "footnotes",
    "pymdownx.details",
    "pymdownx.superfences",
    "pymdownx.tabbed",
)
OPTIONS = {"tables": {"use_align_attribute": True}, "pymdownx.tabbed": {"alternate_style": True}}

CAREFUL = Renderer(RenderOptions(EXTENSIONS, OPTIONS, trusts_html=False))
TRUSTING = Renderer(RenderOptions(EXTENSIONS, OPTIONS, trusts_html=True))


def rendered(markdown: str, renderer: Renderer = CAREFUL) -> Fragment:
    file = SourceFile("content/en/topic/a.md", markdown)
    fragment = renderer.render(load_article(file, "en", "topic/a.md", Findings()))
    assert fragment.error == ""
    return fragment


def html_of(markdown: str, renderer: Renderer = CAREFUL) -> str:
    """Return the HTML of an article with its links as they were written."""
    return rendered(markdown, renderer).html(_as_written)


def _as_written(link: FragmentLink) -> str:
    return f' {link.attribute}="{escape(link.target)}"'
