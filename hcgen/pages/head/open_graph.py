"""Open Graph: what messengers and social networks show of a link to a page (ogp.me)."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from babel.core import get_global, parse_locale

Pair = tuple[str, str]
"""Name and content of a ``meta`` element."""

WEBSITE: tuple[Pair, ...] = (("og:type", "website"),)
"""What a page is that is no article."""


def article_pairs(updated: date | None) -> tuple[Pair, ...]:
    """Return what is said of an article and of no other page."""
    day = (("article:modified_time", updated.isoformat()),) if updated else ()
    return (("og:type", "article"), *day)


def open_graph(
    *,
    title: str,
    description: str,
    site_name: str,
    url: str,
    image: str,
    image_size: tuple[int, int],
    language: str,
    translations: Sequence[str],
    kind: Sequence[Pair] = WEBSITE,
) -> tuple[Pair, ...]:
    """Return what a page says; pairs without a content are left out.

    Args:
        url: The canonical address; empty where the site does not know its own.
        image: Absolute address of the site's picture; empty for none.
        image_size: Its width and height in pixels; zeros where they are not known.
        language: Tag of the language of the page's text.
        translations: Tags of the languages in which the page exists.
        kind: Of `article_pairs` for an article.
    """
    own = locale_of(language)
    width, height = (str(pixels or "") if image else "" for pixels in image_size)
    pairs = (
        *kind,
        ("og:title", title),
        ("og:description", description),
        ("og:site_name", site_name),
        ("og:url", url),
        ("og:locale", own),
        *(
            ("og:locale:alternate", locale)
            for locale in dict.fromkeys(map(locale_of, translations))
            if locale != own
        ),
        ("og:image", image),
        ("og:image:width", width),
        ("og:image:height", height),
        # the picture stands for the site, whatever it shows
        ("og:image:alt", site_name if image else ""),
        ("twitter:card", "summary_large_image" if image else "summary"),
    )
    return tuple((name, content) for name, content in pairs if content)


@cache
def locale_of(tag: str) -> str:
    """Return a language as Open Graph writes it, such as ``id_ID``.

    Its territory is the one that the tag names, else the likeliest one of CLDR (UTS 35, likely
    subtags); a language that CLDR has none for stands alone.
    """
    language, territory, script, *_ = parse_locale(tag, sep="-")
    if not territory:
        likely = get_global("likely_subtags")
        found = likely.get(f"{language}_{script}") if script else None
        territory = (found or likely.get(language, "")).rpartition("_")[2]
    return f"{language}_{territory}" if territory else language
