"""Facts that are asked for, those that are defined, and what loading could not accept of them."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.model.help_centre import HelpCentre
from hcgen.model.localized import Localized
from hcgen.model.request import Fact
from hcgen.source import Span, Text


def asked_facts(centre: HelpCentre) -> Iterator[Text]:
    """Yield the name of every fact at every place where `topics.yml` asks for it."""
    yield from centre.requests.facts
    for topic in centre.topics.values():
        yield from topic.facts


def missing_tags(centre: HelpCentre, text: Localized) -> tuple[str, ...]:
    """Return tags of the site's languages in which a text is not there."""
    if text.anywhere is not None:
        return ()
    return tuple(tag for tag in centre.tags if tag not in text.by_language)


def place_of(centre: HelpCentre, text: Localized, fact: Fact) -> Span:
    """Return where a text of a fact stands, best in the source language; else the fact's name."""
    written = text.by_language.get(centre.source_language)
    if written is None:
        written = next(iter(text.texts), fact.name)
    return written.span


def has_faults(context: SourceContext, span: Span | None = None) -> bool:
    """Tell whether loading could not accept something of `topics.yml`, or of a part of it.

    Then what seems to be missing may be what was written there.
    """
    file = context.centre.data_files.get("topics.yml")
    if file is None:
        return False
    inside = span if span is not None else file.span(0, len(file.text))
    return any(
        found.span.file is file and inside.start <= found.span.start <= inside.end
        for findings in context.findings.values()
        for found in findings
    )
