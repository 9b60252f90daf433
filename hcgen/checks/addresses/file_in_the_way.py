"""URL003: files of the content folder that lie where a page of the site must be."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.addresses import (
    CONTACT_CARD,
    CONTACT_DATA,
    NOT_FOUND,
    OPEN_HOURS,
    REPLY_TIMES,
    SERVICE_WORKER,
    SITEMAP,
)
from hcgen.model.url import output_file
from hcgen.source import SourceFile

RULE = Rule(
    code="URL003",
    name="file-in-the-way",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A file of the content folder has the path of a page, or of a folder of pages.",
    why="Only one of them can be published there.",
    fix="Rename the file or move it into content/assets/.",
    since="0.1.0",
    bad=(
        Example(
            {"content/en/account/reset/index.html": "Mine\n"},
            unplaced="content/en/account/reset/index.html",
        ),
        Example({"content/static": "x\n"}, unplaced="content/static"),
        Example({"content/contact.json": "{}\n"}, unplaced="content/contact.json"),
        Example({"content/contact-replies.json": "{}\n"}, unplaced="content/contact-replies.json"),
        Example({"content/en/feed.xml": "<feed/>\n"}, unplaced="content/en/feed.xml"),
    ),
    good=(
        Example({"content/assets/reset/index.html": "Mine\n"}),
        Example({"content/robots.txt": "User-agent: *\n"}),
    ),
)

_OWN_FOLDERS = ("search", "static")
_CONTACT_FILES = (CONTACT_CARD, CONTACT_DATA, OPEN_HOURS, REPLY_TIMES)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare the paths of files with those of pages and of the folders that they lie in."""
    taken = {output_file(""), NOT_FOUND, SITEMAP, *_CONTACT_FILES, *_OWN_FOLDERS}
    for address in _addresses(context):
        taken.add(output_file(address))
        folder = address.rstrip("/")
        while folder and folder not in taken:
            taken.add(folder)
            folder = folder.rpartition("/")[0]
    content = context.centre.settings.content_dir
    for path in context.centre.assets:
        if path in taken or path.partition("/")[0] in _OWN_FOLDERS:
            yield Diagnostic(
                RULE,
                SourceFile(f"{content}/{path}", "").start(),
                f"“{path}” lies where a page of the site must be",
                help="rename it, or move it into assets/",
            )


def _addresses(context: SourceContext) -> Iterator[str]:
    addresses = context.addresses
    for language in context.centre.languages:
        tag = language.tag
        yield from (addresses.home(tag), addresses.contact(tag), addresses.search(tag))
        yield from (f"{tag}/{NOT_FOUND}", addresses.feed(tag), addresses.article_list(tag))
        if context.centre.settings.is_offline:
            yield from (SERVICE_WORKER, addresses.offline(tag), addresses.app_manifest(tag))
        yield from addresses.topics[tag].values()
        yield from (entry.address for entry in addresses.entries[tag].values())
