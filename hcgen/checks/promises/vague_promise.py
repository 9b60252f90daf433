"""SLA003: words that sound like a promise and are none."""

import re
from collections.abc import Iterable, Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import load_language
from hcgen.model.localized import Localized
from hcgen.source import Text

_MAIL = (
    "channels:\n  - id: mail\n    kind: email\n    address: help@example.com\n    hours: always\n"
)

RULE = Rule(
    code="SLA003",
    name="vague-promise",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="The words of a channel promise an answer without saying when.",
    why="“As soon as possible” may be today or next month; customers have read it too often.",
    fix="Write how long it takes as a promise, such as respond_within: 2 business days, and leave "
    "the words out.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": f"{_MAIL}    description:\n"
                "      en: We reply ⟦as soon as possible⟧.\n"
                "      id: Kami balas ⟦secepatnya⟧.\n"
            }
        ),
        Example(
            {"content/channels.yml": f'{_MAIL}    description: "Kami jawab ⟦dengan  segera⟧!"\n'}
        ),
        Example({"content/channels.yml": f"{_MAIL}    label: Email, answered ⟦ASAP⟧\n"}),
    ),
    good=(
        # a number tells
        Example(
            {
                "content/channels.yml": f"{_MAIL}    description:\n"
                "      en: We reply as soon as we can, within 2 days at the latest.\n"
                "      id: Kami balas secepatnya, paling lambat 2 hari.\n"
            }
        ),
        # smoke, and a part of a longer word
        Example(
            {
                "content/channels.yml": f"{_MAIL}    description:\n"
                "      en: For alarms.\n      id: Untuk laporan asap dan api.\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for the phrases of each text's language."""
    tags = context.centre.tags
    patterns = {tag: _pattern(load_language(tag).norms.vague_promises) for tag in tags}
    for channel in context.centre.contact.channels:
        for tag, text in (*_texts(channel.label), *_texts(channel.description)):
            written = text.span.text
            if any(char.isdecimal() for char in written):
                continue
            for pattern in patterns.values() if not tag else filter(None, [patterns.get(tag)]):
                match = pattern.search(written)
                if match is None:
                    continue
                yield Diagnostic(
                    RULE,
                    text.span.slice(*match.span()),
                    f"“{match[0]}” does not say when customers get an answer",
                    help="leave it out, and write promise: {respond_within: 2 business days}",
                )
                break


def _texts(localized: Localized) -> Iterator[tuple[str, Text]]:
    """Yield language tag and text; no tag for a text that serves all languages."""
    yield from localized.by_language.items()
    if localized.anywhere is not None:
        yield "", localized.anywhere


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(_one, phrases)))


def _one(phrase: str) -> str:
    words = r"\s+".join(map(re.escape, phrase.split()))
    if not phrase.isupper():
        words = f"(?i:{words})"
    # scripts without capitals have no blanks between words either, or none that help
    return rf"(?<!\w){words}(?!\w)" if phrase[0].lower() != phrase[0].upper() else words
