"""Numbers in the published files come back as they were, and scales are what they say."""

from math import log2

from hypothesis import given
from hypothesis import strategies as st

from hcgen.search.coding import (
    IMPACTS,
    LETTERS,
    LONGEST_TITLE,
    MOST_POSTINGS,
    MOST_TITLE_PLACES,
    Posting,
    decoded_impacts,
    decoded_postings,
    encoded_postings,
    impact_letters,
    term_weight,
)


@given(
    st.dictionaries(
        st.integers(0, 200_000),
        st.tuples(
            st.integers(0, len(IMPACTS) - 1),
            st.integers(0, 80),
            st.integers(-1, MOST_TITLE_PLACES - 1),
            st.integers(1, LONGEST_TITLE),
            st.integers(0, LETTERS - 1),
        ),
    )
)
def test_postings_come_back_as_they_were(
    given: dict[int, tuple[int, int, int, int, int]],
) -> None:
    postings = [Posting(article, *rest) for article, rest in sorted(given.items())]
    text = encoded_postings(postings)
    assert text.isascii()
    assert '"' not in text
    assert "\\" not in text
    for before, after in zip(postings, decoded_postings(text).found, strict=True):
        assert after[:4] == (before.article, IMPACTS[before.impact], before.part, before.place)
        if before.place >= 0:
            assert after[4:] == before[4:]


@given(
    st.dictionaries(
        st.integers(0, 9000),
        st.tuples(
            st.integers(0, len(IMPACTS) - 1),
            st.integers(0, 80),
            st.integers(-1, MOST_TITLE_PLACES - 1),
            st.integers(1, LONGEST_TITLE),
            st.integers(0, LETTERS - 1),
        ),
    )
)
def test_impacts_alone_are_those_of_the_postings(
    given: dict[int, tuple[int, int, int, int, int]],
) -> None:
    text = encoded_postings([Posting(article, *rest) for article, rest in sorted(given.items())])
    holding, found = decoded_postings(text)
    assert decoded_impacts(text) == (
        holding,
        [posting.article for posting in found],
        [posting.impact for posting in found],
    )


@given(st.integers(1, 20_000), st.integers(0, 20_000))
def test_the_weight_of_a_term_is_its_inverse_document_frequency(
    articles: int, holding: int
) -> None:
    holding = min(holding, articles)
    exact = 16 * log2(1 + (articles - holding + 0.5) / (holding + 0.5))
    assert max(1, exact - 1.01) <= term_weight(articles, holding) <= max(1, exact + 0.01)


@given(st.floats(0.3, 15))
def test_an_impact_is_within_a_twentieth_of_its_score(score: float) -> None:
    _, _, [impact] = decoded_impacts("#" + impact_letters({"a term": score})["a term"])
    assert abs(impact / (score * 256) - 1) < 0.05


def test_of_a_term_that_very_many_articles_hold_the_best_are_kept_and_all_are_counted() -> None:
    many = 2 * MOST_POSTINGS
    # every third article is worth most, and the first of the others come next
    postings = [Posting(number, 9 if number % 3 == 0 else 4, 0) for number in range(many)]
    text = encoded_postings(postings)
    holding, found = decoded_postings(text)
    assert holding == many
    assert decoded_impacts(text)[0] == many
    assert len(found) == MOST_POSTINGS
    best = [posting.article for posting in postings if posting.impact == 9]
    others = [posting.article for posting in postings if posting.impact == 4]
    assert [posting.article for posting in found] == sorted(
        best + others[: MOST_POSTINGS - len(best)]
    )
