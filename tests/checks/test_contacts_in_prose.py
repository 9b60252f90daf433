"""Contacts in articles: what is meant for customers, and what only looks like it."""

from pathlib import Path

import pytest

from hcgen.checks import selection
from hcgen.mkdocs_site import load_theme
from hcgen.model.settings import RuleSettings
from hcgen.pipeline import check_help_centre, render_help_centre
from tests._site import write_site

CENTRE = {
    "mkdocs.yml": "site_name: Help\nplugins: [{hcgen: {languages: [en, id, ms]}}]\n",
    "content/channels.yml": """
organisation: {country: ID, timezone: Asia/Jakarta}
hours:
  office: {mon-fri: "08:00-12:00, 13:00-17:00", sat: "09:00-13:00"}
channels:
  - {id: call, kind: phone, number: "1500 888", alternative: "+62 21 5790 1234", hours: office,
     promise: {answer_within: 3 minutes}}
  - {id: wa, kind: whatsapp, number: "+62 812 1500 8880"}
  - {id: mail, kind: email, address: care@awan.co.id, promise: {respond_within: 2 business days,
     acknowledge_within: 24 hours}}
  - {id: bot, kind: telegram, handle: awan_bot}
  - {id: video, kind: social, network: youtube, handle: awan}
""",
}


def found_in(tmp_path: Path, text: str, tag: str = "en") -> list[tuple[str, str]]:
    """Return code and place of what the rules find in an article."""
    article = f"---\ntitle: A\n---\n{text}\n"
    config = write_site(tmp_path, {**CENTRE, f"content/{tag}/a/b.md": article})
    rendered = render_help_centre(config)
    theme = load_theme(rendered.centre.settings, rendered.root)
    codes = [f"CON02{number}" for number in range(7)]
    report = check_help_centre(rendered, theme, chosen=selection(RuleSettings(), select=codes))
    return [(found.rule.code, found.span.text) for found in report.diagnostics]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Call us at (021) 7251 9030.", "(021) 7251 9030"),
        ("Hubungi kami di 0813-7788-9910 ya.", "0813-7788-9910"),
        ("**WhatsApp**: +62 813 7788 9910", "+62 813 7788 9910"),
        ("From Malaysia: +60 3-2161 8822.", "+60 3-2161 8822"),
        ("| Phone | 021-7251-9030 |\n| --- | --- |\n| Fax | a |", "021-7251-9030"),
        ("Sila hubungi talian 1500-777.", "1500-777"),
        ("For help with your account, call 021 7251 9030.", "021 7251 9030"),
        ("Pusat panggilan 14045 siap membantu.", "14045"),
        ("[ask](https://api.whatsapp.com/send?phone=6281377889910&text=a)", ""),
        ("[ask](tel:+62-21-7251-9030)", "tel:+62-21-7251-9030"),
    ],
)
def test_a_strange_number_is_found(tmp_path: Path, text: str, number: str) -> None:
    ((code, place),) = found_in(tmp_path, text)
    assert code == "CON021"
    assert number in place


@pytest.mark.parametrize(
    "text",
    [
        "Harganya Rp1.500.888 per tahun, atau Rp 08.123.456.789.",
        "It costs IDR 1500888, USD 1,500.88, RM 12 3456 789 or $2025550123.",
        "Nomor rekening: 021 7251 9030 a.n. Awan.",
        "Account no. 0137788991012 at the bank.",
        "NIK 3171 0110 0190 0001, NPWP 01.234.567.8-901.000.",
        "Kode virtual account 8808 0813 7788 9910.",
        "Invoice number 0813-7788-9910, order 02172519030, ticket 021-7251-9030.",
        "On 2026-11-25, 25-11-2026 or 25/11/2026 08:00.",
        "Servers: 10.172.51.90, 192.168.100.200 and 8.8.8.8, version 10.0.19045.3803.",
        "From 2021-2026, and 1990/2026; postcode 14045.",
        "Your number looks like 0813 7788 9910; an example: 021 7251 9030.",
        "Build 14045 needs 1500 777 MB, and 0217251903 bytes.",
        "Call the police (110), an ambulance (118, 119) or 112.",
        "Type `021 7251 9030`.\n\n```\n021 7251 9030\n```\n\n    021 7251 9030",
        "<!-- 021 7251 9030 -->",
        "See https://example.org/021-7251-9030/ and [a](https://example.org/02172519030).",
        "From abroad call +62 21 5790 1234.",
        "The hash is 0217251903abcdef, the id #02172519030.",
    ],
)
def test_other_digits_are_left_alone(tmp_path: Path, text: str) -> None:
    assert found_in(tmp_path, text) == []


@pytest.mark.parametrize(
    "text",
    ["Call 1500-888.", "Call 1500888 now.", "WhatsApp 0812 1500 8880.", "[a](tel:1500888)"],
)
def test_the_number_of_a_channel_is_known_in_every_form(tmp_path: Path, text: str) -> None:
    ((code, _),) = found_in(tmp_path, text)
    assert code == "CON022"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Write to finance@awan.co.id.", "finance@awan.co.id"),
        ("[Write](mailto:Finance@awan.co.id)", "Finance@awan.co.id"),
        ('<a href="mailto:finance@awan.co.id">a</a>', "finance@awan.co.id"),
    ],
)
def test_a_strange_address_is_found(tmp_path: Path, text: str, address: str) -> None:
    assert found_in(tmp_path, text) == [("CON023", address)]


