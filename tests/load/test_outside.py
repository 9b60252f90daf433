"""What settings let pages reach beyond the site; nothing hostile gets through."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.diagnostics import Findings
from hcgen.load.fields import Fields
from hcgen.load.outside import load_allowed_hosts, load_feedback, load_search_endpoint
from hcgen.load.settings import load_settings
from hcgen.load.yaml_tree import YamlMapping, parse_yaml
from hcgen.model.settings import HOST_USES, Feedback
from hcgen.source import SourceFile
from tests._site import write_site


def fields_of(options: object) -> tuple[Fields, Findings]:
    findings = Findings()
    tree = parse_yaml(SourceFile("mkdocs.yml", json.dumps(options)), findings)
    assert isinstance(tree, YamlMapping)
    return Fields(tree, findings), findings


def hosts_of(hosts: object, use: str = "images") -> tuple[tuple[str, ...], list[str]]:
    """Return the sources for a use, and what was found."""
    fields, findings = fields_of({"allowed_hosts": {use: hosts}})
    found = load_allowed_hosts(fields, findings)
    assert set(found) <= {use}
    return found.get(use, ()), [finding.message for finding in findings]


def feedback_of(endpoint: str) -> tuple[Feedback | None, list[str]]:
    fields, findings = fields_of({"feedback": {"endpoint": endpoint}})
    return load_feedback(fields, findings), [finding.message for finding in findings]


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ("images.example.com", "https://images.example.com"),
        ("Images.Example.COM", "https://images.example.com"),
        ("https://images.example.com/", "https://images.example.com"),
        ("*.example.com", "https://*.example.com"),
        ("images.example.com:8443", "https://images.example.com:8443"),
        ("wss://chat.example.com", "wss://chat.example.com"),
        ("xn--bcher-kva.example", "https://xn--bcher-kva.example"),
        ("localhost", "https://localhost"),
    ],
)
def test_a_host_becomes_a_source(written: str, source: str) -> None:
    assert hosts_of(written) == ((source,), [])


@pytest.mark.parametrize(
    "written",
    [
        "*",
        "*.",
        "a.*.example",
        "'self'",
        "'unsafe-inline'",
        "data:",
        "blob:",
        "https:",
        "http://images.example.com",
        "javascript://images.example.com",
        "//images.example.com",
        "https://https://images.example.com",
        "images.example.com/path",
        "images.example.com?x",
        "images.example.com#;script-src *",
        "images.example.com; script-src *",
        "images.example.com, default-src *",
        "images.example.com other.example.com",
        "images.example.com\nscript-src *",
        "images.\nexample.com",
        "images.\texample.com",
        'images.example.com"><script>',
        "someone@images.example.com",
        "images.example.com:0",
        "images.example.com:99999",
        "images.example.com\\x",
        "images..example.com",
        "-",
        "..",
        "[::1]",
        "bücher.example",
        "\u212aelvin.example",
    ],
)
def test_what_is_no_host_is_reported_and_left_out(written: str) -> None:
    assert hosts_of([written, "good.example"]) == (
        ("https://good.example",),
        [f"“{written}” is not the name of a host"],
    )


def test_a_use_that_does_not_exist_is_reported() -> None:
    fields, findings = fields_of({"allowed_hosts": {"image": ["images.example.com"]}})
    assert load_allowed_hosts(fields, findings) == {}
    assert [(finding.rule_name, finding.help) for finding in findings] == [
        ("unknown-key", "did you mean “images”?")
    ]


# YAML takes no surrogates, as which JSON writes what lies beyond
LETTERS = st.characters(codec="utf-8", max_codepoint=0xFFFF)


@given(st.sampled_from(HOST_USES), st.text(LETTERS, max_size=40))
def test_a_source_is_always_one_word_of_a_policy(use: str, written: str) -> None:
    sources, _ = hosts_of([written, f"https://{written}", f"{written}.example"], use)
    for source in sources:
        scheme, _, host = source.partition("://")
        assert scheme in ("https", "wss")
        assert set(host) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-:*")
        assert host != "*"


@pytest.mark.parametrize(
    "endpoint",
    [
        "/feedback",
        "/",
        "/api/answers?site=help",
        "https://answers.example.com",
        "https://answers.example.com/a/b?c=d",
        "https://answers.example.com:8443/a",
        "HTTPS://Answers.example.com/a",
    ],
)
def test_an_endpoint_is_an_https_address_or_a_path(endpoint: str) -> None:
    assert feedback_of(endpoint) == (Feedback(endpoint, ""), [])


@pytest.mark.parametrize(
    "endpoint",
    [
        "feedback",
        "//answers.example.com/a",
        "/\\answers.example.com",
        "http://answers.example.com/a",
        "javascript:alert(1)",
        "https:///a",
        "https://*/a",
        "https://*.example.com/a",
        "https://bücher.example/a",
        "https://someone:secret@answers.example.com/a",
        "https://answers.example.com\\@elsewhere.example/a",
        "https://answers.example.com:/a",
        "https://answers.example.com:0/a",
        "https://answers.example.com:99999/a",
        "https://answers.example.com;script-src",
        "https://answers.example.com/a;script-src *",
        "https://answers.example.com/a,b",
        "https://answers.example.com/a b",
        "https://answers.example.com/a\nb",
        "https://answers.\texample.com/a",
        "https://answers.example.com/\0",
        "https://answers.example.com/'",
        '/a"onclick=',
        "/<script>",
        "/a\u00a0b",
    ],
)
def test_what_takes_no_answers_is_reported_and_left_out(endpoint: str) -> None:
    assert feedback_of(endpoint) == (
        None,
        [f"“endpoint” is “{endpoint}”, not an address that takes answers"],
    )


def test_analytics_are_taken_without_an_endpoint() -> None:
    fields, findings = fields_of({"feedback": {"endpoint": "x y", "analytics": "matomo"}})
    assert load_feedback(fields, findings) == Feedback("", "matomo")
    assert len(findings) == 1


def test_analytics_that_hcgen_does_not_know_are_reported() -> None:
    fields, findings = fields_of({"feedback": {"analytics": "matomoo"}})
    assert load_feedback(fields, findings) is None
    assert [finding.help for finding in findings] == ["did you mean “matomo”?"]


def test_a_configuration_without_them_allows_nothing(tmp_path: Path) -> None:
    findings = Findings()
    settings = load_settings(write_site(tmp_path, {"mkdocs.yml": "site_name: Help\n"}), findings)
    assert (settings.allowed_hosts, settings.feedback) == ({}, None)
    assert settings.search_endpoint == ""


@pytest.mark.parametrize(
    ("endpoint", "taken"),
    [
        ("/unanswered", "/unanswered"),
        ("https://answers.example.com/a", "https://answers.example.com/a"),
        ("http://answers.example.com/a", ""),
        ("https://answers.example.com/a;script-src *", ""),
    ],
)
def test_queries_go_to_an_https_address_or_a_path(endpoint: str, taken: str) -> None:
    fields, findings = fields_of({"search": {"endpoint": endpoint}})
    assert load_search_endpoint(fields, findings) == taken
    assert bool(len(findings)) == (not taken)
