"""Whole content folders: what is broken is told at its place, and all the rest still loads."""

import time
from pathlib import Path

import pytest

from hcgen.load import ConfigurationError, load_help_centre
from hcgen.load.help_centre import LoadedCentre
from hcgen.model.article import Role
from tests._site import write_site

OTHERS = {
    "mkdocs.yml": "site_name: Awan\n",
    "content/channels.yml": (
        "channels:\n- id: mail\n  kind: email\n  address: help@awan.example\n"
    ),
    "content/en/billing/pay.md": "---\ntitle: How to pay\n---\nText.\n",
    "content/id/billing/pay.md": "---\ntitle: Cara membayar\n---\nTeks.\n",
}
"""A small help centre without a fault, beside which tests put what is broken."""


def places(loaded: LoadedCentre) -> list[str]:
    """Return rule, file, line and column of each finding."""
    return [
        f"{finding.rule_name} {finding.span.file.path}"
        f":{finding.span.position.line}:{finding.span.position.column}"
        for finding in loaded.findings
    ]


def assert_others_are_there(loaded: LoadedCentre) -> None:
    assert {"en/billing/pay.md", "id/billing/pay.md"} <= set(loaded.centre.by_path)
    assert loaded.centre.translations["billing/pay"].keys() == {"en", "id"}


def test_a_help_centre_without_fault_loads_without_findings(tmp_path: Path) -> None:
    loaded = load_help_centre(write_site(tmp_path, OTHERS))
    assert places(loaded) == []
    assert_others_are_there(loaded)
    assert loaded.root == tmp_path
    assert [channel.id.value for channel in loaded.centre.contact.channels] == ["mail"]
    assert list(loaded.centre.topics) == ["billing"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("---\ntitle: Caf\xe9\n---\n".encode("latin-1"), "unreadable-file {}:2:11"),
        ("---\ntitle: A\n---\nü\nd\xe9j\xe0 vu".encode() + b"\n\xff", "unreadable-file {}:6:1"),
        ("---\ntitle: A\n---\n".encode("utf-16"), "unreadable-file {}:1:1"),
        ("---\ntitle: A\n---\n".encode("utf-32"), "unreadable-file {}:1:1"),
        (b"---\ntitle: A\n---\nbinary\0data\n", "unreadable-file {}:4:7"),
        (b"", "empty-article {}:1:1"),
        (b"  \n\n \t", "empty-article {}:1:1"),
        (b"\xef\xbb\xbf", "empty-article {}:1:1"),
        (b"---\ntitle: A\n\torder: 1\n---\nText\n", "unreadable-yaml {}:3:1"),
        (b"---\ntitle: A\nText without an end\n", "unclosed-front-matter {}:1:1"),
        (b"---\ntitle: A\nid: x\ntitle: B\n---\nText\n", "duplicate-key {}:4:1"),
        (b"---\ntitle: A\nTitel: B\n---\nText\n", "unknown-key {}:3:1"),
        (b"---\ntitle: Paid: what now?\n---\nText\n", "unreadable-yaml {}:2:12"),
        (b"---\ntitle: A\norder: first\n---\nText\n", "unexpected-value {}:3:8"),
        (b"---\ntitle: A\nreviewed: 2026-02-30\n---\nText\n", "unexpected-value {}:3:11"),
        (b"---\ntitle: [A, B]\n---\nText\n", "unexpected-value {}:2:8"),
        (b"---\ntitle: A\ntags: {a: b}\n---\nText\n", "unexpected-value {}:3:7"),
        (b"---\ntitle: A\ndraft: perhaps\n---\nText\n", "unexpected-value {}:3:8"),
        (b"---\ntitle: A\nreview_every: often\n---\nText\n", "unexpected-value {}:3:15"),
        (b"---\ntitle: A\nslug: Kata Sandi\n---\nText\n", "unexpected-value {}:3:7"),
        (b"---\ntitle: " + b"[" * 200_000 + b"\n---\nText\n", "unreadable-yaml {}:2:"),
        (b"x" * (50 * 1024 * 1024), "unreadable-file {}:1:1"),
    ],
    ids=[
        "Latin-1", "a wrong byte far down", "UTF-16", "UTF-32", "a null", "empty", "blanks",
        "only a BOM", "a tab", "unclosed", "a second title", "an unknown key", "a second colon",
        "no number", "no such day", "a list for a text", "a group for a list", "no flag", "no days",
        "no slug", "200,000 brackets", "50 MB",
    ],
)  # fmt: skip
def test_a_broken_article_is_told_at_its_place_and_the_others_load(
    tmp_path: Path, data: bytes, expected: str
) -> None:
    began = time.perf_counter()
    path = "content/en/billing/broken.md"
    loaded = load_help_centre(write_site(tmp_path, {**OTHERS, path: data}))
    (found,) = places(loaded)
    assert found.startswith(expected.format(path))
    assert_others_are_there(loaded)
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf---\ntitle: A\n---\nText\n",
        b"---\r\ntitle: A\r\n---\r\nText\r\n",
        b"---\rtitle: A\r---\rText\r",
    ],
)
def test_a_byte_order_mark_and_other_line_ends_are_no_fault(tmp_path: Path, data: bytes) -> None:
    path = "content/en/billing/other.md"
    loaded = load_help_centre(write_site(tmp_path, {**OTHERS, path: data}))
    assert places(loaded) == []
    article = loaded.centre.by_path["en/billing/other.md"]
    assert article.title.value == "A"
    assert article.body == "Text\n"
    assert article.title.span.position.line == 2


