"""`llms.txt`: what there is to read, for language models, in the form that llmstxt.org proposes."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from hcgen.model.addresses import ARTICLE_LIST, CONTACT_DATA, Entry
from hcgen.model.url import relative_url
from hcgen.pages.composer import Composer
from hcgen.pages.machine_files.markdown_words import escaped, heading, link, quote
from hcgen.pages.topic_page import topic_title

_OPTIONAL = "Optional"
"""The proposal's own word, in every language, for what a model may leave out."""


def article_lists(composer: Composer) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield path and maker of each list: the site's, then one per language where it has several."""
    centre = composer.centre
    if ARTICLE_LIST not in centre.assets:
        yield ARTICLE_LIST, partial(_site_list, composer)
    if len(centre.languages) > 1:
        for language in centre.languages:
            path = composer.addresses.article_list(language.tag)
            yield path, partial(_language_list, composer, language.tag)


def _site_list(composer: Composer) -> str:
    """Return the list of the source language, below links to those of all languages."""
    centre = composer.centre
    tag = centre.source_language
    blocks = _head(composer, centre.settings.site_description)
    if len(centre.languages) > 1:
        path_of = composer.addresses.article_list
        lists = (
            _line(composer, ARTICLE_LIST, language.name, path_of(language.tag))
            for language in centre.languages
        )
        blocks += _section(composer.wording(tag).text("language.switch"), lists)
    return _joined(*blocks, *_sections(composer, tag, ARTICLE_LIST))


def _language_list(composer: Composer, tag: str) -> str:
    introduction = composer.introduction(tag, "")
    description = introduction.description if introduction else None
    blocks = _head(
        composer,
        composer.readable(description.value, tag)
        if description
        else composer.centre.settings.site_description,
    )
    return _joined(*blocks, *_sections(composer, tag, composer.addresses.article_list(tag)))


def _head(composer: Composer, description: str) -> list[str]:
    title = heading(1, composer.centre.settings.site_name)
    return [title, quote(description)] if description else [title]


def _sections(composer: Composer, tag: str, place: str) -> list[str]:
    """Return heading and list of each topic that has articles in a language, then of the rest."""
    addresses, words = composer.addresses, composer.wording(tag)

    def lines(entries: Iterable[Entry]) -> Iterator[str]:
        for entry in entries:
            if not entry.is_fallback:
                about = entry.article.description
                yield _line(
                    composer,
                    place,
                    entry.article.title.value,
                    entry.markdown_copy,
                    composer.readable(about.value, tag) if about else "",
                )

    blocks: list[str] = []
    for path in addresses.topics[tag]:
        blocks += _section(_trail(composer, tag, path), lines(addresses.members[tag].get(path, ())))
    contact = words.text("contact.heading")
    ways = [_line(composer, place, contact, addresses.contact(tag), words.text("contact.intro"))]
    if composer.centre.contact.channels:
        ways.append(_line(composer, place, CONTACT_DATA, CONTACT_DATA))
    blocks += _section(contact, ways)
    return blocks + _section(_OPTIONAL, lines(composer.footer_entries(tag)))


def _trail(composer: Composer, tag: str, path: str) -> str:
    """Return a topic's title behind those of the topics around it: lists have one level here."""
    titles: list[str] = []
    while path:
        titles.append(topic_title(composer, tag, path))
        path = path.rpartition("/")[0]
    return " / ".join(reversed(titles))


def _section(title: str, lines: Iterable[str]) -> list[str]:
    """Return heading and list; nothing for an empty list."""
    items = "\n".join(lines)
    return [heading(2, title), items] if items else []


def _line(composer: Composer, place: str, title: str, path: str, about: str = "") -> str:
    url = composer.absolute(path) or relative_url(place, path)
    return f"- {link(title, url)}{': ' + escaped(about) if about else ''}"


def _joined(*blocks: str) -> str:
    return "\n\n".join(blocks) + "\n"
