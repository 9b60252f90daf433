"""Which articles search finds to be like another one."""

from collections.abc import Mapping
from math import sqrt
from pathlib import Path
from typing import Any, cast

import pytest

from benchmarks.corpus import write_corpus
from hcgen.pipeline import Indexes, render_help_centre
from hcgen.search import SearchIndex, similar
from hcgen.search.coding import decoded_postings, term_weight
from hcgen.search.index import OWN
from hcgen.search.similar import LEAST_ALIKE, SimilarArticles
from tests._site import write_site

PASSWORD = "---\ntitle: Reset a forgotten password\n---\nOpen the login page. Type your email.\n"
LOGIN = "---\ntitle: Login page\n---\nType your email and your password.\n"
REFUND = "---\ntitle: Get money back\n---\nAsk within thirty days of paying by card.\n"
CARD = "---\ntitle: Pay by card\n---\nWe take Visa. Money back takes a week.\n"
TEXTS = {"a/password": PASSWORD, "a/login": LOGIN, "b/refund": REFUND, "b/card": CARD}


def indexes_of(folder: Path, files: Mapping[str, str]) -> Indexes:
    written = {f"content/{path}.md": text for path, text in files.items()}
    written["mkdocs.yml"] = "plugins: [{hcgen: {languages: [en, id]}}]\n"
    rendered = render_help_centre(write_site(folder, written))
    return Indexes(rendered, rendered.context.addresses)


def alike(folder: Path, files: Mapping[str, str], key: str, tag: str = "en") -> list[str]:
    return [each.key for each in indexes_of(folder, files).similar_of(tag, key)]


