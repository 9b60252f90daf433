"""TRN004: translations without a source."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.translations._versions import has_sources
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import english_name
from hcgen.model.article import Article
from hcgen.model.help_centre import HelpCentre
from hcgen.model.nearest import nearest_word
from hcgen.translations import is_source_unreadable

_MOST_CANDIDATES = 50

RULE = Rule(
    code="TRN004",
    name="orphan-translation",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="An article is there in another language, but not in the source language.",
    why="Its source was moved, renamed or deleted, or an id is mistyped: the two are no longer the "
    "same article, and readers of the source language do not get it.",
    fix="Give it the path or the id of its source, delete it, or accept the gap in coverage.yml.",
    since="0.1.0",
    bad=(
        Example({"content/id/billing/refunds.md": "---\ntitle: ⟦Dana kembali⟧\n---\nTeks.\n"}),
        Example(
            {
                "content/id/billing/bayar.md": "---\ntitle: Cara lain\nid: ⟦billing/payy⟧\n---\n"
                "Teks.\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/billing/pay.md": "---\ntitle: Pay\nid: pay\n---\nText.\n",
                "content/id/billing/bayar.md": "---\ntitle: Bayar\nid: pay\n---\nTeks.\n",
                "content/id/billing/pay.md": None,
            }
        ),
        Example(
            {
                "content/id/billing/pajak.md": "---\ntitle: Pajak\n---\nTeks.\n",
                "content/coverage.yml": "waivers:\n  - article: billing/pajak\n"
                "    languages: [en]\n    owner: support\n    reason: only here\n"
                "    until: 2099-01-31\n",
            }
        ),
        Example(
            {"content/id/billing/pajak.md": "---\ntitle: Pajak\ndraft: true\n---\nTeks.\n"},
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for articles that only other languages have."""
    centre = context.centre
    tag = centre.source_language
    if not has_sources(centre):
        return
    name = english_name(tag)
    waived = {
        waiver.name.value
        for waiver in centre.coverage.waivers
        if waiver.covers(waiver.name.value, tag, context.today)
    }
    nearest = _Nearest(centre)
    for key, versions in centre.translations.items():
        if tag in versions or key in waived or is_source_unreadable(centre, versions):
            continue
        article = next(
            (each for each in versions.values() if each.is_published(context.today)), None
        )
        if article is None or article.path in waived:
            continue
        yield Diagnostic(
            RULE,
            article.id.span if article.id else article.place,
            f"“{key}” has no {name} version, though {name} is the source language",
            help=nearest.help_for(article),
        )


class _Nearest:
    """Sources that a lost translation may belong to: those its language does not have yet."""

    def __init__(self, centre: HelpCentre) -> None:
        self._centre = centre
        self._by_folder: dict[tuple[str, str], list[str]] = {}
        self._by_name: dict[tuple[str, str], list[str]] = {}
        for key, versions in centre.translations.items():
            source = versions.get(centre.source_language)
            if source is None:
                continue
            for language in centre.languages:
                if language.tag not in versions:
                    name = source.path.rpartition("/")[2]
                    self._by_folder.setdefault((language.tag, source.topic), []).append(key)
                    self._by_name.setdefault((language.tag, name), []).append(key)

    def help_for(self, article: Article) -> str:
        """Return what to do about a translation without a source."""
        name = article.path.rpartition("/")[2]
        near = self._by_name.get((article.language, name), [])
        if not near:
            others = self._by_folder.get((article.language, article.topic), [])
            near = [nearest_word(article.key, others[:_MOST_CANDIDATES])]
        if near[0]:
            return f"is it “{near[0]}”? then give it that path, or the same id in both files"
        tag = self._centre.source_language
        folder = self._folder_of(article)
        return (
            f"create {folder}{tag}/{article.path}.md, give it the id of its source, or add a "
            f"waiver for {tag} in coverage.yml"
        )

    def _folder_of(self, article: Article) -> str:
        return article.file.path.removesuffix(f"{article.language}/{article.path}.md")
