"""CFG016: analyzers that there are not, and languages that the site does not have."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.nearest import nearest
from hcgen.search import analyzer_names

_SITE = "site_name: Help\nsite_url: https://help.example.com/\n"

RULE = Rule(
    code="CFG016",
    name="unknown-analyzer",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="`analyzers` names an analyzer that there is not, or a language of another site.",
    why="Search goes on with the analyzer that comes with the language, not with the one you want.",
    fix="Write the tag of a language of the site and the name of an analyzer.",
    since="0.1.0",
    bad=(
        Example(
            {
                "mkdocs.yml": f"{_SITE}plugins:\n  - hcgen:\n      languages: [en, id]\n"
                "      analyzers: {id: ⟦foldin⟧}\n"
            }
        ),
        Example(
            {
                "mkdocs.yml": f"{_SITE}plugins:\n  - hcgen:\n      languages: [en, id]\n"
                "      analyzers: {⟦ms⟧: folding}\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "mkdocs.yml": f"{_SITE}plugins:\n  - hcgen:\n      languages: [en, id]\n"
                "      analyzers: {id: folding}\n"
            }
        ),
        Example(
            {
                "mkdocs.yml": f"{_SITE}plugins:\n  - hcgen:\n      languages: [en, id]\n"
                "      analyzers:\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare the option with the analyzers that there are."""
    centre = context.centre
    tags = tuple(language.tag for language in centre.languages)
    for tag, name in centre.settings.analyzers:
        if tag.value not in tags:
            yield Diagnostic(
                RULE,
                tag.span,
                f"“{tag.value}” is not a language of the site",
                help=nearest(tag.value, tags),
            )
        elif name.value not in analyzer_names():
            yield Diagnostic(
                RULE,
                name.span,
                f"there is no analyzer “{name.value}”",
                help=nearest(name.value, analyzer_names()),
            )