def english(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    return {f"en/{path}": text for path, text in {**TEXTS, **(changes or {})}.items()}


def test_articles_about_the_same_things_are_alike(tmp_path: Path) -> None:
    indexes = indexes_of(tmp_path, english())
    found = {key: [one.key for one in indexes.similar_of("en", key)] for key in TEXTS}
    assert found == {
        "a/password": ["a/login"],
        "a/login": ["a/password"],
        "b/refund": ["b/card"],
        "b/card": ["b/refund"],
    }


def test_articles_that_share_only_common_words_are_not_alike(tmp_path: Path) -> None:
    other = "---\ntitle: How do I do this?\n---\nWhat you can do, and what we can do for you.\n"
    more = "---\ntitle: How do I do that?\n---\nWhat you do when you can do it, or when we can.\n"
    assert alike(tmp_path, english({"b/refund": other, "b/card": more}), "b/card") == []


@pytest.mark.parametrize("field", ["questions", "keywords", "tags"])
def test_what_customers_are_to_find_it_by_makes_articles_alike(field: str, tmp_path: Path) -> None:
    def text(title: str, body: str) -> str:
        return f"---\ntitle: {title}\n{field}: [zebra crossing]\n---\n{body}\n"

    changes = {"b/card": text("Cards", "From any bank."), "a/login": text("Doors", "Open it.")}
    assert alike(tmp_path, english(changes), "b/card")[0] == "a/login"


def test_what_a_hyphen_cuts_off_counts_for_nothing(tmp_path: Path) -> None:
    changes = {
        "a/login": "---\ntitle: Vitamin e-mix\n---\nTake it.\n",
        "b/card": "---\ntitle: Lorry e-way\n---\nDrive on.\n",
    }
    assert alike(tmp_path / "1", english(changes), "a/login") == []
    whole = {path: text.replace("e-", "eco-") for path, text in changes.items()}
    assert alike(tmp_path / "2", english(whole), "a/login") == ["b/card"]


def test_a_sign_of_a_script_without_blanks_is_a_word(tmp_path: Path) -> None:
    changes = {
        "a/login": "---\ntitle: \u7b14\n---\nTake it.\n",
        "b/card": "---\ntitle: \u7b14\n---\nDrive on.\n",
    }
    assert alike(tmp_path, english(changes), "a/login") == ["b/card"]


def test_forms_of_a_word_are_the_same_word(tmp_path: Path) -> None:
    files = {
        "id/a/satu": "---\ntitle: Mengganti sandi\n---\nYang lama diganti.\n",
        "id/a/dua": "---\ntitle: Penggantian kartu\n---\nHubungi bank Anda.\n",
        "id/a/tiga": "---\ntitle: Membayar tagihan\n---\nLewat bank mana saja.\n",
        "id/a/empat": "---\ntitle: Pindah domain\n---\nMinta kode dahulu.\n",
        "id/a/lima": "---\ntitle: Menutup akun\n---\nUnduh semua surat.\n",
    }
    assert alike(tmp_path, files, "a/satu", "id") == ["a/dua"]


def test_what_customers_do_not_see_is_not_alike(tmp_path: Path) -> None:
    draft = LOGIN.replace("title", "draft: true\ntitle")
    early = LOGIN.replace("title", "publish_from: 2999-01-01\ntitle")
    late = LOGIN.replace("title", "publish_until: 2001-01-01\ntitle")
    assert alike(tmp_path / "1", english({"a/login": draft}), "a/password") == []
    assert alike(tmp_path / "2", english({"a/login": early}), "a/password") == []
    assert alike(tmp_path / "3", english({"a/login": late}), "a/password") == []
    page = english() | {"en/login": LOGIN}
    assert alike(tmp_path / "4", page, "a/password") == ["a/login"]
    assert alike(tmp_path / "4", page, "login") == []


def test_a_text_that_stands_in_for_a_translation_is_there_once(tmp_path: Path) -> None:
    indexes = indexes_of(tmp_path, english() | {"id/a/login": "---\ntitle: Masuk\n---\nTeks.\n"})
    in_english = [one.key for one in indexes.similar_of("en", "a/password")]
    in_indonesian = [one.key for one in indexes.similar_of("id", "b/refund")]
    assert in_english == ["a/login"]
    assert in_indonesian == ["b/card"]


def test_equally_alike_articles_stand_in_the_order_of_the_site(tmp_path: Path) -> None:
    same = {f"a/n{number}": "---\ntitle: Zebra\n---\nStripes.\n" for number in (3, 1, 2)}
    for run in range(2):
        assert alike(tmp_path / str(run), english(same), "a/n2") == ["a/n1", "a/n3"]


def every_cosine(index: SearchIndex, number: int) -> dict[str, float]:
    """Return the articles that are like one, found by comparing it with all others."""
    vectors: list[dict[str, float]] = [{} for _ in index.articles]
    known = [index.words[word] for word in (*index.stop_words, *index.weak_words)
             if word in index.words]  # fmt: skip
    little = {word.targets[0][0] for word in known if word.targets[0][1] == OWN}
    for term, text in index.terms.items():
        postings = decoded_postings(text).found
        if term not in little and not (len(term) == 1 and term.isalnum() and term.isascii()):
            for posting in postings:
                scale = sqrt(term_weight(len(vectors), len(postings)))
                vectors[posting.article][term] = posting.impact * scale
    lengths = [sqrt(sum(each * each for each in vector.values())) for vector in vectors]
    found: dict[str, float] = {}
    for other, vector in enumerate(vectors):
        product = sum(each * vector.get(term, 0.0) for term, each in vectors[number].items())
        cosine = product / (lengths[number] * lengths[other])
        if other != number and cosine >= LEAST_ALIKE:
            found[index.articles[other].key] = cosine
    return found


def test_the_demo_loses_nothing_by_not_comparing_all_with_all() -> None:
    rendered = render_help_centre(Path(__file__).parents[2] / "mkdocs.yml")
    indexes = Indexes(rendered, rendered.context.addresses)
    for language in rendered.centre.languages:
        index = indexes.index_of(language.tag)
        missed = total = 0
        for number, article in enumerate(index.articles):
            expected = every_cosine(index, number)
            best = sorted(expected, key=lambda key: -expected[key])[:4]
            found = {one.key: one.cosine for one in indexes.similar_of(language.tag, article.key)}
            assert found == pytest.approx({key: expected[key] for key in found})
            missed += sum(key not in found for key in best)
            total += len(best)
        assert missed <= 0.02 * total


def test_the_work_for_an_article_does_not_grow_with_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[int] = []
    product = SimilarArticles._product

    def counting(self: SimilarArticles, vector: dict[str, float], other: int) -> float:
        compared.append(other)
        return product(self, vector, other)

    monkeypatch.setattr(SimilarArticles, "_product", counting)
    write_corpus(tmp_path, 150)
    rendered = render_help_centre(tmp_path / "mkdocs.yml")
    index = Indexes(rendered, rendered.context.addresses).index_of("en")
    articles = SimilarArticles(index)
    for article in index.articles:
        articles.of(article.key)
    assert 0 < len(compared) <= similar._MOST_COMPARED * len(index.articles)
    # what many articles have may be counted, but not walked through: numbers are no postings
    many = similar._MOST_HOLDERS
    guarded: list[str] = []

    def holders(term: str) -> similar._Holders:
        found = articles._decode(term)
        if len(found.articles) <= many:
            return found
        guarded.append(term)
        return found._replace(impacts=cast(Any, None))

    monkeypatch.setattr(articles, "_holders", holders)
    for article in index.articles:
        articles.of(article.key)
    assert guarded
