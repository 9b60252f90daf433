"""The first words of an article, and how much there is to read."""

import pytest

from tests.render.articles import TRUSTING, rendered


def test_the_opening_is_the_first_paragraph_without_markup() -> None:
    text = "Open **Billing** &\n[choose](b.md)  `an invoice`.\n\nThen pay.\n"
    assert rendered(text).opening == "Open Billing & choose an invoice."


@pytest.mark.parametrize(
    "before",
    [
        "# Another title",
        "## Heading",
        '!!! note "N"\n    Note.\n\n    More.',
        '??? note "N"\n    Note.',
        '=== "Android"\n\n    Tab.\n\n=== "iPhone"\n\n    Tab.',
        "- item\n\n    Item.\n\n- other",
        "1. one\n\n    One.",
        "| a |\n|---|\n| 1 |",
        "<table><tr><td><p>Cell.</p></td></tr></table>",
        "![A](a.png)",
        '![A](a.png "Caption")',
        "[![A](a.png)](b.md)",
        "<figure><p>Figure.</p><figcaption>Caption</figcaption></figure>",
        "> Quotation.",
        "```\ncode\n```",
        "<p> </p>",
        "<h2><p>Heading.</p></h2>",
        '<div class="admonition tip"><div><p>Deep.</p></div><p>Note.</p></div>',
        "<ul><li><div><p>Deep.</p></div></li></ul>",
    ],
)
def test_what_is_no_prose_is_passed_over(before: str) -> None:
    fragment = rendered(f"---\ntitle: T\n---\n{before}\n\nProse.\n\nMore.\n")
    assert fragment.opening == "Prose."


def test_an_article_of_nothing_but_a_list_has_no_opening() -> None:
    assert rendered("- one\n- two\n").opening == ""
    assert rendered("").opening == ""


def test_prose_within_a_plain_box_counts() -> None:
    assert rendered('<div class="intro" markdown>\nProse.\n</div>\n').opening == "Prose."


def test_the_mark_of_a_footnote_is_not_read() -> None:
    text = "Within 30 days[^1], always.[^2]\n\n[^1]: Or 60.\n[^2]: Nearly.\n"
    assert rendered(text).opening == "Within 30 days, always."
    assert rendered("x<sup>2</sup> is a square\n").opening == "x2 is a square"


def test_an_opening_from_right_to_left_is_as_written() -> None:
    text = "## عنوان\n\nاضغط على **«حفظ»** ثم\nانتظر.\n"
    assert rendered(text).opening == "اضغط على «حفظ» ثم انتظر."


@pytest.mark.parametrize(
    ("html", "opening"),
    [
        ("<p>One<p>Two</p>", "One"),
        ("<P>One</P>", "One"),
        ("</ul></div></div><p>One</p>", "One"),
        ("<p><script>var a;</script>One</p>", "One"),
    ],
)
def test_trusted_html_need_not_be_tidy(html: str, opening: str) -> None:
    assert rendered(html, TRUSTING).opening == opening


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Pay 30 days!", 9),
        ("a-b_c (d) “e” …", 5),
        ("über café", 8),
        ("忘记密码，怎么办？", 7),
        ("パスワードを忘れた", 9),
        ("ห้องน้ำ", 7),
        ("हिन्दी", 6),
        ("مُحَمَّد", 8),
        ("½ ⅷ ٣", 3),
        ("😀 → € +", 0),
        ("", 0),
    ],
)
def test_letters_digits_and_marks_are_what_is_read(text: str, letters: int) -> None:
    assert rendered(text).letters == letters


def test_letters_count_the_whole_text_and_no_markup() -> None:
    assert rendered("## Two\n\n[ab](c.md) ![no](d.png)\n\n| e |\n|---|\n| f |\n").letters == 7
