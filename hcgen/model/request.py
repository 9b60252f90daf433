"""What a customer's request should tell, and how its message is put together.

A *fact* is one thing that support needs to know, such as the exact text of an error. A *message
template* is the text that the customer sends; ``{problem}`` in it is what the customer wrote.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from hcgen.model.channel_reference import REFERENCE
from hcgen.model.localized import NOTHING, Localized
from hcgen.model.topic import Topic
from hcgen.source import Span, Text

FORMS = ("line", "text", "attachment")
"""How a fact is asked for: one line, several lines, or something to send along."""

USUAL_FACTS: Mapping[str, str] = MappingProxyType(
    {
        "account": "line",
        "domain": "line",
        "error": "text",
        "tried": "text",
        "since": "line",
        "screenshot": "attachment",
    }
)
"""Name -> form of the facts for which every language file has words."""

DEFAULT_FACTS = ("error", "tried", "since")
"""What is asked where a site names no facts."""

MESSAGE_PARTS = ("problem", "facts", "trail", "topic")
"""Placeholders of a message that are no facts: what the customer wrote, all facts with their
labels, the articles read and searches made, and the title of the topic."""

FACT_NAME = re.compile(r"[a-z][a-z0-9_-]*")
"""A plain word, because it is written between braces in a message."""

_PLACEHOLDER = re.compile(r"(?<!\{)\{(?!\s*\})([^{}\n]+)\}(?!\})")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that a site defines: one of its own, or other words for a usual one.

    Attributes:
        label: What it is called.
        hint: Where customers find it.
        good: An answer that helps, as an example.
        thin: An answer that does not.
        form: One of `FORMS`.
        span: Of the whole entry.
    """

    name: Text
    label: Localized
    hint: Localized
    good: Localized
    thin: Localized
    form: str
    span: Span

    @property
    def is_usual(self) -> bool:
        """The language files have words for it, where the site has none."""
        return self.name.value in USUAL_FACTS


@dataclass(frozen=True, slots=True)
class Requests:
    """What `topics.yml` says about requests on the whole.

    Attributes:
        facts: Names, for topics that name none, and whose parents name none.
        message: The template of topics that have none, and whose parents have none.
        article: Key of the article that tells how to write a request, where it is named.
        own: Name -> fact that the site defines, in the order written.
    """

    facts: tuple[Text, ...]
    message: Localized
    article: Text | None
    own: Mapping[str, Fact]

    def form(self, name: str) -> str:
        """Return how a fact is asked for."""
        own = self.own.get(name)
        return own.form if own is not None else USUAL_FACTS.get(name, FORMS[0])


NO_REQUESTS = Requests((), NOTHING, None, {})
"""What a site has that says nothing about requests."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A word between braces, and where it stands in its template, braces included."""

    name: str
    start: int
    end: int


def needed_facts(topic: str, topics: Mapping[str, Topic], requests: Requests) -> tuple[str, ...]:
    """Return the names of the facts that a request about a topic needs, in order.

    The nearest list counts: the topic's own, that of a topic around it, the site's, and where there
    is none `DEFAULT_FACTS`.

    Args:
        topic: Path; empty for requests about anything.
    """
    for around in _outwards(topic, topics):
        if around.facts:
            return tuple(text.value for text in around.facts)
    return tuple(text.value for text in requests.facts) or DEFAULT_FACTS


def message_template(
    topic: str, topics: Mapping[str, Topic], requests: Requests, tag: str
) -> Text | None:
    """Return the template for a message about a topic; None where the site has none.

    The nearest one counts that is there in the language: the topic's own, that of a topic around
    it, the site's. One in another language never counts, because the customer sends it.

    Args:
        topic: Path; empty for requests about anything.
        tag: Of the language in which the message is written.
    """
    messages = (around.message for around in _outwards(topic, topics))
    for message in (*messages, requests.message):
        text = message.by_language.get(tag) or message.anywhere
        if text is not None:
            return text
    return None


def placeholders(template: str) -> tuple[Placeholder, ...]:
    """Return the placeholders of a message, in order.

    A brace beside another one is text, and so is one without its other half; references to
    channels stay what they are.
    """
    masked = REFERENCE.sub(lambda match: " " * len(match[0]), template)
    return tuple(
        Placeholder(match[1], match.start(), match.end()) for match in _PLACEHOLDER.finditer(masked)
    )


def known_placeholders(topics: Mapping[str, Topic], requests: Requests) -> frozenset[str]:
    """Return what a message of a site may have between braces, facts without words included."""
    asked = (text.value for topic in topics.values() for text in topic.facts)
    named = (text.value for text in requests.facts)
    return frozenset((*MESSAGE_PARTS, *USUAL_FACTS, *requests.own, *asked, *named))


def _outwards(path: str, topics: Mapping[str, Topic]) -> Iterator[Topic]:
    while path:
        topic = topics.get(path)
        if topic is not None:
            yield topic
        path = path.rpartition("/")[0]
