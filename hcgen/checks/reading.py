"""What is known of one article by itself, found once and kept as long as the article is."""

from dataclasses import dataclass

from hcgen.diagnostics import Diagnostic
from hcgen.translations import Facts


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """What one look at an article brings.

    Attributes:
        diagnostics: Of the rules of the stage `article`.
        facts: What translations have to agree on.
        sketch: Numbers that two texts share the more, the more alike they are
            (`hcgen.checks.articles._sketch`).
    """

    diagnostics: tuple[Diagnostic, ...]
    facts: Facts
    sketch: tuple[int, ...]
