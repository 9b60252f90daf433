"""An index that was changed is, byte for byte, the one that would have been made anew."""

import random
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hcgen.model.addresses import Addresses
from hcgen.model.article import Article
from hcgen.pipeline import (
    ArticleMemory,
    Indexer,
    IndexMemory,
    KnownArticles,
    Rendered,
    Store,
    indexing,
    render_help_centre,
    word_store,
)
from hcgen.pipeline.store import bucket_of, code_stamp, digest_of
from hcgen.search import ArticleWords, article_words, coding, index_maker, shards
from tests._site import write_site

MKDOCS = "site_name: Awan\nplugins: [{hcgen: {languages: [id, ms, en, th], source_language: id}}]\n"
SITE = {
    "mkdocs.yml": MKDOCS,
    "content/channels.yml": "channels:\n- {id: mail, kind: email, address: a@awan.example}\n",
}
WORDS = {
    "id": "kirim mengirim dikirim kiriman bayar membayar pembayaran tagihan akun sandi".split(),
    "ms": "hantar menghantar dihantar bayar membayar bayaran bil akaun laluan masuk lupa".split(),
    "en": "send sends sending pay pays payment invoice account password refund settings".split(),
    "th": "ชำระเงิน บัญชี รหัสผ่าน คืนเงิน ตั้งค่า ใบแจ้งหนี้".split(),
}
HEADINGS = {
    "id": "langkah cara contoh catatan".split(),
    "ms": "langkah cara contoh nota".split(),
    "en": "step steps example examples notes".split(),
    "th": "ขั้นตอน ตัวอย่าง".split(),
}
LEXICONS = (
    "",
    "synonyms:\n  - words: [bayar, lunas]\n",
    "synonyms:\n  - words: [kata sandi, password]\n  - {words: [akun], finds: [profil]}\n",
    "stop_words: [akun]\nexceptions: {kiriman: paket, steps: walk}\nvariants: {akaun: akun}\n",
)
EMAIL = "channels:\n- {id: mail, kind: email, address: %s@awan.example}\n"


class Site:
    """A help centre that changes at random."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.random = random.Random(seed)
        write_site(folder, SITE)
        for _ in range(8):
            self.write_article()

    def change(self) -> None:
        changes: tuple[tuple[int, Callable[[], None]], ...] = (
            (8, self.write_article),
            (3, self.remove_article),
            (8, self.edit_article),
            (3, self.write_lexicon),
            (1, lambda: self.write("content/channels.yml", EMAIL % self.random.choice("abc"))),
        )
        weights, actions = zip(*changes, strict=True)
        self.random.choices(actions, weights)[0]()

    def write(self, path: str, text: str) -> None:
        write_site(self.folder, {path: text})

    def write_article(self) -> None:
        language, topic = self.random.choice(tuple(WORDS)), self.random.choice(("aa", "zz"))
        number = self.random.randrange(9)
        # as many as in its translations, so that headings teach what words mean
        sections = "".join(
            f"\n## {self.heading(language)} {{#s{section}}}\n\n{self.words(language, 30)}.\n"
            for section in range(number % 3)
        )
        questions = (
            f"questions: [{self.words(language, 3)}]\n" if self.random.random() < 0.5 else ""
        )
        self.write(
            f"content/{language}/{topic}/a{number}.md",
            f"---\ntitle: {self.words(language, 3)}\n{questions}"
            f"order: {self.random.randrange(9)}\n---\n{self.words(language, 20)}. "
            f"{self.random.choice(('', '{{ channel:mail }}'))}\n{sections}",
        )

    def write_lexicon(self) -> None:
        language = self.random.choice(("id", "ms", "en"))
        self.write(f"content/lexicon/{language}.yml", self.random.choice(LEXICONS))

    def remove_article(self) -> None:
        articles = self.articles()
        if len(articles) > 2:
            self.random.choice(articles).unlink()

    def edit_article(self) -> None:
        file = self.random.choice(self.articles())
        text = file.read_text(encoding="utf-8")
        language = file.parts[-3]
        if self.random.random() < 0.5:
            text += f"\n{self.words(language, 2)} word{self.random.randrange(99)}\n"
        else:
            text = text.replace("title: ", f"title: {self.words(language, 1)} ", 1)
        file.write_text(text, encoding="utf-8")

    def articles(self) -> list[Path]:
        return sorted((self.folder / "content").glob("*/*/a*.md"))

    def heading(self, language: str) -> str:
        return " ".join(self.random.choices(HEADINGS[language], k=2))

    def words(self, language: str, count: int) -> str:
        # now and then a word of another language, as writers use them
        other = self.random.choice(tuple(WORDS))
        return " ".join(
            self.random.choice(WORDS[other if self.random.random() < 0.1 else language])
            for _ in range(count)
        )


def files_of(rendered: Rendered, memory: IndexMemory) -> Mapping[str, bytes]:
    indexer = Indexer(rendered, rendered.context.addresses, memory=memory)
    return {
        path: data
        for language in rendered.centre.languages
        for path, data in indexer.files_of(language, indexer.index_of(language)).items()
    }


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_an_index_that_was_changed_is_the_one_made_anew(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # small files, so that there are many of them
    monkeypatch.setattr(shards, "ROWS_PER_FILE", 2)
    monkeypatch.setattr(coding, "_FEW", 3)
    site = Site(tmp_path, seed)
    articles, memory = ArticleMemory(Store(tmp_path)), IndexMemory()
    different = 0
    last: Mapping[str, bytes] = {}
    for step in range(60):
        rendered = render_help_centre(tmp_path / "mkdocs.yml", memory=articles)
        made = files_of(rendered, memory)
        assert made == files_of(replace(rendered, is_stored=False), IndexMemory()), step
        if step % 4 == 0:  # as a fresh process does
            assert made == files_of(rendered, IndexMemory()), step
        different += made != last
        last = made
        for _ in range(site.random.choice((1, 1, 1, 4))):
            site.change()
    assert different > 40


@pytest.fixture
def analyzed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paths of the articles whose words were really looked for."""
    found: list[str] = []

    def counting(article: Article, *others: Any) -> ArticleWords:
        found.append(article.file.path)
        return article_words(article, *others)

    monkeypatch.setattr(indexing, "article_words", counting)
    return found


