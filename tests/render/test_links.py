"""Where the links of an article lead, from every depth and in every language."""

from pathlib import Path

import pytest

from hcgen.load import load_help_centre
from hcgen.model.help_centre import HelpCentre
from hcgen.render import Destination, LinkKind, resolve_target
from hcgen.render.links import is_external
from tests._site import write_site

FILES: dict[str, str | bytes] = {
    "mkdocs.yml": "theme: {language: en}\n",
    "content/channels.yml": "",
    "content/en/index.md": "# Home\n",
    "content/en/about.md": "# About\n",
    "content/en/billing/index.md": "# Billing\n",
    "content/en/billing/pay.md": "# Pay\n",
    "content/en/billing/refund.md": "---\ntitle: Refund\nid: refund\n---\n",
    "content/en/Account & Login/Kata Sandi/reset.md": "# Reset\n",
    "content/en/billing/Café #1.md": "# Café\n",
    "content/id/index.md": "# Beranda\n",
    "content/id/billing/pay.md": "# Bayar\n",
    "content/id/帮助/问题.md": "# 问题\n",
    "content/assets/map.png": b"1",
    "content/assets/menu.png": b"1",
    "content/assets/a b.png": b"1",
    "content/id/assets/menu.png": b"22",
    "content/en/billing/form.pdf": b"1",
}


@pytest.fixture
def centre(tmp_path: Path) -> HelpCentre:
    return load_help_centre(write_site(tmp_path, FILES)).centre


def lead(centre: HelpCentre, path: str, target: str) -> tuple[LinkKind, str, str, str]:
    found = resolve_target(centre, centre.by_path[path], target)
    return found.kind, found.name, found.language, found.suffix


PAY, ID_PAY = "en/billing/pay.md", "id/billing/pay.md"
DEEP, CHINESE, ABOUT = "en/Account & Login/Kata Sandi/reset.md", "id/帮助/问题.md", "en/about.md"


@pytest.mark.parametrize(
    ("path", "target", "kind", "name"),
    [
        (PAY, "refund.md", LinkKind.ARTICLE, "refund"),
        (PAY, "./refund.md", LinkKind.ARTICLE, "refund"),
        (PAY, " refund.md ", LinkKind.ARTICLE, "refund"),
        (PAY, "refund", LinkKind.ARTICLE, "refund"),
        (PAY, "/en/billing/refund.md", LinkKind.ARTICLE, "refund"),
        (PAY, "../about.md", LinkKind.ARTICLE, "about"),
        (ABOUT, "billing/refund.md", LinkKind.ARTICLE, "refund"),
        (DEEP, "../../billing/refund.md", LinkKind.ARTICLE, "refund"),
        (PAY, "../Account & Login/Kata Sandi/reset.md", LinkKind.ARTICLE,
         "Account & Login/Kata Sandi/reset"),
        (PAY, "../Account%20%26%20Login/Kata%20Sandi/reset.md", LinkKind.ARTICLE,
         "Account & Login/Kata Sandi/reset"),
        (PAY, "Café%20%231.md", LinkKind.ARTICLE, "billing/Café #1"),
        (PAY, "Caf%C3%A9%20%231.md", LinkKind.ARTICLE, "billing/Café #1"),
        (ID_PAY, "../帮助/问题.md", LinkKind.ARTICLE, "帮助/问题"),
        (ID_PAY, "../%E5%B8%AE%E5%8A%A9/%E9%97%AE%E9%A2%98.md", LinkKind.ARTICLE, "帮助/问题"),
        (PAY, "index.md", LinkKind.TOPIC, "billing"),
        (PAY, "../billing/", LinkKind.TOPIC, "billing"),
        (ABOUT, "billing", LinkKind.TOPIC, "billing"),
        (ABOUT, "billing/README.md", LinkKind.TOPIC, "billing"),
        (PAY, "../Account & Login", LinkKind.TOPIC, "Account & Login"),
        (CHINESE, "index.md", LinkKind.TOPIC, "帮助"),
        (ABOUT, "index.md", LinkKind.HOME, ""),
        (PAY, "../index.md", LinkKind.HOME, ""),
        (PAY, "..", LinkKind.HOME, ""),
        (PAY, "/en/", LinkKind.HOME, ""),
        (PAY, "../contact.md", LinkKind.GENERATED, "contact"),
        (ABOUT, "contact.md", LinkKind.GENERATED, "contact"),
        (ABOUT, "contact", LinkKind.GENERATED, "contact"),
        (DEEP, "../../contact.md", LinkKind.GENERATED, "contact"),
        (PAY, "form.pdf", LinkKind.ASSET, "en/billing/form.pdf"),
        (PAY, "../../assets/map.png", LinkKind.ASSET, "assets/map.png"),
        (PAY, "/assets/map.png", LinkKind.ASSET, "assets/map.png"),
        (PAY, "../../assets/a%20b.png", LinkKind.ASSET, "assets/a b.png"),
        (PAY, "../../assets/a b.png", LinkKind.ASSET, "assets/a b.png"),
        (PAY, "no-such.md", LinkKind.BROKEN, "no-such.md"),
        (PAY, "contact.md", LinkKind.BROKEN, "contact.md"),
        (PAY, "../../assets/none.png", LinkKind.BROKEN, "../../assets/none.png"),
        (PAY, "../../..", LinkKind.BROKEN, "../../.."),
        (PAY, "../../../mkdocs.yml", LinkKind.BROKEN, "../../../mkdocs.yml"),
        (PAY, "..%2f..%2f..%2fmkdocs.yml", LinkKind.BROKEN, "..%2f..%2f..%2fmkdocs.yml"),
        (PAY, "/../mkdocs.yml", LinkKind.BROKEN, "/../mkdocs.yml"),
        (PAY, "../../channels.yml", LinkKind.BROKEN, "../../channels.yml"),
        (PAY, "https://awan.example/a?b#c", LinkKind.EXTERNAL, "https://awan.example/a?b#c"),
        (PAY, "mailto:help@awan.example", LinkKind.EXTERNAL, "mailto:help@awan.example"),
    ],
)  # fmt: skip
def test_a_target_leads_where_the_writers_disk_says(
    centre: HelpCentre, path: str, target: str, kind: LinkKind, name: str
) -> None:
    assert lead(centre, path, target) == (kind, name, "", "")


