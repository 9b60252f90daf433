"""Reads `<tag>.toml`."""

import tomllib
from functools import cache
from importlib.resources import files

from hcgen.model.language import Language


@cache
def shipped_tags() -> tuple[str, ...]:
    """Return the tags of all languages that come with hcgen, in alphabetical order."""
    names = (entry.name for entry in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def load_language(tag: str) -> Language:
    """Return a shipped language.

    Raises:
        KeyError: There is no file for that tag.
    """
    if tag not in shipped_tags():
        raise KeyError(tag)
    data = tomllib.loads((files(__package__) / f"{tag}.toml").read_text(encoding="utf-8"))
    return Language(
        tag=data["tag"],
        name=data["name"],
        direction=data["direction"],
        analyzer=data["analyzer"],
        letters_per_minute=data["letters_per_minute"],
        strings=data["strings"],
    )
