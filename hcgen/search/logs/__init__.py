"""Logs of searches: what was typed how often, and what that proposes for the help centre."""

from hcgen.search.logs.private import is_private
from hcgen.search.logs.proposals import (
    MissingTopic,
    Proposals,
    ProposedQuery,
    own_words,
    propose,
)
from hcgen.search.logs.reading import NoQueriesError, Search, read_searches
from hcgen.search.logs.yaml_text import (
    UnusualFileError,
    lexicon_yaml,
    missing_yaml,
    queries_yaml,
    with_queries,
)

__all__ = [
    "MissingTopic",
    "NoQueriesError",
    "Proposals",
    "ProposedQuery",
    "Search",
    "UnusualFileError",
    "is_private",
    "lexicon_yaml",
    "missing_yaml",
    "own_words",
    "propose",
    "queries_yaml",
    "read_searches",
    "with_queries",
]
