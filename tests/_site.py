"""Puts a help centre on disk, for tests that read files."""

from collections.abc import Mapping
from pathlib import Path


def write_site(tmp_path: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write each text (as UTF-8, byte for byte) at its path; return the path of `mkdocs.yml`."""
    for path, text in files.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return tmp_path / "mkdocs.yml"
