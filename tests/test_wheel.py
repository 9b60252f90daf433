"""The wheel has all that a help centre needs, templates and languages included."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from hcgen import __version__

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation"]
    run([*build, "--outdir", folder, ROOT], folder)
    (file,) = folder.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of programs of a new environment; only hcgen itself is installed in it."""
    folder = tmp_path_factory.mktemp("environment") / "venv"
    run([sys.executable, "-m", "venv", "--without-pip", folder], folder.parent)
    programs = folder / "bin"
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    install: list[str | Path] = ["install", "--quiet", "--no-deps", "--no-index", wheel]
    run([*pip, "--python", programs / "python", *install], folder.parent)
    # what it depends on comes from the environment of the tests, after its own packages
    (own,) = folder.glob("lib/python*/site-packages")
    (own / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return programs


def run(command: Sequence[str | Path], folder: Path) -> str:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_has_every_file_of_the_package_and_the_theme(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    expected = {
        f"{prefix}{file.relative_to(folder).as_posix()}"
        for folder, prefix in ((ROOT / "hcgen", "hcgen/"), (ROOT / "theme", "hcgen/theme/"))
        for file in folder.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert expected - names == set()
    assert not [name for name in names if name.startswith(("tests/", "content/", "benchmarks/"))]
    assert f"hcgen-{__version__}" in wheel.name


def test_the_installed_package_is_the_one_of_the_wheel(installed: Path, tmp_path: Path) -> None:
    script = (
        "import json; from pathlib import Path; import hcgen, hcgen.languages as languages;"
        "from hcgen.mkdocs_site import _own_theme;"
        "print(json.dumps([hcgen.__file__, languages.__file__, str(_own_theme())]))"
    )
    package, languages, theme = json.loads(run([installed / "python", "-c", script], tmp_path))
    venv = str(installed.parent)
    assert package.startswith(venv)
    assert (Path(package).parent / "theme" / "base.html").is_file()
    assert theme == str(Path(package).parent / "theme")
    assert languages.startswith(venv)
    tags = {file.stem for file in (Path(languages).parent).glob("*.toml")}
    assert tags == {file.stem for file in (ROOT / "hcgen" / "languages").glob("*.toml")}
    assert {"id", "ms", "en"} <= tags


def test_the_installed_program_makes_a_help_centre_from_nothing(
    installed: Path, tmp_path: Path
) -> None:
    run([installed / "hcgen", "new", "site", "help"], tmp_path)
    told = json.loads(run([installed / "hcgen", "build", "--format", "json"], tmp_path / "help"))
    assert told["diagnostics"] == []
    for path in ("index.html", "id/account/reset-password/index.html", "ms/contact/index.html"):
        html = (tmp_path / "help" / "site" / path).read_text(encoding="utf-8")
        assert html.startswith("<!doctype html>")
        assert "</html>" in html
    assert not (tmp_path / "site").exists()


def test_the_installed_program_has_every_rule(installed: Path, tmp_path: Path) -> None:
    ours = run([Path(sys.executable).parent / "hcgen", "rules"], tmp_path)
    assert run([installed / "hcgen", "rules"], tmp_path) == ours
