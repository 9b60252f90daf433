"""The steps in their order: load, render, check, compose, check the site, publish.

This is the only place that knows the order. Values go from one step to the next; nothing flows
back.
"""

from hcgen.pipeline.building import (
    BuildResult,
    TemplateError,
    Theme,
    build_help_centre,
    check_help_centre,
)
from hcgen.pipeline.jobs import default_jobs
from hcgen.pipeline.progress import Clock, Progress, silent
from hcgen.pipeline.rendering import EpochError, Rendered, render_help_centre

__all__ = [
    "BuildResult",
    "Clock",
    "EpochError",
    "Progress",
    "Rendered",
    "TemplateError",
    "Theme",
    "build_help_centre",
    "check_help_centre",
    "default_jobs",
    "render_help_centre",
    "silent",
]
