"""Case and accents do not matter: the analyzer of languages without one of their own.

Queries are cut and folded as here whatever the language, in the browser by `wordsIn` of
`search-words.js`; so every analyzer must give the same surface forms.
"""

from hcgen.search.analyzers.analyzer import Analyzer
from hcgen.search.pieces import piece_form, segment

ANALYZER = Analyzer("folding", segment, piece_form)
