"""`mkdocs build` gives what `hcgen build` gives: nothing more, nothing less."""

import contextlib
import re
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests._mkdocs import DAY, MKDOCS, mkdocs
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.cli.running import environment, hcgen
from tests.pipeline.building import DEMO, read_site

ROOT = DEMO.parent
CLEAN = CLEAN_CENTRE | {
    "mkdocs.yml": CLEAN_CENTRE["mkdocs.yml"] + "docs_dir: content\ntheme: {name: material}\n"
}
"""MkDocs has another default for the folder of the content."""
BROKEN = {"content/en/account/reset.md": "---\ntitle: Reset\n---\nText and [gone](gone.md).\n"}


@dataclass(frozen=True)
class Demo:
    """A copy of the demo, and the files that `hcgen build` makes of it."""

    folder: Path
    built: Mapping[str, bytes]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    folder = tmp_path_factory.mktemp("demo")
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copyfile(DEMO, folder / "mkdocs.yml")
    return Demo(folder, built_by_hcgen(folder))


def built_by_hcgen(folder: Path, *arguments: str) -> Mapping[str, bytes]:
    done = hcgen("build", *arguments, cwd=folder, env=DAY)
    assert done.returncode == 0, done.stdout
    return read_site(folder / "site")


def built_by_mkdocs(folder: Path, *arguments: str, program: Path = MKDOCS) -> Mapping[str, bytes]:
    place = folder.parent / f"{folder.name}-by-{program.name}"
    config = ("-f", "mkdocs.yml", "-d", place)
    done = mkdocs("build", *config, *arguments, cwd=folder, program=program)
    assert done.returncode == 0, done.stderr
    return read_site(place)


def with_more(options: str, *, plugins: str = "") -> dict[str, str]:
    config = CLEAN["mkdocs.yml"].replace("plugins: [", f"plugins: [{plugins}") + options
    return CLEAN | {"mkdocs.yml": config}


def test_the_demo_is_the_same_files_byte_for_byte(demo: Demo) -> None:
    files = built_by_mkdocs(demo.folder, "--strict")
    assert files.keys() == demo.built.keys()
    assert [path for path in files if files[path] != demo.built[path]] == []
    assert len(files) > 150


def test_nothing_of_material_and_no_data_is_published(demo: Demo) -> None:
    files = built_by_mkdocs(demo.folder)
    assert not [path for path in files if path.endswith((".yml", ".yaml", ".lock", ".gz"))]
    copies = [path for path in files if path.endswith(".md")]
    assert copies
    assert all(path.removesuffix(".md") in files for path in copies)
    assert not [path for path in files if path.startswith(("assets/javascripts", "assets/styles"))]
    assert "search/search_index.json" not in files
    assert b"mkdocs" not in files["404.html"].lower()


