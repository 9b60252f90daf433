"""The search page names what takes queries that find nothing, where a site has that."""

from pathlib import Path

from tests.checks.clean_centre import TINY_CENTRE
from tests.pipeline.building import build_text


def search_page(folder: Path, options: str) -> str:
    config = TINY_CENTRE["mkdocs.yml"].replace("[en, id]", f"[en, id]{options}")
    return build_text(folder, TINY_CENTRE | {"mkdocs.yml": config})["en/search/index.html"].decode()


def test_nothing_takes_queries_by_itself(tmp_path: Path) -> None:
    assert "data-endpoint" not in search_page(tmp_path, "")


def test_the_address_is_told_to_the_script(tmp_path: Path) -> None:
    page = search_page(tmp_path, ", search: {endpoint: 'https://answers.example.com/q?a=1&b=2'}")
    assert 'data-endpoint="https://answers.example.com/q?a=1&amp;b=2"' in page
    assert "connect-src 'self' https://answers.example.com;" in page.replace("&#39;", "'")
