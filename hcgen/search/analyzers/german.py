"""German: Snowball's stemmer, words that it gets wrong, and compounds by the site's own words."""

from collections.abc import Mapping

from snowballstemmer import stemmer

from hcgen.search.analyzers._compounds import Compounds
from hcgen.search.analyzers._roots import stems_by
from hcgen.search.analyzers.analyzer import Analyzer
from hcgen.search.pieces import piece_form, segment

_EXCEPTIONS: Mapping[str, str] = {}
_LINKS = ("s", "es", "n", "en", "er", "e")
# *untersuchen* has nothing to do with *suchen*
_NO_PARTS = (
    "unter uber wieder hinter nach gegen durch weiter zuruck zusammen hinzu herunter ander "
    "oder aber dass eine einer eines einem einen diese dieser".split()
)

ANALYZER = Analyzer(
    "german",
    segment,
    piece_form,
    stems_by(stemmer("german").stemWord, _EXCEPTIONS),
    parts=Compounds(links=_LINKS, no_parts=_NO_PARTS),
)
