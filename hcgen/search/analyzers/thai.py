"""Thai in pieces of two clusters, which are about as long as two syllables."""

from hcgen.search.analyzers.analyzer import Analyzer
from hcgen.search.pieces import piece_form, pieces

ANALYZER = Analyzer("thai", pieces, piece_form)
