"""What channels are called."""

from hcgen.languages import Wording
from hcgen.model.channel import Channel


def channel_name(channel: Channel, words: Wording, source_language: str) -> str:
    """Return a channel's label in a language; its kind's name where the writer gave none."""
    label = channel.label.get(words.language.tag, source_language)
    return label or words.text(f"channel.{channel.kind}")
