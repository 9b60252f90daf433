"""A site that several machines made: the bytes of one build, or a refusal that says why."""

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from hcgen.mkdocs_site import load_theme
from hcgen.pipeline import BuildResult, build_help_centre, render_help_centre
from hcgen.publish import PublishError, merge_shards
from hcgen.publish.shards import SHARD_FILE
from tests._site import write_site
from tests.cli.running import hcgen
from tests.pipeline.building import DEMO, build_site, read_site

SITE = {
    "mkdocs.yml": "site_name: Help\nsite_url: https://help.example.com/\n"
    "plugins: [{hcgen: {languages: [en, id, ms], offline: false}}]\n",
    "content/channels.yml": "channels:\n  - {id: mail, kind: email, address: help@example.com}\n",
    "content/assets/picture.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "content/en/only.png": "not for other languages",
    "content/en/bills/pay.md": "---\ntitle: Pay a bill\n---\n## By card\n\nPay bills by card.\n",
    "content/en/bills/refund.md": "---\ntitle: Refund of a bill\n---\nBills paid by card.\n",
    "content/id/bills/pay.md": "---\ntitle: Bayar tagihan\n---\nBayar dengan kartu.\n",
    "content/ms/bills/pay.md": "---\ntitle: Bayar bil\n---\n!!! note\n    Bayar dengan kad.\n",
}


def build_shard(config: Path, folder: Path, *tags: str, fail_on: str = "never") -> BuildResult:
    rendered = render_help_centre(config)
    theme = load_theme(rendered.centre.settings, rendered.root)
    return build_help_centre(rendered, theme, folder, fail_on=fail_on, only=tags)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return write_site(tmp_path / "project", SITE)


@pytest.fixture
def shards(config: Path, tmp_path: Path) -> list[Path]:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder, tags in zip(folders, (("en", "ms"), ("id",)), strict=True):
        assert build_shard(config, folder, *tags).is_published
    return folders


def merged(shards: Sequence[Path], folder: Path) -> Mapping[str, bytes]:
    merge_shards(shards, folder)
    return read_site(folder)


def test_shards_make_the_bytes_of_one_build(
    config: Path, shards: Sequence[Path], tmp_path: Path
) -> None:
    build_site(config, tmp_path / "whole", fail_on="never")
    whole = read_site(tmp_path / "whole")
    assert merged(shards, tmp_path / "merged") == whole
    assert merged(shards[::-1], tmp_path / "merged") == whole
    assert len(read_site(shards[1])) < len(whole)
    assert not [path for path in read_site(shards[1]) if path.startswith(("en/bills", "ms/"))]


def test_shards_of_the_demo_make_the_bytes_of_one_build(tmp_path: Path) -> None:
    for tag in ("id", "ms", "en"):
        assert build_shard(DEMO, tmp_path / tag, tag, fail_on="error").is_published
    build_site(DEMO, tmp_path / "whole")
    found = merged([tmp_path / tag for tag in ("id", "ms", "en")], tmp_path / "merged")
    assert found == read_site(tmp_path / "whole")


def test_a_golden_query_fails_in_the_shard_of_its_language_alone(tmp_path: Path) -> None:
    files = {
        **SITE,
        "content/queries/id.yml": "queries:\n  - {query: bayar tagihan, never: [bills/pay]}\n",
    }
    config = write_site(tmp_path / "project", files)
    codes = {
        tag: {found.rule.code for found in build_shard(config, tmp_path / tag, tag)
              .site.report.diagnostics}
        for tag in ("en", "id")
    }  # fmt: skip
    assert "SRH003" in codes["id"]
    assert "SRH003" not in codes["en"]


def test_a_shard_does_not_call_a_comment_unused_that_another_shard_needs(tmp_path: Path) -> None:
    query = "- {query: bayar tagihan, never: [bills/pay]}"
    queries = f"queries:\n  # hcgen: ignore SRH003 not yet\n  {query}\n"
    config = write_site(tmp_path / "project", {**SITE, "content/queries/id.yml": queries})
    for tag in ("en", "id"):
        found = build_shard(config, tmp_path / tag, tag).site.report.diagnostics
        assert not [each for each in found if each.rule.name == "unused-ignore"]