def fresh(folder: Path) -> Mapping[str, bytes]:
    """Return the files of all indexes, as a fresh process makes them."""
    articles = ArticleMemory(Store(folder))
    return files_of(render_help_centre(folder / "mkdocs.yml", memory=articles), IndexMemory())


ONE = "---\ntitle: Bayar tagihan\n---\nTulis ke {{ channel:mail:number }}.\n"
TWO = "---\ntitle: Kirim pesan\n---\nTulis saja.\n"
PAIR = {**SITE, "content/id/aa/a1.md": ONE, "content/id/aa/a2.md": TWO}


def test_a_fresh_process_looks_only_at_articles_that_changed(
    tmp_path: Path, analyzed: list[str]
) -> None:
    write_site(tmp_path, PAIR)
    made = fresh(tmp_path)
    assert analyzed == ["content/id/aa/a1.md", "content/id/aa/a2.md"]
    analyzed.clear()
    assert fresh(tmp_path) == made
    assert analyzed == []
    write_site(tmp_path, {"content/id/aa/a2.md": TWO + "Lagi.\n"})
    assert fresh(tmp_path) != made
    assert analyzed == ["content/id/aa/a2.md"]


@pytest.mark.parametrize(
    ("path", "text", "looked_at"),
    [
        ("content/channels.yml", EMAIL % "b", ["a1"]),
        ("mkdocs.yml", MKDOCS.replace("th]", "th], analyzers: {id: thai}"), ["a1", "a2"]),
    ],
)
def test_what_words_hang_on_makes_them_be_looked_for_again(
    tmp_path: Path, analyzed: list[str], path: str, text: str, looked_at: list[str]
) -> None:
    write_site(tmp_path, PAIR)
    memory = IndexMemory()
    articles = ArticleMemory()
    files_of(render_help_centre(tmp_path / "mkdocs.yml", memory=articles), memory)
    fresh(tmp_path)
    write_site(tmp_path, {path: text})
    analyzed.clear()
    files_of(render_help_centre(tmp_path / "mkdocs.yml", memory=articles), memory)
    assert [file[-5:-3] for file in analyzed] == looked_at
    analyzed.clear()
    fresh(tmp_path)
    assert [file[-5:-3] for file in analyzed] == looked_at


