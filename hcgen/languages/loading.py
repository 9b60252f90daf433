"""Reads `<tag>.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from hcgen.model.folding import folded
from hcgen.model.language import Language
from hcgen.model.norms import Norms, Readability, bare
from hcgen.model.request_norms import RequestNorms, phrase


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
        norms=_norms(data["norms"]),
        request=_request(data["request"]) if "request" in data else None,
        strings=data["strings"],
    )


def _norms(data: Mapping[str, Any]) -> Norms:
    readability = data.get("readability")
    return Norms(
        vague_titles=frozenset(map(bare, data["vague_titles"])),
        vague_link_texts=frozenset(map(bare, data["vague_link_texts"])),
        vague_images=frozenset(map(bare, data["vague_images"])),
        placeholders=tuple(map(str.lower, data["placeholders"])),
        vague_promises=tuple(data["vague_promises"]),
        title_letters=tuple(data["title_letters"]),
        article_letters=tuple(data["article_letters"]),
        common_words=frozenset(map(folded, data["common_words"])),
        telltale=data.get("telltale", {}),
        readability=Readability(readability["measure"], readability["limit"])
        if readability
        else None,
    )


def _request(data: Mapping[str, Any]) -> RequestNorms:
    return RequestNorms(
        thin_letters=data["thin_letters"],
        long_letters=data["long_letters"],
        calm=data["calm"],
        several=tuple(map(phrase, data["several"])),
        same_problem=tuple(map(phrase, data["same_problem"])),
        questions=tuple(map(phrase, data["questions"])),
        threats=tuple(map(phrase, data["threats"])),
        abuse=tuple(map(phrase, data["abuse"])),
        secrets=tuple(map(phrase, data["secrets"])),
    )