def test_a_file_that_is_not_as_it_was_built_is_refused_and_the_last_site_stays(
    shards: Sequence[Path], tmp_path: Path
) -> None:
    before = merged(shards, tmp_path / "site")
    page = shards[1] / "id" / "bills" / "pay" / "index.html"
    page.write_bytes(page.read_bytes()[:-5])
    with pytest.raises(PublishError, match="is not as it was built"):
        merge_shards(shards, tmp_path / "site")
    page.unlink()
    with pytest.raises(PublishError, match=r"lacks id/bills/pay/index\.html"):
        merge_shards(shards, tmp_path / "site")
    assert read_site(tmp_path / "site") == before


def test_shards_of_different_states_are_refused(
    config: Path, shards: Sequence[Path], tmp_path: Path
) -> None:
    page = config.parent / "content" / "en" / "bills" / "pay.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    build_shard(config, tmp_path / "later", "id")
    with pytest.raises(PublishError, match="different states"):
        merge_shards([shards[0], tmp_path / "later"], tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_file_that_differs_between_shards_is_refused(
    shards: Sequence[Path], tmp_path: Path
) -> None:
    marker = shards[1] / SHARD_FILE
    document = json.loads(marker.read_text(encoding="utf-8"))
    document["files"]["index.html"] = "0" * 64
    marker.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(PublishError, match=r"index\.html is one file in .* and another in"):
        merge_shards(shards, tmp_path / "site")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "cannot be read"),
        ("{", "cannot be read"),
        ("[" * 100_000, "cannot be read"),
        ("[]", "is not what hcgen wrote"),
        ('{"version": 1}', "is not what hcgen wrote"),
        ('{"version": 2}', "of another version"),
        ('{"version": 1, "languages": ["en"], "holds": ["en"], "stamp": "x", "files": []}', "not"),
        (
            '{"version": 1, "languages": ["en"], "holds": ["en"], "stamp": "x", '
            '"files": {"../../etc/passwd": "0"}}',
            "is not what hcgen wrote",
        ),
        (
            '{"version": 1, "languages": ["en"], "holds": ["en"], "stamp": "x", '
            '"files": {"/etc/passwd": "0"}}',
            "is not what hcgen wrote",
        ),
    ],
)
def test_what_does_not_say_what_it_holds_is_refused(
    text: str, message: str, tmp_path: Path
) -> None:
    (tmp_path / SHARD_FILE).write_text(text, encoding="utf-8")
    with pytest.raises(PublishError, match=message):
        merge_shards([tmp_path], tmp_path / "site")


def test_the_command_line_makes_and_merges_shards(config: Path, tmp_path: Path) -> None:
    project = config.parent
    for tags in (["en"], ["id", "ms"]):
        options = [word for tag in tags for word in ("--language", tag)]
        done = hcgen("build", "--fail-on", "never", *options, cwd=project)
        assert done.returncode == 0, done.stderr
    done = hcgen("merge", "site-en", "site-id-ms", cwd=project)
    assert done.returncode == 0, done.stderr
    build_site(config, tmp_path / "whole", fail_on="never")
    assert read_site(project / "site") == read_site(tmp_path / "whole")

    wrong = hcgen("build", "--language", "xx", cwd=project)
    assert (wrong.returncode, "it has en, id, ms" in wrong.stderr) == (2, True)
    alone = hcgen("merge", "site-en", cwd=project)
    assert (alone.returncode, "no shard holds “id”, “ms”" in alone.stderr) == (3, True)
    twice = hcgen("merge", "site-en", "site-en", cwd=project)
    assert (twice.returncode, "both hold “en”" in twice.stderr) == (3, True)
    shutil.rmtree(project / "site-en")
    gone = hcgen("merge", "site-en", "site-id-ms", cwd=project)
    assert gone.returncode == 2
