"""What others have said, made fit for our reports."""

import re

LONGEST = 200
"""Characters; enough for a title or a reply, too few to bury a report."""

_BLANKS = re.compile(r"\s+")
_UNFIT = re.compile(
    r"[\x00-\x1f\x7f-\x9f"  # C0 and C1: escape codes of terminals, line ends of workflow commands
    "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # turn or hide text
    "\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # halves of pairs and no characters: XML refuses them
    "\U000e0000-\U000e0fff]"  # tags, which nobody sees
)


def cleaned(text: str, *, longest: int = LONGEST) -> str:
    """Return remote text on one line, without characters that steer or hide, and cut.

    Formats escape it all the same. Idempotent.
    """
    # cut first: there may be megabytes of it
    line = _UNFIT.sub("", _BLANKS.sub(" ", text[: longest * 20])).strip()
    # what stood around a removed character may now be two blanks
    line = _BLANKS.sub(" ", line)
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
