"""`mkdocs.yml`: what hcgen honours, and a word about the rest."""

import re
from pathlib import Path

import pytest

from hcgen.diagnostics import Findings
from hcgen.load import ConfigurationError, load_settings
from hcgen.load.palette import MATERIAL_COLOURS
from hcgen.mkdocs_site import load_theme
from hcgen.model.settings import Settings
from tests._site import write_site
from tests.pipeline.building import DEMO


def settings_of(tmp_path: Path, text: str) -> tuple[Settings, list[str]]:
    findings = Findings()
    settings = load_settings(write_site(tmp_path, {"mkdocs.yml": text}), findings)
    places = [(finding.rule_name, finding.span.position) for finding in findings]
    return settings, [f"{name} {place.line}:{place.column}" for name, place in places]


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    settings, findings = settings_of(
        tmp_path,
        "site_name: Awan\n"
        "site_url: https://awan.example/help\n"
        "site_description: Help\n"
        "copyright: 2026 Awan\n"
        "repo_url: https://git.example/awan/help\n"
        "edit_uri: edit/main/content/\n"
        "docs_dir: docs/\n"
        "site_dir: out\n"
        "theme: {name: material, language: id, logo: assets/logo.svg, custom_dir: mine}\n"
        "extra_css: [a.css]\n"
        "plugins:\n"
        "- search\n"
        "- hcgen:\n"
        "    languages: [id, ms]\n"
        "    trust_html: true\n"
        "    external_links: new-tab\n"
        "    fail_on: warning\n",
    )
    assert findings == []
    assert (settings.site_name, settings.site_url) == ("Awan", "https://awan.example/help/")
    assert settings.base_path == "/help/"
    assert settings.edit_url == "https://git.example/awan/help/edit/main/content/"
    assert (settings.content_dir, settings.site_dir, settings.theme_dir) == ("docs", "out", "mine")
    assert [text.value for text in settings.language_tags] == ["id", "ms"]
    assert settings.source_language == "id"
    assert (settings.logo, settings.extra_css) == ("assets/logo.svg", ("a.css",))
    assert (settings.trusts_html, settings.opens_external_in_new_tab) == (True, True)
    assert settings.fail_on == "warning"


def test_what_is_left_out_has_its_default(tmp_path: Path) -> None:
    settings, findings = settings_of(tmp_path, "site_name:\n")
    assert findings == []
    assert (settings.site_name, settings.site_url, settings.base_path) == ("Help centre", "", "/")
    assert (settings.content_dir, settings.site_dir, settings.theme_dir) == (
        "content",
        "site",
        "theme",
    )
    assert (settings.trusts_html, settings.fail_on, settings.edit_url) == (False, "error", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("site_nam: A", "unknown-key 1:1"),
        ("site_name: A\nnav: []", "option-without-effect 2:1"),
        ("theme: {palette: x}", "unexpected-value 1:18"),
        ("theme: {palette: {primary: teel}}", "unexpected-value 1:28"),
        ("theme: {palette: {primary: '#12345'}}", "unexpected-value 1:28"),
        ("theme: {palette: [{primary: x}, {primary: teal}]}", "unexpected-value 1:29"),
        ("theme: {palette: {colour: teal}}", "unknown-key 1:19"),
        ("theme: {colour: x}", "unknown-key 1:9"),
        ("theme: [a]", "unexpected-value 1:8"),
        ("plugins:\n- search\n- blog", "option-without-effect 3:3"),
        ("plugins:\n- hcgen:\n    langs: [id]", "unknown-key 3:5"),
        ("plugins:\n- hcgen:\n    fail_on: errors", "unexpected-value 3:14"),
        ("plugins:\n- hcgen:\n    trust_html: perhaps", "unexpected-value 3:17"),
        ("plugins:\n- [hcgen]", "unexpected-value 2:3"),
        ("site_url: awan.example", "unexpected-value 1:11"),
        ("site_url: javascript://x", "unexpected-value 1:11"),
        ("site_url: https://", "unexpected-value 1:11"),
        ("site_url: https://a b", "unexpected-value 1:11"),
        ("site_name: A\nsite_name: B", "duplicate-key 2:1"),
        ("extra_css: {a: b}", "unexpected-value 1:12"),
    ],
)
def test_a_wrong_option_is_told_at_its_place(tmp_path: Path, text: str, expected: str) -> None:
    settings, findings = settings_of(tmp_path, text)
    assert findings == [expected]
    assert (settings.content_dir, settings.fail_on) == ("content", "error")
    assert settings.accent is None