@pytest.mark.parametrize("name", ["topics.yml", "coverage.yml", "channels.yml"])
@pytest.mark.parametrize(
    ("data", "rule", "place"),
    [
        (b"a: [1\n", "unreadable-yaml", ""),
        (b"a:\n\tb: 1\n", "unreadable-yaml", "2:1"),
        (b"- a\n- b\n", "unexpected-value", "1:1"),
        (b"just words\n", "unexpected-value", "1:1"),
        ("a: caf\xe9\n".encode("latin-1"), "unreadable-file", "1:7"),
        ("a: b\n".encode("utf-16"), "unreadable-file", "1:1"),
        (b"chanels: []\n", "unknown-key", "1:1"),
        (b"[" * 200_000, "unreadable-yaml", "1:"),
        (b"a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
         b"c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
         b"e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n", "unreadable-yaml", ""),
        (b"x" * (50 * 1024 * 1024), "unreadable-file", "1:1"),
    ],
    ids=[
        "open", "a tab", "a list", "words", "Latin-1", "UTF-16", "a key", "200,000 brackets",
        "bomb", "50 MB",
    ],
)  # fmt: skip
def test_a_broken_data_file_is_told_at_its_place_and_the_articles_load(
    tmp_path: Path, name: str, data: bytes, rule: str, place: str
) -> None:
    path = f"content/{name}"
    loaded = load_help_centre(write_site(tmp_path, {**OTHERS, path: data}))
    (found,) = places(loaded)
    assert found.startswith(f"{rule} {path}:{place}")
    assert_others_are_there(loaded)


def test_an_empty_channels_file_is_no_missing_one(tmp_path: Path) -> None:
    loaded = load_help_centre(write_site(tmp_path, {**OTHERS, "content/channels.yml": ""}))
    assert places(loaded) == []
    assert loaded.centre.contact.channels == ()
    assert loaded.centre.contact.file is not None


def test_symbolic_links_that_loop_or_lead_outside_are_told_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    project = tmp_path / "project"
    write_site(outside, {"secret.md": "# Secret\n"})
    config = write_site(project, OTHERS)
    topic = project / "content/en/billing"
    (topic / "loop").symlink_to(project / "content", target_is_directory=True)
    (topic / "itself").symlink_to(topic / "itself")
    (topic / "out").symlink_to(outside, target_is_directory=True)
    (topic / "secret.md").symlink_to(outside / "secret.md")
    (topic / "gone.md").symlink_to(project / "content/no-such-file.md")
    loaded = load_help_centre(config)
    assert sorted(places(loaded)) == [
        f"unreadable-file content/en/billing/{name}:1:1"
        for name in ("gone.md", "itself", "loop", "out", "secret.md")
    ]
    assert_others_are_there(loaded)
    assert len(loaded.centre.articles) == 2


