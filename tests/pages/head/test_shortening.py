"""Texts cut to the room that there is."""

import unicodedata

import pytest

from hcgen.pages.head.shortening import shortened


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("Short enough", 12, "Short enough"),
        ("  two \n lines ", 20, "two lines"),
        ("Choose a new password, then log in", 22, "Choose a new…"),
        ("Choose a new password, then log in", 23, "Choose a new password…"),
        ("Choose a new password", 14, "Choose a new…"),
        ("パスワードを再設定するには、次のとおりにします。", 15, "パスワードを再設定するには…"),
        ("A" * 30, 10, "A" * 9 + "…"),
    ],
)
def test_a_text_is_cut_after_a_word(text: str, length: int, expected: str) -> None:
    assert shortened(text, length) == expected
    assert len(expected) <= length


@pytest.mark.parametrize("text", ["กำลังรีเซ็ตรหัสผ่านที่นี่" * 3, "पासवर्डदोबाराबनाएँ" * 4, "e\u0301" * 30])
def test_a_letter_keeps_its_marks(text: str) -> None:
    for length in range(10, 40):
        cut = shortened(text, length).removesuffix("…")
        assert text.startswith(cut)
        assert unicodedata.category(text[len(cut)])[0] != "M"
