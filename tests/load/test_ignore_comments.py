"""Comments that accept a finding: what they name, and which text they speak of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.diagnostics import Findings
from hcgen.diagnostics.ignoring import IgnoreComment
from hcgen.load.front_matter import split_front_matter
from hcgen.load.ignore_comments import ignore_comments
from hcgen.source import SourceFile


def in_article(text: str) -> tuple[IgnoreComment, ...]:
    file = SourceFile("content/en/a/b.md", text)
    return ignore_comments(file, body_start=split_front_matter(file, Findings()).body_start)


def in_yaml(text: str) -> tuple[IgnoreComment, ...]:
    return ignore_comments(SourceFile("content/channels.yml", text), body_start=None)


@pytest.mark.parametrize(
    ("words", "rules", "reason"),
    [
        ("hcgen: ignore ART013 short on purpose", ["ART013"], "short on purpose"),
        ("hcgen: ignore ART013,LNK001 both agreed", ["ART013", "LNK001"], "both agreed"),
        ("hcgen: ignore ART013, LNK agreed", ["ART013", "LNK"], "agreed"),
        ("hcgen: ignore broken-link – comes later", ["broken-link"], "comes later"),
        ("hcgen: ignore art013: short", ["ART013"], "short"),
        ("hcgen ignore ART013 colon forgotten", ["ART013"], "colon forgotten"),
        ("hcgen: ignore ART013", ["ART013"], ""),
        ("hcgen: ignore because I say so", [], "because I say so"),
        ("hcgen: ignore", [], ""),
    ],
)
def test_a_comment_names_rules_and_a_reason(words: str, rules: list[str], reason: str) -> None:
    (found,) = in_article(f"<!-- {words} -->\nText.\n")
    assert [text.value for text in found.rules] == rules
    assert found.reason == reason
    for text in found.rules:
        assert text.span.text.upper() == text.value.upper()
    (found,) = in_yaml(f"# {words}\na: b\n")
    assert [text.value for text in found.rules] == rules
    assert found.reason == reason


IGNORE = "<!-- hcgen: ignore ART013 why -->"
NOTE = "# hcgen: ignore ART013 why"


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        (f"{IGNORE}\nOne\ntwo.\n\nThree.\n", "One\ntwo.\n"),
        (f"{IGNORE}\n\n\n- One\n- two\n\nThree.\n", "- One\n- two\n"),
        (f"Zero.\n\nOne {IGNORE} and one.\nTwo.\n", f"One {IGNORE} and one."),
        (f"{IGNORE}", ""),
        ("<!-- hcgen: ignore ART013\nwhy,\nin two lines -->\nOne.\n", "One.\n"),
        (f"---\n{NOTE}\ntitle: One\norder: 1\n---\nText\n", "title: One"),
        (f"---\ntitle: One  {NOTE}\norder: 1\n---\nText\n", "title: One  "),
    ],
)
def test_in_an_article_it_speaks_of_its_line_or_of_the_lines_below(text: str, scope: str) -> None:
    (found,) = in_article(text)
    assert found.scope.text == scope


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        (f"a: 1\n{NOTE}\nb: 2\nc: 3\n", "b: 2"),
        (f"a: 1  {NOTE}\nb: 2\n", "a: 1  "),
        (f"list:\n  {NOTE}\n  - id: x\n    b: 2\n\n    c: 3\n  - id: y\n",
         "- id: x\n    b: 2\n\n    c: 3"),
        (f"a: 1\n{NOTE}\n# another\n\nb:\n  c: 3\nd: 4\n", "b:\n  c: 3"),
        (f"a: 1\n{NOTE}\n", ""),
    ],
)  # fmt: skip
def test_in_yaml_it_speaks_of_its_line_or_of_the_entry_below(text: str, scope: str) -> None:
    (found,) = in_yaml(text)
    assert found.scope.text == scope


def test_one_for_the_file_speaks_of_everything_in_it() -> None:
    text = "---\ntitle: A\n---\n<!-- hcgen: ignore-file ART013 why -->\nText.\n"
    (found,) = in_article(text)
    assert found.is_whole_file
    assert found.scope.text == text


@pytest.mark.parametrize(
    "text",
    [
        "`<!-- hcgen: ignore ART013 why -->`\n",
        "```\n<!-- hcgen: ignore ART013 why -->\n```\n",
        "# hcgen: ignore ART013 why\n",  # in Markdown that is a heading
        "<!-- the hcgen: ignore comment is explained elsewhere -->\n",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert in_article(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        f'a: "x {NOTE}"\n',
        f"a: |\n  x\n  {NOTE}\nb: 1\n",
        "a: x#hcgen: ignore ART013 why\n",
    ],
)
def test_a_sign_within_a_value_begins_no_comment(text: str) -> None:
    assert in_yaml(text) == ()


@given(st.text(), st.text())
def test_any_text_is_read(before: str, after: str) -> None:
    text = f"{before}<!-- hcgen: ignore ART013 why -->{after}"
    for found in (*in_article(text), *in_yaml(text), *in_yaml(f"{before}\n{NOTE}{after}")):
        assert 0 <= found.scope.start <= found.scope.end <= len(found.span.file.text)
        assert 0 <= found.span.start <= found.span.end <= len(found.span.file.text)