def test_a_symbolic_link_within_the_project_is_followed(tmp_path: Path) -> None:
    config = write_site(tmp_path, {**OTHERS, "shared/terms.md": "# Terms\n"})
    (tmp_path / "content/en/terms.md").symlink_to(tmp_path / "shared/terms.md")
    loaded = load_help_centre(config)
    assert places(loaded) == []
    assert loaded.centre.by_path["en/terms.md"].title.value == "Terms"


def test_without_channels_file_there_is_a_finding_that_says_what_to_create(tmp_path: Path) -> None:
    files = {path: text for path, text in OTHERS.items() if path != "content/channels.yml"}
    loaded = load_help_centre(write_site(tmp_path, files))
    (finding,) = loaded.findings
    assert finding.rule_name == "no-channels-file"
    assert "create content/channels.yml" in finding.help
    assert loaded.centre.contact.file is None
    assert_others_are_there(loaded)


def test_without_content_folder_there_is_a_finding(tmp_path: Path) -> None:
    loaded = load_help_centre(write_site(tmp_path, {"mkdocs.yml": "docs_dir: docs\n"}))
    assert places(loaded) == [
        "unreadable-file mkdocs.yml:1:11",
        "no-channels-file docs/channels.yml:1:1",
    ]
    assert loaded.centre.articles == ()
    assert [language.tag for language in loaded.centre.languages] == ["en"]


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"mkdocs.yml": ""},
        {"mkdocs.yml": "- a\n"},
        {"mkdocs.yml": "a: [\n"},
        {"mkdocs.yml": "site_name: caf\xe9\n".encode("latin-1")},
        {"mkdocs.yml": b"[" * 200_000},
    ],
)
def test_without_readable_configuration_nothing_is_loaded(
    tmp_path: Path, files: dict[str, str | bytes]
) -> None:
    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml"):
        load_help_centre(write_site(tmp_path, files))


def test_without_language_folders_the_site_has_one_language(tmp_path: Path) -> None:
    files = {
        "mkdocs.yml": "theme:\n  language: id\n",
        "content/channels.yml": "",
        "content/index.md": "# Selamat datang\n",
        "content/tentang.md": "# Tentang kami\n",
        "content/akun/masuk.md": "# Cara masuk\n",
    }
    loaded = load_help_centre(write_site(tmp_path, files))
    assert places(loaded) == []
    centre = loaded.centre
    assert ([language.tag for language in centre.languages], centre.source_language) == (
        ["id"],
        "id",
    )
    assert not centre.has_language_folders
    roles = {article.path: (article.role, article.topic) for article in centre.articles}
    assert roles == {
        "index": (Role.HOME_INTRODUCTION, ""),
        "tentang": (Role.PAGE, ""),
        "akun/masuk": (Role.ARTICLE, "akun"),
    }


def test_languages_are_told_from_the_folders_source_first(tmp_path: Path) -> None:
    files = {
        "mkdocs.yml": "theme: {language: id}\n",
        "content/channels.yml": "",
        "content/en/a/b.md": "# B\n",
        "content/id/a/b.md": "# B\n",
        "content/ms/a/b.md": "# B\n",
        "content/assets/readme.md": "# Not an article\n",
    }
    loaded = load_help_centre(write_site(tmp_path, files))
    assert [language.tag for language in loaded.centre.languages] == ["id", "en", "ms"]
    assert loaded.centre.source_language == "id"
    assert places(loaded) == ["article-outside-languages content/assets/readme.md:1:1"]


def test_the_order_of_languages_is_that_of_the_configuration(tmp_path: Path) -> None:
    files = {
        **OTHERS,
        "mkdocs.yml": (
            "plugins:\n- hcgen:\n    languages: [id, en, xx, id]\n    source_language: en\n"
        ),
        "content/ms/billing/pay.md": "# Cara membayar\n",
    }
    loaded = load_help_centre(write_site(tmp_path, files))
    assert [language.tag for language in loaded.centre.languages] == ["id", "en"]
    assert loaded.centre.source_language == "en"
    assert sorted(places(loaded)) == [
        "article-outside-languages content/ms/billing/pay.md:1:1",
        "unknown-language mkdocs.yml:3:25",
    ]


