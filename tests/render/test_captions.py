"""Images that stand alone and have a title get it as their caption."""

import pytest

from tests.render.articles import TRUSTING, html_of, rendered

IMAGE = '<img alt="A" src="a.png">'


def test_an_image_with_a_title_becomes_a_figure_with_a_caption() -> None:
    assert html_of('![A](a.png "How it looks")') == (
        f"<figure>{IMAGE}<figcaption>How it looks</figcaption></figure>"
    )


def test_the_image_of_a_reference_has_its_title_too() -> None:
    assert "<figcaption>Below</figcaption>" in html_of('![A][a]\n\n[a]: a.png "Below"\n')


def test_a_linked_image_keeps_its_link() -> None:
    assert html_of('[![A](a.png "How")](b.md)') == (
        f'<figure><a href="b.md">{IMAGE}</a><figcaption>How</figcaption></figure>'
    )


def test_the_title_of_a_link_is_no_caption() -> None:
    assert html_of('[![A](a.png)](b.md "Where")') == (
        f'<p><a href="b.md" title="Where">{IMAGE}</a></p>'
    )


@pytest.mark.parametrize("text", ["![A](a.png)", '![A](a.png "")', '![A](a.png " ")'])
def test_an_image_without_a_title_stays_in_its_paragraph(text: str) -> None:
    html = html_of(text)
    assert html.startswith("<p><img")
    assert "figcaption" not in html


@pytest.mark.parametrize(
    "text",
    [
        'Look: ![A](a.png "T")',
        '![A](a.png "T") and so on',
        '![A](a.png "T")\n![B](b.png "T")',
        '[![A](a.png "T") more](b.md)',
        '![A](a.png "T") [more](b.md)',
        '**![A](a.png "T")**',
        '| a |\n|---|\n| ![A](a.png "T") |',
        '## ![A](a.png "T")',
    ],
)
def test_an_image_among_words_stays_where_it_is_with_its_title(text: str) -> None:
    html = html_of(text)
    assert "<figure" not in html
    assert 'title="T"' in html


def test_a_caption_is_text_however_it_looks() -> None:
    html = html_of('![A](a.png "Press <b onclick=x()>“&lt;Save&gt;”</b> & *wait*")')
    assert "<figcaption>Press &lt;b onclick=x()&gt;“" in html
    assert "&amp; *wait*</figcaption>" in html
    assert "onclick" not in html.replace("&lt;b onclick=x()&gt;", "")


def test_a_caption_is_found_by_search() -> None:
    assert rendered('![A](a.png "Tombol simpan")').text == "Tombol simpan"


def test_classes_of_image_and_paragraph_stay() -> None:
    html = html_of('![A](a.png "T"){.wide}\n{: .left #here}')
    assert '<figure class="left" id="here"><img alt="A" class="wide" src="a.png">' in html


def test_an_image_alone_in_an_item_of_a_list_is_a_figure_there() -> None:
    html = html_of('1. Press.\n\n    ![A](a.png "T")\n')
    assert f"<p>Press.</p>\n<figure>{IMAGE}<figcaption>T</figcaption></figure>" in html


def test_figures_of_writers_keep_what_is_in_them() -> None:
    text = (
        '<figure markdown>\n![A](a.png "T")\n<figcaption>Own</figcaption>\n</figure>\n\n'
        '![B](b.png "After")\n'
    )
    html = html_of(text)
    assert '<figure>\n<p><img alt="A" src="a.png" title="T"></p>\n' in html
    assert "<figcaption>Own</figcaption>\n</figure>" in html
    assert html.endswith("<figcaption>After</figcaption></figure>")


def test_an_arabic_caption_keeps_the_direction_of_its_paragraph() -> None:
    html = html_of('<p dir="rtl"><img alt="ز" src="a.png" title="زر الحفظ (Save)"></p>')
    assert html == (
        '<figure dir="rtl"><img alt="ز" src="a.png">'
        "<figcaption>زر الحفظ (Save)</figcaption></figure>"
    )


def test_trusted_html_gets_captions_too() -> None:
    html = html_of("<P><IMG SRC=a.png TITLE='It is'></P>\n\n![A](a.png \"T\")", TRUSTING)
    assert '<figure><img src="a.png"><figcaption>It is</figcaption></figure>' in html
    assert '<img loading="lazy" decoding="async" alt="A" src="a.png"><figcaption>T' in html


def test_a_trusted_paragraph_with_half_a_link_stays_as_it_is() -> None:
    html = "<p><a><img title='T'></p>\n<p><img title='T'></a></p>"
    assert "<figure" not in html_of(html, TRUSTING)
