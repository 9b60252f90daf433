"""What search engines are told about each kind of page, in the words of schema.org.

Everything here holds absolute addresses, so a site that does not know its own says nothing.
"""

from hcgen.model.addresses import Entry
from hcgen.model.article import Article, Role
from hcgen.pages.composer import Composer
from hcgen.pages.dates import updated_on
from hcgen.pages.frame import Frame
from hcgen.pages.head.contact_points import contact_properties
from hcgen.pages.head.data_blocks import Thing
from hcgen.pages.head.shortening import shortened
from hcgen.pages.head.shown_questions import shown_questions
from hcgen.render import LinkKind, resolve_target

LONGEST_HEADLINE = 110
"""Search engines cut off a longer one, or pass the Article over."""


def article_data(composer: Composer, frame: Frame, entry: Entry) -> tuple[Thing, ...]:
    """Return the Article that a page shows, or the FAQPage that it is.

    A FAQPage where the page shows `questions` of its front matter (`shown_questions` says when),
    because search engines want questions marked up only where readers see them. Nothing on a
    fallback page (the article is that of the canonical page) and on stand-alone pages.
    """
    article = entry.article
    if not frame.canonical or entry.is_fallback or article.role is not Role.ARTICLE:
        return ()
    questions = shown_questions(article, composer.fragment_of(article))
    updated = updated_on(composer.centre, article)
    common: dict[str, object] = {
        "inLanguage": article.language,
        "isPartOf": _website(composer, entry.language),
        **({"dateModified": updated.isoformat()} if updated else {}),
    }
    if questions:
        main = [
            {
                "@type": "Question",
                "name": frame.readable(question),
                "acceptedAnswer": {"@type": "Answer", "text": frame.readable(answer)},
            }
            for question, answer in questions
        ]
        page = {"@type": "FAQPage", "name": article.title.value, "url": frame.canonical}
        return ({**page, **common, "mainEntity": main},)
    image = _image(composer, article)
    organisation = _organisation(composer)
    return (
        {
            "@type": "Article",
            "headline": shortened(article.title.value, LONGEST_HEADLINE),
            **({"description": frame.description} if frame.description else {}),
            **({"image": composer.absolute(image)} if image else {}),
            **common,
            "author": organisation,
            "publisher": {"@id": organisation["@id"]},
            "mainEntityOfPage": frame.canonical,
        },
    )


def home_data(composer: Composer, frame: Frame) -> tuple[Thing, ...]:
    """Return the site in the language of a home page, with its search, and who runs it."""
    if not frame.canonical:
        return ()
    tag = frame.language.tag
    search = composer.absolute(composer.addresses.search(tag))
    action = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }
    logo = composer.centre.settings.logo
    return (
        {**_website(composer, tag), "inLanguage": tag, "potentialAction": action},
        {
            **_organisation(composer),
            **({"logo": composer.absolute(logo)} if logo in composer.centre.assets else {}),
            **contact_properties(composer, tag, has_details=False),
        },
    )


def chooser_data(composer: Composer, frame: Frame) -> tuple[Thing, ...]:
    """Return the site in all its languages; from the root search engines take its name."""
    if not frame.canonical:
        return ()
    tags = [language.tag for language in composer.centre.languages]
    name = composer.centre.settings.site_name
    return ({"@type": "WebSite", "name": name, "url": frame.canonical, "inLanguage": tags},)


def contact_data(composer: Composer, frame: Frame) -> tuple[Thing, ...]:
    """Return the contact page with all that is known of every channel."""
    if not frame.canonical:
        return ()
    tag = frame.language.tag
    return (
        {
            "@type": "ContactPage",
            "name": frame.title,
            "url": frame.canonical,
            "inLanguage": tag,
            "mainEntity": {
                **_organisation(composer),
                **contact_properties(composer, tag, has_details=True),
            },
        },
    )


def _image(composer: Composer, article: Article) -> str:
    """Return the path of the first picture of the site's own in an article, else of the site's."""
    for link in composer.fragment_of(article).links:
        if link.tag == "img":
            destination = resolve_target(composer.centre, article, link.target)
            if destination.kind is LinkKind.ASSET:
                return destination.name
    return composer.social_image.path if composer.social_image else ""


def _organisation(composer: Composer) -> Thing:
    """Return who runs the help centre, the same on every page."""
    settings = composer.centre.settings
    name = composer.centre.contact.organisation.name
    return {
        "@type": "Organization",
        "@id": f"{settings.site_url}#organization",
        "name": name.value if name else settings.site_name,
        "url": settings.site_url,
    }


def _website(composer: Composer, tag: str) -> Thing:
    url = composer.absolute(composer.addresses.home(tag))
    return {"@type": "WebSite", "name": composer.centre.settings.site_name, "url": url}
