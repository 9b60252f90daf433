"""The demo with forty faults in it: exactly those are found, at their places, in every format.

A fault is written `⟦CODE|text⟧`; the text stays, and the code's diagnostic must have its place.
"""

import json
import re
import shutil
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from hcgen.checks import all_checks
from hcgen.diagnostics import Report, Severity
from hcgen.diagnostics.formats import format_names, renderer, step_summary
from hcgen.mkdocs_site import load_theme
from hcgen.pipeline import check_help_centre, fix_until_done, render_help_centre

DEMO = Path(__file__).parents[2]
TODAY = "1795564800"  # 2026-11-25, when all of the demo is valid
_MARK = re.compile(r"⟦(?P<code>[A-Z]{3}\d{3})\|(?P<text>[^⟧]*)⟧")

Found = tuple[str, str, int, int]
"""Code, path, offsets of start and end."""


@dataclass(frozen=True)
class Change:
    """A text of the demo, and what stands there instead."""

    path: str
    old: str
    new: str


def article(title: str, body: str, *, more: str = "") -> str:
    """Return an article that has all that the rules ask for, but for its faults."""
    if "description:" not in more:
        more += "description: Langkah singkat untuk pelanggan yang ingin tahu lebih banyak.\n"
    return f"---\ntitle: {title}\n{more}---\n\n{body}"


BODIES: Mapping[str, str] = {
    "rencana": (
        "Pada awal tahun kami mengganti beberapa perangkat di pusat data. Jadwalnya kami "
        "umumkan satu minggu sebelumnya, dan setiap gangguan dicatat di halaman status. "
        "Anda tidak perlu melakukan apa pun.\n"
    ),
    "judul": (
        "Nomor pelanggan Anda tertulis di bagian atas setiap tagihan. Sebutkan nomor itu "
        "saat menelepon, supaya petugas langsung menemukan akun yang dimaksud tanpa "
        "bertanya hal lain.\n"
    ),
    "panjang": (
        "Dari ruang bawah tanah sampai atap, gedung kami dijaga siang dan malam. Tamu "
        "wajib menunjukkan kartu identitas, lalu ditemani petugas selama berada di dalam "
        "ruang mesin.\n"
    ),
    "singkat": (
        "Kartu ucapan dikirim bersama kuitansi lewat pos tercatat. Alamat pengiriman "
        "diambil dari data akun, jadi periksa dulu apakah nama jalan dan kode posnya "
        "sudah benar.\n"
    ),
    "sama": (
        "Kipas yang berdebu membuat komputer menjadi panas dan pelan. Bersihkan dengan "
        "kuas halus, tunggu sampai kering, kemudian nyalakan kembali dan dengarkan apakah "
        "bunyinya wajar.\n"
    ),
    "pertanyaan": (
        "Burung dara dapat menemukan jalan pulang dari tempat yang sangat jauh. Dulu "
        "mereka membawa surat pendek, dan sampai sekarang masih ada orang yang "
        "memeliharanya untuk perlombaan.\n"
    ),
    "tinjauan": (
        "Teh paling enak diseduh dengan air yang baru saja mendidih. Biarkan tiga menit, "
        "angkat daunnya, lalu tambahkan gula aren secukupnya sebelum disajikan kepada "
        "para tamu.\n"
    ),
    "terkunci": (
        "Payung yang tertinggal disimpan di meja penerima tamu selama sebulan. Ceritakan "
        "warna dan ukurannya, maka petugas akan mencarikannya di rak paling bawah.\n"
    ),
    "terlupa": (
        "Sepeda boleh dititipkan di halaman samping, di bawah atap seng. Kuncilah rodanya "
        "pada tiang besi, dan ambil sebelum gerbang ditutup pada malam hari.\n"
    ),
    "terjemah": (
        "Undangan rapat pelanggan dikirim setiap bulan Maret. Siapa pun boleh ikut lewat "
        "sambungan video, asalkan mendaftar paling lambat dua hari sebelum acara dimulai.\n"
    ),
}
"""Texts that have nothing in common, so that no rule takes them for one another."""

LONG = (
    "Buka panel pelanggan, lalu pilih layanan yang ingin Anda ubah. Semua pilihan ada di satu "
    "halaman, dan perubahan berlaku begitu Anda menyimpannya. Jika ragu, tanyakan dulu kepada kami "
    "lewat [halaman kontak](../contact.md).\n"
)
FOLDER = "content/id/website"

