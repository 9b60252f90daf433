"""TRN010: texts of topics and channels that one of the languages lacks."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import Wording
from hcgen.model.channel import Channel
from hcgen.model.help_centre import HelpCentre
from hcgen.model.localized import Localized

_CHANNEL = (
    "channels:\n  - id: mail\n    kind: email\n    address: help@example.com\n    hours: always\n"
)

RULE = Rule(
    code="TRN010",
    name="untranslated-text",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A text of topics.yml or channels.yml is not there in one of the site's languages.",
    why="It stands on many pages, where readers of that language find it in another one.",
    fix="Add the text in that language, or write one text without a language if it serves all.",
    since="0.1.0",
    bad=(
        Example({"content/topics.yml": "topics:\n  - path: account\n    title: {en: ⟦Account⟧}\n"}),
        Example(
            {
                "content/channels.yml": _CHANNEL
                + "    label: {id: Email, en: Email}\n    cost: {id: ⟦Gratis⟧}\n"
            }
        ),
        Example(
            {
                "content/topics.yml": "topics:\n  - path: account\n    title: Account\n"
                "    message: {id: ⟦'{problem}'⟧}\n"
                "requests:\n  facts: [order]\n"
                "  message: {en: ⟦'Hi. {problem}'⟧}\n"
                "facts:\n  - name: order\n    label: ID\n    good: AB-12\n"
                "    hint: {en: ⟦On the receipt⟧}\n    thin: {en: ⟦the blue one⟧}\n"
            }
        ),
    ),
    good=(
        Example({"content/topics.yml": "topics:\n  - path: account\n    title: Account\n"}),
        # a usual fact has a hint in every language
        Example(
            {
                "content/topics.yml": "facts:\n"
                "  - {name: since, hint: {en: The day will do}, good: {en: 3 May}}\n"
            }
        ),
        Example({"content/channels.yml": _CHANNEL + "    cost: {id: Gratis, en: Free}\n"}),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare the languages of each text with those of the site."""
    centre = context.centre
    names = {language.tag: Wording(language).english_name for language in centre.languages}
    for noun, localized in _texts(centre):
        if localized.anywhere is not None or not localized.by_language:
            continue
        missing = [tag for tag in names if tag not in localized.by_language]
        if not missing:
            continue
        text = localized.by_language.get(centre.source_language)
        if text is None:
            text = next(iter(localized.by_language.values()))
        listed = " and no ".join(names[tag] for tag in missing)
        yield Diagnostic(
            RULE,
            text.span,
            f"this {noun} has no {listed} text",
            help=f"add it with {' and '.join(f'{tag}:' for tag in missing)}",
        )


def _texts(centre: HelpCentre) -> Iterator[tuple[str, Localized]]:
    for topic in centre.topics.values():
        yield "title", topic.titles
        yield "description", topic.descriptions
        yield "message", topic.message
    yield "message", centre.requests.message
    for fact in centre.requests.own.values():
        if not fact.is_usual:  # those have words in every language; of labels and good examples
            yield "hint", fact.hint  # REQ001 and REQ006 have the word
            yield "thin example", fact.thin
    contact = centre.contact
    for channel in contact.channels:
        yield from _texts_of_channel(channel)
    business_hours = contact.organisation.business_hours
    for hours in (business_hours, *(channel.hours for channel in contact.channels)):
        for exception in hours.exceptions if hours else ():
            yield "reason", exception.reason


def _texts_of_channel(channel: Channel) -> Iterator[tuple[str, Localized]]:
    yield "label", channel.label
    yield "description", channel.description
    yield "cost", channel.cost
    for name, localized in channel.localized_values.items():
        yield f"“{name}”", localized
