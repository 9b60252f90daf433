"""English: Snowball's stemmer, and words that it gets wrong."""

from collections.abc import Mapping

from snowballstemmer import stemmer

from hcgen.search.analyzers._roots import stems_by
from hcgen.search.analyzers.analyzer import Analyzer
from hcgen.search.analyzers.folding import normalize, segment

# Snowball takes these for forms of something else: newspapers of “new”, settings of “set”
_EXCEPTIONS: Mapping[str, str] = {
    "news": "news",
    "windows": "windows",
    "setting": "settings",
    "settings": "settings",
    "billing": "bill",
    "universe": "universe",
    "organization": "organis",
    "organisation": "organis",
    "paid": "pay",
    "sent": "send",
    "bought": "buy",
    "broken": "break",
    "broke": "break",
    "wrote": "write",
    "written": "write",
    "chosen": "choose",
    "chose": "choose",
    "lost": "lose",
    "forgot": "forget",
    "forgotten": "forget",
    "emailed": "email",
    "emails": "email",
}

ANALYZER = Analyzer(
    "english", segment, normalize, stems_by(stemmer("english").stemWord, _EXCEPTIONS)
)