NEW_FILES: Mapping[str, str] = {
    f"{FOLDER}/uji-tautan.md": article(
        "Memeriksa tautan di situs Anda",
        f"{LONG}\n"
        "Lihat [cara membayar](⟦LNK001|../billing/pay-invoices.md⟧), "
        "[langkah berikutnya](site-down.md#⟦LNK002|langkah-lain⟧) dan "
        "[daftar lengkap](⟦LNK007|../../en/website/site-down.md⟧).\n\n"
        "![Halaman panel](⟦LNK003|../../assets/panel-lama.svg⟧)\n\n"
        "Baca juga [sertifikat](⟦LNK008|https://bantuan.awan.example/id/website/install-ssl/⟧), "
        "[berita lama](⟦LNK009|http://berita.awan.example/2026⟧), "
        "[alamat lama](⟦LNK010|https://bantuan.awan.example/id/website/lama/⟧), "
        "[rencana](⟦LNK011|uji-rencana.md⟧) dan [berkas](⟦LNK012|file:///C:/surat.pdf⟧).\n",
        more="related: [⟦LNK004|website/tidak-ada⟧]\n",
    ),
    f"{FOLDER}/uji-rencana.md": article(
        "Rencana pemeliharaan tahun depan", BODIES["rencana"], more="draft: true\n"
    ),
    f"{FOLDER}/uji-susunan.md": article(
        "Menyusun halaman bantuan sendiri",
        "## Sebelum mulai\n\nSiapkan kata sandi Anda.\n\n"
        "#### ⟦ART015|Rincian kecil⟧\n\nTulis semuanya di satu tempat.\n\n"
        "## ⟦ART016|Bagian kosong⟧\n\n## Sesudahnya\n\n"
        "Caranya:\n⟦ART024|1.⟧ Buka panel.\n2. Klik **Simpan**.\n\n"
        "![](⟦ART021|../../assets/awan.svg⟧)\n\n"
        "Untuk rincian, [⟦ART022|klik di sini⟧](site-down.md). ⟦ART020|TODO⟧: tambahkan gambar.\n\n"
        "### Cara lain {#cara}\n\nTutup panel.\n\n### ⟦ART007|Cara kedua⟧ {#cara}\n\nKeluar.\n",
        more="aliases: [/id/website/lama/]\n",
    ),
    f"{FOLDER}/uji-judul.md": article("⟦ART008|Informasi⟧", BODIES["judul"]),
    f"{FOLDER}/uji-panjang.md": article(
        "⟦ART009|Semua hal yang mungkin ingin Anda ketahui tentang situs web, domain, email, "
        "sertifikat, cadangan dan keamanan di layanan kami⟧",
        BODIES["panjang"],
    ),
    f"{FOLDER}/uji-singkat.md": "---\ntitle: ⟦ART010|Jawaban tanpa ringkasan⟧\n---\n\n"
    + BODIES["singkat"],
    f"{FOLDER}/uji-sama.md": article(
        "⟦ART011|Situs web tidak bisa dibuka, apa yang harus dicek?⟧", BODIES["sama"]
    ),
    f"{FOLDER}/uji-pertanyaan.md": article(
        "Pertanyaan yang sudah dijawab",
        BODIES["pertanyaan"],
        more="questions:\n  - ⟦ART012|lupa password panel gimana⟧\n",
    ),
    f"{FOLDER}/uji-pendek.md": article("⟦ART013|Jam buka kantor⟧", "Setiap hari kerja.\n"),
    f"{FOLDER}/uji-tinjauan.md": article(
        "Artikel yang lama tidak ditinjau",
        BODIES["tinjauan"],
        more="reviewed: ⟦ART019|2025-01-10⟧\nreview_every: 180d\n",
    ),
    f"{FOLDER}/uji-terkunci.md": article(
        "Alasan yang tidak ditulis",
        "⟦CFG011|<!-- hcgen: ignore ART013 -->⟧\n" + BODIES["terkunci"],
    ),
    f"{FOLDER}/uji-terlupa.md": article(
        "Catatan yang tidak terpakai",
        "<!-- hcgen: ignore ⟦CFG012|LNK001⟧ halamannya menyusul -->\n" + BODIES["terlupa"],
    ),
    f"{FOLDER}/uji-terjemah.md": article(
        "⟦TRN001|Rapat pelanggan setiap tahun⟧", BODIES["terjemah"]
    ),
    "content/en/website/lonely-guide.md": "---\ntitle: ⟦TRN004|A guide without a source⟧\n"
    "description: What happens when nobody writes the article that it was translated from.\n"
    "---\n\nThe lamp in the hall goes out at ten in the evening. Bring a torch if you come later, "
    "and ring the bell twice so that the guard knows who is there and opens the door.\n",
}
"""Articles that only Indonesian has, each accepted by a waiver, and one that it has not."""

