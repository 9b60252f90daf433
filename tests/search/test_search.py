"""What readers type finds articles, and Python and the browser's client agree on every answer."""

import random
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.search import load_analyzer
from hcgen.search.files import IndexFiles
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pipeline.building import build_text
from tests.search.asking import ask_client, reader_of

FOLDING = load_analyzer("folding")


@pytest.fixture
def demo(demo_folder: Path) -> Path:
    return demo_folder


@pytest.mark.parametrize(
    ("language", "query", "article"),
    [
        ("id", "lupa kata sandi", "account/reset-password"),
        ("id", "KATA SANDI", "account/reset-password"),
        ("id", "bayar tagihan", "billing/pay-invoice"),
        ("ms", "kata laluan", "account/reset-password"),
        ("ms", "pulangan wang", "billing/refund"),
        ("en", "refund", "billing/refund"),
        ("en", "website does not open", "website/site-down"),
        ("en", "certif", "website/install-ssl"),
    ],
)
def test_what_customers_type_finds_the_article_first(
    demo: Path, language: str, query: str, article: str
) -> None:
    assert reader_of(demo, language).search(query)[0].id == article


def test_an_untranslated_article_is_found_and_marked(demo: Path) -> None:
    found = {result.id: result for result in reader_of(demo, "ms").search("login dua langkah")}
    assert found["account/two-step-login"].language == "id"
    assert found["account/two-step-login"].url == "ms/account/two-step-login/"


@pytest.mark.parametrize("query", ["", " ", "?!", "zzzzqqq", "\0", "🙂", "<b>", "a" * 10_000])
def test_a_query_without_an_answer_has_none(demo: Path, query: str) -> None:
    assert reader_of(demo, "en").search(query) == ()


@pytest.mark.parametrize("language", ["id", "ms", "en"])
def test_the_browser_gives_the_same_answers_in_the_same_order(demo: Path, language: str) -> None:
    words = _words_of(demo, language)
    choice = random.Random(7)
    queries = [
        " ".join(choice.choices(words, k=choice.randint(1, 5)))[: choice.randint(1, 60)]
        for _ in range(1000)
    ] + ["", "Café ÉCOLE", "\0<b>🙂", "a" * 3000, "ＦＵＬＬ", "İstanbul ß ς"]
    reader = reader_of(demo, language)
    for query, answer in zip(queries, ask_client(demo, language, queries), strict=True):
        assert answer["terms"] == list(dict.fromkeys(FOLDING.words(query))), query
        found = reader.answer(query)
        expected = [
            {
                "id": result.id,
                "url": result.url,
                "title": result.title,
                "anchor": result.anchor,
                "heading": result.heading,
                "passage": result.passage,
                "marks": [list(mark) for mark in result.marks],
                "language": result.language,
                "topic": result.topic,
                "score": result.score,
            }
            for result in found.results
        ]
        assert answer["results"] == expected, query
        facts = (found.total, found.is_foreign, reader.is_partial, found.correction)
        names = ("total", "isForeign", "isPartial", "correction")
        assert tuple(answer[name] for name in names) == facts, query


def test_terms_that_look_like_numbers_or_property_names_are_found_alike(tmp_path: Path) -> None:
    names = ["404", "1500888", "constructor", "toString", "__proto__", "10", "9", "𐐀𐐁"]
    files: Mapping[str, str] = CLEAN_CENTRE | {
        f"content/en/billing/n{number}.md": f"---\ntitle: About {name}\n---\nText {name} here.\n"
        for number, name in enumerate(names)
    }
    build_text(tmp_path, files)
    site = tmp_path / "site"
    queries = [*names, "1", "4", "con", "proto", "about 40"]
    reader = reader_of(site, "en")
    for query, answer in zip(queries, ask_client(site, "en", queries), strict=True):
        assert [found["id"] for found in answer["results"]] == [
            result.id for result in reader.search(query)
        ], query
    assert reader.search("404")[0].title == "About 404"
    assert reader.search("proto")[0].title == "About __proto__"


@given(st.text())
def test_words_are_inside_the_text_ascending_and_apart(text: str) -> None:
    done = 0
    for start, end in FOLDING.segment(text):
        assert done <= start < end <= len(text)
        done = end


@given(st.text())
def test_a_term_is_its_own_term(text: str) -> None:
    for term in FOLDING.words(text):
        assert FOLDING.normalize(term) == term


def _words_of(site: Path, language: str) -> list[str]:
    files = IndexFiles(language, lambda path: (site / path).read_bytes())
    return [word for shard in range(len(files.words.names)) for word in files.known_words(shard)]
