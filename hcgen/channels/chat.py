"""A chat with a person, at an address of its own."""

from hcgen.channels._web import web_card
from hcgen.channels.kind import Field, Kind

KIND = Kind(
    "chat",
    (
        Field("url", "https://chat.awan.example/", is_required=True),
        Field("script", "https://chat.awan.example/widget.js"),
        Field("expect_text", "Start a chat"),
    ),
    web_card("channel.open_chat"),
    icon="material/chat-outline",
)
