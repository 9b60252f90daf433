"""German: Snowball's stemmer, and words that it gets wrong."""

from collections.abc import Mapping

from snowballstemmer import stemmer

from hcgen.search.analyzers._roots import stems_by
from hcgen.search.analyzers.analyzer import Analyzer
from hcgen.search.analyzers.folding import normalize, segment

_EXCEPTIONS: Mapping[str, str] = {}

ANALYZER = Analyzer("german", segment, normalize, stems_by(stemmer("german").stemWord, _EXCEPTIONS))
