"""Spanish: Snowball's stemmer, and words that it gets wrong."""

from collections.abc import Mapping

from snowballstemmer import stemmer

from hcgen.search.analyzers._roots import stems_by
from hcgen.search.analyzers.analyzer import Analyzer
from hcgen.search.pieces import piece_form, segment

_EXCEPTIONS: Mapping[str, str] = {}

ANALYZER = Analyzer(
    "spanish", segment, piece_form, stems_by(stemmer("spanish").stemWord, _EXCEPTIONS)
)