@pytest.mark.parametrize(
    ("target", "kind", "name", "suffix", "anchor"),
    [
        ("#steps", LinkKind.SAME_PAGE, "billing/pay", "#steps", "steps"),
        ("#%E6%AD%A5%E9%AA%A4", LinkKind.SAME_PAGE, "billing/pay", "#%E6%AD%A5%E9%AA%A4", "步骤"),
        ("#步骤", LinkKind.SAME_PAGE, "billing/pay", "#步骤", "步骤"),
        ("?q=1", LinkKind.SAME_PAGE, "billing/pay", "?q=1", ""),
        ("refund.md#how", LinkKind.ARTICLE, "refund", "#how", "how"),
        ("refund.md?x=1#how", LinkKind.ARTICLE, "refund", "?x=1#how", "how"),
        ("refund.md#a?b", LinkKind.ARTICLE, "refund", "#a?b", "a?b"),
        ("form.pdf#page=2", LinkKind.ASSET, "en/billing/form.pdf", "#page=2", "page=2"),
        ("", LinkKind.SAME_PAGE, "billing/pay", "", ""),
    ],
)
def test_query_and_anchor_are_kept(
    centre: HelpCentre, target: str, kind: LinkKind, name: str, suffix: str, anchor: str
) -> None:
    found = resolve_target(centre, centre.by_path[PAY], target)
    assert found == Destination(kind, name, "", suffix)
    assert found.anchor == anchor


def test_a_target_that_is_not_translated_yet_leads_to_the_article(centre: HelpCentre) -> None:
    assert lead(centre, ID_PAY, "refund.md") == (LinkKind.ARTICLE, "refund", "", "")
    assert lead(centre, ID_PAY, "../about.md") == (LinkKind.ARTICLE, "about", "", "")


def test_a_link_into_another_languages_folder_asks_for_that_language(centre: HelpCentre) -> None:
    assert lead(centre, PAY, "../../id/billing/pay.md#a") == (
        LinkKind.ARTICLE,
        "billing/pay",
        "id",
        "#a",
    )
    assert lead(centre, PAY, "/id/") == (LinkKind.HOME, "", "id", "")
    assert lead(centre, PAY, "../../id/billing/") == (LinkKind.TOPIC, "billing", "id", "")
    assert lead(centre, PAY, "../../id/contact.md") == (LinkKind.GENERATED, "contact", "id", "")


def test_a_language_has_its_own_version_of_an_asset(centre: HelpCentre) -> None:
    target = "../../assets/menu.png"
    assert lead(centre, PAY, target)[:2] == (LinkKind.ASSET, "assets/menu.png")
    assert lead(centre, ID_PAY, target)[:2] == (LinkKind.ASSET, "id/assets/menu.png")
    assert lead(centre, ID_PAY, "../assets/menu.png")[:2] == (LinkKind.ASSET, "id/assets/menu.png")
    assert lead(centre, ID_PAY, "../assets/map.png")[:2] == (LinkKind.ASSET, "assets/map.png")


def test_without_language_folders_paths_count_from_the_content_folder(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "mkdocs.yml": "docs_dir: docs\n",
        "docs/channels.yml": "",
        "docs/account/reset.md": "# Reset\n",
        "docs/billing/pay.md": "# Pay\n",
        "docs/img/a.png": b"1",
    }
    centre = load_help_centre(write_site(tmp_path, files)).centre
    path = "billing/pay.md"
    assert lead(centre, path, "../account/reset.md")[:2] == (LinkKind.ARTICLE, "account/reset")
    assert lead(centre, path, "../img/a.png")[:2] == (LinkKind.ASSET, "img/a.png")
    assert lead(centre, path, "../account/")[:2] == (LinkKind.TOPIC, "account")
    assert lead(centre, path, "../index.md")[:2] == (LinkKind.HOME, "")
    assert lead(centre, path, "../contact.md")[:2] == (LinkKind.GENERATED, "contact")
    assert lead(centre, path, "../../mkdocs.yml")[0] is LinkKind.BROKEN


@pytest.mark.parametrize(
    "target",
    ["https://a.example", "HTTP://a.example", "//cdn.example/x.js", "mailto:a@b.example",
     "tel:+6221", "sms:+62", "git+ssh://a.example/b"],
)  # fmt: skip
def test_schemes_and_hosts_are_external(target: str) -> None:
    assert is_external(target)


@pytest.mark.parametrize(
    "target", ["a.md", "/a.md", "../a.md", "#a:b", "a/b:c.md", "12:30.md", "./a:b.md", "a.md?x=y:z"]
)
def test_paths_are_not_external(target: str) -> None:
    assert not is_external(target)
