"""What facts of an article are, and what changes their digests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.languages import shipped_tags
from hcgen.translations import Grade, grade_of, source_hash_of
from tests.translations.reading import facts

TEXT = """---
title: Get your money back
description: In 30 days.
---

It takes *30 days*, "no more". Type `mail.example.com`.

## How

1. Open [your invoice](invoice.md#top).
2. Wait until 10 November 2026.

![The button](../../assets/form.svg)
"""


def test_facts_are_found_where_they_stand() -> None:
    found = facts(TEXT)
    assert found.headings == (2,)
    assert found.steps == 2
    assert [value for value, _, _ in found.numbers] == ["30", "30"]
    assert [TEXT[start:end] for _, start, end in found.dates] == ["10 November 2026"]
    assert [value for value, _, _ in found.links] == ["billing/invoice.md#top"]
    assert [value for value, _, _ in found.images] == ["../assets/form.svg"]
    assert [value for value, _, _ in found.codes] == ["mail.example.com"]


@pytest.mark.parametrize(
    ("old", "new", "grade"),
    [
        ("2. Wait", "2. Look.\n3. Wait", Grade.STRUCTURE),
        ("mail.example", "post.example", Grade.STRUCTURE),
        ("*30 days*", "*14 days*", Grade.FACTS),
        ("10 November", "11 November", Grade.FACTS),
        ("invoice.md#top", "refund.md", Grade.FACTS),
        ("no more", "not more", Grade.WORDING),
        ("title: Get", "title: Have", Grade.WORDING),
        ("*30 days*", "**30 days**", None),
        ('"no more"', "“no more”", None),
        ("It takes", "It\n   takes", None),
        ("## How", "How\n---", None),
    ],
)
def test_a_change_has_its_grade(old: str, new: str, grade: Grade | None) -> None:
    assert old in TEXT
    written = source_hash_of(facts(TEXT))
    assert grade_of(written, facts(TEXT.replace(old, new, 1))) is grade


@given(st.lists(st.sampled_from(["  ", "\n", "\t"]), min_size=10, max_size=10))
def test_blanks_leave_the_digests_alone(blanks: list[str]) -> None:
    words = "Choose a new password of 12 letters within 2 days".split()
    spread = "".join(word + blank for word, blank in zip(words, blanks, strict=True))
    assert facts(f"A{spread.rstrip()}").digests == facts("A" + " ".join(words)).digests


@given(st.text(), st.sampled_from(shipped_tags()))
def test_no_article_is_too_odd(text: str, tag: str) -> None:
    found = facts(text.replace("\r", ""), tag)
    assert len(found.digests) == 3
