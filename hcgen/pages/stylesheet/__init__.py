"""The one stylesheet of a site: what of Material's it needs, its accent, and its own look."""

from hcgen.pages.stylesheet.composing import compose_stylesheet
from hcgen.pages.stylesheet.contents import Contents

__all__ = ["Contents", "compose_stylesheet"]