@pytest.mark.parametrize(
    ("palette", "expected"),
    [
        ("{primary: teal}", "teal"),
        ("{primary: Deep Purple, accent: lime}", "deep-purple"),
        ("{primary: deep-purple}", "deep-purple"),
        ("{primary: '#0B5CAD'}", "#0b5cad"),
        ("{primary: '#aBc'}", "#aabbcc"),
        ("[{scheme: slate}, {scheme: default, primary: red}, {primary: lime}]", "red"),
        ("{accent: lime}", None),
    ],
)
def test_the_accent_is_the_first_colour_of_the_palette(
    tmp_path: Path, palette: str, expected: str | None
) -> None:
    settings, findings = settings_of(tmp_path, f"theme: {{palette: {palette}}}")
    assert findings == []
    assert (settings.accent.value if settings.accent else None) == expected


def test_the_names_of_colours_are_those_of_material() -> None:
    palette = load_theme(load_settings(DEMO, Findings()), DEMO.parent).palette_css
    named = set(re.findall(r"\[data-md-color-primary=([a-z-]+)\]", palette))
    known = {name.replace(" ", "-") for name in MATERIAL_COLOURS}
    assert known - {"custom"} == named


def test_a_colour_that_is_not_known_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    config = write_site(tmp_path, {"mkdocs.yml": "theme: {palette: {primary: deep purpel}}"})
    findings = Findings()
    load_settings(config, findings)
    assert [finding.help for finding in findings] == ["did you mean “deep purple”?"]


@pytest.mark.parametrize(
    ("folders", "expected"),
    [(("docs",), "docs"), (("content",), "content"), (("content", "docs"), "content")],
    ids=str,
)
def test_without_docs_dir_the_content_is_where_mkdocs_has_it_unless_content_is_there(
    tmp_path: Path, folders: tuple[str, ...], expected: str
) -> None:
    for folder in folders:
        (tmp_path / folder).mkdir()
    settings, findings = settings_of(tmp_path, "site_name: A")
    assert (settings.content_dir, findings) == (expected, [])


@pytest.mark.parametrize("theme", ["theme: material", "theme:\n  name: material", "theme:"])
def test_a_theme_may_be_only_a_name(tmp_path: Path, theme: str) -> None:
    assert settings_of(tmp_path, theme)[1] == []


@pytest.mark.parametrize(
    "plugins", ["plugins: [hcgen]", "plugins:\n  hcgen:\n", "plugins:\n- hcgen:"]
)
def test_the_plugin_may_stand_without_options(tmp_path: Path, plugins: str) -> None:
    assert settings_of(tmp_path, plugins)[1] == []


def test_the_options_of_extensions_have_the_types_of_yaml(tmp_path: Path) -> None:
    settings, findings = settings_of(
        tmp_path,
        "markdown_extensions:\n"
        "- admonition\n"
        "- toc:\n"
        "    permalink: true\n"
        "    depth: 3\n"
        "    ratio: 1.5\n"
        "    none: null\n"
        "    empty:\n"
        '    text: "true"\n'
        "    names: [a, 2]\n"
        "    format: !!python/name:pymdownx.superfences.fence_code_format\n",
    )
    assert findings == []
    admonition, toc = settings.markdown_extensions
    assert (admonition.name, dict(admonition.options)) == ("admonition", {})
    assert dict(toc.options) == {
        "permalink": True,
        "depth": 3,
        "ratio": 1.5,
        "none": None,
        "empty": None,
        "text": "true",
        "names": ("a", 2),
        "format": "!!python/name:pymdownx.superfences.fence_code_format",
    }


