"""The content security policy: strict by default, and only as wide as the settings say."""

import json
from pathlib import Path

import pytest

from hcgen.diagnostics import Findings
from hcgen.load import load_settings
from hcgen.model.policy import allows_address, content_security_policy, holds_media
from hcgen.model.settings import HOST_USES, Settings
from tests._site import write_site
from tests.browser.serving import POLICY


def settings_of(
    folder: Path, site_url: str = "https://help.example.com/", **options: object
) -> Settings:
    findings = Findings()
    text = f"site_name: Help\nsite_url: {site_url}\nplugins: [{{hcgen: {json.dumps(options)}}}]\n"
    settings = load_settings(write_site(folder, {"mkdocs.yml": text}), findings)
    assert len(findings) == 0
    return settings


def directives(policy: str) -> dict[str, list[str]]:
    """Return directive -> sources; a directive may stand in a policy once only."""
    found: dict[str, list[str]] = {}
    for part in policy.split("; "):
        name, *sources = part.split(" ")
        assert name not in found
        found[name] = sources
    return found


def test_by_default_only_the_site_itself_is_allowed(tmp_path: Path) -> None:
    assert content_security_policy(settings_of(tmp_path)) == POLICY


def test_a_site_with_films_may_play_them(tmp_path: Path) -> None:
    policy = content_security_policy(settings_of(tmp_path), has_media=True)
    assert directives(policy) == directives(POLICY) | {"media-src": ["'self'"]}


@pytest.mark.parametrize(
    ("use", "directive"),
    [
        ("connections", "connect-src"),
        ("fonts", "font-src"),
        ("frames", "frame-src"),
        ("images", "img-src"),
        ("media", "media-src"),
        ("scripts", "script-src"),
        ("styles", "style-src"),
    ],
)
def test_a_host_is_allowed_for_its_use_only(tmp_path: Path, use: str, directive: str) -> None:
    policy = content_security_policy(
        settings_of(tmp_path, allowed_hosts={use: ["b.example", "a.example", "b.example"]})
    )
    default = directives(POLICY)
    hosts = ["https://b.example", "https://a.example"]
    assert directives(policy) == default | {directive: [*default.get(directive, []), *hosts]}


def test_every_use_has_a_directive(tmp_path: Path) -> None:
    hosts = {use: [f"{use}.example"] for use in HOST_USES}
    policy = content_security_policy(settings_of(tmp_path, allowed_hosts=hosts))
    for use in HOST_USES:
        assert policy.count(f"https://{use}.example") == 1


@pytest.mark.parametrize(
    ("endpoint", "source"),
    [
        ("https://answers.example.com/a/b?c=d", "https://answers.example.com"),
        ("https://answers.example.com?c=d", "https://answers.example.com"),
        ("HTTPS://Answers.example.com:8443/a", "https://answers.example.com:8443"),
    ],
)
def test_answers_may_be_sent_to_their_endpoint(tmp_path: Path, endpoint: str, source: str) -> None:
    policy = content_security_policy(settings_of(tmp_path, feedback={"endpoint": endpoint}))
    assert directives(policy) == directives(POLICY) | {"connect-src": ["'self'", source]}


def test_answers_to_the_site_itself_change_nothing(tmp_path: Path) -> None:
    for feedback in ({"endpoint": "/feedback"}, {"analytics": "matomo"}):
        assert content_security_policy(settings_of(tmp_path, feedback=feedback)) == POLICY


def test_queries_that_find_nothing_may_be_sent_to_their_endpoint(tmp_path: Path) -> None:
    policy = content_security_policy(
        settings_of(
            tmp_path,
            feedback={"endpoint": "https://answers.example.com/a"},
            search={"endpoint": "https://Queries.example.com:8443/q?x=y"},
        )
    )
    sources = ["'self'", "https://answers.example.com", "https://queries.example.com:8443"]
    assert directives(policy)["connect-src"] == sources
    own = settings_of(tmp_path, search={"endpoint": "/unanswered"})
    assert content_security_policy(own) == POLICY


def test_a_host_that_is_allowed_twice_stands_there_once(tmp_path: Path) -> None:
    policy = content_security_policy(
        settings_of(
            tmp_path,
            allowed_hosts={"connections": ["answers.example.com"]},
            feedback={"endpoint": "https://answers.example.com/a"},
        )
    )
    assert directives(policy)["connect-src"] == ["'self'", "https://answers.example.com"]


@pytest.mark.parametrize("path", ["assets/step.mp4", "id/a/Step.WEBM", "assets/ring.ogg"])
def test_films_and_sounds_are_told_by_their_endings(path: str) -> None:
    assert holds_media(["assets/form.svg", path])
    assert not holds_media(["assets/form.svg", "assets/mp4", "assets/step.mp4.txt"])


@pytest.mark.parametrize(
    ("address", "is_allowed"),
    [
        ("https://images.example.com/a.png", True),
        ("https://IMAGES.example.com:443/a.png", True),
        ("//images.example.com/a.png", True),
        ("http://images.example.com/a.png", False),
        ("http://images.example.com:443/a.png", False),
        ("https://images.example.com:8443/a.png", False),
        ("https://more.images.example.com/a.png", False),
        ("https://example.com/a.png", False),
        ("https://cdn.example.org/a.png", True),
        ("https://a.cdn.example.net/a.png", True),
        ("https://cdn.example.net/a.png", False),
        ("https://evilcdn.example.net/a.png", False),
        ("https://cdn.example.org:8443/a.png", False),
        ("https://ports.example.com:8443/a.png", True),
        ("https://ports.example.com/a.png", False),
        ("https://help.example.com/assets/a.png", True),
        ("http://help.example.com/assets/a.png", False),
        ("https://bücher.example/a.png", True),
        ("https://[broken/a.png", False),
        ("https://images.example.com:port/a.png", False),
        ("https://images.example.com@elsewhere.example/a.png", False),
    ],
)
def test_an_address_is_allowed_as_browsers_read_the_policy(
    tmp_path: Path, address: str, is_allowed: bool
) -> None:
    hosts = [
        "images.example.com",
        "cdn.example.org",
        "*.cdn.example.net",
        "ports.example.com:8443",
        "xn--bcher-kva.example",
    ]
    settings = settings_of(tmp_path, allowed_hosts={"images": hosts})
    assert allows_address(settings, "images", address) is is_allowed
    assert allows_address(settings, "media", "https://images.example.com/a.mp4") is False
