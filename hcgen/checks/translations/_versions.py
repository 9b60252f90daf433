"""What rules about translations share: each one that customers see, with its source."""

from collections.abc import Iterator

from hcgen.checks.context import FragmentsContext, SourceContext
from hcgen.model.article import Article
from hcgen.model.help_centre import HelpCentre
from hcgen.translations import Currency, Facts, currency_of


def published_pairs(context: SourceContext) -> Iterator[tuple[Article, Article]]:
    """Yield each published translation with its source, if that is published too."""
    tag = context.centre.source_language
    for versions in context.centre.translations.values():
        source = versions.get(tag)
        if source is None or len(versions) < 2 or not source.is_published(context.today):
            continue
        for translation in versions.values():
            if translation is not source and translation.is_published(context.today):
                yield source, translation


def pairs_to_compare(
    context: FragmentsContext,
) -> Iterator[tuple[Article, Facts, Article, Facts]]:
    """Yield source and translation with their facts, unless the translation is known to be stale.

    What differs then, differs because of that.
    """
    for source, translation in published_pairs(context):
        facts = context.readings[source.file.path].facts
        if currency_of(translation, facts)[0] is not Currency.STALE:
            yield source, facts, translation, context.readings[translation.file.path].facts


def has_sources(centre: HelpCentre) -> bool:
    """Tell whether the source language has any article that others could be translated from."""
    tag = centre.source_language
    return any(tag in versions for versions in centre.translations.values())
