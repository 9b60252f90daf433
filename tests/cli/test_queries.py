"""`hcgen queries import` and `hcgen search --explain`, as people run them."""

import json
from pathlib import Path

import pytest

from tests.checks.clean_centre import CLEAN_CENTRE
from tests.cli.running import RAW_CONTROL, hcgen

LOG = (
    "Kata kunci;Jumlah;Hasil;Artikel diklik\n"
    "kata sandi baru;12;3;https://help.example.com/id/account/reset/?from=search\n"
    "bayar pakai kartu;9;2;billing/pay\n"
    "pay by card;8;1;Pay\n"
    "jadwal perawatan;20;0;\n"
    "budi@mail.example;9;0;\n"
    "\x1bmerah\u202e;30;0;\n"
)
QUERIES = "# ours\nqueries:\n  - {query: sandi, article: account/reset}  # the usual word\n"


@pytest.fixture
def centre(tmp_path: Path) -> Path:
    files = CLEAN_CENTRE | {"content/queries/id.yml": QUERIES, "log.csv": LOG}
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_log_proposes_queries_language_by_language(centre: Path) -> None:
    before = sorted(centre.rglob("*.yml"))
    done = hcgen("queries", "import", "log.csv", cwd=centre)
    assert done.returncode == 0
    english, _, indonesian = done.stdout.partition("# content/queries/id.yml")
    assert "  - query: pay by card\n    article: billing/pay\n" in english
    assert "  - query: kata sandi baru\n    article: account/reset\n" in indonesian
    assert "jadwal perawatan" in done.stdout
    assert "budi" not in done.stdout + done.stderr
    assert "left out as they may be private: 1" in done.stderr
    assert not RAW_CONTROL.search(done.stdout + done.stderr)
    assert sorted(centre.rglob("*.yml")) == before


def test_write_adds_behind_what_is_there(centre: Path) -> None:
    done = hcgen("queries", "import", "log.csv", "--language", "id", "--write", cwd=centre)
    assert done.returncode == 0
    written = (centre / "content/queries/id.yml").read_text(encoding="utf-8")
    assert written.startswith(QUERIES)
    assert "  - query: bayar pakai kartu\n    article: billing/pay\n" in written
    again = hcgen("queries", "import", "log.csv", "--language", "id", "--write", cwd=centre)
    assert again.returncode == 0
    assert (centre / "content/queries/id.yml").read_text(encoding="utf-8") == written


def test_a_file_in_another_form_is_not_touched(centre: Path) -> None:
    (centre / "content/queries/id.yml").write_text("queries: []\n", encoding="utf-8")
    done = hcgen("queries", "import", "log.csv", "--language", "id", "--write", cwd=centre)
    assert done.returncode == 3
    assert "nothing can be added to content/queries/id.yml" in done.stderr
    assert (centre / "content/queries/id.yml").read_text(encoding="utf-8") == "queries: []\n"


def test_what_cannot_be_imported_is_told(centre: Path) -> None:
    (centre / "none.csv").write_text("1,2\n3,4\n", encoding="utf-8")
    nothing = hcgen("queries", "import", "none.csv", cwd=centre)
    assert (nothing.returncode, "name it “query”" in nothing.stderr) == (3, True)
    unknown = hcgen("queries", "import", "log.csv", "--language", "xx", cwd=centre)
    assert (unknown.returncode, "no language “xx”" in unknown.stderr) == (2, True)


def test_explain_says_what_each_word_adds(centre: Path) -> None:
    assert hcgen("build", "--fail-on", "never", cwd=centre).returncode == 0
    search = ("search", "pasword zzzz", "--lang", "en", "--explain")
    said = hcgen(*search, cwd=centre).stdout
    assert "pasword -> password (edit" in said
    assert "lacks zzzz" in said
    (told,) = json.loads(hcgen(*search, "--format", "json", cwd=centre).stdout)
    explanation = told["explanation"]
    assert (explanation["rank"], explanation["lacking"]) == (1, ["zzzz"])
    (term,) = explanation["terms"]
    assert (term["word"], term["found"], term["how"]) == ("pasword", "password", "edit")
    assert term["points"] == term["weight"] * term["impact"] > 0
    assert "explanation" not in hcgen(*search[:4], "--format", "json", cwd=centre).stdout
