"""Finds articles: terms of each language, their index, and the files that the browser reads."""

from hcgen.search.analyzers import Analyzer, analyzer_names, analyzer_of, load_analyzer
from hcgen.search.article_words import ArticleWords, article_words
from hcgen.search.explanation import Explanation, explain
from hcgen.search.index import IndexedArticle, SearchIndex
from hcgen.search.index_maker import IndexMaker, make_index
from hcgen.search.query import Answer, Contribution, Result, SearchReader
from hcgen.search.question_words import QUESTION_WORDS
from hcgen.search.sections import Section
from hcgen.search.shards import INDEX_FILE_KINDS, FileMaker, index_files, manifest_path
from hcgen.search.similar import Similar, SimilarArticles, SimilarOf
from hcgen.search.vocabulary import KeptVocabulary, Vocabulary, vocabulary_of

__all__ = [
    "INDEX_FILE_KINDS",
    "QUESTION_WORDS",
    "Analyzer",
    "Answer",
    "ArticleWords",
    "Contribution",
    "Explanation",
    "FileMaker",
    "IndexMaker",
    "IndexedArticle",
    "KeptVocabulary",
    "Result",
    "SearchIndex",
    "SearchReader",
    "Section",
    "Similar",
    "SimilarArticles",
    "SimilarOf",
    "Vocabulary",
    "analyzer_names",
    "analyzer_of",
    "article_words",
    "explain",
    "index_files",
    "load_analyzer",
    "make_index",
    "manifest_path",
    "vocabulary_of",
]
