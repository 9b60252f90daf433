"""What a result is made of adds up to what it is worth."""

from collections.abc import Mapping

import pytest

from hcgen.search import SearchReader, explain
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pipeline.building import build_text


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return build_text(tmp_path_factory.mktemp("site"), CLEAN_CENTRE)


@pytest.mark.parametrize("query", ["", "?", "pay", "pay by card", "card password zzzz", "pasword"])
def test_an_explanation_goes_with_each_result(site: Mapping[str, bytes], query: str) -> None:
    reader = SearchReader("en", site.__getitem__)
    explained = explain(reader, query)
    assert tuple(one.result for one in explained) == reader.search(query)
    assert [one.rank for one in explained] == list(range(1, len(explained) + 1))
    words = {group.word: group.weight for group in reader.groups(query)}
    for one in explained:
        had = {part.word for part in one.contributions}
        assert had.isdisjoint(one.lacking)
        assert had | set(one.lacking) == set(words)
        matched, total = sum(words[word] for word in had), sum(words.values())
        points = sum(part.points for part in one.contributions)
        plain = points * (3 * total + 7 * matched) // (10 * total)
        assert one.bonus == 100 * one.result.score // plain - 100 >= 0
        assert one.share == 100 * matched // total


def test_a_title_that_says_the_query_is_worth_more(site: Mapping[str, bytes]) -> None:
    reader = SearchReader("en", site.__getitem__)
    assert explain(reader, "pay ")[0].bonus > 0
    assert explain(reader, "card ")[0].bonus == 0


@pytest.mark.parametrize(
    ("language", "query", "how"),
    [
        ("en", "password ", "exact"),
        ("en", "passw", "prefix"),
        ("en", "pasword ", "edit"),
        ("id", "password ", "translation"),
    ],
)
def test_the_way_from_word_to_term_is_told(
    site: Mapping[str, bytes], language: str, query: str, how: str
) -> None:
    reader = SearchReader(language, site.__getitem__)
    ((part,),) = [one.contributions for one in explain(reader, query, limit=1)]
    assert part.how == how