def bucket(folder: Path) -> Path:
    """Return the file with the words of the first article."""
    return folder / ".cache/hcgen" / f"words-{bucket_of('content/id/aa/a1.md'):02}.json"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-20],
        lambda data: data.replace(b"bayar", b"bayer"),
        lambda data: b"\xff" + data,
        lambda data: b"[" * 100_000,
        # what somebody wrote who knows how to reckon the digest
        lambda data: signed(b"[]"),
        lambda data: signed(b"[" * 100_000),
        lambda data: signed(b'{"content/id/aa/a1.md":3}'),
        lambda data: signed(data.partition(b"\n")[2].replace(b'"id",{', b'"id",3,{')),
    ],
)
def test_a_broken_file_is_as_none(
    tmp_path: Path, analyzed: list[str], damage: Callable[[bytes], bytes]
) -> None:
    write_site(tmp_path, PAIR)
    made = fresh(tmp_path)
    analyzed.clear()
    file = bucket(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert fresh(tmp_path) == made
    assert analyzed == ["content/id/aa/a1.md"]
    assert file.read_bytes() == whole


def signed(body: bytes) -> bytes:
    text = body.decode()
    return f"hcgen words 1 {code_stamp().hex()} {digest_of(text).hex()}\n{text}".encode()


def test_another_version_of_hcgen_counts_as_none(
    tmp_path: Path, analyzed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path, PAIR)
    fresh(tmp_path)
    analyzed.clear()
    monkeypatch.setattr(word_store, "code_stamp", lambda: b"other")
    fresh(tmp_path)
    assert len(analyzed) == 2


def test_without_a_cache_nothing_is_written(tmp_path: Path) -> None:
    write_site(tmp_path, PAIR)
    rendered = render_help_centre(tmp_path / "mkdocs.yml", memory=ArticleMemory())
    files_of(rendered, IndexMemory())
    assert not (tmp_path / ".cache").exists()


def test_a_folder_that_cannot_be_written_disturbs_nothing(tmp_path: Path) -> None:
    write_site(tmp_path, PAIR)
    made = fresh(tmp_path)
    shutil.rmtree(tmp_path / ".cache")
    (tmp_path / ".cache").write_text("a file in its way")
    assert fresh(tmp_path) == made


def test_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    write_site(tmp_path, PAIR)
    fresh(tmp_path)
    (tmp_path / "content/id/aa/a1.md").unlink()
    fresh(tmp_path)
    assert b"a1.md" not in bucket(tmp_path).read_bytes()


def test_two_sets_of_pages_share_words(tmp_path: Path, analyzed: list[str]) -> None:
    draft = TWO.replace("title", "draft: true\ntitle")
    write_site(tmp_path, {**PAIR, "content/id/aa/a2.md": draft})
    rendered = render_help_centre(tmp_path / "mkdocs.yml")
    words = KnownArticles()
    with_drafts, for_customers = IndexMemory(words), IndexMemory(words)
    centre, today = rendered.centre, rendered.context.today
    drafts = Addresses.of(centre, today, shows_drafts=True)
    for _ in range(2):
        for addresses, memory, articles in (
            (drafts, with_drafts, 2),
            (rendered.context.addresses, for_customers, 1),
        ):
            index = Indexer(rendered, addresses, memory=memory).index_of(centre.languages[0])
            assert len(index.articles) == articles
    assert len(analyzed) == 2


def test_an_error_leaves_nothing_half_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path, PAIR)
    articles, memory = ArticleMemory(), IndexMemory()
    files_of(render_help_centre(tmp_path / "mkdocs.yml", memory=articles), memory)
    write_site(tmp_path, {"content/id/aa/a2.md": TWO + "Lagi.\n", "content/id/aa/a3.md": TWO})
    rendered = render_help_centre(tmp_path / "mkdocs.yml", memory=articles)
    with monkeypatch.context() as broken:

        def fail(*_: object) -> None:
            raise MemoryError

        broken.setattr(index_maker, "scored", fail)
        with pytest.raises(MemoryError):
            files_of(rendered, memory)
    assert files_of(rendered, memory) == files_of(rendered, IndexMemory())


NOTE = "\nText[^1].\n\n[^1]: Catatan kaki.\n"
STEPS = "---\ntitle: {title} {number}\n---\nText.\n\n## {heading} {{#a}}\n\nText.\n"


def steps(language: str, title: str, heading: str, *, last: str = "") -> Mapping[str, str]:
    # the last one, so that the words of the headings are looked for in another language too
    text = f"---\ntitle: {last or heading} {title}\n---\nText.\n"
    return {f"content/{language}/aa/b.md": text} | {
        f"content/{language}/aa/a{number}.md": STEPS.format(
            title=title, number=number, heading=heading
        )
        for number in range(3)
    }


@pytest.mark.parametrize(
    ("first", "then"),
    [
        # a word that nothing but headings has gets another stem from one that comes
        ({}, {"content/id/aa/d.md": TWO}),
        # headings change, and no word comes or goes
        (
            {"content/en/aa/c.md": "---\ntitle: Stairs\n---\nSteps.\n"},
            steps("en", "Pay", "Stairs", last="Steps"),
        ),
        (
            {"content/id/aa/c.md": TWO + NOTE},
            {"mkdocs.yml": MKDOCS + "markdown_extensions: [footnotes]\n"},
        ),
    ],
)
def test_no_small_change_is_missed(
    tmp_path: Path, first: Mapping[str, str], then: Mapping[str, str]
) -> None:
    pairs = {**steps("id", "Bayar", "Kiriman"), **steps("en", "Pay", "Steps")}
    write_site(tmp_path, {**SITE, **pairs, **first})
    articles, memory = ArticleMemory(), IndexMemory()
    before = files_of(render_help_centre(tmp_path / "mkdocs.yml", memory=articles), memory)
    write_site(tmp_path, then)
    rendered = render_help_centre(tmp_path / "mkdocs.yml", memory=articles)
    after = files_of(rendered, memory)
    assert after == files_of(rendered, IndexMemory())
    assert after.keys() != before.keys()
