"""What Markdown extensions write in English is said in the article's language."""

import pytest

from hcgen.diagnostics import Findings
from hcgen.load.articles import load_article
from hcgen.render import Renderer, RenderOptions
from hcgen.source import SourceFile

OPTIONS = RenderOptions(
    ("admonition", "pymdownx.details", "footnotes", "pymdownx.tasklist"), {}, trusts_html=False
)


def html(tag: str, text: str, options: RenderOptions = OPTIONS) -> str:
    path = f"{tag}/a/b.md"
    file = SourceFile(f"content/{path}", f"---\ntitle: A\n---\n{text}")
    article = load_article(file, tag, "a/b.md", Findings())
    fragment = Renderer(options).render(article)
    assert fragment.error == ""
    return fragment.html(lambda link: f' {link.attribute}="{link.target}"')


@pytest.mark.parametrize(
    ("tag", "note", "title"),
    [
        ("id", "warning", "Peringatan"),
        ("ms", "warning", "Amaran"),
        ("ar", "note", "ملاحظة"),
        ("ja", "caution", "警告"),
        ("en", "seealso", "Information"),
    ],
)
def test_a_note_without_a_title_is_named_in_the_articles_language(
    tag: str, note: str, title: str
) -> None:
    assert f'<p class="admonition-title">{title}</p>' in html(tag, f"!!! {note}\n    Text.\n")
    assert f"<summary>{title}</summary>" in html(tag, f"??? {note}\n    Text.\n")


def test_the_writers_title_stays() -> None:
    shown = html("id", '!!! warning "Warning!"\n    Teks.\n\n??? tip "Hints"\n    Teks.\n')
    assert "Warning!</p>" in shown
    assert "<summary>Hints</summary>" in shown


def test_a_note_without_a_title_on_purpose_stays_so() -> None:
    assert "admonition-title" not in html("id", '!!! warning ""\n    Teks.\n')


def test_a_kind_of_note_that_nobody_knows_keeps_its_name() -> None:
    assert "Rahasia</p>" in html("id", "!!! rahasia\n    Teks.\n")


def test_the_way_back_from_a_footnote_is_said_in_the_articles_language() -> None:
    shown = html("id", "Teks.[^1]\n\n[^1]: Catatan.\n")
    assert 'title="Kembali ke teks"' in shown
    assert "Jump back" not in shown


CUSTOM = RenderOptions(
    OPTIONS.extensions, {"pymdownx.tasklist": {"custom_checkbox": True}}, trusts_html=False
)


@pytest.mark.parametrize("options", [OPTIONS, CUSTOM])
def test_the_box_of_a_task_is_a_sign(options: RenderOptions) -> None:
    shown = html("id", "- [x] Sudah\n- [ ] Belum\n", options)
    assert "\N{BALLOT BOX WITH CHECK} Sudah" in shown
    assert "\N{BALLOT BOX} Belum" in shown
    assert "<input" not in shown
    assert "<label" not in shown


def test_tasks_that_readers_may_tick_stay_boxes() -> None:
    options = RenderOptions(
        OPTIONS.extensions, {"pymdownx.tasklist": {"clickable_checkbox": True}}, trusts_html=False
    )
    assert '<input type="checkbox"' in html("id", "- [ ] Belum\n", options)
