"""Sketches tell how alike texts are."""

from random import Random

import pytest

from hcgen.checks.articles._sketch import resemblance, sketch_of

ENGLISH = " ".join(f"word{n} goes to place{n * 7}" for n in range(60))
CHINESE = "".join(chr(0x4E00 + n * 37 % 5000) for n in range(300))
THAI = "".join(map(chr, Random(5).choices(range(0x0E01, 0x0E2F), k=300)))


@pytest.mark.parametrize("text", [ENGLISH, CHINESE, THAI])
def test_a_text_with_one_change_is_alike_and_half_of_it_is_not(text: str) -> None:
    changed = text[:100] + "?! other " + text[100:]
    assert resemblance(sketch_of(text), sketch_of(changed)) > 0.85
    half = sketch_of(text[: len(text) // 3] + text[::-1])
    assert resemblance(sketch_of(text), half) < 0.6


def test_case_and_punctuation_do_not_count() -> None:
    assert sketch_of("One, two; three four.") == sketch_of("one two THREE “four”")


def test_short_texts_tell_nothing() -> None:
    assert resemblance(sketch_of("one two three four"), sketch_of("one two three four")) == 0


def test_what_is_ignored_does_not_count() -> None:
    sketch = sketch_of(ENGLISH)
    assert resemblance(sketch, sketch, frozenset(sketch)) == 0
