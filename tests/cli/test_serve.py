"""The preview: what the browser gets from `hcgen serve`."""

import contextlib
import http.client
import json
import signal
import socket
import struct
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hcgen.files import write_file_atomically
from hcgen.load.evidence import evidence_text
from hcgen.model.evidence import Evidence, Record, State, key_of_target
from hcgen.model.probe import Verdict
from hcgen.search.files import part_name
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.cli.running import HCGEN, environment, hcgen

BELOW_REPO = CLEAN_CENTRE | {
    "mkdocs.yml": CLEAN_CENTRE["mkdocs.yml"].replace("example.com/", "example.com/repo/")
}


@dataclass(frozen=True)
class Server:
    process: subprocess.Popen[str]
    told: str
    address: str
    port: int

    def get(self, path: str, *, method: str = "GET") -> tuple[int, Mapping[str, str], str]:
        """Return status, headers and text of the answer to exactly this path."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        with contextlib.closing(connection):
            connection.request(method, path)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read().decode()


@contextlib.contextmanager
def serving(folder: Path, files: Mapping[str, str]) -> Iterator[Server]:
    write_site(folder, files)
    process = subprocess.Popen(
        [HCGEN, "serve", "--port", "0"],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    told = ""
    try:
        while "Serving at " not in (line := process.stdout.readline()):
            assert line, process.communicate()[1]
            told += line
        address = line.split()[2]
        yield Server(process, told, address, int(address.split(":")[2].partition("/")[0]))
    finally:
        process.kill()
        process.communicate()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("serve"), CLEAN_CENTRE) as server:
        yield server


@pytest.fixture(scope="module")
def repo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("repo"), BELOW_REPO) as server:
        yield server


def test_the_address_that_is_told_is_the_site(server: Server) -> None:
    with urllib.request.urlopen(server.address, timeout=10) as answer:
        assert answer.status == 200
        assert b'href="en/"' in answer.read()


def test_pages_and_files_are_served(server: Server) -> None:
    status, headers, text = server.get("/en/account/reset/")
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Reset your password" in text
    status, headers, _ = server.get("/assets/form.svg")
    assert (status, headers["Content-Type"]) == (200, "image/svg+xml")


def test_the_browser_asks_again_each_time(server: Server) -> None:
    assert server.get("/en/")[1]["Cache-Control"] == "no-cache"


def test_an_address_without_its_slash_is_sent_on(server: Server) -> None:
    status, headers, _ = server.get("/en/account/reset")
    assert status == 301
    assert headers["Location"] == "/en/account/reset/"


@pytest.mark.parametrize(
    ("path", "tag"), [("/en/gone/", "en"), ("/id/gone/", "id"), ("/id/account/x?q=1", "id")]
)
def test_a_missing_page_is_404_in_the_language_of_its_address(
    server: Server, path: str, tag: str
) -> None:
    status, _, text = server.get(path)
    assert status == 404
    assert f'<html lang="{tag}"' in text


@pytest.mark.parametrize("path", ["/gone", "/ms/gone/", "/../gone", "/%2e%2e/mkdocs.yml"])
def test_a_missing_page_of_no_language_is_404_in_all_of_them(server: Server, path: str) -> None:
    status, _, text = server.get(path)
    assert status == 404
    assert "This page does not exist" in text
    assert "Halaman ini tidak ada" in text


def test_the_head_of_a_missing_page_has_no_body(server: Server) -> None:
    status, headers, text = server.get("/en/gone/", method="HEAD")
    assert (status, text) == (404, "")
    assert int(headers["Content-Length"]) > 100


def test_a_folder_without_a_page_shows_no_list_of_its_files(server: Server) -> None:
    status, _, text = server.get("/assets/")
    assert status == 404
    assert "form.svg" not in text


def test_a_site_below_a_path_is_served_below_it(repo_server: Server) -> None:
    assert repo_server.address.endswith("/repo/")
    assert repo_server.get("/repo/")[0] == 200
    assert "Reset your password" in repo_server.get("/repo/en/account/reset/")[2]


def test_outside_the_path_of_a_site_is_nothing_as_on_the_real_host(repo_server: Server) -> None:
    assert repo_server.get("/en/account/reset/")[0] == 404
    assert repo_server.get("/")[0] == 404
    assert repo_server.get("/repository/en/")[0] == 404


def test_below_a_path_a_missing_page_is_404_in_its_language(repo_server: Server) -> None:
    status, _, text = repo_server.get("/repo/id/gone/")
    assert status == 404
    assert '<html lang="id"' in text
    assert 'href="/repo/id/"' in text


def eventually(server: Server, path: str, words: str) -> str:
    """Return a page once it holds the words; the last one seen after five seconds."""
    end = time.monotonic() + 5
    text = ""
    while words not in text and time.monotonic() < end:
        text = server.get(path)[2]
        time.sleep(0.02)
    return text


@pytest.mark.parametrize(
    ("file", "text", "path", "words"),
    [
        ("content/en/billing/pay.md", "---\ntitle: Coins\n---\nText.\n", "/en/billing/", "Coins"),
        ("content/en/billing/new.md", "---\ntitle: New one\n---\n", "/en/billing/new/", "New one"),
        (
            "content/channels.yml",
            "channels:\n  - {id: a, kind: email, address: other@example.com}\n",
            "/en/contact/",
            "mailto:other@example.com",
        ),
        (
            "content/topics.yml",
            "topics:\n  - path: account\n    title: {en: Your account, id: Akun}\n",
            "/en/",
            "Your account",
        ),
        ("theme/home.html", "<h1>Own home</h1>\n", "/en/", "Own home"),
        ("mkdocs.yml", CLEAN_CENTRE["mkdocs.yml"].replace("Help", "Aid"), "/en/", "Aid"),
    ],
)
def test_a_saved_change_is_shown(
    tmp_path: Path, file: str, text: str, path: str, words: str
) -> None:
    with serving(tmp_path, CLEAN_CENTRE) as server:
        assert words not in server.get(path)[2]
        write_site(tmp_path, {file: text})
        assert words in eventually(server, path, words)
        assert not (tmp_path / "site").exists()


def test_a_changed_style_gets_another_name(tmp_path: Path) -> None:
    with serving(tmp_path, CLEAN_CENTRE) as server:
        before = server.get("/en/")[2].partition("static/site.")[2][:10]
        write_site(tmp_path, {"theme/assets/site.css": "h1 { color: red }\n"})
        end = time.monotonic() + 5
        after = before
        while after == before and time.monotonic() < end:
            after = server.get("/en/")[2].partition("static/site.")[2][:10]
        assert "color: red" in server.get(f"/static/site.{after}.css")[2]


def test_a_broken_file_never_ends_it_and_is_told_in_the_page(tmp_path: Path) -> None:
    with serving(tmp_path, CLEAN_CENTRE) as server:
        write_site(tmp_path, {"mkdocs.yml": "site_name: [\n", "theme/home.html": "{% if %}"})
        found = eventually(server, "/-preview/findings", "cannot be read")
        assert "mkdocs.yml cannot be read" in found
        assert server.get("/en/account/reset/")[0] == 200
        write_site(tmp_path, {"mkdocs.yml": CLEAN_CENTRE["mkdocs.yml"]})
        page = eventually(server, "/en/", "hc-preview-fault")
        assert "the template does not work" in page
        assert server.get("/en/")[0] == 500
        (tmp_path / "theme/home.html").unlink()
        assert "Help" in eventually(server, "/en/", "hc-topics")


def test_a_template_that_a_rule_needs_hinders_no_other_page_and_is_told(tmp_path: Path) -> None:
    with serving(tmp_path, CLEAN_CENTRE | {"theme/contact.html": "{% if %}"}) as server:
        assert server.get("/en/account/reset/")[0] == 200
        found = json.loads(server.get("/-preview/findings")[2])
        assert "contact.html:1: the template does not work" in found["failure"]
        (tmp_path / "theme/contact.html").unlink()
        eventually(server, "/en/contact/", "help@example.com")
        assert json.loads(server.get("/-preview/findings")[2])["failure"] == ""


def test_after_a_change_only_new_findings_are_told(tmp_path: Path) -> None:
    article = "content/en/account/reset.md"
    broken = {article: "---\ntitle: Reset\n---\n[gone](gone.md)\n"}
    with serving(tmp_path, CLEAN_CENTRE | broken) as server:
        write_site(tmp_path, {article: broken[article] + "[lost](lost.md)\n"})
        assert server.process.stdout is not None
        told = ""
        while "new" not in told:
            told += server.process.stdout.readline()
        assert "lost.md" in told
        assert "“gone.md”" not in told
        assert "(1 new, 0 gone)" in told


def test_drafts_are_shown_and_marked_and_findings_are_those_of_the_published_site(
    tmp_path: Path,
) -> None:
    files = CLEAN_CENTRE | {
        "content/en/account/close.md": "---\ntitle: Close it\ndraft: true\n---\nText.\n",
        "content/en/account/reset.md": "---\ntitle: Reset\n---\n[close](close.md)\n",
    }
    with serving(tmp_path, files) as server:
        assert "Draft: customers do not see this yet." in server.get("/en/account/close/")[2]
        assert "Draft:" not in server.get("/en/account/reset/")[2]
        assert "LNK011" in server.get("/-preview/findings")[2]


def test_the_search_of_the_preview_finds_what_is_on_the_disk(tmp_path: Path) -> None:
    with serving(tmp_path, CLEAN_CENTRE) as server:
        write_site(tmp_path, {"content/en/billing/pay.md": "---\ntitle: Kangaroo\n---\nText.\n"})
        eventually(server, "/en/billing/pay/", "Kangaroo")
        name = part_name(json.loads(server.get("/search/en.json")[2])["rows"], 0)
        assert "Kangaroo" in server.get(f"/search/en-rows-{name}.json")[2]


def test_findings_are_told_and_do_not_stop_it(tmp_path: Path) -> None:
    broken = {"content/en/account/reset.md": "---\ntitle: Reset\n---\n[gone](gone.md)\n"}
    with serving(tmp_path, CLEAN_CENTRE | broken) as server:
        assert "LNK001" in server.told
        assert server.get("/en/account/reset/")[0] == 200


def test_a_browser_that_goes_away_causes_no_words_and_ctrl_c_ends_it_with_0(tmp_path: Path) -> None:
    big = {"content/assets/big.bin": "x" * 8_000_000}
    with serving(tmp_path, CLEAN_CENTRE | big) as server:
        for _ in range(3):
            browser = socket.create_connection(("127.0.0.1", server.port))
            browser.sendall(b"GET /assets/big.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
            browser.recv(100)
            # close with a reset, as a browser does that is shut in the middle of an answer
            browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            browser.close()
        assert server.get("/en/")[0] == 200
        server.process.send_signal(signal.SIGINT)
        _, err = server.process.communicate(timeout=10)
        assert server.process.returncode == 0
        assert [line for line in err.splitlines() if not line.endswith("...")] == []


def test_a_port_in_use_is_3_and_names_the_next_one(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN_CENTRE)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = hcgen("serve", "--port", str(port), cwd=tmp_path)
    assert done.returncode == 3
    assert done.stderr == f"hcgen: port {port} is in use: try “hcgen serve --port {port + 1}”\n"
    assert not (tmp_path / "site").exists()


def test_a_configuration_saved_by_renaming_is_seen_every_time(tmp_path: Path) -> None:
    with serving(tmp_path, CLEAN_CENTRE) as server:
        for name in ("First name", "Second name", "Third name"):
            other = tmp_path / "mkdocs.yml.new"
            other.write_text(CLEAN_CENTRE["mkdocs.yml"].replace("Help", name), encoding="utf-8")
            other.replace(tmp_path / "mkdocs.yml")
            assert name in eventually(server, "/en/", name)


def test_evidence_that_comes_and_changes_is_shown(tmp_path: Path) -> None:
    key = key_of_target("mail", "email", "", {"address": "help@example.com"})
    now = datetime.now(UTC)
    works = Record(State.OK, Verdict.VERIFIED, checked_at=now, last_good=now)
    dead = Record(State.OPEN, Verdict.BROKEN, checked_at=now)
    with serving(tmp_path, CLEAN_CENTRE) as server:
        for record, words in ((works, "Checked on"), (dead, "does not work at the moment")):
            text = evidence_text(Evidence({key: record}))
            write_file_atomically(tmp_path / "evidence.json", text.encode())
            assert words in eventually(server, "/en/contact/", words)
