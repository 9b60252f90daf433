"""`hcgen new`: scaffolds that pass `hcgen check`."""

from importlib.resources import files as package_files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath
from unicodedata import category

import click

from hcgen import files
from hcgen.cli.exits import FOUND_NOTHING
from hcgen.cli.options import config_option
from hcgen.load import load_help_centre
from hcgen.load.articles import humanised
from hcgen.model.url import slugify
from hcgen.schemas import schema_text, schemas

_LANGUAGES = ("id", "ms", "en")

_ARTICLE = """\
---
title: {title}
description: ""
owner: ""
draft: true # customers see the article once this line is gone
---

Write the answer here: first what to do, then why.
"""


@click.group()
def new() -> None:
    """Make a new help centre or a new article."""


@new.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--language",
    "languages",
    multiple=True,
    type=click.Choice(_LANGUAGES),
    help="A language to begin with; may be given several times, the first one is what you write "
    "in.  [default: id, ms, en]",
)
def site(folder: Path, languages: tuple[str, ...]) -> int:
    """Make a help centre in DIR: configuration, contact channels and two articles per language."""
    if folder.exists() and any(folder.iterdir()):
        raise click.BadParameter(f"{folder} is not empty: choose a new folder", param_hint="DIR")
    tags = tuple(dict.fromkeys(languages)) or _LANGUAGES
    scaffold = package_files("hcgen.cli") / "scaffold"
    for path, text in _scaffold_files(scaffold, ""):
        language = PurePosixPath(path).parts[1:2]
        if language and language[0] in _LANGUAGES and language[0] not in tags:
            continue
        text = text.replace("LANGUAGES", ", ".join(tags)).replace("SOURCE", tags[0])
        files.write_file(folder / path, text.encode("utf-8"))
        click.echo(f"created {folder / path}")
    for name in schemas():
        files.write_file(folder / "schemas" / f"{name}.json", schema_text(name).encode("utf-8"))
    click.echo(f"created {folder / 'schemas'}, by which editors complete and explain")
    click.echo(f"\nNow: cd {folder} && hcgen serve")
    return FOUND_NOTHING


@new.command()
@click.argument("path")
@config_option
@click.option("--title", help="What customers ask, in their words.  [default: made from PATH]")
@click.option("--language", help="Tag of its language.  [default: the source language]")
def article(path: str, config: Path, title: str | None, language: str | None) -> int:
    """Make an article at PATH, such as billing/refund; it is a draft until you say otherwise."""
    centre = load_help_centre(config).centre
    tags = [known.tag for known in centre.languages]
    tag = language or centre.source_language
    if tag not in tags:
        raise click.BadParameter(f"the site has {', '.join(tags)}", param_hint="--language")
    place = PurePosixPath(path.strip("/").removesuffix(".md"))
    is_writable = not any(category(mark) in ("Cc", "Cs") for mark in path)
    if not (is_writable and place.name) or any(
        part in ("", ".", "..") or not slugify(part) for part in place.parts
    ):
        raise click.BadParameter(
            f"“{path}” is no path below the language's folder; write for example billing/refund",
            param_hint="PATH",
        )
    folder = config.parent / centre.settings.content_dir
    if centre.has_language_folders:
        folder /= tag
    target = folder / f"{place}.md"
    if target.exists():
        raise click.BadParameter(f"{target} is already there", param_hint="PATH")
    words = _on_one_line(title or "") or _on_one_line(humanised(place.name))
    quoted = '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
    files.write_file(target, _ARTICLE.format(title=quoted).encode("utf-8"))
    click.echo(f"created {target}")
    return FOUND_NOTHING


def _on_one_line(text: str) -> str:
    """Return what YAML takes in quotes: no line ends, control characters or broken encoding."""
    words = " ".join(text.split())
    return "".join(mark for mark in words if category(mark) not in ("Cc", "Cs"))


def _scaffold_files(folder: Traversable, prefix: str) -> list[tuple[str, str]]:
    """Return path and text of every file of the scaffold, sorted."""
    found: list[tuple[str, str]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += _scaffold_files(entry, f"{prefix}{entry.name}/")
        else:
            found.append((f"{prefix}{entry.name}", entry.read_text(encoding="utf-8")))
    return found
