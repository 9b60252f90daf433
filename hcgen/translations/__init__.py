"""What translations have to agree on with their source, and how far one is behind."""

from hcgen.translations.facts import Facts, facts_of

__all__ = ["Facts", "facts_of"]
