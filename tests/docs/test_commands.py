"""What the user guide tells people to type works, in its order, in a fresh folder."""

import os
import re
import shlex
import signal
import subprocess
import sys
import tomllib
import urllib.request
from pathlib import Path

import pytest
import yaml

from hcgen.diagnostics import Findings
from hcgen.load import load_help_centre
from hcgen.load.yaml_tree import YamlMapping, parse_yaml
from hcgen.source import SourceFile
from tests.cli.running import environment, hcgen
from tests.docs.pages import PAGES, ROOT, Box, boxes

PROGRAMS = Path(sys.executable).parent
IN_A_HELP_CENTRE = re.compile(r"commands\s+on\s+this\s+page\s+run\s+in\s+the\s+folder\s+of\s+your")
WHOLE_FILES = {
    "channels.yml": "channels",
    "coverage.yml": "waivers",
    "mkdocs.yml": "site_name",
    "notice.yml": "notices",
    "topics.yml": "topics",
}
"""File -> a key that only the whole file has."""
GUIDE = (
    "start articles languages channels probes requests notices checks configuration publish adopt "
    "themes index"
).split()


def commands(box: Box) -> list[list[str]]:
    lines = (shlex.split(line, comments=True) for line in box.text.splitlines())
    return [words for words in lines if words]


