"""Pages name the articles that are like theirs, in a build and in every state of a preview."""

import re
from pathlib import Path

import pytest

from hcgen.preview import Preview, Workspace
from tests._site import write_site
from tests.pipeline.building import build_site, read_site

FILES: dict[str, str | bytes] = {
    "mkdocs.yml": "site_name: Help\nsite_url: https://help.example.com/\n"
    "plugins: [{hcgen: {languages: [en, id]}}]\n",
    "content/channels.yml": "channels: [{id: mail, kind: email, address: help@example.com}]\n",
    "content/en/a/password.md": "---\ntitle: Reset a forgotten password\n---\nOpen the page.\n",
    "content/en/a/login.md": "---\ntitle: Doors\n---\nThey are open all day.\n",
    "content/en/b/refund.md": "---\ntitle: Refund to a card\n---\nAsk within thirty days.\n",
    "content/en/b/card.md": "---\ntitle: Pay by card\n---\nA refund takes one week.\n",
    "content/id/b/card.md": "---\ntitle: Bayar dengan kartu\n---\nVisa dan lainnya.\n",
}


def related(html: bytes | None) -> list[str]:
    """Return the addresses of the articles that a page names as related, as written."""
    assert html is not None
    section = re.search(rb'<section class="related".*?</section>', html, re.DOTALL)
    return re.findall(r'href="([^"]+)"', section.group().decode()) if section else []


def everything(preview: Preview) -> dict[str, list[str]]:
    return {
        path: related(preview.file(path))
        for path in preview.site.pages
        if re.fullmatch(r"../[ab]/[a-z]+/index\.html", path)
    }


def built(config: Path, folder: Path, *, jobs: int = 1) -> dict[str, list[str]]:
    assert build_site(config, folder, fail_on="never", jobs=jobs).is_published
    return {
        path: related(data)
        for path, data in read_site(folder).items()
        if re.fullmatch(r"../[ab]/[a-z]+/index\.html", path)
    }


def test_a_build_names_what_is_alike_in_every_language(tmp_path: Path) -> None:
    found = built(write_site(tmp_path, FILES), tmp_path / "site")
    assert found["en/b/refund/index.html"] == ["../card/"]
    assert found["en/b/card/index.html"] == ["../refund/"]
    assert found["en/a/password/index.html"] == []
    # the English text stands in, and so does the list that goes with it
    assert found["id/b/refund/index.html"] == ["../card/"]


def test_jobs_make_no_difference(tmp_path: Path) -> None:
    config = write_site(tmp_path, FILES)
    for number in range(160):
        file = tmp_path / "content" / "en" / "a" / f"zebra{'xyz'[number % 3] * (number + 1)}.md"
        file.write_text(f"---\ntitle: Zebra {number % 40}\n---\nStripes {number % 7}.\n")
    assert built(config, tmp_path / "one") == built(config, tmp_path / "two", jobs=2)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("en/a/login.md", "---\ntitle: Password page\n---\nReset what you forgot.\n"),
        ("en/b/card.md", "---\ntitle: Pay by card\ndraft: true\n---\nA refund takes one week.\n"),
        ("en/b/gone.md", "---\ntitle: Late refund\n---\nIt comes to your card.\n"),
        ("en/a/login.md", "---\ntitle: Doors\nrelated: [b/refund]\n---\nOpen.\n"),
        ("lexicon/en.yml", "synonyms:\n  - words: [doors, password]\n"),
        ("lexicon/en.yml", "stop_words: [refund, card]\n"),
    ],
)
def test_a_preview_names_what_a_cold_build_would(path: str, text: str, tmp_path: Path) -> None:
    config = write_site(tmp_path, FILES)
    workspace = Workspace(config, jobs=1)
    before = everything(workspace.preview)
    file = tmp_path / "content" / path
    old = file.read_bytes() if file.exists() else None
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    workspace.refresh(frozenset({file}))
    after = everything(workspace.preview)
    if "draft" in text:
        # drafts are shown in a preview, so they are related there and nowhere else
        assert after == before
        assert built(config, tmp_path / "site")["en/b/refund/index.html"] == []
    else:
        assert after == built(config, tmp_path / "site")
        assert after != before
    if old is None:
        file.unlink()
    else:
        file.write_bytes(old)
    workspace.refresh(frozenset({file}))
    assert everything(workspace.preview) == before


def test_a_preview_tells_nothing_of_a_draft_s_twin(tmp_path: Path) -> None:
    text = "---\ntitle: {}\nkeywords: [password, forgot, reset]\n---\nOpen the login page.\n"
    twin = {"content/en/a/forgot.md": text.format("Forgot your password? Reset it")}
    reset = {"content/en/a/password.md": text.format("Reset a forgotten password")}
    # and one that is no twin, so that there is a reason to ask for the index
    words = "---\ntitle: Close it\nkeywords: [password, forgot, reset]\n---\nUnder Profile.\n"
    files = {**FILES, **twin, **reset, "content/en/a/close.md": words}
    config = write_site(tmp_path, files)
    workspace = Workspace(config, jobs=1)

    def codes() -> list[str]:
        return [one.rule.code for one in workspace.preview.report.diagnostics]

    assert "SRH007" in codes()
    file = tmp_path / "content" / "en" / "a" / "forgot.md"
    file.write_text(file.read_text().replace("title", "draft: true\ntitle"), encoding="utf-8")
    workspace.refresh(frozenset({file}))
    assert "SRH007" not in codes()
    assert related(workspace.preview.file("en/a/password/index.html")) == [
        "../forgot/",
        "../close/",
    ]
