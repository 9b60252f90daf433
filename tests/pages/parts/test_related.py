"""Related articles: named ones, then those that share rare tags."""

from datetime import date
from pathlib import Path

from hcgen.load import load_help_centre
from hcgen.model.addresses import Addresses
from hcgen.pages.parts.related import MOST_RELATED, RelatedArticles
from tests._site import write_site


def related(folder: Path, articles: dict[str, str], of: str, tag: str = "en") -> list[str]:
    files: dict[str, str | bytes] = {"mkdocs.yml": "plugins: [{hcgen: {languages: [en, id]}}]\n"}
    for path, front in articles.items():
        files[f"content/{path}.md"] = f"---\ntitle: {path}\n{front}---\nText.\n"
    centre = load_help_centre(write_site(folder, files)).centre
    addresses = Addresses.of(centre, date(2026, 11, 22))
    entry = addresses.entry(tag, of)
    assert entry is not None
    found = RelatedArticles(addresses, tag).of(entry)
    return [other.article.key for other in found]


def test_named_articles_come_first_in_the_order_written(tmp_path: Path) -> None:
    articles = {
        "en/a/one": "tags: [x]\nrelated: [b/three, a/two]\n",
        "en/a/two": "",
        "en/b/three": "",
        "en/b/four": "tags: [x]\n",
    }
    assert related(tmp_path, articles, "a/one") == ["b/three", "a/two", "b/four"]


def test_an_article_that_names_this_one_is_related_too(tmp_path: Path) -> None:
    articles = {"en/a/one": "related: [a/two]\n", "en/a/two": "", "en/a/three": ""}
    assert related(tmp_path, articles, "a/two") == ["a/one"]


def test_an_article_is_named_by_its_id_or_its_path(tmp_path: Path) -> None:
    articles = {"en/a/one": "related: [two-id, a/three.md]\n", "en/a/two": "id: two-id\n",
                "en/a/three": "id: three-id\n"}  # fmt: skip
    assert related(tmp_path, articles, "a/one") == ["two-id", "three-id"]


def test_a_rare_tag_counts_more_than_a_common_one(tmp_path: Path) -> None:
    articles = {
        "en/a/one": "tags: [Common, rare]\n",
        "en/a/two": "tags: [common]\n",
        "en/a/three": "tags: [common]\n",
        "en/a/zone": "tags: [rare]\n",
    }
    assert related(tmp_path, articles, "a/one") == ["a/zone", "a/three", "a/two"]


def test_an_article_is_not_related_to_itself_and_the_list_is_short(tmp_path: Path) -> None:
    articles = {f"en/a/n{number}": "tags: [x]\nrelated: [a/n1]\n" for number in range(9)}
    found = related(tmp_path, articles, "a/n1")
    assert "a/n1" not in found
    assert len(found) == MOST_RELATED


def test_a_tag_on_very_many_articles_relates_nothing(tmp_path: Path) -> None:
    articles = {f"en/a/n{number:02}": "tags: [x]\n" for number in range(41)}
    assert related(tmp_path, articles, "a/n01") == []


def test_the_readers_language_decides_about_the_versions(tmp_path: Path) -> None:
    articles = {"en/a/one": "related: [a/two]\n", "en/a/two": "", "id/a/one": "related: [a/two]\n"}
    assert related(tmp_path, articles, "a/one", "id") == ["a/two"]
