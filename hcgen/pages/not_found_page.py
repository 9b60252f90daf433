"""What hosts show for an address that does not exist: one page a language, one for all of them."""

from hcgen.model.addresses import NOT_FOUND
from hcgen.pages.composer import Composer
from hcgen.pages.frame import Frame


def not_found_page(composer: Composer, tag: str) -> str:
    """Return the 404 page of a language; an empty tag gives the one that speaks all of them."""
    centre, addresses = composer.centre, composer.addresses
    shown = [language for language in centre.languages if tag in ("", language.tag)]
    frame = Frame(
        composer,
        shown[0],
        f"{tag}/{NOT_FOUND}" if tag else NOT_FOUND,
        title=composer.wording(shown[0].tag).text("not_found.heading"),
        description=centre.settings.site_description,
        variants={language.tag: addresses.home(language.tag) for language in centre.languages},
        canonical="",
        is_anywhere=True,
    )
    return composer.page(
        "not_found.html",
        frame,
        speaks_all=not tag,
        versions=tuple(
            (language, composer.wording(language.tag), frame.url(addresses.home(language.tag)))
            for language in shown
        ),
    )
