"""Hostile HTML in articles never reaches a page; what writers need does."""

import re
from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hcgen.diagnostics import Findings
from hcgen.load.articles import load_article
from hcgen.render import FragmentLink, Renderer, RenderOptions
from hcgen.source import SourceFile

RENDERER = Renderer(
    RenderOptions(
        (
            "attr_list",
            "md_in_html",
            "tables",
            "admonition",
            "footnotes",
            "pymdownx.superfences",
            "pymdownx.tabbed",
            "pymdownx.tasklist",
        ),
        {"tables": {"use_align_attribute": True}, "pymdownx.tabbed": {"alternate_style": True}},
        trusts_html=False,
    )
)

FORBIDDEN = frozenset(
    "script style iframe object embed form button textarea select svg math base meta link "
    "template noscript title html head body frame frameset applet".split()
)


def published(markdown: str) -> str:
    """Return the HTML of an article with its links as they were written."""
    file = SourceFile("content/en/topic/a.md", markdown)
    fragment = RENDERER.render(load_article(file, "en", "topic/a.md", Findings()))
    assert fragment.error == ""
    return fragment.html(_as_written)


def _as_written(link: FragmentLink) -> str:
    return f' {link.attribute}="{escape(link.target)}"'


class Tags(HTMLParser):
    """Collects start tags as a browser sees them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def assert_harmless(html: str) -> None:
    assert "<!--" not in html
    for tag, attributes in Tags(html).found:
        assert tag not in FORBIDDEN
        for name, value in attributes.items():
            assert not name.startswith("on")
            assert name not in ("style", "srcdoc", "formaction", "action", "srcset", "xlink:href")
            if name in ("href", "src", "poster"):
                # as browsers read addresses (URL standard, 4.4)
                plain = re.sub(r"[\t\n\r]", "", value).lstrip("".join(map(chr, range(33))))
                scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", plain)
                allowed = ("http", "https", "mailto", "sms", "tel")
                assert scheme is None or scheme[1].lower() in allowed
        if tag == "input":
            assert attributes.get("type") in ("checkbox", "radio")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "text <script>alert(1)</script> text",
        "<div><script>alert(1)</script></div>",
        "<img src=x onerror=alert(1)>",
        "<img src='x' ONERROR = 'alert(1)'>",
        '<img src="x"onerror="alert(1)">',
        "<p onclick=alert(1)>text</p>",
        "<a href='javascript:alert(1)'>text</a>",
        "<a href=' javascript:alert(1)'>text</a>",
        "<a href='JaVaScRiPt:alert(1)'>text</a>",
        "<a href='java&#10;script:alert(1)'>text</a>",
        "<a href='java\nscript:alert(1)'>text</a>",
        "<a href='java\tscript:alert(1)'>text</a>",
        "<a href='&#106;avascript:alert(1)'>text</a>",
        "<a href='&#x6A;&#x61;vascript&colon;alert(1)'>text</a>",
        "<a href='\x01javascript:alert(1)'>text</a>",
        "<a href='vbscript:alert(1)'>text</a>",
        "<a href='data:text/html;base64,PHNjcmlwdD4='>text</a>",
        "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
        "[text](javascript:alert(1))",
        "[text](JAVASCRIPT:alert(1))",
        "[text](<java script:alert(1)>)",
        "[text](data:text/html,x)",
        "![text](javascript:alert(1))",
        "![text](data:text/html;base64,x)",
        "[text][r]\n\n[r]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "[text](x){onclick=alert(1)}",
        "[text](x){style='position:fixed'}",
        "text {onmouseover=alert(1)}\n",
        "# text {onclick=alert(1) style=color:red}",
        "<style>body{display:none}</style>",
        "<p style='position:fixed'>text</p>",
        "<iframe src='https://evil.example/'></iframe>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<form action='https://evil.example/'><input name=q><button>Go</button></form>",
        "<input type=password>",
        "<input type='password' name='password'>",
        "<input>",
        "<input type=checkbox type=password>",
        "<input title=' type=' name=q>",
        "<input title=' type=checkbox' name=q>",
        "<input type=image src=x onerror=alert(1)>",
        "<textarea>text</textarea>",
        "<svg><script>alert(1)</script></svg>",
        "<svg onload=alert(1)>",
        "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
        "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
        "<math href='javascript:alert(1)'>text</math>",
        "<p title='\"><script>alert(1)</script>'>text</p>",
        "<p title='\"onmouseover=alert(1) x=\"'>text</p>",
        '<a title="&quot;><img src=x onerror=alert(1)>" href="x">text</a>',
        "<a title=\" href='https://x' onclick=alert(1) y=\">text</a>",
        "<a title=\" href='b.md' onclick=alert(1) y=\">text</a>",
        "<a title=' href=' class=' onclick=alert(1) y'>text</a>",
        "<img alt=\" src='b.png' onerror=alert(1) y=\" src='c.png'>",
        "<h2 title=\" id='x' onclick=alert(1) y=\">text</h2>",
        "<h2 title=' id=' class=' onclick=alert(1) y'>text</h2>",
        "<a href='x\" onclick=\"alert(1)'>text</a>",
        "[text](x\"onclick=\"alert(1))",
        "![\"onerror=\"alert(1)](x)",
        '[text](x "\\" onclick=alert(1)")',
        "<!--><script>alert(1)</script>-->",
        "<!-- comment -->",
        "<object data='x'></object><embed src='x'>",
        "<base href='https://evil.example/'>",
        "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
        "<link rel=stylesheet href='https://evil.example/x.css'>",
        "<template><img src=x onerror=alert(1)></template>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        "<video src='javascript:alert(1)' poster='javascript:alert(1)'></video>",
        "<details ontoggle=alert(1) open>text</details>",
        "<h2 id='x\" onclick=\"alert(1)'>text</h2>",
        "<h2 title='> </h2><script>alert(1)</script>'>text</h2>",
        "## <script>alert(1)</script>",
        "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
        "- [ ] <input type=password>",
        '=== "<script>alert(1)</script>"\n\n    text',
        '!!! note "<img src=x onerror=alert(1)>"\n    text',
        "text[^1]\n\n[^1]: <script>alert(1)</script>",
        "<div markdown='1'><script>alert(1)</script></div>",
    ],
)  # fmt: skip
def test_hostile_html_does_not_survive(hostile: str) -> None:
    html = published(f"Before.\n\n{hostile}\n\nAfter.")
    assert_harmless(html)
    assert "Before." in html


HTML_ISH = st.lists(
    st.one_of(
        st.text(max_size=3),
        st.sampled_from(
            [
                "<", ">", "</", "<a ", "<img ", "<input ", "<h2 ", "<td ", "<svg", "<script>", "/>",
                "</script>", "href=", "src=", "onerror=", "style=", "type=", "title=", "id=", '"',
                "'", "javascript:", "&#106;", "&quot;", "&lt;", "\n", "[a](", ")", "![", "]", "`",
                "<!--", "-->", "<p>", "</p>", "</h2>", "{", "}", "password", "checkbox", "\\",
                " href='b.md' ", " title=", " id='x' ", " onclick=alert(1) ",
            ]
        ),
    ),
    max_size=20,
).map("".join)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(HTML_ISH)
def test_no_mixture_of_html_and_markdown_is_harmful(text: str) -> None:
    assert_harmless(published(f"Text {text}"))


def test_ids_and_classes_survive() -> None:
    html = published('<div id="steps" class="wide" lang="ms" dir="ltr">teks</div>')
    assert html == '<div id="steps" class="wide" lang="ms" dir="ltr">teks</div>'


def test_task_lists_survive() -> None:
    html = published("- [ ] open\n- [x] done\n")
    assert html.count('<li class="task-list-item">') == 2
    raw = published('<input type="checkbox" disabled checked>')
    assert [tag for tag, _ in Tags(raw).found if tag == "input"] == ["input"]


def test_tabs_survive_with_what_makes_them_work_without_scripts() -> None:
    html = published('=== "Android"\n\n    one\n\n=== "iPhone"\n\n    two\n')
    tags = Tags(html).found
    radios = [attributes for tag, attributes in tags if tag == "input"]
    labels = [attributes["for"] for tag, attributes in tags if tag == "label"]
    assert [radio["type"] for radio in radios] == ["radio", "radio"]
    assert labels == [radio["id"] for radio in radios]
    assert len({radio["name"] for radio in radios}) == 1
    assert "tabbed-alternate" in html


def test_notes_survive() -> None:
    html = published('!!! warning "Careful"\n    text\n')
    assert '<div class="admonition warning">' in html
    assert '<p class="admonition-title">Careful</p>' in html


def test_the_alignment_of_table_columns_is_a_class_not_a_style() -> None:
    html = published("| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |\n")
    cells = [attributes for tag, attributes in Tags(html).found if tag in ("th", "td")]
    expected = [{"class": "align-left"}, {"class": "align-center"}, {"class": "align-right"}, {}]
    assert cells == expected * 2


def test_code_shows_hostile_html_as_text() -> None:
    html = published("```\n<script>alert(1)</script>\n```\n\n`<img onerror=x>`\n")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<code>&lt;img onerror=x&gt;</code>" in html


@pytest.mark.parametrize(
    "target",
    ["https://awan.example/", "mailto:a@awan.example", "tel:+622157901234", "sms:+62812", "b.md"],
)
def test_ordinary_links_survive(target: str) -> None:
    assert f'href="{target}"' in published(f"[text]({target})")


def test_trusted_html_is_left_alone() -> None:
    renderer = Renderer(RenderOptions(("attr_list",), {}, trusts_html=True))
    file = SourceFile("content/en/a.md", "<p onclick='x()'>text</p>\n")
    fragment = renderer.render(load_article(file, "en", "a.md", Findings()))
    assert fragment.pieces == ("<p onclick='x()'>text</p>",)