def test_a_source_language_that_the_site_does_not_have_is_told(tmp_path: Path) -> None:
    loaded = load_help_centre(
        write_site(tmp_path, {**OTHERS, "mkdocs.yml": "theme: {language: ms}\n"})
    )
    assert places(loaded) == ["unknown-language mkdocs.yml:1:19"]
    assert loaded.centre.source_language == "en"


def test_without_title_the_first_heading_serves_and_is_not_repeated(tmp_path: Path) -> None:
    files = {
        **OTHERS,
        "content/en/billing/old.md": "# Old content\n\nText.\n",
        "content/en/billing/plain-words.md": "Only text.\n",
    }
    loaded = load_help_centre(write_site(tmp_path, files))
    old = loaded.centre.by_path["en/billing/old.md"]
    assert (old.title.value, old.has_title, old.body) == ("Old content", False, "\n\nText.\n")
    plain = loaded.centre.by_path["en/billing/plain-words.md"]
    assert (plain.title.value, plain.has_title, plain.body) == (
        "Plain words",
        False,
        "Only text.\n",
    )


def test_files_beside_articles_are_assets_but_data_and_hidden_files_are_not(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        **OTHERS,
        "content/assets/a b.png": b"\x89PNG",
        "content/id/assets/a b.png": b"\x89PNG2",
        "content/en/billing/form.pdf": b"%PDF",
        "content/urls.lock": "",
        "content/queries/en.yml": "",
        "content/queries/notes.txt": "",
        "content/lexicon/id.yml": "",
        "content/.env": "SECRET=1",
        "content/.git/config": "x",
        "content/en/.drafts/a.md": "# no\n",
    }
    loaded = load_help_centre(write_site(tmp_path, files))
    assert {path: asset.size_bytes for path, asset in loaded.centre.assets.items()} == {
        "assets/a b.png": 4,
        "en/billing/form.pdf": 4,
        "id/assets/a b.png": 5,
    }
    assert places(loaded) == []


def test_the_same_path_is_the_same_article(tmp_path: Path) -> None:
    centre = load_help_centre(write_site(tmp_path, OTHERS)).centre
    assert set(centre.translations) == {"billing/pay"}
    assert centre.source_of("billing/pay").language == "en"


def test_an_id_wins_over_the_path(tmp_path: Path) -> None:
    files = {
        **OTHERS,
        "content/en/account/reset.md": "---\ntitle: Reset\nid: reset\n---\nText\n",
        "content/id/akun/lupa.md": "---\ntitle: Lupa\nid: reset\n---\nTeks\n",
        "content/ms/akaun/kata-laluan.md": "---\ntitle: Laluan\nid: reset\n---\nTeks\n",
        "content/ms/account/reset.md": "---\ntitle: Other\nid: other\n---\nTeks\n",
    }
    loaded = load_help_centre(write_site(tmp_path, files))
    assert places(loaded) == []
    found = {
        key: {tag: article.path for tag, article in versions.items()}
        for key, versions in loaded.centre.translations.items()
    }
    assert found["reset"] == {"en": "account/reset", "id": "akun/lupa", "ms": "akaun/kata-laluan"}
    assert found["other"] == {"ms": "account/reset"}


def test_a_translation_without_id_joins_the_one_at_its_path_that_has_one(tmp_path: Path) -> None:
    files = {
        **OTHERS,
        "content/en/account/reset.md": "---\ntitle: Reset\nid: reset\n---\nText\n",
        "content/id/account/reset.md": "---\ntitle: Setel ulang\n---\nTeks\n",
    }
    centre = load_help_centre(write_site(tmp_path, files)).centre
    assert centre.translations["reset"].keys() == {"en", "id"}
    assert "account/reset" not in centre.translations