@pytest.mark.parametrize(
    "files",
    [
        with_more("", plugins="search, "),
        with_more("", plugins="{privacy: {}}, "),
        with_more("nav: [{Home: en/index.md}, {Gone: en/gone.md}]\n"),
        with_more("exclude_docs: |\n  *.json\n  account/\n"),
        with_more("use_directory_urls: false\n"),
        with_more("extra_templates: [assets/own.html]\n")
        | {"content/assets/own.html": "{{ config.site_name }}\n"},
        with_more("hooks: [hook.py]\n")
        | {"hook.py": "def on_post_build(config):\n    open('site/hook.txt', 'w').close()\n"},
        CLEAN | {"content/templates/a.txt": "a", "content/assets/notes.markdown": "# Notes\n"},
        CLEAN | {"mkdocs.yml": CLEAN["mkdocs.yml"].replace("theme: {name: material}\n", "")},
        CLEAN
        | {"mkdocs.yml": CLEAN["mkdocs.yml"].replace("[en, id]", "[en, id], trust_html: 'no'")},
        CLEAN | {"theme/home.html": "<!doctype html><title>own</title>"},
    ],
    ids="search plugin nav exclusions no-directories templates hook names theme option own".split(),
)
def test_nothing_that_mkdocs_would_do_changes_the_site(
    files: Mapping[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "project"
    write_site(folder, files)
    expected = built_by_hcgen(folder, "--fail-on", "never")
    assert built_by_mkdocs(folder) == expected
    assert not (folder / "site" / "hook.txt").exists()


def test_one_language_need_not_be_a_list(tmp_path: Path) -> None:
    config = CLEAN["mkdocs.yml"].replace("[en, id]", "en")
    write_site(tmp_path / "project", CLEAN | {"mkdocs.yml": config})
    expected = built_by_hcgen(tmp_path / "project")
    assert built_by_mkdocs(tmp_path / "project") == expected


def test_a_new_help_centre_is_built_by_mkdocs_too(tmp_path: Path) -> None:
    assert hcgen("new", "site", "help", cwd=tmp_path).returncode == 0
    expected = built_by_hcgen(tmp_path / "help")
    assert built_by_mkdocs(tmp_path / "help", "--strict") == expected


def test_an_error_stops_the_build_and_is_in_the_log_with_its_place(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN | BROKEN)
    done = mkdocs("build", cwd=tmp_path)
    assert done.returncode == 1
    assert "ERROR   -  content/en/account/reset.md:4:17: LNK001: “gone.md” leads to" in done.stderr
    assert not (tmp_path / "site" / "index.html").exists()


def test_after_an_error_mkdocs_has_no_site_where_hcgen_keeps_the_last_one(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN)
    before = built_by_hcgen(tmp_path)
    write_site(tmp_path, BROKEN)
    assert hcgen("build", cwd=tmp_path, env=DAY).returncode == 1
    assert read_site(tmp_path / "site") == before
    assert mkdocs("build", cwd=tmp_path).returncode == 1
    assert read_site(tmp_path / "site") == {}


@pytest.mark.parametrize(
    ("fail_on", "status"), [("error", 0), ("warning", 1), ("never", 0)], ids=str
)
def test_fail_on_decides_about_warnings(fail_on: str, status: int, tmp_path: Path) -> None:
    config = CLEAN["mkdocs.yml"].replace("[en, id]", f"[en, id], fail_on: {fail_on}")
    write_site(tmp_path, CLEAN | {"mkdocs.yml": config + "site_author: Awan\n"})
    done = mkdocs("build", cwd=tmp_path)
    assert "WARNING -  mkdocs.yml:6:1: CFG006: “site_author” has no effect" in done.stderr
    assert done.returncode == status


def test_strict_fails_on_a_warning_and_on_nothing_else(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN)
    assert mkdocs("build", "--strict", cwd=tmp_path).returncode == 0
    write_site(tmp_path, with_more("site_author: Awan\n"))
    done = mkdocs("build", "--strict", cwd=tmp_path)
    assert done.returncode == 1
    assert "1 warning" in done.stdout


def test_a_day_that_is_none_is_said_in_words(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN)
    done = mkdocs("build", cwd=tmp_path, SOURCE_DATE_EPOCH="yesterday")
    assert done.returncode == 1
    assert "SOURCE_DATE_EPOCH is “yesterday”" in done.stdout


def test_a_configuration_that_only_mkdocs_can_read_is_named_with_its_place(tmp_path: Path) -> None:
    deep = "[" * 60 + "]" * 60
    write_site(tmp_path, with_more(f"extra: {{deep: {deep}}}\n"))
    done = mkdocs("build", cwd=tmp_path)
    assert done.returncode == 1
    assert "mkdocs.yml:6:" in done.stderr
    assert "levels lie inside one another" in done.stderr


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with (folder / "log").open("w+") as log:
        process = subprocess.Popen(
            [MKDOCS, "serve", "-a", f"127.0.0.1:{port}"],
            cwd=folder,
            env=environment(**DAY),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            deadline = time.monotonic() + 30
            while "Serving on" not in (folder / "log").read_text():
                assert process.poll() is None, (folder / "log").read_text()
                assert time.monotonic() < deadline
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.kill()
            process.wait()


def test_serve_answers_whatever_is_found(tmp_path: Path) -> None:
    write_site(tmp_path, CLEAN | BROKEN)
    with serving(tmp_path) as address:
        with urllib.request.urlopen(f"{address}en/account/reset/", timeout=10) as answer:
            assert "<h1>Reset</h1>" in answer.read().decode()
        with pytest.raises(urllib.error.HTTPError) as missing:
            urllib.request.urlopen(f"{address}en/gone/", timeout=10)
        with missing.value as error:
            assert error.code == 404
            assert "This page does not exist" in error.read().decode()
        assert "content/en/account/reset.md:4:17: LNK001" in (tmp_path / "log").read_text()


def test_only_serve_leaves_the_policy_out_which_would_stop_its_reload(tmp_path: Path) -> None:
    write_site(tmp_path / "help", CLEAN)
    policy = b'<meta http-equiv="Content-Security-Policy"'
    assert policy in built_by_mkdocs(tmp_path / "help")["en/index.html"]
    with serving(tmp_path / "help") as address:
        with urllib.request.urlopen(f"{address}en/", timeout=10) as answer:
            page = answer.read()
        assert re.search(rb"<script>[^<]*livereload\(", page)
        assert policy not in page


@pytest.fixture(scope="module")
def properdocs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the program of ProperDocs, fresh from the package index.

    Its environment sees the packages of this one behind its own, and hcgen from the repository.
    """
    folder = tmp_path_factory.mktemp("properdocs") / "venv"
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python)]
    for command in (
        [sys.executable, "-m", "venv", "--without-pip", str(folder)],
        [*pip, "install", "--quiet", "properdocs"],
    ):
        done = subprocess.run(command, env=environment(), capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    (own,) = folder.glob("lib/python*/site-packages")
    (own / "tests.pth").write_text(f"{sysconfig.get_path('purelib')}\n{ROOT}\n")
    return folder / "bin" / "properdocs"


def test_properdocs_gives_the_same_files_byte_for_byte(demo: Demo, properdocs: Path) -> None:
    files = built_by_mkdocs(demo.folder, program=properdocs)
    assert files.keys() == demo.built.keys()
    assert [path for path in files if files[path] != demo.built[path]] == []


def test_properdocs_is_stopped_by_an_error(tmp_path: Path, properdocs: Path) -> None:
    write_site(tmp_path, CLEAN | BROKEN)
    done = mkdocs("build", "-f", "mkdocs.yml", cwd=tmp_path, program=properdocs)
    assert done.returncode == 1
    assert "content/en/account/reset.md:4:17: LNK001" in done.stderr
