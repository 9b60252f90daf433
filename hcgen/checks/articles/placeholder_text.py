"""ART020: text that was only to keep a place."""

import re
from collections.abc import Iterator

from hcgen.checks.context import ArticleContext
from hcgen.checks.words import MadeOnce, part_of
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.load.markdown_scan import without_code_and_comments
from hcgen.model.article import Article
from hcgen.source import Span

RULE = Rule(
    code="ART020",
    name="placeholder-text",
    severity=Severity.WARNING,
    stage=Stage.ARTICLE,
    summary="A published article holds text that was to be replaced.",
    why="Customers read “TODO” where the answer was to be, and trust the rest less.",
    fix="Write the text, or make the article a draft until somebody has.",
    since="0.1.0",
    bad=(
        Example(
            {"content/en/billing/pay.md": "---\ntitle: Pay\n---\nPay by card. ⟦TODO⟧: prices.\n"}
        ),
        Example(
            {"content/id/billing/pay.md": "---\ntitle: Bayar\n---\n## ⟦Lorem ipsum⟧\n\nIsi.\n"}
        ),
        Example(
            {"content/id/billing/pay.md": "---\ntitle: Bayar\n---\nBayar ke ⟦[isi di sini]⟧.\n"}
        ),
        Example(
            {
                "content/en/billing/pay.md": "---\ntitle: Pay\n"
                "description: ⟦TBD⟧ by billing\n---\nPay by card.\n"
            }
        ),
    ),
    good=(
        Example({"content/en/billing/pay.md": "---\ntitle: Pay\n---\nWrite `TODO` before it.\n"}),
        Example(
            {"content/id/billing/pay.md": "---\ntitle: Bayar\n---\nIsi di sini: nama, alamat.\n"}
        ),
        # “todo” is a word in Spanish and Portuguese
        Example({"content/en/billing/pay.md": "---\ntitle: Pay\n---\nA todo list, on XXXL.\n"}),
        Example(
            {
                "content/en/billing/later.md": "---\ntitle: Later\ndraft: true\n---\nTODO\n",
            }
        ),
    ),
)

_MARKS = ("TODO", "TBD", "FIXME", "XXX")
_LATIN = "lorem ipsum"
_EVERYWHERE = re.compile(rf"(?<![\w-])(?:{'|'.join(_MARKS)})(?![\w-])|(?i:{_LATIN})")


def _in_brackets(placeholders: tuple[str, ...]) -> re.Pattern[str]:
    # not the words of a link; the dots are for “[tulis di sini nama Anda]”
    phrases = "|".join(map(re.escape, placeholders))
    return re.compile(
        rf"\[(?:{phrases})\b[^\[\]\n]{{0,40}}\](?![(\[])|<(?:{phrases})\b[^<>\n]{{0,40}}>"
        rf"|\{{(?:{phrases})\b[^{{}}\n]{{0,40}}\}}",
        re.I,
    )


_pattern_of = MadeOnce(_in_brackets)


def check(context: ArticleContext) -> Iterator[Diagnostic]:
    """Look for marks in what is read as words, and for phrases in brackets."""
    article = context.article
    if article.is_draft:
        return
    text = article.file.text
    lower = text.lower()
    if _LATIN in lower or any(mark in text for mark in _MARKS):
        for block in context.blocks:
            for match in _EVERYWHERE.finditer(block.prose):
                yield _found(block.span.slice(*match.span()))
        yield from _in_values(article, _EVERYWHERE)
    placeholders = context.language.norms.placeholders
    if any(phrase in lower for phrase in placeholders):
        pattern = _pattern_of(placeholders)
        shape = without_code_and_comments(text, article.body_start)
        for match in pattern.finditer(shape, article.body_start):
            yield _found(article.file.span(*match.span()))
        yield from _in_values(article, pattern)


def _in_values(article: Article, pattern: re.Pattern[str]) -> Iterator[Diagnostic]:
    for value in (article.title, article.description):
        if value is not None:
            for match in pattern.finditer(value.value):
                yield _found(part_of(value, *match.span()))


def _found(span: Span) -> Diagnostic:
    return Diagnostic(
        RULE,
        span,
        f"“{span.text}” keeps the place of a text that is not written yet",
        help="write the text, or set draft: true in the front matter",
    )
