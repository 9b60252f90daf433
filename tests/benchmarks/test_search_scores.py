"""Scores of ranked answers, as the benchmark of search prints them."""

import pytest

from benchmarks.search.material import Query
from benchmarks.search.scores import CORE, quantile, ratio, scores_of, table

_FIRST = Query("1", "a", "ask", ("x",))
_SECOND = Query("2", "b", "ask", ("y", "z"))
_ENGLISH = Query("3", "c", "english", ("x",))


def test_the_first_right_answer_counts_by_its_rank() -> None:
    score = scores_of([_FIRST, _SECOND], {"1": ["x"], "2": ["x", "z", "y"]})["ask"]
    assert (score.reciprocal, score.first, score.nothing) == (0.75, 0.5, 0)


def test_an_answer_behind_the_tenth_does_not_count() -> None:
    score = scores_of([_FIRST], {"1": [*"abcdefghij", "x"]})["ask"]
    assert (score.reciprocal, score.nothing) == (0, 0)


def test_a_query_without_an_answer_is_counted_as_such() -> None:
    assert scores_of([_FIRST, _SECOND], {"1": []})["ask"].nothing == 1


def test_queries_in_another_language_are_no_part_of_the_core() -> None:
    scores = scores_of([_FIRST, _ENGLISH], {"1": ["x"], "3": []})
    assert (scores[CORE].queries, scores[CORE].reciprocal) == (1, 1)
    assert scores["english"].queries == 1


@pytest.mark.parametrize(("share", "value"), [(0.9, 9), (0.5, 5), (1, 10), (0, 1)])
def test_a_quantile_is_one_of_the_values(share: float, value: int) -> None:
    assert quantile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], share) == value


def test_a_ratio_to_nothing_is_a_dash() -> None:
    assert (ratio(1, 2), ratio(1, 0)) == ("0.50", "–")


def test_columns_of_numbers_are_set_to_the_right() -> None:
    assert table(["a", "b"], [["x", "1"]]) == "| a | b |\n| --- | --: |\n| x | 1 |"
