"""References from an article to a channel: ``{{ channel:call-centre:number }}``.

The renderer turns each into a token, which is no word, cannot be seen and cannot be written by
hand; the page that shows the text puts the channel in its place, in the reader's language.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

PARTS = ("hours", "link", "number", "promise")
"""What a reference can ask for instead of the whole channel."""

REFERENCE = re.compile(
    r"""\{\{[ \t]*channel[ \t]*:[ \t]*(?P<id>[^{}:\n]*?)[ \t]*
        (?::[ \t]*(?P<part>[^{}\n]*?)[ \t]*)?\}\}""",
    re.X,
)
"""A reference as writers write it."""

MARK = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Begins a token; the renderer takes it out of every text, so no writer can have written one."""

# the letters of a token are tag characters (Unicode 23.9), which are neither shown nor words
_TAGS = 0xE0000
_END = "\N{CANCEL TAG}"
_DIGIT = "[" + "".join(chr(_TAGS + ord(digit)) for digit in "0123456789abcdef") + "]"
TOKEN = re.compile(f"{MARK}(?P<letters>(?:{_DIGIT}{_DIGIT})*){_END}")
"""A token; its one group is for `token_reference`."""


@dataclass(frozen=True, slots=True)
class ChannelReference:
    """What is to be shown: a channel, or a part of it (of `PARTS`; empty for the whole)."""

    id: str
    part: str = ""

    @property
    def token(self) -> str:
        """What stands for it in rendered text."""
        # as hexadecimal digits, because ids can be in any script
        letters = f"{self.id}\n{self.part}".encode().hex()
        return MARK + "".join(chr(_TAGS + ord(letter)) for letter in letters) + _END


def written_reference(match: re.Match[str]) -> ChannelReference:
    """Return what a match of `REFERENCE` refers to."""
    return ChannelReference(match["id"], match["part"] or "")


def token_reference(match: re.Match[str]) -> ChannelReference:
    """Return what the letters of a token stand for."""
    letters = "".join(chr(ord(letter) - _TAGS) for letter in match["letters"])
    channel_id, _, part = bytes.fromhex(letters).decode("utf-8", "replace").partition("\n")
    return ChannelReference(channel_id, part)


def with_references(text: str, words: Callable[[ChannelReference], str]) -> str:
    """Return text with words in the place of each token and each written reference."""
    if MARK in text:
        text = TOKEN.sub(lambda match: words(token_reference(match)), text)
    if "{{" in text:
        text = REFERENCE.sub(lambda match: words(written_reference(match)), text)
    return text
