"""`sitemap.xml` with the translations of each page (sitemaps.org 0.9, Google's xhtml:link)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from hcgen.model.addresses import SITEMAP, Entry
from hcgen.pages.composer import Composer
from hcgen.pages.dates import updated_on

MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1024 * 1024
"""Of one file, as sitemaps.org has it."""

_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_BYTES_BESIDE_ADDRESS = 100
"""More than the markup around one address, with the longest language tag, takes."""


@dataclass(frozen=True, slots=True)
class _Group:
    """A page with its translations.

    Attributes:
        variants: Language tag -> address.
        default: Address for readers of any other language.
        entries: Language tag -> article, for articles and stand-alone pages.
    """

    variants: Mapping[str, str]
    default: str
    entries: Mapping[str, Entry]


def sitemaps(
    composer: Composer, *, most_addresses: int = MOST_ADDRESSES, most_bytes: int = MOST_BYTES
) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield path and maker of the sitemap; for a large site of an index and of its parts.

    Fallback pages are left out, they are not pages of that language.
    """
    listed = [(group, tag) for group in _groups(composer) for tag in group.variants]
    limit = max(1, min(most_addresses, most_bytes // _most_bytes_each(composer, listed)))
    if len(listed) <= limit:
        yield SITEMAP, partial(_sitemap, composer, listed)
        return
    parts = [listed[start : start + limit] for start in range(0, len(listed), limit)]
    stem, _, ending = SITEMAP.rpartition(".")
    paths = [f"{stem}-{number}.{ending}" for number, _ in zip(count(1), parts)]
    yield SITEMAP, partial(_index, composer, paths)
    for path, part in zip(paths, parts, strict=True):
        yield path, partial(_sitemap, composer, part)


def _most_bytes_each(composer: Composer, listed: Sequence[tuple[_Group, str]]) -> int:
    """Return a bound of what one address takes in the file, without making it."""
    longest = max(len(group.variants[tag].encode("utf-8")) for group, tag in listed)
    # each byte can become three, percent-encoded; an ampersand of the host's part five
    address = 3 * longest + 5 * len(composer.centre.settings.site_url.encode("utf-8"))
    links = len(composer.centre.languages) + 1
    return (links + 1) * (address + _BYTES_BESIDE_ADDRESS)


def _index(composer: Composer, paths: Sequence[str]) -> str:
    places = (escape(composer.absolute(path)) for path in paths)
    entries = "".join(f"  <sitemap>\n    <loc>{place}</loc>\n  </sitemap>\n" for place in places)
    return f"{_HEAD}<sitemapindex {_NAMESPACE}>\n{entries}</sitemapindex>\n"


def _sitemap(composer: Composer, listed: Sequence[tuple[_Group, str]]) -> str:
    parts = [_HEAD, f'<urlset {_NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n']
    last: _Group | None = None
    links = ""
    for group, tag in listed:
        if group is not last:
            last, links = group, _links(composer, group)
        place = escape(composer.absolute(group.variants[tag]))
        changed = _changed(composer, group.entries.get(tag))
        parts.append(f"  <url>\n    <loc>{place}</loc>\n{changed}{links}  </url>\n")
    parts.append("</urlset>\n")
    return "".join(parts)


def _links(composer: Composer, group: _Group) -> str:
    return "".join(
        f'    <xhtml:link rel="alternate" hreflang={quoteattr(alternate.tag)} '
        f"href={quoteattr(alternate.href)}/>\n"
        for alternate in composer.alternates(group.variants, tuple(group.variants), group.default)
    )


def _changed(composer: Composer, entry: Entry | None) -> str:
    day = updated_on(composer.centre, entry.article) if entry else None
    return f"    <lastmod>{day.isoformat()}</lastmod>\n" if day else ""


def _groups(composer: Composer) -> Iterator[_Group]:
    """Yield all pages for search engines, in a stable order."""
    centre, addresses = composer.centre, composer.addresses
    tags = [language.tag for language in centre.languages]
    source = centre.source_language
    yield _Group({tag: addresses.home(tag) for tag in tags}, "", {})
    for address in (addresses.contact, addresses.all_articles):
        yield _Group({tag: address(tag) for tag in tags}, address(source), {})
    for path in centre.topics:
        found = {tag: addresses.topics[tag][path] for tag in tags if path in addresses.topics[tag]}
        if found:
            yield _Group(found, found.get(source, next(iter(found.values()))), {})
    for key in centre.translations:
        entries: dict[str, Entry] = {}
        for tag in tags:
            entry = addresses.entry(tag, key)
            if entry is not None and not entry.is_fallback:
                entries[tag] = entry
        if entries:
            default = entries.get(source) or next(iter(entries.values()))
            found = {tag: entry.address for tag, entry in entries.items()}
            yield _Group(found, default.address, entries)
