"""Every kind of channel can be tried, or says why it cannot."""

import subprocess
import sys
from time import monotonic

import pytest

from hcgen.channels import kinds
from hcgen.channels._profile_signs import SIGNS, UNTOLD
from hcgen.channels.probing import hosts_of, observe
from hcgen.channels.social import PROFILES
from hcgen.model.probe import Verdict, deciding
from hcgen.model.probe_reasons import REASONS
from tests.channels.probing import channel, said
from tests.loopback import Internet


def test_every_kind_is_tried_or_says_why_it_is_not() -> None:
    for kind in kinds().values():
        assert (kind.probe is None) == bool(kind.untried), kind.name
        assert not kind.untried or kind.untried in REASONS


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("phone", "phone-not-dialled"),
        ("postal", "letters-not-sent"),
        ("visit", "nobody-went-there"),
    ],
)
def test_what_cannot_be_tried_from_outside_asks_nobody(
    internet: Internet, kind: str, reason: str
) -> None:
    number = channel(kind, number="+62 21 5790 1234")
    seen = observe(number, "ID", internet.network(), monotonic() + 1)
    assert (deciding(seen).verdict, deciding(seen).reason) == (Verdict.UNVERIFIABLE, reason)
    assert hosts_of(number) == ()
    assert internet.names.asked == []


@pytest.mark.parametrize(
    ("kind", "values", "hosts"),
    [
        (
            "chat",
            {"url": "https://Chat.Awan.test/x", "script": "https://cdn.test/w.js"},
            ("chat.awan.test", "cdn.test"),
        ),
        ("community", {"url": "https://forum.awan.test/"}, ("forum.awan.test",)),
        ("email", {"address": "help@Awan.test"}, ("awan.test",)),
        ("form", {"url": "https://awan.test/form"}, ("awan.test",)),
        ("telegram", {"handle": "awanhosting"}, ("t.me",)),
        ("social", {"network": "youtube", "handle": "awan"}, ("www.youtube.com",)),
        ("social", {"network": "mastodon", "handle": "a@social.test"}, ("social.test",)),
        ("social", {"network": "instagram", "handle": "awan"}, ()),
        ("whatsapp", {"number": "+62 812 3456 7890"}, ()),
    ],
)
def test_the_hosts_that_a_probe_asks_are_known_before(
    kind: str, values: dict[str, str], hosts: tuple[str, ...]
) -> None:
    assert hosts_of(channel(kind, **values)) == hosts


def test_a_channel_without_a_target_is_broken(internet: Internet) -> None:
    for kind in ("chat", "community", "email", "form", "social", "telegram", "whatsapp"):
        assert said(internet, channel(kind)) == (Verdict.BROKEN, "no-target")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("+62 812 3456 7890", (Verdict.UNVERIFIABLE, "whatsapp-shows-nothing")),
        ("12", (Verdict.BROKEN, "number-impossible")),
        ("call us", (Verdict.BROKEN, "number-impossible")),
    ],
)
def test_whatsapp_is_never_asked(
    internet: Internet, number: str, expected: tuple[Verdict, str]
) -> None:
    assert said(internet, channel("whatsapp", number=number)) == expected


@pytest.mark.parametrize(
    ("network", "reason"),
    [
        ("facebook", "network-wants-login"),
        ("instagram", "network-wants-login"),
        ("line", "network-shows-nothing"),
        ("linkedin", "network-refuses-programs"),
        ("threads", "network-wants-login"),
        ("tiktok", "network-shows-nothing"),
        ("X", "network-refuses-programs"),
    ],
)
def test_networks_that_cannot_tell_are_never_asked(
    internet: Internet, network: str, reason: str
) -> None:
    profile = channel("social", network=network, handle="awan")
    assert said(internet, profile) == (Verdict.UNVERIFIABLE, reason)
    assert internet.names.asked == []


def test_of_every_network_it_is_known_how_it_can_be_tried() -> None:
    assert set(SIGNS) | set(UNTOLD) == {*PROFILES, "telegram"}
    assert set(SIGNS) & set(UNTOLD) == set()


def test_builds_which_ask_nobody_load_nothing_to_ask_with() -> None:
    code = (
        "import sys; from hcgen.channels import kinds; kinds();"
        " print(sorted({'dns', 'idna', 'ssl', 'http.client', 'smtplib'} & set(sys.modules)))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "[]"
