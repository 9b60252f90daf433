"""LNK005: files that are published and that nothing names."""

import re
from collections.abc import Iterator
from posixpath import splitext

from hcgen.checks.context import FragmentsContext
from hcgen.checks.links._links import links_with_places
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.help_centre import HelpCentre
from hcgen.render import LinkKind
from hcgen.source import SourceFile

RULE = Rule(
    code="LNK005",
    name="unused-asset",
    severity=Severity.NOTE,
    stage=Stage.FRAGMENTS,
    summary="No article, setting or data file names a file of the content folder.",
    why="It is published all the same: an old price list stays on the web, and every copy of the "
    "project carries it.",
    fix="Delete the file, or link to it.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/assets/old-prices.pdf": "old\n",
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "![The form](../../assets/form.svg)\n",
            },
            unplaced="content/assets/old-prices.pdf",
        ),
        Example(
            {
                "content/en/account/menu.png": "old\n",
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "![The form](../../assets/form.svg) and `menu.png`.\n",
            },
            unplaced="content/en/account/menu.png",
        ),
    ),
    good=(
        Example(
            {
                "content/assets/form.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
                "content/id/assets/form.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "![The form](../../assets/form.svg)\n",
            }
        ),
        Example(
            {
                "content/assets/form.svg": None,
                "content/CNAME": "help.example.com\n",
                "content/robots.txt": "User-agent: *\n",
            }
        ),
        Example(
            {
                "mkdocs.yml": "site_name: Help\nsite_url: https://help.example.com/\n"
                "theme: {name: material, logo: assets/logo.svg}\nextra_css: [look/own.css]\n"
                "plugins: [{hcgen: {languages: [en, id]}}]\n",
                "content/assets/form.svg": None,
                "content/assets/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
                "content/look/own.css": "body {background: url(../paper/white.png)}\n",
                "content/paper/white.png": "made up\n",
            }
        ),
    ),
)

_FOR_HOSTS = re.compile(
    r"""(?:_\w+ | CNAME | favicon\.\w+ | apple-touch-icon[\w.-]* | [\w.-]+\.txt | [\w.-]+\.html
        | [\w.-]+\.webmanifest | BingSiteAuth\.xml | \.well-known/.*)""",
    re.X,
)
"""What hosts, browsers and search engines look for at the root, without a link."""

_PAGES = frozenset({".htm", ".html", ".js", ".mjs"})
"""Endings of files that may make up the names of other files of their folder as they run."""


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Compare the files with what links, settings and data files name."""
    centre = context.centre
    used = {
        _without_language(centre, destination.name)
        for _, _, destination in links_with_places(context)
        if destination.kind is LinkKind.ASSET
    }
    settings = centre.settings
    used |= {
        _without_language(centre, path)
        for path in (
            *(settings.logo, settings.favicon, settings.social_image),
            *(settings.extra_css + settings.extra_javascript),
        )
    }
    data = [file.text for file in centre.data_files.values()]
    folders = {path.rpartition("/")[0] for path in used if splitext(path)[1].lower() in _PAGES}
    mentioned = _mentioned(centre, used) | centre.named_unread
    for path in centre.assets:
        name = _without_language(centre, path)
        if name in used or path.rpartition("/")[2] in mentioned or _FOR_HOSTS.fullmatch(path):
            continue
        if any(not folder or name.startswith(f"{folder}/") for folder in folders):
            continue
        if any(name in text for text in data):
            continue
        yield Diagnostic(
            RULE,
            SourceFile(f"{settings.content_dir}/{path}", "").start(),
            "nothing links to this file, which is published",
            help="delete it, or link to it",
        )


def _mentioned(centre: HelpCentre, used: set[str]) -> set[str]:
    """Return the names that used files mention, and those that these files mention in turn."""
    mentioned: set[str] = set()
    unread = [asset for path, asset in centre.assets.items() if asset.names]
    while True:
        reached = [
            asset
            for asset in unread
            if _without_language(centre, asset.path) in used
            or asset.path.rpartition("/")[2] in mentioned
        ]
        if not reached:
            return mentioned
        mentioned.update(*(asset.names for asset in reached))
        unread = [asset for asset in unread if asset not in reached]


def _without_language(centre: HelpCentre, path: str) -> str:
    """Return the path that a language's own version of a file shares with the common one."""
    first, _, rest = path.partition("/")
    is_own = centre.has_language_folders and any(
        language.tag == first for language in centre.languages
    )
    return rest if is_own and rest else path
