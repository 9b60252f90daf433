"""Reads one text file with bounds: size, encoding, and anything else that a disk can hold."""

import codecs
from pathlib import Path

from hcgen.diagnostics import Findings
from hcgen.source import SourceFile

LARGEST_ARTICLE_BYTES = 1024 * 1024
LARGEST_YAML_BYTES = 1024 * 1024

_OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def read_text_file(
    file: Path | str, path: str, findings: Findings, *, limit_bytes: int
) -> SourceFile | None:
    """Return a UTF-8 file; None, with an ``unreadable-file`` finding, where it cannot be had.

    Args:
        file: Where it is.
        path: How diagnostics name it: below the project folder, with ``/``.
        limit_bytes: Larger files are not read at all.
    """
    nowhere = SourceFile(path, "").start()
    try:
        # a `Path` of each would take as long as the reading
        with open(file, "rb") as stream:  # noqa: PTH123
            data = stream.read(limit_bytes + 1)
    except OSError as error:
        findings.report(
            "unreadable-file",
            nowhere,
            f"“{path}” cannot be read: {error.strerror or error}",
            help="check that the file exists and that you may read it",
        )
        return None
    if len(data) > limit_bytes:
        findings.report(
            "unreadable-file",
            nowhere,
            f"“{path}” is larger than {limit_bytes // (1024 * 1024)} MB",
            help="split it, or move pictures and downloads into content/assets/",
        )
        return None
    for mark, name in _OTHER_ENCODINGS:
        if data.startswith(mark):
            findings.report(
                "unreadable-file",
                nowhere,
                f"“{path}” is saved as {name}",
                help="save it as UTF-8 in your editor",
            )
            return None
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        # everything before the first wrong byte is good, so its place can be counted
        source = SourceFile(path, data[: error.start].decode("utf-8") + "\ufffd")
        findings.report(
            "unreadable-file",
            source.span(len(source.text) - 1, len(source.text)),
            f"“{path}” is not UTF-8: the byte 0x{data[error.start]:02X} stands here",
            help="save it as UTF-8 in your editor",
        )
        return None
    if "\0" in text:
        source = SourceFile(path, text)
        place = text.index("\0")
        findings.report(
            "unreadable-file",
            source.span(place, place + 1),
            f"“{path}” holds a null character; it is not a text file",
            help="save it as UTF-8 in your editor, or move it into content/assets/",
        )
        return None
    return SourceFile(path, text)
