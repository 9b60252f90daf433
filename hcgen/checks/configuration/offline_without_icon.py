"""CFG010: sites to be installed that have no icon."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.help_centre import Asset

_LEAST_PIXELS = 144  # Chromium offers to install nothing with a smaller one

RULE = Rule(
    code="CFG010",
    name="offline-without-icon",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="The site can be read offline, but it has no icon.",
    why="Without an icon, telephones and computers do not offer to install the site.",
    fix=(
        "Set theme.favicon or theme.logo to a square picture: SVG, or PNG with at least 192 by 192 "
        "pixels."
    ),
    since="0.1.0",
    bad=(
        Example(
            {
                "mkdocs.yml": (
                    "site_name: Help\n"
                    "site_url: https://help.example.com/\n"
                    "plugins: [{hcgen: {languages: [en, id], offline: ⟦true⟧}}]\n"
                )
            }
        ),
        Example(
            {
                "mkdocs.yml": (
                    "site_name: Help\n"
                    "site_url: https://help.example.com/\n"
                    "theme: {name: material, favicon: assets/favicon.ico}\n"
                    "plugins: [{hcgen: {languages: [en, id], offline: ⟦true⟧}}]\n"
                ),
                "content/assets/favicon.ico": "An icon of another kind\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "mkdocs.yml": (
                    "site_name: Help\n"
                    "site_url: https://help.example.com/\n"
                    "theme: {name: material, favicon: assets/form.svg}\n"
                    "plugins: [{hcgen: {languages: [en, id], offline: true}}]\n"
                )
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for a picture that devices take as an icon."""
    settings = context.centre.settings
    if settings.is_offline and not any(_is_large_enough(icon) for icon in context.centre.app_icons):
        yield Diagnostic(
            RULE,
            settings.place("hcgen.offline"),
            "“offline” is on, but there is no favicon or logo that can be the site's icon",
            help="set theme.favicon to a square picture in SVG or PNG, such as assets/icon.svg",
        )


def _is_large_enough(icon: Asset) -> bool:
    """Tell whether an icon may do; a size that is not known is not held against it."""
    is_drawing = icon.path.lower().endswith(".svg")
    return is_drawing or not icon.width or min(icon.width, icon.height) >= _LEAST_PIXELS
