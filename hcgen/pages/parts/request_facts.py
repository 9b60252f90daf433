"""What requests are asked for, and what their messages look like, in words of a language."""

from dataclasses import dataclass

from hcgen.languages import Wording
from hcgen.load.articles import humanised
from hcgen.model.help_centre import HelpCentre
from hcgen.model.localized import NOTHING, Localized
from hcgen.model.request import USUAL_FACTS, message_template, placeholders
from hcgen.pages.parts.channel_words import ChannelWords


@dataclass(frozen=True, slots=True)
class RequestFact:
    """A fact in a language; all but the label may be empty.

    Attributes:
        form: One of `hcgen.model.request.FORMS`.
    """

    label: str
    hint: str
    good: str
    thin: str
    form: str


def request_fact(centre: HelpCentre, name: str, words: Wording) -> RequestFact:
    """Return a fact: in the site's words, else in those of the language's file."""
    own = centre.requests.own.get(name)
    strings = words.language.strings

    def text(localized: Localized, key: str) -> str:
        found = localized.get(words.language.tag, centre.source_language)
        usual = strings.get(f"{key}.{name}") if name in USUAL_FACTS else None
        return found or (usual if isinstance(usual, str) else "")

    return RequestFact(
        label=text(own.label if own else NOTHING, "fact") or humanised(name),
        hint=text(own.hint if own else NOTHING, "fact_hint"),
        good=text(own.good if own else NOTHING, "fact_good"),
        thin=text(own.thin if own else NOTHING, "fact_thin"),
        form=centre.requests.form(name),
    )


def own_template(centre: HelpCentre, topic: str, words: Wording) -> str:
    """Return the site's template of messages about a topic; empty where it has none."""
    template = message_template(topic, centre.topics, centre.requests, words.language.tag)
    return ChannelWords(centre, words).plain(template.value) if template else ""


def blank_message(centre: HelpCentre, names: tuple[str, ...], template: str, words: Wording) -> str:
    """Return a message to be filled in by hand.

    Args:
        names: Of the facts to ask for.
        template: With placeholders.
    """
    labels = {name: request_fact(centre, name, words).label for name in names}
    shown = {item.name for item in placeholders(template)}
    values = {
        "problem": f"{words.text('request.problem')}\n",
        "facts": "\n".join(f"{label}: " for name, label in labels.items() if name not in shown),
        **{name: f"{label}: " for name, label in labels.items()},
    }
    text = template
    for item in reversed(placeholders(template)):
        text = text[: item.start] + values.get(item.name, "") + text[item.end :]
    paragraphs = (part.strip("\n") for part in text.split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part.strip())
