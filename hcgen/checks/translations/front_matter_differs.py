"""TRN005: keys of front matter that say one thing in the source and another in a translation."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import english_name
from hcgen.model.article import Article

_EN = "---\ntitle: Reset your password\n{}---\nChoose a new one.\n"
_ID = "---\ntitle: {}\n{}---\nBuat yang baru.\n"

RULE = Rule(
    code="TRN005",
    name="front-matter-differs",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A translation says another service or audience than its source, or is published "
    "while its source is not.",
    why="Who an article is for and who answers questions about it is the same in all languages, "
    "and what is not to be seen yet, or no longer, is not to be seen in any. What serves finding "
    "and listing (keywords, featured, order) may differ: readers of each language ask other "
    "things.",
    fix="Write what the source says, or leave the key out of the translation.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": _EN.format("service: technical\n"),
                "content/id/account/reset.md": _ID.format("Atur ulang", "service: ⟦billing⟧\n"),
            }
        ),
        Example(
            {
                "content/en/account/reset.md": _EN.format("audience: [owners, staff]\n"),
                "content/id/account/reset.md": _ID.format("Atur ulang", "audience: [⟦owners⟧]\n"),
            }
        ),
        Example(
            {
                "content/en/account/reset.md": _EN.format("draft: true\n"),
                "content/id/account/reset.md": _ID.format("⟦Atur ulang⟧", ""),
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": _EN.format("service: technical\n"),
                "content/id/account/reset.md": _ID.format("Atur ulang", ""),
            }
        ),
        Example(
            {
                "content/en/account/reset.md": _EN.format("audience: [owners, staff]\norder: 2\n"),
                "content/id/account/reset.md": _ID.format(
                    "Atur ulang", "audience: [staff, owners]\nfeatured: true\n"
                ),
            }
        ),
        Example(
            {
                "content/en/account/reset.md": _EN.format("publish_from: 2020-01-01\n"),
                "content/id/account/reset.md": _ID.format("Atur ulang", ""),
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare the front matter of each published translation with that of its source."""
    centre = context.centre
    name = english_name(centre.source_language)
    for versions in centre.translations.values():
        source = versions.get(centre.source_language)
        if source is None:
            continue
        is_source_published = source.is_published(context.today)
        for translation in versions.values():
            if translation is source or not translation.is_published(context.today):
                continue
            if not is_source_published:
                yield Diagnostic(
                    RULE,
                    translation.place,
                    f"customers see this translation, but not its {name} source",
                    help="write the same draft:, publish_from: and publish_until: in both "
                    f"(the source is {source.file.path})",
                )
            else:
                yield from _keys(source, translation, name)


def _keys(source: Article, translation: Article, name: str) -> Iterator[Diagnostic]:
    if translation.service is not None:
        ours = source.service.value if source.service else ""
        if translation.service.value != ours:
            said = f"says “{ours}”" if ours else "has none"
            yield Diagnostic(
                RULE,
                translation.service.span,
                f"“service” is “{translation.service.value}” here; the {name} source {said}",
                help=f"write service: {ours}, or leave it out" if ours else "leave it out",
            )
    if translation.audience:
        own = sorted({text.value for text in source.audience})
        if {text.value for text in translation.audience} != set(own):
            said = f"says “{', '.join(own)}”" if own else "has none"
            shown = ", ".join(text.value for text in translation.audience)
            yield Diagnostic(
                RULE,
                translation.audience[0].span,
                f"“audience” is “{shown}” here; the {name} source {said}",
                help=f"write audience: [{', '.join(own)}], or leave it out"
                if own
                else "leave it out",
            )
