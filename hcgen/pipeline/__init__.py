"""The steps in their order: load, render, index, compose, check, publish.

This is the only place that knows the order. Values go from one step to the next; nothing flows
back.
"""

from hcgen.pipeline.building import BuildResult, build_help_centre
from hcgen.pipeline.fixing import Fixed, fix_until_done
from hcgen.pipeline.index_memory import IndexMemory, KnownArticles
from hcgen.pipeline.indexes import Indexes
from hcgen.pipeline.indexing import Indexer
from hcgen.pipeline.jobs import default_jobs
from hcgen.pipeline.making import (
    MadeSite,
    Sink,
    TemplateError,
    Theme,
    check_help_centre,
    composer_of,
    made_page,
    make_site,
    search_readers,
)
from hcgen.pipeline.memory import ArticleMemory
from hcgen.pipeline.progress import Clock, Progress, silent
from hcgen.pipeline.rendering import EpochError, Rendered, render_help_centre
from hcgen.pipeline.store import Store

__all__ = [
    "ArticleMemory",
    "BuildResult",
    "Clock",
    "EpochError",
    "Fixed",
    "IndexMemory",
    "Indexer",
    "Indexes",
    "KnownArticles",
    "MadeSite",
    "Progress",
    "Rendered",
    "Sink",
    "Store",
    "TemplateError",
    "Theme",
    "build_help_centre",
    "check_help_centre",
    "composer_of",
    "default_jobs",
    "fix_until_done",
    "made_page",
    "make_site",
    "render_help_centre",
    "search_readers",
    "silent",
]