def test_a_second_article_with_the_same_id_is_told_and_both_are_kept(tmp_path: Path) -> None:
    files = {
        **OTHERS,
        "content/en/account/a.md": "---\ntitle: A\nid: same\n---\nText\n",
        "content/en/account/b.md": "---\ntitle: B\nid: same\n---\nText\n",
        "content/id/account/a.md": "---\ntitle: A\nid: same\n---\nTeks\n",
    }
    loaded = load_help_centre(write_site(tmp_path, files))
    assert places(loaded) == ["duplicate-article-id content/en/account/b.md:3:5"]
    assert loaded.centre.translations["same"].keys() == {"en", "id"}
    assert "en/account/b.md" in loaded.centre.by_path
    assert len(loaded.centre.articles) == 5


def test_introductions_are_no_articles_of_their_topic(tmp_path: Path) -> None:
    files = {
        **OTHERS,
        "content/en/index.md": "# Welcome\n",
        "content/en/billing/index.md": "---\ntitle: Money\n---\nAbout money.\n",
    }
    centre = load_help_centre(write_site(tmp_path, files)).centre
    roles = {article.path: article.role for article in centre.articles if article.language == "en"}
    assert roles["index"] is Role.HOME_INTRODUCTION
    assert roles["billing/index"] is Role.TOPIC_INTRODUCTION
    assert set(centre.translations) == {"billing/pay"}
    assert centre.topics["billing"].titles.get("en") == "Money"
    assert centre.count(Role.ARTICLE) == 2


def test_nested_spaced_and_non_latin_folders_are_topics(tmp_path: Path) -> None:
    files = {
        **OTHERS,
        "content/en/Account & Login/Kata Sandi/reset.md": "# Reset\n",
        "content/id/帮助/问题.md": "# 问题\n",
        "content/id/مساعدة/سؤال.md": "# سؤال\n",
    }
    loaded = load_help_centre(write_site(tmp_path, files))
    assert places(loaded) == []
    topics = loaded.centre.topics
    assert set(topics) == {
        "Account & Login",
        "Account & Login/Kata Sandi",
        "billing",
        "帮助",
        "مساعدة",
    }
    assert topics["Account & Login/Kata Sandi"].parent == "Account & Login"
    assert topics["Account & Login/Kata Sandi"].slug == "kata-sandi"
    assert topics["帮助"].slug == "帮助"
    assert loaded.centre.by_path["id/帮助/问题.md"].slug == "问题"


def test_a_bad_file_of_every_sort_at_once_leaves_the_rest_whole(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        **OTHERS,
        "content/en/billing/latin.md": b"caf\xe9",
        "content/en/billing/empty.md": b"",
        "content/en/billing/open.md": b"---\ntitle: A\n",
        "content/topics.yml": "topics: [\n",
        "content/coverage.yml": "\t",
        "content/channels.yml": (
            "channels:\n- kind: email\n  address: a@awan.example\n  addres: b\n"
        ),
    }
    loaded = load_help_centre(write_site(tmp_path, files))
    assert sorted(finding.rule_name for finding in loaded.findings) == [
        "empty-article",
        "unclosed-front-matter",
        "unknown-key",
        "unreadable-file",
        "unreadable-yaml",
        "unreadable-yaml",
    ]
    assert_others_are_there(loaded)
    assert len(loaded.centre.contact.channels) == 1


@pytest.mark.parametrize("name", ["x.MD", "x.markdown"])
def test_markdown_by_another_ending_is_told_and_not_published(tmp_path: Path, name: str) -> None:
    config = write_site(
        tmp_path, {**OTHERS, f"content/en/billing/{name}": "---\ndraft: true\n---\n"}
    )
    loaded = load_help_centre(config)
    assert places(loaded) == [f"unreadable-file content/en/billing/{name}:1:1"]
    assert f"en/billing/{name}" not in loaded.centre.assets


def test_files_that_the_configuration_names_must_be_there(tmp_path: Path) -> None:
    files = {**OTHERS, "mkdocs.yml": OTHERS["mkdocs.yml"] + "extra_css: [nope.css]\n"}
    loaded = load_help_centre(write_site(tmp_path, files))
    assert [finding.rule_name for finding in loaded.findings] == ["unexpected-value"]
