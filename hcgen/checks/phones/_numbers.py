"""The numbers that rules look at, read once each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hcgen.channels.numbers import Number, Verdict, read_number
from hcgen.checks.context import SourceContext
from hcgen.model.channel import Channel
from hcgen.source import Text

_FIELDS = ("number", "alternative")
_BETWEEN = re.compile(r"\s*[,;/&]\s*")


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number of a telephone channel, as written and as read."""

    channel: Channel
    text: Text
    number: Number


def phone_numbers(context: SourceContext) -> Iterator[WrittenNumber]:
    """Yield the numbers of all telephone channels, in the order written."""
    contact = context.centre.contact
    for channel in contact.channels:
        if channel.kind != "phone":
            continue
        for name in _FIELDS:
            text = channel.values.get(name)
            if text is not None and text.value.strip():
                yield WrittenNumber(
                    channel, text, read_number(text.value, contact.organisation.country)
                )


def holds_several(written: str, country: str) -> bool:
    """Tell whether there is more behind a number: another one, or the last digits of one."""
    first, *others = _BETWEEN.split(written.strip())
    if not others or any(re.search(r"[^\d ()+.-]", part) or not part for part in others):
        return False
    return read_number(first, country).verdict in (Verdict.GOOD, Verdict.SHORT_CODE)
