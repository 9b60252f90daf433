"""Related articles: named ones, then those that search finds to be like it."""

from datetime import date
from pathlib import Path

from hcgen.load import load_help_centre
from hcgen.model.addresses import Addresses
from hcgen.pages.parts.related import MOST_RELATED, RelatedArticles
from hcgen.search import Similar
from tests._site import write_site


def related(
    folder: Path,
    articles: dict[str, str],
    of: str,
    tag: str = "en",
    similar: dict[tuple[str, str], list[str]] | None = None,
) -> list[str]:
    """Return the keys of what goes with an article.

    Args:
        articles: Path below the content folder -> front matter.
        similar: Language and key of an article -> keys of those that are like it.
    """
    files: dict[str, str | bytes] = {"mkdocs.yml": "plugins: [{hcgen: {languages: [en, id]}}]\n"}
    for path, front in articles.items():
        files[f"content/{path}.md"] = f"---\ntitle: {path}\n{front}---\nText.\n"
    centre = load_help_centre(write_site(folder, files)).centre
    addresses = Addresses.of(centre, date(2026, 11, 22))
    entry = addresses.entry(tag, of)
    assert entry is not None

    def similar_of(tag: str, key: str) -> tuple[Similar, ...]:
        return tuple(Similar(other, 0.5) for other in (similar or {}).get((tag, key), []))

    found = RelatedArticles(addresses, tag, similar_of).of(entry)
    return [other.article.key for other in found]


def test_named_articles_come_first_in_the_order_written(tmp_path: Path) -> None:
    articles = {
        "en/a/one": "related: [b/three, a/two]\n",
        "en/a/two": "",
        "en/b/three": "",
        "en/b/four": "",
    }
    similar = {("en", "a/one"): ["a/two", "b/four", "b/three"]}
    assert related(tmp_path, articles, "a/one", similar=similar) == ["b/three", "a/two", "b/four"]


def test_an_article_that_names_this_one_is_related_too(tmp_path: Path) -> None:
    articles = {"en/a/one": "related: [a/two]\n", "en/a/two": "", "en/a/three": ""}
    similar = {("en", "a/two"): ["a/three", "a/one"]}
    assert related(tmp_path, articles, "a/two", similar=similar) == ["a/one", "a/three"]


def test_an_article_is_named_by_its_id_or_its_path(tmp_path: Path) -> None:
    articles = {"en/a/one": "related: [two-id, a/three.md]\n", "en/a/two": "id: two-id\n",
                "en/a/three": "id: three-id\n"}  # fmt: skip
    assert related(tmp_path, articles, "a/one") == ["two-id", "three-id"]


def test_an_article_is_not_related_to_itself_and_the_list_is_short(tmp_path: Path) -> None:
    articles = {f"en/a/n{number}": "related: [a/n1]\n" for number in range(9)}
    similar = {("en", "a/n1"): [f"a/n{number}" for number in range(9)]}
    found = related(tmp_path, articles, "a/n1", similar=similar)
    assert "a/n1" not in found
    assert len(found) == MOST_RELATED


def test_all_that_a_writer_names_stay(tmp_path: Path) -> None:
    articles = {f"en/a/n{number}": "" for number in range(9)}
    names = [f"a/n{number}" for number in range(8, 1, -1)]
    articles["en/a/n1"] = f"related: [{', '.join(names)}, a/n1]\n"
    assert related(tmp_path, articles, "a/n1", similar={("en", "a/n1"): ["a/n0"]}) == names


def test_the_readers_language_decides_about_the_versions(tmp_path: Path) -> None:
    articles = {"en/a/one": "related: [a/two]\n", "en/a/two": "", "id/a/one": "related: [a/two]\n"}
    assert related(tmp_path, articles, "a/one", "id") == ["a/two"]


def test_a_text_in_another_language_is_like_others_in_that_language(tmp_path: Path) -> None:
    articles = {"en/a/one": "", "en/a/two": "", "id/a/two": "", "en/a/three": ""}
    similar = {("en", "a/one"): ["a/two"], ("id", "a/one"): ["a/three"]}
    assert related(tmp_path, articles, "a/one", "id", similar) == ["a/two"]


def test_what_readers_do_not_meet_is_not_related(tmp_path: Path) -> None:
    articles = {"en/a/one": "", "en/a/two": "draft: true\n", "en/page": ""}
    similar = {("en", "a/one"): ["a/two", "page", "a/gone"]}
    assert related(tmp_path, articles, "a/one", similar=similar) == []
