"""`hcgen schema`, and the schemas of a new site."""

import json
import re
from pathlib import Path

from hcgen.schemas import schemas
from tests.cli.running import hcgen


def test_a_schema_is_printed_by_its_name(tmp_path: Path) -> None:
    done = hcgen("schema", "front-matter", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == schemas()["front-matter"]


def test_a_name_that_there_is_not_is_told_with_those_there_are(tmp_path: Path) -> None:
    done = hcgen("schema", "chanels", cwd=tmp_path)
    assert done.returncode == 2
    assert "channels" in done.stderr


def test_help_names_every_schema(tmp_path: Path) -> None:
    words = " ".join(hcgen("schema", "--help", cwd=tmp_path).stdout.split())
    assert all(name in words for name in schemas())


def test_the_files_of_a_new_site_name_schemas_that_it_has(tmp_path: Path) -> None:
    assert hcgen("new", "site", "help", cwd=tmp_path).returncode == 0
    files = sorted((tmp_path / "help" / "content").rglob("*.yml"))
    assert files
    for file in files:
        match = re.match(r"# yaml-language-server: \$schema=(\S+)\n", file.read_text("utf-8"))
        assert match, file
        schema = json.loads((file.parent / match[1]).read_text("utf-8"))
        assert schema == schemas()[file.stem]
    there = {file.stem for file in (tmp_path / "help" / "schemas").iterdir()}
    assert there == set(schemas())
