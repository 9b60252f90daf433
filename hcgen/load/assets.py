"""The files of the content folder that are no articles and hold no data."""

from collections.abc import Mapping
from posixpath import splitext

from hcgen.diagnostics import Findings
from hcgen.load.images import image_size
from hcgen.load.naming import names_in
from hcgen.load.walk import FoundFile
from hcgen.model.help_centre import Asset
from hcgen.model.nearest import nearest
from hcgen.model.settings import Settings
from hcgen.source import SourceFile

DATA_SUFFIXES = (".yml", ".yaml", ".lock", ".lock.json")
"""Files that say something to hcgen; they are never published."""

MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")

DATA_FOLDERS = ("queries/", "lexicon/")


def assets_of(files: tuple[FoundFile, ...]) -> Mapping[str, Asset]:
    """Return the files that are published as they are, by path below the content folder."""
    return {
        file.path: Asset(
            file.path, file.size_bytes, *image_size(file.file), names=names_in(file.file)
        )
        for file in files
        if not file.path.endswith((".md", *DATA_SUFFIXES))
        and not _is_misnamed_article(file.path)
        and not file.path.startswith(DATA_FOLDERS)
    }


def report_other_names(
    files: tuple[FoundFile, ...], settings: Settings, findings: Findings
) -> None:
    """Name the Markdown files that are not read, because of how they are called."""
    for file in files:
        if _is_misnamed_article(file.path):
            ending = splitext(file.path)[1]
            shown = f"{settings.content_dir}/{file.path}"
            findings.report(
                "unreadable-file",
                SourceFile(shown, "").start(),
                f"“{shown}” ends in “{ending}”; the names of articles end in “.md”",
                help="rename the file",
            )


def _is_misnamed_article(path: str) -> bool:
    """Tell whether a file outside the assets is Markdown by another ending than ``.md``."""
    ending = splitext(path)[1]
    is_asset = "assets" in path.split("/")[:-1]
    return ending != ".md" and ending.lower() in MARKDOWN_SUFFIXES and not is_asset


def report_unknown_files(
    settings: Settings, assets: Mapping[str, Asset], findings: Findings
) -> None:
    """Report files that the configuration names and the content folder lacks."""
    named = {
        "theme.logo": (settings.logo,),
        "theme.favicon": (settings.favicon,),
        "hcgen.social_image": (settings.social_image,),
        "extra_css": settings.extra_css,
        "extra_javascript": settings.extra_javascript,
    }
    for option, paths in named.items():
        for path in paths:
            if path and path not in assets:
                findings.report(
                    "unexpected-value",
                    settings.place(option),
                    f"“{option}” names “{path}”, which is not in {settings.content_dir}/",
                    help=nearest(path, assets),
                )
