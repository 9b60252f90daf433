"""`_headers`: what hosts that read it send with each file of a built site."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from hcgen.languages import shipped_tags
from hcgen.model.url import output_file
from tests._site import write_site
from tests.browser.serving import POLICY
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pipeline.building import build_site, build_text

Rules = Mapping[str, list[tuple[str, str]]]

FOR_EVER = "public, max-age=31536000, immutable"
ONE_LANGUAGE = {
    path: text for path, text in CLEAN_CENTRE.items() if not path.startswith("content/id/")
} | {"mkdocs.yml": CLEAN_CENTRE["mkdocs.yml"].replace("[en, id]", "[en]")}


def with_options(options: str, *, site_url: str = "https://help.example.com/") -> dict[str, str]:
    """Return the small help centre with more options below the plugin."""
    config = f"site_name: Help\nsite_url: {site_url}\nplugins:\n- hcgen:\n    languages: [en]\n"
    return ONE_LANGUAGE | {"mkdocs.yml": f"{config}    {options}\n"}


def rules_of(site: Mapping[str, bytes]) -> Rules:
    """Return path -> headers of the file, which is in the format that hosts describe."""
    rules: dict[str, list[tuple[str, str]]] = {}
    path = ""
    for line in site["_headers"].decode("ascii").splitlines():
        assert len(line) <= 2000
        if line.startswith("/"):
            path = line
            assert path not in rules
            assert path.count("*") <= 1
            assert ":" not in path
            rules[path] = []
        else:
            match = re.fullmatch(r"  ([A-Za-z-]+): (\S.*\S)", line)
            assert match, line
            rules[path].append((match[1], match[2]))
    assert len(rules) <= 100
    assert all(rules.values())
    return rules


def headers_of(rules: Rules, path: str) -> dict[str, str]:
    """Return what a host sends with a path; a header of two rules would be joined."""
    found: dict[str, str] = {}
    for pattern, headers in rules.items():
        if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path):
            for name, value in headers:
                assert name not in found, f"{path}: {name} is in two rules"
                found[name] = value
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return build_text(tmp_path_factory.mktemp("site"), CLEAN_CENTRE)


def test_every_file_has_the_policy_and_says_what_it_is(site: Mapping[str, bytes]) -> None:
    rules = rules_of(site)
    for path in ["/", "/en/", "/en/account/reset/", "/gone", *(f"/{name}" for name in site)]:
        headers = headers_of(rules, path)
        assert headers["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'self'", path
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
        assert headers["Permissions-Policy"] == "camera=(), microphone=(), geolocation=()"


def test_what_has_a_hash_in_its_name_is_kept_and_nothing_else(site: Mapping[str, bytes]) -> None:
    rules = rules_of(site)
    hashed = {name for name in site if re.search(r"[-.][0-9a-f]{10}\.[a-z0-9]+$", name)}
    assert {name.partition("/")[0] for name in hashed} == {"static", "search"}
    kept = {
        name for name in site if headers_of(rules, f"/{name}").get("Cache-Control", "") == FOR_EVER
    }
    assert kept == hashed


def test_the_list_of_the_parts_of_the_index_is_asked_for_each_time(
    site: Mapping[str, bytes],
) -> None:
    rules = rules_of(site)
    for name in ("search/en.json", "search/id.json"):
        assert name in site
        cache = headers_of(rules, f"/{name}")["Cache-Control"]
        assert cache == "public, max-age=0, must-revalidate"


def test_other_files_say_what_a_host_may_not_know(site: Mapping[str, bytes]) -> None:
    rules = rules_of(site)
    assert headers_of(rules, "/service-worker.js")["Cache-Control"] == "no-cache"
    copy = headers_of(rules, "/en/account/reset/index.html.md")
    assert copy["Content-Type"] == "text/markdown; charset=utf-8"
    assert headers_of(rules, "/contact.vcf")["Content-Type"] == "text/vcard; charset=utf-8"
    for name in site:
        if not name.endswith((".md", ".vcf")):
            assert "Content-Type" not in headers_of(rules, f"/{name}")


def test_a_site_below_a_path_has_its_rules_there(tmp_path: Path) -> None:
    files = CLEAN_CENTRE | {
        "mkdocs.yml": CLEAN_CENTRE["mkdocs.yml"].replace("example.com/", "example.com/a*b:c/help/")
    }
    built = build_text(tmp_path, files)
    rules = rules_of(built)
    base = "/a%2Ab%3Ac/help/"
    assert all(path.startswith(base) for path in rules)
    assert "Content-Security-Policy" in headers_of(rules, f"{base}{output_file('en/')}")
    assert headers_of(rules, "/en/") == {}
    assert headers_of(rules, f"{base}static/site.0123456789.css")["Cache-Control"] == FOR_EVER


def test_all_languages_together_stay_within_the_limits_of_hosts(tmp_path: Path) -> None:
    tags = ", ".join(shipped_tags())
    config = f"site_name: Help\nplugins: [{{hcgen: {{languages: [{tags}]}}}}]\n"
    rules = rules_of(build_text(tmp_path, ONE_LANGUAGE | {"mkdocs.yml": config}))
    for tag in shipped_tags():
        headers_of(rules, f"/search/{tag}.json")
        kept = headers_of(rules, f"/search/{tag}-terms-0123456789.json")
        assert kept["Cache-Control"] == FOR_EVER
    assert f"/search/{shipped_tags()[-1]}.json" in rules


def test_a_policy_that_is_too_long_for_a_host_is_left_to_the_pages(tmp_path: Path) -> None:
    hosts = [f"images-{number}.example.com" for number in range(100)]
    site = build_text(tmp_path, with_options(f"allowed_hosts: {{images: [{', '.join(hosts)}]}}"))
    sent = headers_of(rules_of(site), "/en/")["Content-Security-Policy"]
    assert sent == "frame-ancestors 'self'"
    assert "https://images-99.example.com" in site["en/index.html"].decode()


def test_what_the_settings_allow_is_sent(tmp_path: Path) -> None:
    site = build_text(tmp_path, with_options("allowed_hosts: {frames: [films.example.com]}"))
    sent = headers_of(rules_of(site), "/en/")["Content-Security-Policy"]
    assert "; frame-src https://films.example.com; " in sent
    assert sent.endswith("; frame-ancestors 'self'")


def test_films_of_the_site_may_be_played(tmp_path: Path) -> None:
    site = build_text(tmp_path, ONE_LANGUAGE | {"content/assets/step.mp4": "film"})
    sent = headers_of(rules_of(site), "/en/")["Content-Security-Policy"]
    assert "; media-src 'self'; " in sent


def test_a_file_of_the_site_takes_the_place_of_ours(tmp_path: Path) -> None:
    own = "/*\n  X-Robots-Tag: none\n"
    config = write_site(tmp_path / "help", CLEAN_CENTRE | {"content/_headers": own})
    result = build_site(config, tmp_path / "site")
    assert result.site.written.count("_headers") == 1
    assert (tmp_path / "site" / "_headers").read_text() == own
