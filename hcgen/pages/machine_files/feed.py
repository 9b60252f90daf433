"""The Atom feed of a language (RFC 4287): the articles that were changed last."""

from datetime import date
from xml.sax.saxutils import escape, quoteattr

from hcgen.model.addresses import Entry
from hcgen.pages.composer import Composer
from hcgen.pages.dates import dated_articles
from hcgen.pages.machine_files.markdown_words import one_line

_MOST_ENTRIES = 50


def feed(composer: Composer, tag: str) -> str:
    """Return the feed of a language that has one, as `Composer.feed_path` says."""
    centre = composer.centre
    entries = _newest(composer, tag)
    own = composer.absolute(composer.addresses.feed(tag))
    home = composer.absolute(composer.addresses.home(tag))
    organisation = centre.contact.organisation.name
    title = composer.wording(tag).text("feed.title", site=centre.settings.site_name)
    author = organisation.value if organisation else centre.settings.site_name
    return "".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>\n',
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(tag)}>\n',
            f"  <id>{escape(own)}</id>\n",
            f"  <title>{_text(title)}</title>\n",
            f"  <updated>{_moment(entries[0][0])}</updated>\n",
            f'  <link rel="self" type="application/atom+xml" href={quoteattr(own)}/>\n',
            f'  <link rel="alternate" type="text/html" href={quoteattr(home)}/>\n',
            f"  <author><name>{_text(author)}</name></author>\n",
            *(_entry(composer, day, entry) for day, entry in entries),
            "</feed>\n",
        )
    )


def _newest(composer: Composer, tag: str) -> list[tuple[date, Entry]]:
    """Return the days and articles to list, newest first, those of one day in reading order."""
    dated = list(dated_articles(composer.centre, composer.addresses, tag))
    dated.sort(key=lambda item: item[0], reverse=True)
    return dated[:_MOST_ENTRIES]


def _entry(composer: Composer, day: date, entry: Entry) -> str:
    article = entry.article
    address = composer.absolute(entry.address)
    description = article.description.value if article.description else ""
    about = composer.readable(description, entry.language)
    summary = f"    <summary>{_text(about)}</summary>\n" if about else ""
    return (
        f"  <entry>\n    <id>{escape(address)}</id>\n"
        f"    <title>{_text(article.title.value)}</title>\n"
        f"    <updated>{_moment(day)}</updated>\n"
        f'    <link rel="alternate" type="text/html" href={quoteattr(address)}/>\n'
        f"{summary}  </entry>\n"
    )


def _text(text: str) -> str:
    return escape(one_line(text))


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
