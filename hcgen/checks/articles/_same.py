"""When two titles or questions are the same to whoever reads them."""

import re
from collections.abc import Iterator
from datetime import date
from unicodedata import category

from hcgen.model.article import Article, Role
from hcgen.model.folding import folded
from hcgen.model.help_centre import HelpCentre

_NO_LETTER = re.compile(r"[\W_]+")


def bare(text: str) -> str:
    """Return the letters, digits and marks of a text, folded."""
    plain = folded(text)
    if plain.isascii():
        return _NO_LETTER.sub("", plain)
    return "".join(char for char in plain if category(char)[0] in "LNM")


def answers(centre: HelpCentre, today: date) -> Iterator[Article]:
    """Yield the articles and stand-alone pages that customers see, by language and path."""
    for article in centre.articles:
        if article.role in (Role.ARTICLE, Role.PAGE) and article.is_published(today):
            yield article


def title_key(article: Article) -> tuple[str, str] | None:
    """Return what articles with the same title share; None for a title that nobody wrote."""
    if article.title.span.start == article.title.span.end:
        return None  # made of the file's name
    key = bare(article.title.value)
    return (article.language, key) if key else None
