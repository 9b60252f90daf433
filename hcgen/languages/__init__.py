"""The languages that hcgen speaks: one TOML file each, and how their words are put together."""

from hcgen.languages.loading import load_language, shipped_tags
from hcgen.languages.wording import Wording, english_name

__all__ = ["Wording", "english_name", "load_language", "shipped_tags"]
