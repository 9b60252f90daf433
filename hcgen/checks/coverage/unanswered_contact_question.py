"""COV006: questions about the contact itself that every help centre must answer."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.coverage._gaps import (
    is_there,
    names_of,
)
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import english_name
from hcgen.model.coverage import QUESTIONS
from hcgen.model.help_centre import HelpCentre
from hcgen.model.nearest import nearest
from hcgen.source import Span, Text

_CHANNELS = (
    "channels:\n  - {id: mail, kind: email, address: help@example.com, hours: always, "
    "promise: {respond_within: 2 days}}\nescalation: {complain_to: mail}\n"
)
_PRIVACY = {
    "content/en/privacy.md": "---\ntitle: Your data\n---\nText.\n",
    "content/id/privacy.md": "---\ntitle: Data Anda\n---\nTeks.\n",
}

RULE = Rule(
    code="COV006",
    name="unanswered-contact-question",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="The help centre does not say how to reach you, when, how long a reply takes, how to "
    "complain, or what you do with people's data.",
    why="Customers ask these five before they write; who finds no answer trusts nothing else.",
    fix="Complete channels.yml, write the article, or name the article that answers the question "
    "below “answers” in coverage.yml.",
    since="0.1.0",
    bad=(
        Example(
            {
                **_PRIVACY,
                "content/channels.yml": _CHANNELS.replace("escalation: {complain_to: mail}\n", ""),
            },
            unplaced="content/channels.yml",
        ),
        Example(
            {
                "content/channels.yml": _CHANNELS,
                "content/coverage.yml": "answers:\n  data: ⟦account/privcy⟧\n",
            }
        ),
        Example(
            {
                **_PRIVACY,
                "content/channels.yml": _CHANNELS,
                "content/coverage.yml": "answers: {data: ⟦privacy⟧}\n",
                "content/id/privacy.md": "---\ntitle: Data Anda\ndraft: true\n---\nTeks.\n",
            }
        ),
    ),
    good=(
        Example({**_PRIVACY, "content/channels.yml": _CHANNELS}),
        Example(
            {
                "content/channels.yml": _CHANNELS.replace("escalation: {complain_to: mail}\n", ""),
                "content/coverage.yml": "answers: {data: account/reset, complain: billing/pay}\n",
            }
        ),
        Example(
            {
                "content/channels.yml": _CHANNELS,
                "content/en/account/privacy.md": "---\ntitle: Your data\n---\nText.\n",
                "content/id/account/privacy.md": "---\ntitle: Data Anda\n---\nTeks.\n",
            }
        ),
    ),
)

_MISSING = {
    "reach": ("how to reach you", "add a channel that takes requests to channels.yml"),
    "hours": ("when they can reach you", "add hours: to a channel in channels.yml"),
    "reply": (
        "how long a reply takes",
        "add promise: {respond_within: 2 business days} to a channel in channels.yml",
    ),
    "complain": (
        "how to complain",
        "add escalation: {complain_to: …} with the id of a channel to channels.yml",
    ),
    "data": ("what you do with their data", "write a page privacy.md in each language's folder"),
}
"""Question -> what customers are not told, and what helps."""

_PRIVACY_NAME = "privacy"


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for the answer to each question in the data, then among the articles."""
    centre = context.centre
    file = centre.contact.file
    if file is None:
        return  # said by CON001
    keys = centre.keys
    is_broken = any(
        finding.span.file.path == file.path
        for found in context.findings.values()
        for finding in found
    )
    for question in QUESTIONS:
        named = centre.coverage.answers.get(question)
        if named is not None:
            yield from _by_article(context, question, named, keys.get(named.value))
        elif question == "data":
            yield from _about_data(context, file.start())
        elif not is_broken and not _is_said(centre, question):
            yield _unanswered(question, file.start())


def _is_said(centre: HelpCentre, question: str) -> bool:
    """Tell whether `channels.yml` answers a question."""
    contact = centre.contact
    channels = [channel for channel in contact.channels if channel.takes_requests]
    if question == "complain":
        return contact.complain_to is not None
    if question == "reach" or not channels:
        return bool(channels) or question != "reach"  # one cause is said once
    if question == "hours":
        return any(channel.hours is not None for channel in channels)
    return any(channel.promise for channel in channels)


def _unanswered(question: str, place: Span) -> Diagnostic:
    fact, advice = _MISSING[question]
    return Diagnostic(
        RULE,
        place,
        f"the help centre does not tell customers {fact}",
        help=f"{advice}, or name the article that says it: answers: {{{question}: …}} in "
        "coverage.yml",
    )


def _about_data(context: SourceContext, place: Span) -> Iterator[Diagnostic]:
    centre = context.centre
    key = next(
        (
            article.key
            for article in centre.articles
            if article.key in centre.translations
            and _PRIVACY_NAME in (article.key, article.path.rpartition("/")[2])
        ),
        None,
    )
    if key is not None:
        yield from _versions(context, "data", key, centre.source_of(key).place)
    elif not any(centre.is_unreadable(tag, _PRIVACY_NAME) for tag in centre.tags):
        yield _unanswered("data", centre.coverage.file.start() if centre.coverage.file else place)


def _by_article(
    context: SourceContext, question: str, named: Text, key: str | None
) -> Iterator[Diagnostic]:
    centre = context.centre
    if key is not None:
        yield from _versions(context, question, key, named.span)
    elif not any(centre.is_unreadable(tag, named.value) for tag in centre.tags):
        yield Diagnostic(
            RULE,
            named.span,
            f"there is no article “{named.value}”, which is to say {_MISSING[question][0]}",
            help=nearest(named.value, centre.keys, otherwise="write it, or name another one"),
        )


def _versions(context: SourceContext, question: str, key: str, place: Span) -> Iterator[Diagnostic]:
    """Yield the languages in which an article is there and customers do not see it.

    Where it has no version at all, TRN001 says so.
    """
    centre = context.centre
    names = names_of(centre, key)
    is_source_seen = centre.source_of(key).is_published(context.today)
    for tag in centre.tags:
        if is_there(centre, key, tag, context.today) or centre.coverage.has_waiver(names, tag):
            continue
        if tag not in centre.translations[key] and is_source_seen:
            continue
        yield Diagnostic(
            RULE,
            place,
            f"“{key}”, which is to say {_MISSING[question][0]}, is not published in "
            f"{english_name(tag)}",
            help="publish it, or name another article in coverage.yml",
        )
