"""Reads the files of a help centre into one frozen value, and says what it could not accept."""

from hcgen.load.articles import ArticleSource, load_article
from hcgen.load.help_centre import LoadedCentre, load_help_centre
from hcgen.load.settings import ConfigurationError, load_settings

__all__ = [
    "ArticleSource",
    "ConfigurationError",
    "LoadedCentre",
    "load_article",
    "load_help_centre",
    "load_settings",
]
