"""Which pages there are on a day, and where."""

from datetime import date
from pathlib import Path

import pytest

from hcgen.load import load_help_centre
from hcgen.model.addresses import Addresses
from tests._site import write_site

TODAY = date(2026, 11, 22)


def addresses_of(tmp_path: Path, files: dict[str, str | bytes]) -> Addresses:
    config = write_site(tmp_path, {"mkdocs.yml": "theme: {language: en}\n", **files})
    return Addresses.of(load_help_centre(config).centre, TODAY)


def shown(addresses: Addresses, tag: str) -> dict[str, str]:
    return {key: entry.address for key, entry in addresses.entries[tag].items()}


def test_an_address_is_language_topic_and_slug(tmp_path: Path) -> None:
    addresses = addresses_of(
        tmp_path,
        {
            "content/en/account/Login & 2FA/Reset Password.md": "# A\n",
            "content/en/account/b.md": "---\ntitle: B\nslug: forgot-password\n---\n",
            "content/en/about.md": "# About\n",
            "content/en/帮助/问题.md": "# 问题\n",
        },
    )
    assert shown(addresses, "en") == {
        "about": "en/about/",
        "account/Login & 2FA/Reset Password": "en/account/login-2fa/reset-password/",
        "account/b": "en/account/forgot-password/",
        "帮助/问题": "en/帮助/问题/",
    }
    assert addresses.topics["en"] == {
        "account": "en/account/",
        "account/Login & 2FA": "en/account/login-2fa/",
        "帮助": "en/帮助/",
    }
    assert (addresses.home("en"), addresses.contact("en")) == ("en/", "en/contact/")


def test_a_missing_translation_is_shown_in_the_readers_frame_with_the_sources_slug(
    tmp_path: Path,
) -> None:
    addresses = addresses_of(
        tmp_path,
        {
            "content/en/billing/pay.md": "---\ntitle: Pay\nslug: how-to-pay\n---\n",
            "content/en/billing/refund.md": "# Refund\n",
            "content/id/billing/refund.md": "# Pengembalian\n",
            "content/topics.yml": "topics:\n- path: billing\n  slug: {id: tagihan}\n",
        },
    )
    entry = addresses.entry("id", "billing/pay")
    assert entry is not None
    assert (entry.address, entry.is_fallback, entry.topic) == (
        "id/tagihan/how-to-pay/",
        True,
        "billing",
    )
    own = addresses.entry("id", "billing/refund")
    assert own is not None
    assert (own.address, own.is_fallback) == ("id/tagihan/refund/", False)
    assert shown(addresses, "en")["billing/pay"] == "en/billing/how-to-pay/"


@pytest.mark.parametrize(
    ("keys", "is_shown"),
    [
        ("draft: true", False),
        ("draft: false", True),
        ("publish_from: 2026-11-22", True),
        ("publish_from: 2026-11-23", False),
        ("publish_until: 2026-11-22", True),
        ("publish_until: 2026-11-21", False),
        ("publish_from: 2026-11-01\npublish_until: 2026-11-30", True),
    ],
)
def test_articles_are_shown_on_their_days_only(tmp_path: Path, keys: str, is_shown: bool) -> None:
    addresses = addresses_of(tmp_path, {"content/en/t/a.md": f"---\ntitle: A\n{keys}\n---\n"})
    assert (addresses.entry("en", "t/a") is not None) is is_shown
    assert ("t" in addresses.topics["en"]) is is_shown


def test_a_draft_translation_gives_way_to_the_source(tmp_path: Path) -> None:
    addresses = addresses_of(
        tmp_path,
        {
            "content/en/t/a.md": "# A\n",
            "content/id/t/a.md": "---\ntitle: A\ndraft: true\n---\n",
        },
    )
    entry = addresses.entry("id", "t/a")
    assert entry is not None
    assert entry.article.language == "en"


def test_articles_stand_by_their_order_then_by_path_alike_in_all_languages(tmp_path: Path) -> None:
    addresses = addresses_of(
        tmp_path,
        {
            "content/en/t/a.md": "# Z\n",
            "content/en/t/b.md": "---\ntitle: Y\norder: 2\n---\n",
            "content/en/t/c.md": "---\ntitle: X\norder: 1\n---\n",
            "content/id/t/a.md": "# A\n",
            "content/id/t/b.md": "# B\n",
        },
    )
    order = ["t/c", "t/b", "t/a"]
    for tag in ("en", "id"):
        assert [entry.article.key for entry in addresses.members[tag]["t"]] == order


def test_two_articles_with_one_address_collide_and_the_first_stays(tmp_path: Path) -> None:
    addresses = addresses_of(
        tmp_path, {"content/en/t/A & B.md": "# One\n", "content/en/t/a-b.md": "# Two\n"}
    )
    (collision,) = addresses.collisions
    assert collision.entry.article.path == "t/a-b"
    assert collision.taken_by == "“content/en/t/A & B.md”"
    assert shown(addresses, "en") == {"t/A & B": "en/t/a-b/"}


@pytest.mark.parametrize("path", ["contact", "t"])
def test_a_page_does_not_take_the_address_of_a_generated_page_or_topic(
    tmp_path: Path, path: str
) -> None:
    addresses = addresses_of(
        tmp_path, {f"content/en/{path}.md": "# Mine\n", "content/en/t/a.md": "# A\n"}
    )
    assert [collision.entry.article.path for collision in addresses.collisions] == [path]


def test_folders_that_fold_to_one_slug_have_addresses_of_their_own(tmp_path: Path) -> None:
    addresses = addresses_of(
        tmp_path,
        {
            "content/en/A & B/x.md": "# X\n",
            "content/en/a-b/x.md": "# X\n",
            "content/en/contact/x.md": "# X\n",
        },
    )
    assert sorted(addresses.topics["en"].values()) == ["en/a-b-2/", "en/a-b/", "en/contact-2/"]
    assert addresses.collisions == ()


def test_introductions_have_no_address(tmp_path: Path) -> None:
    addresses = addresses_of(
        tmp_path, {"content/en/t/index.md": "# T\n", "content/en/t/a.md": "# A\n"}
    )
    assert shown(addresses, "en") == {"t/a": "en/t/a/"}
