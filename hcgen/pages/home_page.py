"""The home page of a language, and the page at the root that chooses one."""

from hcgen.model.addresses import Addresses
from hcgen.pages.composer import Composer
from hcgen.pages.frame import Frame
from hcgen.pages.head.structured_data import chooser_data, home_data
from hcgen.pages.parts.channel_lines import routed_lines
from hcgen.pages.topic_page import article_line, introduction_html, topic_line

_MOST_CHANNELS = 4


def home_page(composer: Composer, tag: str) -> str:
    """Return the HTML of a language's home page."""
    centre, addresses = composer.centre, composer.addresses
    introduction = composer.introduction(tag, "")
    frame = Frame(
        composer,
        centre.language(tag),
        addresses.home(tag),
        title=introduction.title.value if introduction else centre.settings.site_name,
        description=(
            introduction.description.value
            if introduction and introduction.description
            else centre.settings.site_description
        ),
        variants=_homes(composer),
        translated=tuple(_homes(composer)),
        default="",
        shows_incidents=True,
    )
    featured = [
        article_line(frame, entry)
        for entry in addresses.entries[tag].values()
        if entry.article.is_featured
    ]
    return composer.page(
        "home.html",
        frame,
        structured=home_data(composer, frame),
        introduction=introduction_html(composer, frame, introduction),
        topics=tuple(topic_line(composer, frame, path) for path in composer.subtopics(tag, "")),
        featured=tuple(featured),
        channels=routed_lines(composer, frame, limit=_MOST_CHANNELS),
    )


def chooser_page(composer: Composer) -> str:
    """Return the page at the root: a list of languages that works without any script."""
    first = composer.centre.languages[0]
    frame = Frame(
        composer,
        first,
        "",
        title=composer.centre.settings.site_name,
        description=composer.centre.settings.site_description,
        variants=_homes(composer),
        translated=tuple(_homes(composer)),
        default="",
    )
    return composer.page(
        "chooser.html",
        frame,
        structured=chooser_data(composer, frame),
        choices=tuple(
            (link, composer.wording(link.tag).text("language.choose")) for link in frame.switcher
        ),
    )


def _homes(composer: Composer) -> dict[str, str]:
    addresses: Addresses = composer.addresses
    return {language.tag: addresses.home(language.tag) for language in composer.centre.languages}
