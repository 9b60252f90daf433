"""Text that is written once per language, or once for all."""

import pytest

from hcgen.model.localized import NOTHING, Localized
from hcgen.source import SourceFile, Text


def text(value: str) -> Text:
    return Text(value, SourceFile("a.yml", value).span(0, len(value)))


@pytest.mark.parametrize(
    ("tag", "fallback", "words"),
    [("id", "", "Akun"), ("ms", "", "Akaun"), ("fr", "ms", "Akaun"),
     ("fr", "", "Akun"), ("fr", "de", "Akun")],
)  # fmt: skip
def test_the_readers_language_comes_first_then_the_fallback_then_any(
    tag: str, fallback: str, words: str
) -> None:
    title = Localized({"id": text("Akun"), "ms": text("Akaun")})
    assert title.get(tag, fallback) == words


def test_a_text_without_language_serves_all_but_those_that_have_their_own() -> None:
    title = Localized({"id": text("Akun")}, text("Account"))
    assert (title.get("id"), title.get("ms"), title.get("ms", "id")) == (
        "Akun",
        "Account",
        "Account",
    )


def test_no_text_is_empty_and_false() -> None:
    assert NOTHING.get("id", "en") == ""
    assert not NOTHING
    assert Localized(anywhere=text("x"))
    assert Localized({"id": text("x")})
