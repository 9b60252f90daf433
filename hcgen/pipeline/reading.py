"""Renders an article and looks at it once for all rules; what comes of it can be handed over.

What a reader brings is plain values: it goes from one process to another, and outlives the file
that it was found in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hcgen.checks import ArticleContext, ArticleReading, read_articles, rule_of
from hcgen.diagnostics import Diagnostic, Edit
from hcgen.load.markdown_blocks import scan_blocks
from hcgen.model.article import Article
from hcgen.model.help_centre import HelpCentre
from hcgen.model.language import Language
from hcgen.model.lexicon import NO_LEXICON, Lexicon
from hcgen.render import Fragment, Renderer, RenderOptions
from hcgen.source import SourceFile
from hcgen.translations import Facts


class PlainEdit(NamedTuple):
    """An edit without its file."""

    start: int
    end: int
    text: str


class PlainDiagnostic(NamedTuple):
    """A diagnostic without its file and its rule, which have other identities elsewhere."""

    code: str
    start: int
    end: int
    message: str
    help: str
    fix: tuple[PlainEdit, ...]


class ReadArticle(NamedTuple):
    """All that was made of one article."""

    fragment: Fragment
    diagnostics: tuple[PlainDiagnostic, ...]
    facts: Facts
    sketch: tuple[int, ...]

    def reading(self, file: SourceFile) -> ArticleReading:
        """Return what is known of the article, with places in its file as it is now."""
        found = tuple(
            Diagnostic(
                rule_of(plain.code),
                file.span(plain.start, plain.end),
                plain.message,
                plain.help,
                tuple(Edit(file.span(edit.start, edit.end), edit.text) for edit in plain.fix),
            )
            for plain in self.diagnostics
        )
        return ArticleReading(found, self.facts, self.sketch)


@dataclass(frozen=True, slots=True)
class ReaderOptions:
    """Everything but the article that `ReadArticle` depends on.

    Attributes:
        languages: Of the site, the source language first.
        lexicons: Language tag -> the site's words.
    """

    rendering: RenderOptions
    languages: tuple[Language, ...]
    lexicons: Mapping[str, Lexicon]

    @classmethod
    def of(cls, centre: HelpCentre, rendering: RenderOptions) -> "ReaderOptions":
        """Return the options of a help centre."""
        source = centre.source_language
        languages = sorted(centre.languages, key=lambda language: language.tag != source)
        return cls(rendering, tuple(languages), centre.lexicons)


class Reader:
    """Renders and reads articles."""

    def __init__(self, options: ReaderOptions) -> None:
        self._options = options
        self._renderer = Renderer(options.rendering)
        self._languages = {language.tag: language for language in options.languages}

    def read(self, articles: Sequence[Article]) -> list[ReadArticle]:
        """Return all that can be made of each article by itself.

        Args:
            articles: About fifty; each step is done for all of them before the next one.
        """
        options = self._options
        fragments = [self._renderer.render(article) for article in articles]
        contexts = [
            ArticleContext(
                article,
                fragment,
                scan_blocks(article.file, article.body_start),
                self._languages[article.language],
                options.languages,
                options.lexicons.get(article.language, NO_LEXICON),
            )
            for article, fragment in zip(articles, fragments, strict=True)
        ]
        return [
            ReadArticle(
                fragment,
                tuple(_plain(diagnostic) for diagnostic in reading.diagnostics),
                reading.facts,
                reading.sketch,
            )
            for fragment, reading in zip(fragments, read_articles(contexts), strict=True)
        ]


def _plain(diagnostic: Diagnostic) -> PlainDiagnostic:
    span = diagnostic.span
    edits = tuple(PlainEdit(edit.span.start, edit.span.end, edit.text) for edit in diagnostic.fix)
    return PlainDiagnostic(
        diagnostic.rule.code, span.start, span.end, diagnostic.message, diagnostic.help, edits
    )
