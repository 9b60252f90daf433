"""Finds articles: terms of each language, their index, and the files that the browser reads."""

from hcgen.search.analyzers import Analyzer, analyzer_names, analyzer_of, load_analyzer
from hcgen.search.explanation import Contribution, Explanation, explain
from hcgen.search.index import SearchIndex, index_entries
from hcgen.search.query import Result, SearchReader
from hcgen.search.shards import index_files, manifest_path

__all__ = [
    "Analyzer",
    "Contribution",
    "Explanation",
    "Result",
    "SearchIndex",
    "SearchReader",
    "analyzer_names",
    "analyzer_of",
    "explain",
    "index_entries",
    "index_files",
    "load_analyzer",
    "manifest_path",
]
