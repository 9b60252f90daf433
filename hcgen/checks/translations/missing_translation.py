"""TRN001: articles that a language of the site does not have."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.translations._versions import has_sources
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import Wording

RULE = Rule(
    code="TRN001",
    name="missing-translation",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="An article is not there in one of the site's languages.",
    why="Readers of that language get the text in a language that they may not read.",
    fix="Translate it, or accept the gap in coverage.yml with an owner and an end date.",
    since="0.1.0",
    bad=(
        Example({"content/en/account/close.md": "---\ntitle: ⟦Close your account⟧\n---\nText.\n"}),
        Example(
            {
                "content/en/account/close.md": "---\ntitle: ⟦Close your account⟧\n---\nText.\n",
                "content/en/account/move.md": "---\ntitle: Move your account\n---\nText.\n",
                "content/coverage.yml": "waivers:\n  - article: account/move\n"
                "    languages: [id]\n    owner: support\n    reason: Not sold there\n"
                "    until: 2099-01-31\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/close.md": "---\ntitle: Close your account\n---\nText.\n",
                "content/coverage.yml": "waivers:\n  - article: account/close\n"
                "    languages: [id]\n    owner: support\n    reason: Not sold there\n"
                "    until: 2099-01-31\n",
            }
        ),
        Example({"content/en/account/close.md": "---\ntitle: Close\ndraft: true\n---\nText.\n"}),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare the versions of each published article with the languages of the site."""
    centre = context.centre
    # what coverage.yml names, whether it is accepted or not, is said by the rules COV
    waived = dict.fromkeys(centre.coverage.named_gaps(centre.tags), True)
    # articles that the source language lacks are said by orphan-translation
    is_said = centre.source_language if has_sources(centre) else ""
    for key, versions in centre.translations.items():
        source = centre.source_of(key)
        if not source.is_published(context.today):
            continue
        for language in centre.languages:
            tag = language.tag
            if (
                tag in versions
                or tag == is_said
                or waived.get((key, tag))
                or waived.get((source.path, tag))
            ):
                continue
            if centre.is_unreadable(tag, source.path):
                continue
            folder = source.file.path.removesuffix(f"{source.language}/{source.path}.md")
            advice = f"create {folder}{tag}/{source.path}.md, or add a waiver in coverage.yml"
            if source.is_featured:
                advice += "; it is featured on the home page, so begin with this one"
            yield Diagnostic(
                RULE,
                source.place,
                f"“{key}” has no {Wording(language).english_name} version",
                help=advice,
            )
