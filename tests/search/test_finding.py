"""What search forgives, joins and shows; each is asked of both twins."""

from pathlib import Path
from typing import Any

import pytest

from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pipeline.building import build_text
from tests.search.asking import asked

LONG = " ".join(f"Sentence number {number} says nothing new." for number in range(120))
FILES = CLEAN_CENTRE | {
    "content/en/billing/refund.md": (
        "---\ntitle: Get your money back\nquestions: [How long does a refund take?]\n---\n"
        "Write to us.\n\n## How long it takes\n\nBanks need <b>five</b> days for a transfer.\n"
    ),
    "content/id/billing/refund.md": "---\ntitle: Pengembalian dana\n---\nTulis kepada kami.\n",
    "content/en/account/devices.md": (
        f"---\ntitle: Devices\n---\n{LONG}\n\n## Sign out everywhere\n\n{LONG}\n\n"
        "Press the crimson button, and every telephone forgets you 🙂 at once.\n"
    ),
    "content/en/account/only.md": "---\ntitle: Certificates for companies\n---\nAsk for one.\n",
    "content/lexicon/en.yml": (
        "synonyms:\n  - words: [invoice, bill of sale]\n  - words: [gadget]\n    finds: [devices]\n"
        "stop_words: [please]\nvariants: {pasword: password}\n"
    ),
    "content/en/billing/invoice.md": "---\ntitle: Your invoice\n---\nIt comes by mail.\n",
    "content/en/billing/cafe.md": "---\ntitle: Crème Brûlée for guests\n---\nAt the hotel.\n",
    "content/en/billing/sale.md": "---\ntitle: Print a bill of sale\n---\nAsk the seller.\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("finding")
    build_text(folder, FILES)
    return folder / "site"


@pytest.fixture(scope="module")
def site_of_texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("texts")
    files = dict(CLEAN_CENTRE)
    for number in range(3):
        for tag, text in (("en", "calendar ahead"), ("id", "kalender nanti")):
            files[f"content/{tag}/account/page-{number}.md"] = (
                f"---\ntitle: Seri {number}\n---\n{text} {tag}{number}\n"
            )
    files["content/en/account/event.md"] = "---\ntitle: Event\n---\nCalendar, calendar.\n"
    files["content/id/account/event.md"] = "---\ntitle: Acara\n---\nKalender, kalender.\n"
    build_text(folder, files)
    return folder / "site"


def best(site: Path, language: str, query: str, **options: Any) -> dict[str, Any]:
    """Return the best result and the facts, which both twins agree on."""
    one, other = asked(site, language, query, **options)
    assert one == other
    return {**(one[0][0] if one[0] else {"id": None}), **one[1]}


@pytest.mark.parametrize(
    ("query", "article"),
    [
        ("reset pasword", "account/reset"),
        ("certificats", "account/only"),
        ("certificaets", "account/only"),
        ("ertificates", "account/only"),
        ("ecrtificates", "account/only"),
        ("certif", "account/only"),
        ("certfi", "account/only"),
        ("refunds take", "billing/refund"),
        ("pengembalian dana", "billing/refund"),
        ("gadget", "account/devices"),
        ("please certificates", "account/only"),
    ],
)
def test_the_article_is_found_all_the_same(site: Path, query: str, article: str) -> None:
    assert best(site, "en", query)["id"] == article


def test_words_that_mean_the_same_find_each_other_and_one_way_only_one(site: Path) -> None:
    (found, _), _ = asked(site, "en", "invoice ")
    assert [result["id"] for result in found] == ["billing/invoice", "billing/sale"]
    (found, _), _ = asked(site, "en", "bill of sale ")
    assert {result["id"] for result in found} >= {"billing/invoice", "billing/sale"}
    (found, _), _ = asked(site, "en", "devices ")
    assert [result["id"] for result in found] == ["account/devices"]


def test_words_that_only_texts_have_lead_to_articles_in_the_readers_language(
    site_of_texts: Path,
) -> None:
    assert best(site_of_texts, "id", "calendar ")["id"] == "account/event"
    # the word of the other language is nowhere in the index of this one
    assert best(site_of_texts, "en", "kalender ")["id"] == "account/event"


def test_a_page_in_another_language_is_found_in_the_readers_and_marked(site: Path) -> None:
    found = best(site, "id", "certificates")
    assert (found["id"], found["language"]) == ("account/only", "en")
    assert best(site, "id", "money back")["id"] == "billing/refund"


def test_a_result_leads_to_the_section_and_shows_the_words(site: Path) -> None:
    found = best(site, "en", "banks transfer")
    assert (found["anchor"], found["heading"]) == ("how-long-it-takes", "How long it takes")
    assert found["passage"] == "Banks need five days for a transfer."
    assert [found["passage"][start:end] for start, end in found["marks"]] == ["Banks", "transfer"]


def test_a_passage_from_the_end_of_a_long_article_holds_the_words(site: Path) -> None:
    found = best(site, "en", "crimson telephone")
    assert found["anchor"] == "sign-out-everywhere"
    assert "crimson button, and every telephone" in found["passage"]
    assert len(found["passage"]) < 250


def test_an_unknown_word_is_put_right_as_a_proposal(site: Path) -> None:
    assert best(site, "en", "Get certificatse, now")["correction"] == "Get certificates, now"
    assert best(site, "en", "certificates")["correction"] == ""
    assert best(site, "en", "creme brulte")["correction"] == "creme brûlée"


def test_what_the_site_does_not_know_is_foreign_to_it(site: Path) -> None:
    assert best(site, "en", "quarterly marmalade exhibition")["isForeign"]
    assert best(site, "en", "invoice for marmalade exhibitions overseas")["isForeign"]
    assert not best(site, "en", "reset password")["isForeign"]
    assert not best(site, "en", "")["isForeign"]


def test_results_can_be_of_one_topic_only(site: Path) -> None:
    everywhere = best(site, "en", "your")
    assert everywhere["total"] > best(site, "en", "your", topic="account")["total"] > 0
    (found, facts), _ = asked(site, "en", "your", topic="account")
    assert {result["topic"] for result in found} == {"account"}
    assert facts["total"] == len(found)
    assert best(site, "en", "your", topic="acc")["total"] == 0


@pytest.mark.parametrize("kind", ["words", "terms", "rows", "texts"])
@pytest.mark.parametrize("data", [None, b"", b'["0reset","', b"[]", b"{}", b"[1,2]", b'["0a"]'])
def test_a_part_that_is_missing_or_broken_costs_no_more_than_itself(
    tmp_path: Path, kind: str, data: bytes | None
) -> None:
    build_text(tmp_path, CLEAN_CENTRE)
    for file in (tmp_path / "site/search").glob(f"en-{kind}-*.json"):
        if data is None:
            file.unlink()
        else:
            file.write_bytes(data)
    one, other = asked(tmp_path / "site", "en", "reset pasword")
    assert one == other
    if data in (None, b"", b'["0reset","'):
        assert one[1]["isPartial"]
    if kind == "texts":
        assert one[0][0]["id"] == "account/reset"


def test_words_that_translate_each_other_in_titles_find_other_articles_too(tmp_path: Path) -> None:
    titles = {
        "one": ("Buy a printer", "Beli pencetak"),
        "two": ("Clean the printer", "Bersihkan pencetak"),
        "three": ("Where it went", "Hilang"),
    }
    texts = {
        f"content/{tag}/account/{name}.md": f"---\ntitle: {title}\n---\n"
        + ("Cari pencetak itu.\n" if (tag, name) == ("id", "three") else "See.\n")
        for name, pair in titles.items()
        for tag, title in zip(("en", "id"), pair, strict=True)
    }
    build_text(tmp_path, CLEAN_CENTRE | texts)
    (found, _), other = asked(tmp_path / "site", "id", "printer ")
    assert other[0] == found
    assert {result["id"] for result in found} == {f"account/{name}" for name in titles}
