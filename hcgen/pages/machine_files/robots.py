"""`robots.txt` (RFC 9309): crawlers may read everything, and are told where the sitemap is."""

from hcgen.model.addresses import ROBOTS, SITEMAP
from hcgen.pages.composer import Composer


def has_robots(composer: Composer) -> bool:
    """Tell whether a site is to have the file.

    Crawlers ask for it at the top of a host only, so that it does nothing for a site below a path;
    a site's own file takes its place.
    """
    centre = composer.centre
    return centre.settings.base_path == "/" and ROBOTS not in centre.assets


def robots(composer: Composer) -> str:
    """Return the file's text; without ``site_url`` nothing is known of the sitemap's address."""
    sitemap = composer.absolute(SITEMAP)
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {sitemap}\n" if sitemap else "")