@pytest.mark.parametrize(
    "text",
    [
        "Write to CARE@awan.co.id or [here](mailto:care@awan.co.id?subject=a).",
        "Log in as nama@perusahaan.co.id, you@company.com or user@domain.com.",
        "Create an address, such as hello@toko-bunga.id.",
        "Run `ssh root@host.awan.co.id` or git@github.com:a/b, see https://medium.com/@a.b/c.",
        "Use a mailbox at example.com: info@example.com.",
        "The file logo@2x.png; the package a@1.2.3; @awan on X.",
        "```\ncare2@awan.co.id\n```",
    ],
)
def test_samples_and_other_signs_are_no_addresses(tmp_path: Path, text: str) -> None:
    assert found_in(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("[a](https://t.me/awan_group)", 1),
        ("[a](https://www.youtube.com/@other)", 1),
        ("[a](https://www.youtube.com/@awan/videos), [b](https://youtu.be/xyz)", 0),
        ("[a](https://www.facebook.com/sharer/sharer.php?u=b), [b](https://wa.me/?text=a)", 0),
        ("[a](https://T.me/Awan_Bot)", 0),
        ("[a](https://github.com/awan), [b](https://nott.me/x)", 0),
        ("[a](https://www.linkedin.com/company/other/)", 1),
    ],
)
def test_links_to_profiles_are_compared(tmp_path: Path, text: str, count: int) -> None:
    assert [code for code, _ in found_in(tmp_path, text)] == ["CON024"] * count


@pytest.mark.parametrize(
    ("tag", "text", "is_found"),
    [
        ("en", "Our team will reply within 3 business days.", True),
        ("en", "We usually answer emails within 1-3 working days.", True),
        ("en", "You will receive a reply within 12 hours.", True),
        ("en", "We respond within one day.", False),
        ("en", "We will reply to you within two business days.", False),
        ("en", "If nobody answers within 5 minutes, we call back.", False),
        ("en", "Please answer within 5 days; we keep the request open.", False),
        ("en", "We delete your data within 30 days. We answer questions.", False),
        ("en", "We ask you to reply within 7 days.", False),
        ("id", "Tim kami akan membalas paling lambat 3 x 24 jam.", True),
        ("id", "Pertanyaan Anda akan dijawab dalam 1 hari kerja.", True),
        ("id", "Kami membalas dalam waktu 2 hari kerja.", False),
        ("id", "Balas email ini dalam 7 hari.", False),
        ("id", "Kami menutup permintaan yang tidak dijawab dalam 7 hari.", False),
        ("ms", "Kami akan membalas dalam masa 3 hari bekerja.", True),
        ("ms", "Kami menjawab dalam tempoh dua hari bekerja.", False),
    ],
)
def test_promises_are_compared(tmp_path: Path, tag: str, text: str, *, is_found: bool) -> None:
    assert [code for code, _ in found_in(tmp_path, text, tag)] == ["CON025"] * is_found


@pytest.mark.parametrize(
    ("tag", "text", "is_found"),
    [
        ("en", "Our office is open Monday to Friday, 8am-4pm.", True),
        ("en", "Opening hours: Mon\u2013Fri 08:00 to 17:00, Sat 09:00-13:00.", False),
        ("en", "Our hotline is available 24 hours a day.", True),
        ("en", "Backups are available for 24 hours.", False),
        ("en", "Open the report, choose 10:00-12:00 and save it.", False),
        ("en", "We are open from 8 am to 12 pm and from 1 pm to 5 pm.", False),
        ("id", "Jam layanan: Senin s.d. Jumat, 08.00\u201316.00 WIB.", True),
        ("id", "Jam layanan: Senin s.d. Jumat, 08.00\u201317.00 WIB.", False),
        ("id", "Kantor kami buka Sabtu 09.00-13.00.", False),
        ("id", "Kantor kami buka Minggu 09.00-13.00.", True),
        ("id", "Buka berkas log, lalu cari pukul 08.30-09.15.", False),
        ("id", "Kami membalas dalam 24 jam.", False),
        ("ms", "Waktu operasi: Isnin-Jumaat, 9.00 pagi hingga 5.00 petang.", True),
        ("ms", "Waktu operasi: Isnin hingga Jumaat 8.00 pagi - 5.00 petang", False),
    ],
)
def test_hours_are_compared(tmp_path: Path, tag: str, text: str, *, is_found: bool) -> None:
    assert [code for code, _ in found_in(tmp_path, text, tag)] == ["CON026"] * is_found


def test_references_and_drafts_have_nothing_to_find(tmp_path: Path) -> None:
    assert found_in(tmp_path, "Call {{ channel:call:number }}, we are open 24 hours.")[1:] == []
    text = "Call {{ channel:call }}, open {{ channel:call:hours }}, {{ channel:mail:promise }}."
    assert found_in(tmp_path, text) == []
    draft = "---\ntitle: A\ndraft: true\n---\nCall 021 7251 9030.\n"
    config = write_site(tmp_path, {**CENTRE, "content/en/a/b.md": draft})
    rendered = render_help_centre(config)
    theme = load_theme(rendered.centre.settings, rendered.root)
    chosen = selection(RuleSettings(), select=["CON021"])
    assert check_help_centre(rendered, theme, chosen=chosen).diagnostics == ()
