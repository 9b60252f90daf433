"""What lets a site be read without a network: service worker, offline pages, app manifests."""

import json
from hashlib import sha256
from posixpath import splitext

from hcgen.model.addresses import SERVICE_WORKER
from hcgen.model.help_centre import Asset
from hcgen.model.url import relative_url
from hcgen.pages.composer import Composer
from hcgen.pages.frame import Frame
from hcgen.search import manifest_path

_SURFACE = "#ffffff"  # what is seen before the first page is there, and around it

_ICON_TYPES = {".png": "image/png", ".svg": "image/svg+xml"}
"""For each of `APP_ICON_SUFFIXES`."""


def service_worker(composer: Composer) -> str:
    """Return the service worker: what it must know of this site, then the theme's script."""
    script = composer.theme_text(SERVICE_WORKER)
    addresses = composer.addresses
    languages = {
        language.tag: [
            addresses.offline(language.tag),
            addresses.home(language.tag),
            addresses.contact(language.tag),
        ]
        for language in composer.centre.languages
    }
    # not of the articles: a browser fetches all basic pages anew for each new worker
    parts = json.dumps([languages, composer.theme_files.paths, script])
    site = {
        "version": sha256(parts.encode("utf-8")).hexdigest()[:10],
        "languages": languages,
        "indexes": [
            *(manifest_path(language.tag) for language in composer.centre.languages),
            *(
                addresses.request_data(language.tag)
                for language in composer.centre.languages
                if composer.takes_requests
            ),
            *filter(None, [composer.open_hours_path, composer.reply_times_path]),
        ],
    }
    return f"const SITE = {json.dumps(site, indent=2)};\n\n{script}"


def offline_page(composer: Composer, tag: str) -> str:
    """Return the page that the worker shows for a page of a language that is not saved."""
    centre, addresses = composer.centre, composer.addresses
    frame = Frame(
        composer,
        centre.language(tag),
        addresses.offline(tag),
        title=composer.wording(tag).text("offline.heading"),
        variants={language.tag: addresses.home(language.tag) for language in centre.languages},
        canonical="",
        is_anywhere=True,
    )
    return composer.page("offline.html", frame)


def app_manifest(composer: Composer, tag: str) -> str:
    """Return a language's web app manifest, with which devices install the site (W3C appmanifest).

    Each language is an app of its own, which begins at its home page. All addresses are relative,
    so that the site may lie below any path.
    """
    centre, addresses = composer.centre, composer.addresses
    path = addresses.app_manifest(tag)
    manifest = {
        "name": centre.settings.site_name,
        "short_name": centre.settings.site_name,
        "lang": tag,
        "dir": centre.language(tag).direction,
        "start_url": relative_url(path, addresses.home(tag)),
        "scope": relative_url(path, ""),
        # readers go back, try again and share addresses, for which “standalone” has no buttons
        "display": "minimal-ui",
        "background_color": _SURFACE,
        "theme_color": _SURFACE,
        "icons": [_icon(path, asset) for asset in centre.app_icons],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"


def _icon(manifest: str, asset: Asset) -> dict[str, str]:
    ending = splitext(asset.path)[1].lower()
    icon = {"src": relative_url(manifest, asset.path), "type": _ICON_TYPES[ending]}
    if ending == ".svg":
        return icon | {"sizes": "any"}
    return icon | {"sizes": f"{asset.width}x{asset.height}"} if asset.width else icon
