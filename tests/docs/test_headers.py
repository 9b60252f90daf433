"""What the guide tells hosts to send is what `_headers` of a built site says."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.clean_centre import CLEAN_CENTRE
from tests.docs.pages import ROOT, boxes, table
from tests.pipeline.building import build_text

PAGE = ROOT / "docs" / "publish.md"
ADDED = re.compile(r'^\s*add_header (?P<name>\S+) "(?P<value>[^"]+)"(?: always)?;$', re.MULTILINE)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return build_text(tmp_path_factory.mktemp("site"), CLEAN_CENTRE)


def written(site: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """Return name and value of all headers of `_headers`, in their order."""
    lines = site["_headers"].decode().splitlines()
    found = (line.strip().partition(": ") for line in lines if line.startswith(" "))
    return [(name, value) for name, _, value in found]


def nginx(title: str) -> str:
    (text,) = (box.text for box in boxes(PAGE) if box.title == title)
    return text


def test_nginx_sends_with_every_file_what_other_hosts_send(site: Mapping[str, bytes]) -> None:
    everywhere = ADDED.findall(nginx("help-headers.conf"))
    assert everywhere[0][0] == "Content-Security-Policy"
    assert everywhere == written(site)[: len(everywhere)]
    assert site["_headers"].startswith(b"/*\n")
    assert site["_headers"].splitlines()[len(everywhere) + 1].startswith(b"/")


def test_nginx_lets_browsers_keep_the_same_files(site: Mapping[str, bytes]) -> None:
    server = nginx("help-with-headers.conf")
    blocks = re.findall(r"location (\S+(?: \S+)?) \{\n(.*?)\n    \}", server, re.DOTALL)
    kept = [place for place, block in blocks if "immutable" in block]
    assert kept[0] == "/static/"
    pattern = kept[1].removeprefix('~ "').removesuffix('"')
    for path in site:
        if path.startswith("search/"):
            is_manifest = path in ("search/en.json", "search/id.json")
            assert bool(re.search(pattern, f"/{path}")) is not is_manifest
    for _, block in blocks:
        for header in ADDED.findall(block):
            assert header in written(site)
            # one in a location switches off those around it
            assert "include /etc/nginx/help-headers.conf;" in block


def test_the_guide_names_every_header(site: Mapping[str, bytes], tmp_path: Path) -> None:
    assert set(table("publish.md", "headers")) == {name for name, _ in written(site)}
