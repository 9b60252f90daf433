"""Names as parts of addresses, and how one page points at another."""

import unicodedata
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from hcgen.model.url import encode_path, output_file, relative_url, slugify

PART = st.one_of(
    st.text(min_size=1, max_size=8).map(slugify).filter(bool),
    st.sampled_from(
        ["id", "akun", "lupa-kata-sandi", "帮助", "مساعدة", "วิธีจ่าย", "é", "a_b", "404"]
    ),
)
PAGE = st.lists(PART, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))
FILE_NAME = st.text(
    st.one_of(st.characters(codec="utf-8", exclude_characters="/\0"), st.sampled_from("?#:%& é")),
    min_size=1,
    max_size=8,
).filter(lambda name: name.strip(".") != "")
FILE = st.tuples(PAGE, FILE_NAME).map("".join)


@settings(max_examples=400)
@given(st.text())
@example("İ")
@example("ﬃ")
@example("ǅ")
@example("a" * 500)
@example("界" * 100)
@example("x" * 199 + "é界")
@example("-" * 300)
def test_a_slug_is_short_lower_case_and_stays_itself(text: str) -> None:
    slug = slugify(text)
    assert slugify(slug) == slug
    assert len(slug.encode()) <= 200
    assert not any(char.isspace() or char in "/\\?#%&:.\"'<>" for char in slug)
    assert not slug.startswith("-")
    assert not slug.endswith("-")
    assert unicodedata.normalize("NFC", slug) == slug


@given(st.text(st.characters(codec="ascii")))
def test_the_slug_of_ascii_text_is_ascii(text: str) -> None:
    assert slugify(text).isascii()


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("How do I reset my password?", "how-do-i-reset-my-password"),
        ("  Kata   Sandi  ", "kata-sandi"),
        ("A & B", "a-b"),
        ("C++/C#", "c-c"),
        ("Crème Brûlée", "creme-brulee"),
        ("Größe", "grosse"),
        ("Łódź", "lodz"),
        ("Đà Nẵng", "da-nang"),
        ("Ærø", "aero"),
        ("Ωμέγα", "ωμεγα"),
        ("Ёлка", "елка"),
        ("忘记密码", "忘记密码"),
        ("パスワード", "パスワード"),
        ("ﾊﾟｽﾜｰﾄﾞ", "パスワード"),
        ("비밀번호 재설정", "비밀번호-재설정"),
        ("วิธีจ่ายเงิน", "วิธีจ่ายเงิน"),
        ("पासवर्ड भूल गए", "पासवर्ड-भूल-गए"),
        ("كلمة المرور", "كلمة-المرور"),
        ("e\u0301", "e"),
        ("snake_case", "snake_case"),
        ("２０２６", "2026"),
        ("../../etc/passwd", "etc-passwd"),
        ("???", ""),
        ("", ""),
        ("😀", ""),
    ],
)
def test_a_slug_keeps_letters_of_every_script(text: str, slug: str) -> None:
    assert slugify(text) == slug


SITES = st.sampled_from(
    ["https://awan.example/", "https://awan.example/repo/", "http://x.example/a/b/"]
)


@settings(max_examples=300)
@given(SITES, PAGE, st.one_of(PAGE, FILE))
@example("https://awan.example/", "", "")
@example("https://awan.example/", "id/", "id/")
@example("https://awan.example/", "id/a/", "id/a/b/c/")
@example("https://awan.example/", "id/", "a:b.png")
@example("https://awan.example/", "", ";")
@example("https://awan.example/", "帮助/", "مساعدة/é.png")
def test_a_relative_address_leads_back_to_its_target(site: str, page: str, target: str) -> None:
    # no disk holds a file and a folder of one name
    assume(target.endswith("/") or not page.startswith(f"{target}/"))
    link = relative_url(page, target)
    assert link.isascii()
    there = urljoin(site + encode_path(page), link)
    assert unquote(there) == site + target
    assert not urlsplit(link).scheme
    assert not link.startswith("/")


@given(SITES, PAGE, PAGE)
def test_a_page_that_is_a_file_points_as_well(site: str, folder: str, target: str) -> None:
    page = f"{folder}404.html"
    there = urljoin(site + encode_path(page), relative_url(page, target))
    assert unquote(there) == site + target


@pytest.mark.parametrize(
    ("page", "target", "link"),
    [
        ("", "id/", "id/"),
        ("id/", "", "../"),
        ("id/akun/lupa/", "id/bantuan/", "../../bantuan/"),
        ("id/akun/", "id/akun/", "./"),
        ("id/akun/", "assets/site.css", "../../assets/site.css"),
        ("id/", "帮助/", "../%E5%B8%AE%E5%8A%A9/"),
        ("", "a b?.png", "a%20b%3F.png"),
        ("404.html", "id/", "id/"),
    ],
)
def test_relative_addresses_look_as_expected(page: str, target: str, link: str) -> None:
    assert relative_url(page, target) == link


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("", "index.html"),
        ("id/", "id/index.html"),
        ("404.html", "404.html"),
        ("a/b.css", "a/b.css"),
    ],
)
def test_an_address_is_served_from_a_file(address: str, file: str) -> None:
    assert output_file(address) == file
