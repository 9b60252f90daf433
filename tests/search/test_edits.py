"""How many slips lie between what was typed and a word."""

import pytest

from hcgen.search.edits import FAR, edits_between


@pytest.mark.parametrize(
    ("typed", "word", "most", "expected"),
    [
        ("refund", "refund", 1, 0),
        ("refnd", "refund", 1, 1),
        ("refuund", "refund", 1, 1),
        ("rexund", "refund", 1, 1),
        ("rfeund", "refund", 1, 1),
        ("erfund", "refund", 1, 1),
        ("rfuned", "refund", 1, FAR),
        ("rfuned", "refund", 2, 2),
        ("re", "refund", 2, FAR),
        ("", "ab", 2, 2),
        ("ab", "", 2, 2),
    ],
)
def test_slips_are_counted_up_to_the_most(typed: str, word: str, most: int, expected: int) -> None:
    assert edits_between(typed, word, most) == expected


@pytest.mark.parametrize(
    ("typed", "expected"), [("cert", 0), ("cret", 1), ("certt", 1), ("crtx", FAR), ("xxxx", FAR)]
)
def test_what_is_typed_may_be_the_beginning_of_a_word(typed: str, expected: int) -> None:
    assert edits_between(typed, "certificate", 1, is_beginning=True) == expected
