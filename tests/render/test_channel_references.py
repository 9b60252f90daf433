"""References to channels become tokens, except in code."""

from hypothesis import given
from hypothesis import strategies as st

from hcgen.model.channel_reference import (
    MARK,
    TOKEN,
    ChannelReference,
    token_reference,
    with_references,
)
from tests.render.articles import TRUSTING, html_of, rendered

MAIL = ChannelReference("mail")
NUMBER = ChannelReference("mail", "number")


def shown(text: str) -> str:
    """Put the references into angle brackets, so that they can be read."""
    return TOKEN.sub(lambda match: f"‹{token_reference(match)}›", text)


@given(st.text(), st.text())
def test_a_token_holds_its_reference_whatever_the_id_is(channel_id: str, part: str) -> None:
    if "\n" in channel_id or any(0xD800 <= ord(char) < 0xE000 for char in channel_id + part):
        return
    reference = ChannelReference(channel_id, part)
    match = TOKEN.fullmatch(reference.token)
    assert match is not None
    assert token_reference(match) == reference


def test_a_reference_in_text_becomes_a_token() -> None:
    html = html_of("Write to {{ channel:mail }} or *{{channel:mail:number}}*.")
    assert html == f"<p>Write to {MAIL.token} or <em>{NUMBER.token}</em>.</p>"


def test_code_keeps_the_braces() -> None:
    for text in (
        "`{{ channel:mail }}`",
        "```\n{{ channel:mail }}\n```",
        "    {{ channel:mail }}",
        "<p><code>{{ channel:mail }}</code></p>",
        "<pre>{{ channel:mail }}</pre>",
    ):
        assert "{{ channel:mail }}" in html_of(text), text


def test_other_braces_stay_as_they_are() -> None:
    for text in ("{{ name }}", "{{ channels }}", "{ channel:mail }", "{{ channel:a\nb }}"):
        assert MARK not in html_of(text), text


def test_headings_tables_links_and_raw_html_can_hold_a_reference() -> None:
    for text in (
        "## Write to {{ channel:mail }}",
        "| a |\n| --- |\n| {{ channel:mail }} |",
        "[{{ channel:mail }}](b.md)",
        "{{ channel:mail }}",
        "<div>{{ channel:mail }}</div>",
        "<!-- a --><p>{{ channel:mail }}</p>",
    ):
        assert MAIL.token in html_of(text), text


def test_the_id_of_a_heading_does_not_depend_on_the_reference() -> None:
    (heading,) = rendered("## Write to {{ channel:mail:number }} now").headings
    assert heading.anchor == "write-to-now"
    assert shown(heading.text) == f"Write to ‹{NUMBER}› now"


def test_nobody_can_write_a_token() -> None:
    letters = MAIL.token[1:]
    entities = "".join(f"&#{ord(letter)};" for letter in letters)
    for renderer_text in (
        f"a {MAIL.token} b",
        f"a &#65532;{letters} b",
        f"a &#xFFFC;{entities} b",
        f"a &#x0fffc{letters} b",
        f"<div>&#65532;{letters}</div>",
        f'<b title="&#65532;{letters}">x</b>',
    ):
        fragment = rendered(renderer_text)
        assert not TOKEN.search("".join(fragment.pieces)), renderer_text
        assert not TOKEN.search(fragment.text), renderer_text
        trusted = rendered(renderer_text, TRUSTING)
        assert not TOKEN.search("".join(trusted.pieces) + trusted.text), renderer_text


def test_a_token_is_neither_letters_nor_words() -> None:
    fragment = rendered("Write to {{ channel:mail }}.")
    assert fragment.letters == len("Writeto")
    assert not any(char.isalnum() for char in MAIL.token)


def test_text_of_the_front_matter_is_resolved_too() -> None:
    words = {MAIL: "Mail", NUMBER: "a@b.example"}
    text = f"{{{{ channel : mail }}}}, {{{{channel:mail:number}}}} and {MAIL.token}"
    assert with_references(text, words.__getitem__) == "Mail, a@b.example and Mail"
