"""An index that was changed is, byte for byte, the one that would have been made anew."""

import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from hcgen.model.addresses import Addresses
from hcgen.pipeline import ArticleMemory, Indexer, IndexMemory, Rendered, render_help_centre
from hcgen.search import coding, shards
from tests._site import write_site

MKDOCS = "site_name: Awan\nplugins: [{hcgen: {languages: [id, ms, en, th], source_language: id}}]\n"
SITE = {
    "mkdocs.yml": MKDOCS,
    "content/channels.yml": "channels:\n- {id: mail, kind: email, address: a@awan.example}\n",
}
WORDS = {
    "id": "kirim mengirim dikirim kiriman bayar membayar pembayaran tagihan sandi masuk".split(),
    "ms": "hantar menghantar dihantar bayar membayar bayaran bil akaun laluan masuk lupa".split(),
    "en": "send sends sending pay pays payment invoice account password refund settings".split(),
    "th": "ชำระเงิน บัญชี รหัสผ่าน คืนเงิน ตั้งค่า ใบแจ้งหนี้".split(),
}
LEXICONS = (
    "",
    "synonyms:\n  - words: [bayar, lunas]\n",
    "synonyms:\n  - words: [kata sandi, password]\n  - {words: [akun], finds: [profil]}\n",
    "stop_words: [akun]\nexceptions: {kiriman: paket}\nvariants: {akaun: akun}\n",
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
            (1, lambda: self.write("content/lexicon/id.yml", self.random.choice(LEXICONS))),
            (1, lambda: self.write("content/channels.yml", EMAIL % self.random.choice("abc"))),
            (
                1,
                lambda: self.write(
                    "content/id/zz/index.md", f"---\ntitle: {self.words('id', 1)}\n---\n"
                ),
            ),
        )
        weights, actions = zip(*changes, strict=True)
        self.random.choices(actions, weights)[0]()

    def write(self, path: str, text: str) -> None:
        write_site(self.folder, {path: text})

    def write_article(self) -> None:
        language, topic = self.random.choice(tuple(WORDS)), self.random.choice(("aa", "zz"))
        sections = "".join(
            f"\n## {self.words(language, 2)} {{#s{number}}}\n\n{self.words(language, 30)}.\n"
            for number in range(self.random.randint(0, 3))
        )
        questions = (
            f"questions: [{self.words(language, 3)}]\n" if self.random.random() < 0.5 else ""
        )
        self.write(
            f"content/{language}/{topic}/a{self.random.randrange(6)}.md",
            f"---\ntitle: {self.words(language, 3)}\n{questions}"
            f"order: {self.random.randrange(9)}\n---\n{self.words(language, 20)}. "
            f"{self.random.choice(('', '{{ channel:mail }}'))}\n{sections}",
        )

    def remove_article(self) -> None:
        articles = self.articles()
        if len(articles) > 2:
            self.random.choice(articles).unlink()

    def edit_article(self) -> None:
        file = self.random.choice(self.articles())
        text = file.read_text(encoding="utf-8")
        language = file.parts[-3]
        if self.random.random() < 0.5:
            code = f"{self.random.choice('abc')}{self.random.randrange(99)}"
            text += f"\n{self.words(language, 2)} {code}\n"
        else:
            text = text.replace("title: ", f"title: {self.words(language, 1)} ", 1)
        file.write_text(text, encoding="utf-8")

    def articles(self) -> list[Path]:
        return sorted((self.folder / "content").glob("*/*/a*.md"))

    def words(self, language: str, count: int) -> str:
        # now and then a word of another language, as writers use them
        other = self.random.choice(tuple(WORDS))
        return " ".join(
            self.random.choice(WORDS[other if self.random.random() < 0.1 else language])
            for _ in range(count)
        )


def files_of(rendered: Rendered, addresses: Addresses, memory: IndexMemory) -> Mapping[str, bytes]:
    indexer = Indexer(rendered, addresses, memory=memory)
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
    articles, memory = ArticleMemory(), IndexMemory()
    different = 0
    last: Mapping[str, bytes] = {}
    for step in range(60):
        rendered = render_help_centre(tmp_path / "mkdocs.yml", memory=articles)
        addresses = rendered.context.addresses
        made = files_of(rendered, addresses, memory)
        assert made == files_of(rendered, addresses, IndexMemory()), step
        different += made != last
        last = made
        for _ in range(site.random.choice((1, 1, 1, 4))):
            site.change()
    assert different > 40
