"""Korean in pieces of two syllables, across blanks, so that particles and spacing do not matter."""

from hcgen.search.analyzers.analyzer import Analyzer
from hcgen.search.pieces import piece_form, pieces

ANALYZER = Analyzer("korean", pieces, piece_form)
