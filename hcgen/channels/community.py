"""A forum where customers help each other."""

from hcgen.channels._door import hosts_of_url, probe_door
from hcgen.channels._web import web_card
from hcgen.channels.kind import Field, Kind

KIND = Kind(
    "community",
    (
        Field("url", "https://forum.awan.example/", is_required=True),
        Field("expect_text", "Latest questions"),
    ),
    web_card("channel.open_community"),
    icon="material/forum-outline",
    probe=probe_door,
    hosts=hosts_of_url,
)
