"""Chinese in pieces of two characters: words have one to four, and nothing marks their ends."""

from hcgen.search.analyzers.analyzer import Analyzer
from hcgen.search.pieces import piece_form, pieces

ANALYZER = Analyzer("chinese", pieces, piece_form)
