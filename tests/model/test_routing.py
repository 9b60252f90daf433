"""Which channels are offered where."""

from pathlib import Path

import pytest

from hcgen.load import load_help_centre
from hcgen.model.help_centre import HelpCentre
from hcgen.model.routing import routed_channels
from tests._site import write_site

CHANNELS = """channels:
  - {id: phone, kind: phone, number: "14045"}
  - {id: mail, kind: email, address: help@example.com}
  - {id: chat, kind: chat, url: "https://chat.example.com/"}
  - {id: news, kind: social, network: x, handle: awan, supports_requests: false}
"""

ARTICLES: dict[str, str | bytes] = {
    "mkdocs.yml": "plugins: [{hcgen: {languages: [en]}}]\n",
    "content/en/account/a.md": "# A\n",
    "content/en/account/login/b.md": "# B\n",
    "content/en/billing/c.md": "# C\n",
}


def centre_of(folder: Path, channels: str, topics: str = "topics: []\n") -> HelpCentre:
    files = {**ARTICLES, "content/channels.yml": channels, "content/topics.yml": topics}
    return load_help_centre(write_site(folder, files)).centre


def ids(
    centre: HelpCentre, topic: str = "", service: str = "", limit: int | None = None
) -> list[str]:
    found = routed_channels(centre, topic, service=service, limit=limit)
    return [channel.id.value for channel in found]


ROUTES = "routing:\n  account: [chat]\n  money: [mail]\n  default: [phone, news]\n"
TOPICS = """topics:
  - {path: account/login, channels: [mail]}
  - {path: billing, service: money}
"""


@pytest.mark.parametrize(
    ("topic", "service", "expected"),
    [
        ("account/login", "", ["mail"]),  # the topic's own
        ("account", "", ["chat"]),  # its route
        ("billing", "", ["mail"]),  # the route of its service
        ("account", "money", ["chat"]),  # the topic is nearer than the article's service
        ("", "money", ["mail"]),
        ("", "", ["phone", "news"]),  # the default
        ("billing", "unknown", ["phone", "news"]),  # the article's service counts, not the topic's
    ],
)
def test_the_nearest_list_decides(
    tmp_path: Path, topic: str, service: str, expected: list[str]
) -> None:
    assert ids(centre_of(tmp_path, CHANNELS + ROUTES, TOPICS), topic, service) == expected


def test_a_topic_inside_another_takes_its_parents_route(tmp_path: Path) -> None:
    assert ids(centre_of(tmp_path, CHANNELS + ROUTES), "account/login") == ["chat"]


def test_the_best_are_chosen_and_shown_in_the_order_of_the_file(tmp_path: Path) -> None:
    centre = centre_of(tmp_path, CHANNELS + "routing: {default: [chat, mail, phone]}\n")
    assert ids(centre, limit=2) == ["mail", "chat"]


def test_a_list_of_channels_that_do_not_exist_is_passed_over(tmp_path: Path) -> None:
    centre = centre_of(tmp_path, CHANNELS + "routing: {account: [gone], default: [mail]}\n")
    assert ids(centre, "account") == ["mail"]


def test_without_routing_every_channel_that_takes_requests_is_offered(tmp_path: Path) -> None:
    assert ids(centre_of(tmp_path, CHANNELS), "account") == ["phone", "mail", "chat"]
