"""How large images are, from the first bytes of their files."""

import struct
import time
import zlib
from pathlib import Path

import pytest

from hcgen.load import load_help_centre
from hcgen.load.images import image_size
from tests._site import write_site


def png(width: int, height: int) -> bytes:
    """Return a whole picture in one grey."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    ends = chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + ends


def jpeg(width: int, height: int, *, orientation: int = 1, before: int = 0) -> bytes:
    """Return the segments of a picture up to its size, with as many bytes of others before it."""

    def segment(marker: int, data: bytes) -> bytes:
        return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data

    exif = b"Exif\0\0MM\0\x2a" + struct.pack(">IHHHIHHI", 8, 1, 0x112, 3, 1, orientation, 0, 0)
    others = b"".join(segment(0xE2, b"\0" * 60_000) for _ in range(before // 60_000))
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0"
    return b"\xff\xd8" + segment(0xE1, exif) + others + segment(0xC0, frame)


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0;"


def webp(width: int, height: int) -> bytes:
    data = b"VP8X" + struct.pack("<IB3x", 10, 0)
    data += (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", len(data) + 4) + b"WEBP" + data


def avif(width: int, height: int, *, pixels: int = 0) -> bytes:
    def box(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data) + 8) + name + data

    size = box(b"ispe", struct.pack(">III", 0, width, height))
    links = box(b"ipma", struct.pack(">IIHBB", 0, 1, 1, 1, 1))
    properties = box(b"iprp", box(b"ipco", size) + links)
    meta = box(b"meta", bytes(4) + box(b"pitm", struct.pack(">IH", 0, 1)) + properties)
    return box(b"ftyp", b"avif\0\0\0\0avifmif1") + meta + box(b"mdat", bytes(pixels))


def size_of(folder: Path, name: str, data: bytes | str) -> tuple[int, int]:
    file = folder / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return image_size(file)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.png", png(640, 48)),
        ("A.PNG", png(640, 48)),
        ("a.jpg", jpeg(640, 48)),
        ("a.jpeg", jpeg(640, 48, before=180_000)),
        ("a.jpg", jpeg(48, 640, orientation=6)),
        ("a.gif", gif(640, 48)),
        ("a.webp", webp(640, 48)),
        ("a.avif", avif(640, 48)),
        ("a.avif", avif(640, 48, pixels=1_000_000)),
        ("a.png", jpeg(640, 48)),
        ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="48"/>'),
    ],
)
def test_the_size_of_an_image_is_as_browsers_show_it(
    tmp_path: Path, name: str, data: bytes | str
) -> None:
    assert size_of(tmp_path, name, data) == (640, 48)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="120px" height="24px"', (120, 24)),
        ("width='120' height='24'", (120, 24)),
        ('width=" 119.6 " height="+24.4"', (120, 24)),
        ('width="1.2e2" height=".24e2"', (120, 24)),
        ('width="1in" height="2.54cm"', (96, 96)),
        ('width="25.4mm" height="101.6q"', (96, 96)),
        ('width="72pt" height="6pc"', (96, 96)),
        ('width="0.2" height="0.2"', (1, 1)),
        ('width="120" viewBox="0 0 10 2"', (120, 24)),
        ('height="24" viewBox="0 0 10 2"', (120, 24)),
        ('width="120" height="100%" viewBox="0 0 10 2"', (120, 24)),
        ('width="100%" height="24" viewBox="0 0 10 2"', (120, 24)),
        ('width="120" height="24" viewBox="0 0 9 9"', (120, 24)),
        ('viewBox="0 0 10 2"', (1200, 240)),
        ('viewBox="-5,-5,10,2"', (1200, 240)),
        ('viewBox=" 0\n0 , 1e1 2 "', (1200, 240)),
        ('width="100%" height="100%" viewBox="0 0 10 2"', (1200, 240)),
        ('width="10em" height="2em" viewBox="0 0 10 2"', (1200, 240)),
        ('title="width=&quot;5&quot; > x" width="120" height="24"', (120, 24)),
        ('stroke-width="5" data-height="6" width="120" height="24"', (120, 24)),
        ("", (0, 0)),
        ('width="120"', (0, 0)),
        ('width="0" height="24"', (0, 0)),
        ('width="-120" height="24"', (0, 0)),
        ('width="wide" height="24"', (0, 0)),
        ('viewBox="0 0 0 2"', (0, 0)),
        ('viewBox="0 0 10"', (0, 0)),
        ('viewBox="0 0 nan inf"', (0, 0)),
        ('viewBox="0 0 1 1e9"', (0, 0)),
        ('width="1e999" height="1e999"', (0, 0)),
    ],
)
def test_a_drawing_is_as_large_as_it_says_or_fills_the_column(
    tmp_path: Path, attributes: str, size: tuple[int, int]
) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}><rect width="7" height="7"/></svg>'
    assert size_of(tmp_path, "a.svg", svg) == size


@pytest.mark.parametrize(
    "before",
    [
        "\ufeff",
        '<?xml version="1.0" encoding="UTF-8"?>\n',
        '<!-- <svg width="1" height="1"> -->\n',
        "<!-- " + "绘" * 2000 + " -->",
        '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">\n',
    ],
)
def test_what_stands_before_a_drawing_does_not_matter(tmp_path: Path, before: str) -> None:
    assert size_of(tmp_path, "a.svg", f'{before}<svg width="120" height="24"/>') == (120, 24)
    prefixed = f'{before}<s:svg xmlns:s="http://www.w3.org/2000/svg" width="120" height="24"/>'
    assert size_of(tmp_path, "a.svg", prefixed) == (120, 24)


@pytest.mark.parametrize("suffix", ["png", "jpg", "gif", "webp", "avif", "svg"])
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0",
        b"no image at all",
        b"\xff\xd8" * 100_000,
        b"\xff\xd8\xff\xe1\xff\xff",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        b"RIFF\0\0\0\0WEBPVP8X",
        b"\0\0\0\x18ftypavif\0\0\0\0avifmif1" + b"\0\0\0\x0cmeta\0\0\0\0",
        b"<svg",
        b"<!--" * 60_000,
        b"<svg width='" + b"1" * 200_000 + b"!' height='1'>",
        b"<svg viewBox='" + b" " * 200_000 + b"'>",
        b"https://example.com/a.png",
    ],
    ids=lambda data: data[:12].hex(),
)
def test_a_broken_image_has_no_size_and_breaks_nothing(
    tmp_path: Path, suffix: str, data: bytes
) -> None:
    started = time.process_time()
    assert size_of(tmp_path, f"a.{suffix}", data) == (0, 0)
    assert time.process_time() - started < 1


@pytest.mark.parametrize("name", ["png", "jpg", "gif", "webp", "avif"])
def test_a_number_that_no_browser_can_show_is_no_size(tmp_path: Path, name: str) -> None:
    whole = {
        "png": struct.pack(">8s8sIIBB8x", b"\x89PNG\r\n\x1a\n", b"\0\0\0\rIHDR", 2**31, 9, 8, 0),
        "jpg": jpeg(0, 9),
        "gif": gif(0, 9),
        "webp": webp(2**20, 9),
        "avif": avif(2**31, 9),
    }
    assert size_of(tmp_path, f"a.{name}", whole[name]) == (0, 0)


def test_other_files_are_not_opened(tmp_path: Path) -> None:
    assert size_of(tmp_path, "a.pdf", png(6, 4)) == (0, 0)
    assert size_of(tmp_path, "png", png(6, 4)) == (0, 0)
    assert image_size(tmp_path / "missing.png") == (0, 0)


def test_a_help_centre_knows_the_sizes_of_its_images(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "mkdocs.yml": "site_name: A\n",
        "content/en/topic/a.md": "---\ntitle: A\n---\nText.\n",
        "content/en/topic/a.png": png(6, 4),
        "content/assets/broken.png": b"\x89PNG",
        "content/assets/form.pdf": b"%PDF",
    }
    assets = load_help_centre(write_site(tmp_path, files)).centre.assets
    assert {path: (asset.width, asset.height) for path, asset in assets.items()} == {
        "en/topic/a.png": (6, 4),
        "assets/broken.png": (0, 0),
        "assets/form.pdf": (0, 0),
    }
