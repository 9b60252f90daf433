"""A form or ticket portal on the web."""

from hcgen.channels._web import web_card
from hcgen.channels.kind import Field, Kind

KIND = Kind(
    "form",
    (
        Field("url", "https://help.awan.example/ticket", is_required=True),
        Field("expect_text", "Send a request"),
    ),
    web_card("channel.open_form"),
    icon="material/form-select",
)
