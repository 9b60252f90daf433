"""Lists of files: complete, sorted, and never outside the project."""

import os
from pathlib import Path

from hcgen.diagnostics import Findings
from hcgen.load.walk import list_files
from tests._site import write_site


def listed(content: Path) -> tuple[list[str], list[str]]:
    findings = Findings()
    files = list_files(content, "content", findings)
    assert {finding.rule_name for finding in findings} <= {"unreadable-file"}
    return [file.path for file in files], sorted(finding.message for finding in findings)


def test_files_are_listed_by_path_with_their_sizes_and_hidden_ones_are_not(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {"c/b.md": "12", "c/a/z.md": "", "c/é 界.md": "", "c/.x": "", "c/.y/z": "", "c/a.md": ""},
    )
    files = list_files(tmp_path / "c", "c", Findings())
    assert [file.path for file in files] == ["a.md", "a/z.md", "b.md", "é 界.md"]
    assert [file.size_bytes for file in files] == [0, 0, 2, 0]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    write_site(tmp_path, {"c/a/x.md": "", "c/b/y.md": ""})
    (tmp_path / "c/a/to-b").symlink_to("../b")
    (tmp_path / "c/b/to-a").symlink_to("../a")
    paths, messages = listed(tmp_path / "c")
    assert set(paths) == {"a/x.md", "b/y.md", "a/to-b/y.md", "b/to-a/x.md"}
    assert messages == [
        "“content/a/to-b/to-a” is a link back to a folder that it lies in",
        "“content/b/to-a/to-b” is a link back to a folder that it lies in",
    ]


def test_a_link_out_of_the_project_is_not_followed_however_it_is_written(tmp_path: Path) -> None:
    write_site(tmp_path, {"p/c/x.md": "", "secret/y.md": "", "p2/z.md": ""})
    (tmp_path / "p/c/up").symlink_to("../../secret")
    (tmp_path / "p/c/root").symlink_to("/")
    (tmp_path / "p/c/near").symlink_to(tmp_path / "p2")
    (tmp_path / "p/c/file.md").symlink_to(tmp_path / "secret/y.md")
    paths, messages = listed(tmp_path / "p/c")
    assert paths == ["x.md"]
    assert messages == [
        f"“content/{name}” is a link to a place outside the project"
        for name in ("file.md", "near", "root", "up")
    ]


def test_a_link_through_a_link_within_the_project_cannot_lead_outside(tmp_path: Path) -> None:
    write_site(tmp_path, {"p/c/x.md": "", "p/inner/i.md": "", "secret/y.md": ""})
    (tmp_path / "p/inner/out").symlink_to(tmp_path / "secret")
    (tmp_path / "p/c/in").symlink_to("../inner")
    paths, messages = listed(tmp_path / "p/c")
    assert paths == ["in/i.md", "x.md"]
    assert messages == ["“content/in/out” is a link to a place outside the project"]


def test_a_content_folder_that_is_a_link_is_read(tmp_path: Path) -> None:
    write_site(tmp_path, {"elsewhere/docs/x.md": ""})
    (tmp_path / "c").symlink_to(tmp_path / "elsewhere/docs")
    assert listed(tmp_path / "c") == (["x.md"], [])


def test_a_pipe_is_told_and_not_opened(tmp_path: Path) -> None:
    write_site(tmp_path, {"c/x.md": ""})
    os.mkfifo(tmp_path / "c/pipe.md")
    assert listed(tmp_path / "c") == (
        ["x.md"],
        ["“content/pipe.md” is neither a file nor a folder"],
    )


def test_a_name_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    write_site(tmp_path, {"c/x.md": ""})
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/c/caf\xe9.md")).write_text("")
    paths, messages = listed(tmp_path / "c")
    assert paths == ["x.md"]
    assert len(messages) == 1
    assert messages[0].endswith("has a name that is not UTF-8")


def test_deep_folders_are_listed(tmp_path: Path) -> None:
    path = "/".join(["d"] * 200)
    write_site(tmp_path, {f"c/{path}/x.md": ""})
    assert listed(tmp_path / "c") == ([f"{path}/x.md"], [])
