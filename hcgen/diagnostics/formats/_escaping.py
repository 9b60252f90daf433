"""Text from files and from strangers, made harmless before it reaches a terminal or a log."""

import re

# C0 and C1 controls, line and paragraph separators, the bidirectional controls that can make a
# line read as something else (UAX #9, section 2), and what no XML document can hold
_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufffe\uffff]"
)


def visible(text: str) -> str:
    """Return the text on one line; what could steer a terminal is written as a code."""
    return _HARMFUL.sub(lambda match: f"\\u{{{ord(match.group()):x}}}", text)
