"""`sitemap.xml` with the translations of each page (sitemaps.org 0.9, Google's xhtml:link)."""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from hcgen.model.addresses import Entry
from hcgen.pages.frame import Composer

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(composer: Composer) -> str:
    """Return the sitemap; fallback pages are left out, they are not pages of that language."""
    parts = [_HEAD]
    for variants, default, dates in _groups(composer):
        links = "".join(
            f'    <xhtml:link rel="alternate" hreflang={quoteattr(alternate.tag)} '
            f"href={quoteattr(alternate.href)}/>\n"
            for alternate in composer.alternates(variants, tuple(variants), default)
        )
        for tag, address in variants.items():
            day = dates.get(tag, "")
            changed = f"    <lastmod>{day}</lastmod>\n" if day else ""
            place = escape(composer.absolute(address))
            parts.append(f"  <url>\n    <loc>{place}</loc>\n{changed}{links}  </url>\n")
    parts.append("</urlset>\n")
    return "".join(parts)


def _groups(
    composer: Composer,
) -> Iterator[tuple[Mapping[str, str], str, Mapping[str, str]]]:
    """Yield pages with their translations: addresses by language, the default one, dates."""
    centre, addresses = composer.centre, composer.addresses
    tags = [language.tag for language in centre.languages]
    yield {tag: addresses.home(tag) for tag in tags}, "", {}
    yield (
        {tag: addresses.contact(tag) for tag in tags},
        addresses.contact(centre.source_language),
        {},
    )
    for path in centre.topics:
        found = {tag: addresses.topics[tag][path] for tag in tags if path in addresses.topics[tag]}
        if found:
            yield found, found.get(centre.source_language, next(iter(found.values()))), {}
    for key in centre.translations:
        entries: dict[str, Entry] = {}
        for tag in tags:
            entry = addresses.entry(tag, key)
            if entry is not None and not entry.is_fallback:
                entries[tag] = entry
        if entries:
            default = entries.get(centre.source_language) or next(iter(entries.values()))
            yield (
                {tag: entry.address for tag, entry in entries.items()},
                default.address,
                {
                    tag: entry.article.reviewed.isoformat()
                    for tag, entry in entries.items()
                    if entry.article.reviewed
                },
            )
