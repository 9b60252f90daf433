"""Makes a figure with a caption of an image that stands alone and has a title."""

import re
from html import escape

from hcgen.render.tags import ATTRIBUTES, attribute, value_of

_ALONE = re.compile(
    rf"""<(?P<end>/)?figure(?=[\s>])
      |  <p(?P<own>(?=[\s>]){ATTRIBUTES})>\s*+
         (?P<before><a(?=[\s>]){ATTRIBUTES}>\s*+)?
         <img(?P<image>(?=\s){ATTRIBUTES})>
         (?P<after>\s*+</a>)?\s*+
         </p>""",
    re.X | re.I,
)


def captioned(html: str) -> str:
    """Return the HTML with a figure for each paragraph that is an image with a title.

    The title becomes the caption. Within a figure that the writer made all stays as it is.
    """
    return _ALONE.sub(_Figures().take, html) if "title" in html else html


class _Figures:
    def __init__(self) -> None:
        self._depth = 0

    def take(self, match: re.Match[str]) -> str:
        """Return the figure instead of the paragraph."""
        if match["own"] is None:
            self._depth = max(0, self._depth - 1) if match["end"] else self._depth + 1
            return match.group()
        title = attribute("title", match["image"])
        before, after = match["before"] or "", match["after"] or ""
        if self._depth or not title or bool(before) != bool(after):
            return match.group()
        caption = " ".join(value_of(title).split())
        if not caption:
            return match.group()
        image = match["image"][: title.start()] + match["image"][title.end() :]
        return (
            f"<figure{match['own']}>{before}<img{image}>{after}"
            f"<figcaption>{escape(caption, quote=False)}</figcaption></figure>"
        )
