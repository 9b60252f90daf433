"""What is kept of articles: used again where nothing changed, never where anything did."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from hcgen.cli.main import run
from hcgen.diagnostics import Findings
from hcgen.load import load_help_centre
from hcgen.mkdocs_site import load_theme
from hcgen.model.article import Article
from hcgen.pipeline import ArticleMemory, Rendered, Store, check_help_centre, render_help_centre
from hcgen.pipeline.packing import pack, unpack
from hcgen.pipeline.reading import Reader, ReaderOptions
from hcgen.pipeline.store import FOLDER
from hcgen.render import render_options
from tests._site import write_site

DEMO = Path(__file__).parents[2]
SITE = {
    "mkdocs.yml": "site_name: Awan\nplugins: [{hcgen: {languages: [en]}}]\n",
    "content/channels.yml": "channels:\n- {id: mail, kind: email, address: a@awan.example}\n",
    "content/en/billing/pay.md": "---\ntitle: How to pay\n---\n## Steps {#s}\n\nSee [a](b.md).\n",
    "content/en/billing/bill.md": "Text without a title.\n\n![](x.png)\n",
}


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list to which the path of each article is added that is really read."""
    read: list[str] = []
    really = Reader.read

    def counting(self: Reader, articles: Sequence[Article]) -> object:
        read.extend(article.file.path for article in articles)
        return really(self, articles)

    monkeypatch.setattr(Reader, "read", counting)
    return read


def rendered(root: Path, *, stores: bool = True) -> Rendered:
    memory = ArticleMemory(Store(root) if stores else None)
    return render_help_centre(root / "mkdocs.yml", memory=memory)


def findings(made: Rendered) -> list[tuple[str, str, int, int, str, str]]:
    report = check_help_centre(made, load_theme(made.centre.settings, made.root))
    return [
        (found.rule.code, found.span.file.path, found.span.start, found.span.end, found.message,
         found.help)
        for found in report.diagnostics
    ]  # fmt: skip


def assert_same(kept: Rendered, anew: Rendered) -> None:
    assert kept.context.fragments == anew.context.fragments
    assert findings(kept) == findings(anew)
    for one, other in zip(kept.centre.articles, anew.centre.articles, strict=True):
        assert pack(one) == pack(other)
        assert one.file.text == other.file.text
        assert one.title.span.file is one.file
    assert [pack(reading.facts) for reading in kept.context.readings.values()] == [
        pack(reading.facts) for reading in anew.context.readings.values()
    ]


def test_every_value_of_the_demo_comes_back_as_it_was() -> None:
    centre = load_help_centre(DEMO / "mkdocs.yml").centre
    options = ReaderOptions.of(centre, render_options(centre.settings, Findings()))
    reader = Reader(options)
    for article, read in zip(centre.articles, reader.read(centre.articles), strict=True):
        assert unpack(pack(read), article.file) == read
        back = unpack(pack(article), article.file)
        assert back.title == article.title
        assert back.links == article.links
        assert pack(back) == pack(article)


def test_a_second_process_reads_nothing_again(tmp_path: Path, counted: list[str]) -> None:
    write_site(tmp_path, SITE)
    rendered(tmp_path)
    assert len(counted) == 2
    counted.clear()
    kept = rendered(tmp_path)
    assert counted == []
    assert_same(kept, rendered(tmp_path, stores=False))


def test_only_what_changed_is_read_again(tmp_path: Path, counted: list[str]) -> None:
    write_site(tmp_path, SITE)
    rendered(tmp_path)
    counted.clear()
    (tmp_path / "content/en/billing/pay.md").write_text("---\ntitle: Pay\n---\nOther.\n")
    kept = rendered(tmp_path)
    assert counted == ["content/en/billing/pay.md"]
    counted.clear()
    rendered(tmp_path)
    assert counted == []
    assert_same(kept, rendered(tmp_path, stores=False))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("mkdocs.yml", SITE["mkdocs.yml"] + "markdown_extensions: [footnotes]\n"),
        ("mkdocs.yml", SITE["mkdocs.yml"].replace("[en]}", "[en], trust_html: true}")),
        ("mkdocs.yml", SITE["mkdocs.yml"].replace("[en]", "[en, id]")),
        ("content/lexicon/en.yml", "forbidden:\n  - {word: text, use: words}\n"),
    ],
)
def test_what_articles_depend_on_makes_them_be_read_again(
    tmp_path: Path, counted: list[str], path: str, text: str
) -> None:
    write_site(tmp_path, SITE)
    rendered(tmp_path)
    counted.clear()
    write_site(tmp_path, {path: text})
    kept = rendered(tmp_path)
    assert len(counted) == 2
    assert_same(kept, rendered(tmp_path, stores=False))


def test_an_article_that_moved_to_another_language_is_loaded_again(tmp_path: Path) -> None:
    write_site(tmp_path, {**SITE, "mkdocs.yml": "site_name: A\n"})
    rendered(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: A\ndocs_dir: content/en\n")
    kept = rendered(tmp_path)
    assert_same(kept, rendered(tmp_path, stores=False))


@pytest.mark.parametrize("keeps", [0, 1, 30, 0.5, -1])
def test_a_damaged_file_counts_as_missing(tmp_path: Path, counted: list[str], keeps: float) -> None:
    write_site(tmp_path, SITE)
    good = rendered(tmp_path)
    for file in (tmp_path / FOLDER).glob("*.bin"):
        data = file.read_bytes()
        cut = int(keeps * len(data)) if isinstance(keeps, float) else keeps
        file.write_bytes(data[:cut] if keeps >= 0 else data[:-8] + b"damaged!")
    counted.clear()
    assert_same(rendered(tmp_path), good)
    assert len(counted) == 2
    counted.clear()
    rendered(tmp_path)
    assert counted == []


def test_it_is_of_use_at_another_place(tmp_path: Path, counted: list[str]) -> None:
    write_site(tmp_path / "here", SITE)
    rendered(tmp_path / "here")
    shutil.copytree(tmp_path / "here", tmp_path / "there")
    counted.clear()
    rendered(tmp_path / "there")
    assert counted == []


def test_a_file_in_its_place_disturbs_nothing(tmp_path: Path) -> None:
    write_site(tmp_path, {**SITE, ".cache": "a file\n"})
    assert_same(rendered(tmp_path), rendered(tmp_path, stores=False))


def test_articles_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    write_site(tmp_path, SITE)
    rendered(tmp_path)
    (tmp_path / "content/en/billing/bill.md").unlink()
    rendered(tmp_path)
    size = sum(file.stat().st_size for file in (tmp_path / FOLDER).glob("*.bin"))
    shutil.rmtree(tmp_path / FOLDER)
    rendered(tmp_path)
    anew = sum(file.stat().st_size for file in (tmp_path / FOLDER).glob("*.bin"))
    assert size - anew < 200  # an empty file is but its head


def test_nothing_is_kept_where_it_is_not_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path, SITE)
    monkeypatch.chdir(tmp_path)
    for command in ("check", "build"):
        run([command, "--no-cache", "--fail-on", "never", "--jobs", "1"])
        assert not (tmp_path / ".cache").exists()
    run(["check", "--fail-on", "never", "--jobs", "1"])
    assert list((tmp_path / FOLDER).glob("*.bin"))
    assert (tmp_path / FOLDER / ".gitignore").read_text() == "*\n"
