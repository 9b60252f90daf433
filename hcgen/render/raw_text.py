"""Comments and scripts of trusted HTML, which look as if they held tags and do not."""

import re

_OPENING = re.compile(r"<(?:!--|(?P<name>script|style|textarea)(?=[\s/>]))", re.I)
_PLACE = re.compile("<raw\x02([0-9]+)>")
"""Python-Markdown takes this character out of every text, so no writer can have written it."""


def set_aside(html: str) -> tuple[str, tuple[str, ...]]:
    """Return the HTML with a tag of our own in the place of each raw text, and those texts.

    What has no end is left where it is.
    """
    parts: list[str] = []
    kept: list[str] = []
    endless: set[str] = set()
    done = 0
    for opening in _OPENING.finditer(html):
        name = (opening["name"] or "").lower()
        if opening.start() < done or name in endless:
            continue
        closing = re.compile(rf"</{name}\s*>" if name else "-->", re.I).search(html, opening.end())
        if closing is None:
            endless.add(name)  # nor has a later one, so that looking once is enough
            continue
        parts += (html[done : opening.start()], f"<raw\x02{len(kept)}>")
        kept.append(html[opening.start() : closing.end()])
        done = closing.end()
    return "".join((*parts, html[done:])), tuple(kept)


def put_back(piece: str, kept: tuple[str, ...]) -> str:
    """Return a part of the HTML with its raw texts."""
    return _PLACE.sub(lambda place: kept[int(place[1])], piece) if kept else piece
