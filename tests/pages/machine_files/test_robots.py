"""`robots.txt`: only where crawlers ask for it."""

from pathlib import Path

from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pages.planning import planned_text

ADDRESS = "site_url: https://help.example.com/\n"


def with_address(line: str) -> dict[str, str]:
    return CLEAN_CENTRE | {"mkdocs.yml": CLEAN_CENTRE["mkdocs.yml"].replace(ADDRESS, line)}


def test_crawlers_may_read_everything_and_are_told_of_the_sitemap(tmp_path: Path) -> None:
    site = planned_text(tmp_path, CLEAN_CENTRE)
    assert site.text("robots.txt").splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        "Sitemap: https://help.example.com/sitemap.xml",
    ]


def test_without_the_address_of_the_site_no_sitemap_is_named(tmp_path: Path) -> None:
    site = planned_text(tmp_path, with_address(""))
    assert site.text("robots.txt").splitlines() == ["User-agent: *", "Allow: /"]


def test_a_site_below_a_path_has_none_because_nobody_would_read_it(tmp_path: Path) -> None:
    site = planned_text(tmp_path, with_address("site_url: https://example.com/help/\n"))
    assert "robots.txt" not in site.paths


def test_a_file_of_the_writers_takes_its_place(tmp_path: Path) -> None:
    own = {"content/robots.txt": "User-agent: *\nDisallow: /\n", "content/llms.txt": "# Ours\n"}
    site = planned_text(tmp_path, CLEAN_CENTRE | own)
    assert not {"robots.txt", "llms.txt"} & site.site.pages.keys()
    assert {"robots.txt", "llms.txt", "en/llms.txt"} <= site.paths