def test_env_tags_are_replaced_by_the_environment_or_their_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HCGEN_TEST_URL", "https://awan.example/")
    monkeypatch.delenv("HCGEN_TEST_NONE", raising=False)
    settings, findings = settings_of(
        tmp_path,
        "site_name: !ENV [HCGEN_TEST_NONE, Awan]\n"
        "site_url: !ENV HCGEN_TEST_URL\n"
        "copyright: !ENV HCGEN_TEST_NONE\n",
    )
    assert findings == []
    assert (settings.site_name, settings.site_url) == ("Awan", "https://awan.example/")
    assert settings.copyright == ""


def test_a_file_that_cannot_be_read_is_an_error_with_its_findings(tmp_path: Path) -> None:
    config = write_site(tmp_path, {"mkdocs.yml": "site_name: A\n\tnav: []\n"})
    with pytest.raises(ConfigurationError) as raised:
        load_settings(config, Findings())
    (finding,) = raised.value.findings
    assert (finding.rule_name, finding.span.position.line) == ("unreadable-yaml", 2)


def test_a_file_that_is_not_there_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="there is no"):
        load_settings(tmp_path / "mkdocs.yml", Findings())


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/?q=1",
        "https://a.example/#x",
        "https://a.example//b/",
        "https://u:p@a.example/",
        "https://a.example:99999/",
        "https:///",
        "ftp://a.example/",
    ],
)
def test_what_is_no_address_of_a_site_is_told(tmp_path: Path, address: str) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text(f"site_url: '{address}'\n", encoding="utf-8")
    findings = Findings()
    assert load_settings(config, findings).site_url == ""
    assert [finding.rule_name for finding in findings] == ["unexpected-value"]


@pytest.mark.parametrize(
    ("text", "expected", "help"),
    [
        ("languages: [id]", "misplaced-option 1:1", "move it below “hcgen” in “plugins”"),
        ("palette: {primary: teal}", "misplaced-option 1:1", "move it below “theme”"),
        ("features: []", "misplaced-option 1:1", "take it out: hcgen does nothing with it"),
        ("hcgen: {languages: [id]}", "misplaced-option 1:1", "write plugins: and below it"),
        ("theme: {site_url: x}", "misplaced-option 1:9", "move it to the left margin"),
        ("theme: {offline: true}", "misplaced-option 1:9", "move it below “hcgen” in “plugins”"),
        ("plugins: [{hcgen: {logo: a.svg}}]", "misplaced-option 1:20", "move it below “theme”"),
        ("plugins: [{hcgen: {nav: []}}]", "misplaced-option 1:20", "take it out"),
        # “name” could mean anything
        ("name: Awan", "unknown-key 1:1", "site_name"),
        ("plugins: [{hcgen: {name: Awan}}]", "unknown-key 1:20", ""),
    ],
)
def test_an_option_in_the_wrong_place_is_told_with_the_right_one(
    tmp_path: Path, text: str, expected: str, help: str
) -> None:
    findings = Findings()
    settings = load_settings(write_site(tmp_path, {"mkdocs.yml": text}), findings)
    (finding,) = findings
    place = finding.span.position
    assert f"{finding.rule_name} {place.line}:{place.column}" == expected
    assert help in finding.help
    assert (settings.language_tags, settings.accent, settings.is_offline) == ((), None, False)


def test_analyzers_are_named_by_language(tmp_path: Path) -> None:
    settings, findings = settings_of(
        tmp_path, "plugins: [{hcgen: {analyzers: {ms: folding, id: }}}]"
    )
    assert findings == []
    assert [(tag.value, name.value) for tag, name in settings.analyzers] == [("ms", "folding")]


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("probes.json", "probes.json"),
        ("./.ci//seen.json", ".ci/seen.json"),
        ("sites.json", "sites.json"),
        ("/tmp/seen.json", None),
        ("../seen.json", None),
        ("a/../../seen.json", None),
        ("~/seen.json", None),
        (".", None),
        ('"a\\0b"', None),
        ("content/seen.json", None),
        ("site/seen.json", None),
    ],
)
def test_the_evidence_is_a_file_of_the_project(
    tmp_path: Path, written: str, path: str | None
) -> None:
    text = f"site_name: Help\nplugins: [{{hcgen: {{evidence: {written}}}}}]\n"
    settings, findings = settings_of(tmp_path, text)
    assert settings.evidence_file == (path or "evidence.json")
    assert findings == ([] if path else ["unexpected-value 2:30"])