EMPTY = f"{FOLDER}/uji-kosong.md"
UNUSED = "content/assets/daftar-harga-lama.pdf"
AT_THE_START: Mapping[str, tuple[str, bytes]] = {
    "ART003": (EMPTY, b""),
    "LNK005": (UNUSED, b"lama"),
}
"""Code -> a file whose fault has no place in a text, and what is in it."""


def waiver(path: str) -> str:
    """Return a waiver for all the languages that an article lacks; three have faults."""
    name = f"website/{path.rpartition('/')[2].removesuffix('.md')}"
    languages = "ms" if "terjemah" in name or "lonely" in name else "ms, en"
    reason, until = "reason: planted, ", "2099-01-31"
    if "uji-judul" in name:
        name, reason = f"⟦COV003|{name}⟧", ""
    if "uji-panjang" in name:
        until = "⟦COV004|2026-01-31⟧"
    return (
        f"  - {{article: {name}, languages: [{languages}], owner: support, {reason}"
        f"until: {until}}}\n"
    )


WAIVERS = "".join(waiver(path) for path in NEW_FILES if "rencana" not in path)

STALE = "content/en/account/change-email.md"
MADE_FROM = (DEMO / STALE).read_text(encoding="utf-8").partition("source_hash: ")[2].split()[0]

CHANGES: tuple[Change, ...] = (
    Change("mkdocs.yml", "copyright:", "⟦CFG006|nav⟧: []\ncopyright:"),
    Change("mkdocs.yml", "source_language: id", "source_language: id\n      ⟦CFG004|langauge⟧: id"),
    Change("content/coverage.yml", "waivers:\n", f"waivers:\n{WAIVERS}"),
    Change(
        "content/topics.yml", "{id: Kecepatan, ms: Kelajuan, en: Speed}",
        "{id: ⟦TRN010|Kecepatan⟧, ms: Kelajuan}",
    ),
    Change(
        "content/topics.yml", "icon: material/account-key\n",
        "icon: material/account-key\n    ⟦CFG003|icon⟧: material/web\n",
    ),
    Change(
        "content/en/speed/caching.md", "Visitors who are logged in to WordPress always see the "
        "newest page.",
        "⟦TRN008|Pengunjung yang sudah masuk ke WordPress selalu melihat halaman yang paling baru "
        "dan tidak perlu menunggu lagi.⟧",
    ),
    Change(STALE, f"source_hash: {MADE_FROM}", "source_hash: ⟦TRN003|1-000000-000000-000000⟧"),
    Change(
        "content/ms/email/mail-marked-spam.md", "E-mel saya masuk ke folder spam penerima",
        "⟦TRN007|E-mel saya masuk ke folder spam penerima⟧",
    ),
    Change("content/ms/email/mail-marked-spam.md", "3. Di bahagian atas, ", "Di bahagian atas, "),
    Change(
        "content/ms/domains/renew-domain.md", "laman web dan e-mel pada domain itu",
        "laman web dan ⟦TRN009|akun⟧ pada domain itu",
    ),
)  # fmt: skip


def planted(folder: Path) -> set[Found]:
    """Copy the demo with all faults in it; return what must be found."""
    shutil.copytree(DEMO / "content", folder / "content")
    shutil.copy(DEMO / "mkdocs.yml", folder)
    texts = dict(NEW_FILES)
    for change in CHANGES:
        text = texts.get(change.path) or (folder / change.path).read_text(encoding="utf-8")
        assert text.count(change.old) == 1, f"{change.path}: “{change.old}” is not there once"
        texts[change.path] = text.replace(change.old, change.new)
    expected: set[Found] = set()
    for code, (path, data) in AT_THE_START.items():
        (folder / path).write_bytes(data)
        expected.add((code, path, 0, 0))
    for path, text in texts.items():
        while match := _MARK.search(text):
            start = match.start()
            expected.add((match["code"], path, start, start + len(match["text"])))
            text = text[:start] + match["text"] + text[match.end() :]
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return expected


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[Found], Report]:
    folder = tmp_path_factory.mktemp("faults")
    expected = planted(folder)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", TODAY)
        return expected, report_on(folder)


