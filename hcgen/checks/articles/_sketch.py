"""Sketches of texts: few numbers from which can be told how alike two texts are."""

from heapq import nsmallest
from zlib import crc32

from hcgen.model.folding import folded

_WORDS = 3
_SIZE = 64


def sketch_of(text: str) -> tuple[int, ...]:
    """Return the smallest hashes of a text's runs of three words, ascending.

    Broder, “On the resemblance and containment of documents”, 1997: the share of numbers that two
    such sketches have in common estimates the share of runs that the texts have in common.
    """
    words = folded(text).split()
    runs = {" ".join(words[start : start + _WORDS]) for start in range(len(words) - _WORDS + 1)}
    return tuple(nsmallest(_SIZE, {crc32(run.encode("utf-8", "replace")) for run in runs}))
