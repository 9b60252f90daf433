"""Japanese in pieces of two characters, through Han and kana alike."""

from hcgen.search.analyzers.analyzer import Analyzer
from hcgen.search.pieces import piece_form, pieces

ANALYZER = Analyzer("japanese", pieces, piece_form)