def run(words: list[str], folder: Path) -> Path:
    """Run one command of a page; return the folder that the next one runs in."""
    if words == ["pip", "install", "."] or words[0] == "./dev":
        return folder  # done before the tests
    if words[0] == "cd":
        assert (folder / words[1]).is_dir()
        return folder / words[1]
    assert words[0] in ("hcgen", "mkdocs"), f"{words}: mark the box as text if it is not to be run"
    if words[:2] == ["hcgen", "serve"]:
        serve(words, folder)
        return folder
    done = subprocess.run(
        [PROGRAMS / words[0], *words[1:]],
        cwd=folder,
        env=environment(NO_MKDOCS_2_WARNING="1"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, (words, done.stdout + done.stderr)
    return folder


def serve(words: list[str], folder: Path) -> None:
    """Start the preview on a free port, fetch the address that it tells, and end it."""
    with (folder / ".serve.log").open("w+") as log:
        process = subprocess.Popen(
            [PROGRAMS / words[0], *words[1:], "--port", "0"],
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        with process:
            assert process.stdout is not None
            try:
                address = None
                for line in process.stdout:
                    address = re.search(r"http://127\.0\.0\.1:\d+/\S*", line)
                    if address:
                        break
                log.seek(0)
                assert address, log.read()
                with urllib.request.urlopen(address.group(), timeout=10) as answer:
                    assert answer.status == 200
                    assert b"</html>" in answer.read()
                process.send_signal(signal.SIGINT)
                assert process.wait(timeout=10) == 0
            finally:
                process.kill()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_boxes_of_a_page_work_in_their_order(page: Path, tmp_path: Path) -> None:
    folder = tmp_path
    if IN_A_HELP_CENTRE.search(page.read_text(encoding="utf-8")):
        assert hcgen("new", "site", "my-help", cwd=folder).returncode == 0
        folder /= "my-help"
    written: set[str] = set()
    for box in boxes(page):
        if box.is_for_the_terminal:
            for words in commands(box):
                folder = run(words, folder)
        elif box.title:
            assert box.title not in written, f"{box.title} stands twice"
            written.add(box.title)
            file = folder / box.title
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(box.text, encoding="utf-8")
    if {os.path.basename(name) for name in written} & WHOLE_FILES.keys():
        found = load_help_centre(folder / "mkdocs.yml").findings
        assert [(finding.span.position, finding.message) for finding in found] == []


def test_the_schedule_on_github_finds_its_evidence_again(tmp_path: Path) -> None:
    """Run the steps around the probe as GitHub does, in two clones of one repository."""
    (workflow,) = (
        box.text for box in boxes(ROOT / "docs" / "probes.md") if box.title.endswith("probe.yml")
    )
    (job,) = yaml.safe_load(workflow)["jobs"].values()
    take_up, keep = (
        next(step["run"] for step in job["steps"] if step.get("name") == name)
        for name in ("Take up the evidence", "Keep the evidence")
    )
    (other,) = (
        step["run"]
        for box in boxes(ROOT / "docs" / "probes.md")
        if box.text.startswith("steps:")
        for step in yaml.safe_load(box.text)["steps"]
    )
    assert other == take_up

    def git(*words: str, folder: Path = tmp_path) -> str:
        who = ("-c", "user.name=a", "-c", "user.email=a@example.com")
        done = subprocess.run(["git", *who, *words], cwd=folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def step(script: str, folder: Path) -> None:
        done = subprocess.run(["bash", "-e", "-c", script], cwd=folder, capture_output=True)
        assert done.returncode == 0, done.stderr

    git("init", "--quiet", "--bare", "origin.git")
    for name in ("first", "second"):
        git("clone", "--quiet", "origin.git", name)
    first, second = tmp_path / "first", tmp_path / "second"
    step(take_up, first)
    step(keep, first)
    assert not (first / "evidence.json").exists()
    for folder, text in ((first, "1"), (second, "2"), (first, "3")):
        if text != "1":
            step(take_up, folder)
            assert (folder / "evidence.json").read_text() == str(int(text) - 1)
        (folder / "evidence.json").write_text(text)
        step(keep, folder)
    assert git("show", "evidence:evidence.json", folder=tmp_path / "origin.git") == "3"
    assert git("rev-list", "--count", "evidence", folder=tmp_path / "origin.git") == "1\n"
    assert git("ls-tree", "--name-only", "evidence", folder=tmp_path / "origin.git") == (
        "evidence.json\n"
    )


def test_every_page_of_the_guide_is_there_listed_and_has_something_to_type() -> None:
    names = {page.stem for page in PAGES}
    listed = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    for name in GUIDE:
        assert name in names
        if name != "index":
            assert f"]({name}.md)" in listed
            page = ROOT / "docs" / f"{name}.md"
            assert any(box.is_for_the_terminal for box in boxes(page)), name


def test_every_box_is_in_a_known_language() -> None:
    known = "console sh text markdown yaml toml json nginx css html svg".split()
    for page in PAGES:
        fenced = [box for box in boxes(page) if not box.is_indented]
        assert {box.language for box in fenced} <= set(known), page
        # one that is not understood would be passed over
        marks = re.findall(r"^ *```", page.read_text(encoding="utf-8"), re.MULTILINE)
        assert len(marks) == 2 * len(fenced), page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_boxes_of_data_can_be_read(page: Path) -> None:
    for box in boxes(page):
        if box.language == "toml":
            assert tomllib.loads(box.text)
        if box.language != "yaml":
            continue
        findings = Findings()
        tree = parse_yaml(SourceFile(page.name, box.text), findings)
        assert [(finding.span.position, finding.message) for finding in findings] == []
        assert isinstance(tree, YamlMapping)
        whole = [name for name, key in WHOLE_FILES.items() if tree.get(key)]
        if whole:
            assert os.path.basename(box.title) in whole, f"{page.name}: name the file of {whole}"


def test_links_between_the_pages_lead_somewhere() -> None:
    for page in PAGES:
        text = re.sub(r"```.*?```|`[^`\n]+`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)", text):
            other = (page.parent / target).resolve() if target else page
            if other.name == "benchmarks.md":
                continue  # made by the benchmarks
            assert other.exists(), f"{page.name}: {target}"
            if anchor:
                headings = re.findall(r"^#+ (.+)$", other.read_text(encoding="utf-8"), re.MULTILINE)
                ids = [re.sub(r"[^\w]+", "-", heading.lower()).strip("-") for heading in headings]
                assert anchor in ids, f"{page.name}: {target}#{anchor}"


def test_hosts_publish_the_folder_that_they_build() -> None:
    found = {box.title: box.text for box in boxes(ROOT / "docs" / "publish.md") if box.title}
    github = found[".github/workflows/publish.yml"]
    assert "hcgen build --site-dir site\n" in github
    assert "path: site\n" in github
    gitlab = found[".gitlab-ci.yml"]
    assert "hcgen build --site-dir public\n" in gitlab
    assert "      - public\n" in gitlab
    netlify = tomllib.loads(found["netlify.toml"])
    assert netlify["build"]["command"].endswith(f"--site-dir {netlify['build']['publish']}")
    for rule in netlify["redirects"]:
        assert rule["to"] == rule["from"].replace("*", "404.html")
        assert rule["status"] == 404