PLAIN = [name for name in format_names() if name != "github"]


def shown(report: Report, name: str) -> Counter[str]:
    """Return how often each code stands in a format where a finding is told."""
    text = renderer(name)(report)
    match name:
        case "json":
            return Counter(each["code"] for each in json.loads(text)["diagnostics"])
        case "gitlab":
            return Counter(each["check_name"][:6] for each in json.loads(text))
        case "sarif":
            return Counter(each["ruleId"] for each in json.loads(text)["runs"][0]["results"])
        case "junit":
            root = ET.fromstring(text)
            failures = Counter(each.get("type", "")[:6] for each in root.iter("failure"))
            notes = "\n".join(each.text or "" for each in root.iter("system-out"))
            return failures + Counter(re.findall(r"^\s*\S+:\d+:\d+: ([A-Z]{3}\d{3}) ", notes, re.M))
        case "markdown":
            return Counter(re.findall(r"^\|[^|]*?\b([A-Z]{3}\d{3})\b", text, re.M))
        case _:
            return Counter(re.findall(r"^\S+:\d+:\d+: \w+ ([A-Z]{3}\d{3}) \(", text, re.M))


@pytest.mark.parametrize("name", PLAIN)
def test_every_format_tells_all_of_them(name: str, checked: tuple[set[Found], Report]) -> None:
    expected, report = checked
    assert shown(report, name) == Counter(code for code, *_ in expected)


def test_github_gets_what_it_shows_and_the_rest_in_the_summary(
    checked: tuple[set[Found], Report],
) -> None:
    expected, report = checked
    text = renderer("github")(report)
    for command, severity in (("error", Severity.ERROR), ("warning", Severity.WARNING)):
        assert text.count(f"::{command} ") == min(10, report.count(severity))
    summary = step_summary(report)
    assert all(code in summary for code, *_ in expected)
    assert len(re.findall(r"^\|[^|]*?\b[A-Z]{3}\d{3}\b", summary, re.M)) == 40


def test_their_rules_are_all_different_and_all_known() -> None:
    codes = [code for text in (*NEW_FILES.values(), WAIVERS) for code, _ in _MARK.findall(text)]
    codes += [
        code
        for change in CHANGES
        if change.new is not WAIVERS
        for code, _ in _MARK.findall(change.new)
        if not change.new.startswith("waivers:")
    ]
    codes += AT_THE_START
    assert len(codes) == len(set(codes)) == 40
    assert set(codes) <= {check.rule.code for check in all_checks()}


def test_exactly_the_forty_are_found_at_their_places(checked: tuple[set[Found], Report]) -> None:
    expected, report = checked
    found = {
        (each.rule.code, each.span.file.path, each.span.start, each.span.end)
        for each in report.diagnostics
    }
    assert found - expected == set()
    assert expected - found == set()
    assert len(expected) == len(report.diagnostics) == 40


def test_fixing_twice_is_fixing_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    planted(tmp_path)
    before = files_of(tmp_path)
    first = fix_until_done(tmp_path, lambda: report_on(tmp_path))
    after = files_of(tmp_path)
    assert {path for path in before if before[path] != after[path]} == set(first.changed)
    assert not any(found.fix for found in first.report.diagnostics)
    assert fix_until_done(tmp_path, lambda: report_on(tmp_path)).changed == ()
    assert files_of(tmp_path) == after


def test_a_help_centre_without_faults_stays_byte_for_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    shutil.copytree(DEMO / "content", tmp_path / "content")
    shutil.copy(DEMO / "mkdocs.yml", tmp_path)
    before = files_of(tmp_path)
    fixed = fix_until_done(tmp_path, lambda: report_on(tmp_path))
    assert (fixed.count, fixed.report.diagnostics) == (0, ())
    assert files_of(tmp_path) == before


def report_on(folder: Path) -> Report:
    rendered = render_help_centre(folder / "mkdocs.yml")
    return check_help_centre(rendered, load_theme(rendered.centre.settings, rendered.root))


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }
