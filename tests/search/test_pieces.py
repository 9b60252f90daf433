"""Text without blanks is cut alike at build time and in the browser, and readers' habits agree."""

import json
import random
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.languages import load_language
from hcgen.search import load_analyzer
from hcgen.search.pieces import piece_form, pieces
from tests.pipeline.building import DEMO

ASSETS = DEMO.parent / "theme" / "assets"
LETTERS = (
    "付款失败证明書々㐀𠀀ーー・･ユーザガァｶﾞﾊﾟｯぱは\u3099탄력키를\u1112\u1161\u11abกขคงตสทธิ์้่ําำะเแโ๐๑ๆ"
    "ກຂເາ້កខ\u17d2ាကခ\u1039\u103aာ့ 　\u00a0,.?-_ＳＳＬaBçé9٣é\u0301ﬁßİ🙂\u200b\0"
)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("chinese", "付款失败", "付款 款失 失败"),
        ("chinese", "安装SSL证书。付", "安装 ssl 证书 付"),
        ("chinese", "１２月、ＳＳＬ", "12 月 ssl"),
        ("japanese", "ＳＳＬ証明書", "ssl 証明 明書"),
        ("japanese", "ﾊﾟｽﾜｰﾄﾞ", "パス スワ ワー ード"),
        ("japanese", "は\u3099ん", "ばん"),
        ("thai", "ตั้งค่า", "ตั้ง งค่า"),
        ("thai", "สิทธิ์ ๑๒", "สิทธิ์ 12"),
        ("korean", "탄력 키를 켜기", "탄력 력키 키를 를켜 켜기"),
        ("korean", "앱 3개, 웹", "앱 3 개 웹"),
    ],
)
def test_words_and_pieces(name: str, text: str, expected: str) -> None:
    assert load_analyzer(name).words(text) == expected.split()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ユーザー・ガイド", "ユーザーガイド"),
        ("ﾕｰｻﾞｰ", "ユーザー"),
        ("탄력 키", "탄력키"),
        ("\u1112\u1161\u11ab글", "한글"),
        ("เเก้ไข", "แก้ไข"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("ที\u0e48\u0e48", "ที่"),
        ("ส\u0e48\u0e34ง", "ส\u0e34\u0e48ง"),
    ],
)
def test_what_looks_alike_is_found_alike(one: str, other: str) -> None:
    words = load_analyzer("thai").words
    assert words(one) == words(other) != []


@pytest.mark.parametrize(
    ("typed", "whole"), [("รหัสผ่", "รหัสผ่าน"), ("付款失", "付款失败"), ("비밀번", "비밀번호")]
)
def test_the_last_piece_begins_one_of_what_the_reader_is_typing(typed: str, whole: str) -> None:
    words = load_analyzer("thai").words
    assert any(word.startswith(words(typed)[-1]) for word in words(whole))
    assert set(words(typed)[:-1]) < set(words(whole))


def test_languages_without_blanks_have_their_analyzer() -> None:
    names = [load_language(tag).analyzer for tag in ("zh", "ja", "th", "ko")]
    assert names == ["chinese", "japanese", "thai", "korean"]


@given(st.text() | st.text(alphabet=LETTERS))
def test_spans_ascend_inside_the_text_and_their_forms_stay(text: str) -> None:
    before = (-1, -1)
    for start, end in pieces(text):
        assert before[0] < start < end <= len(text)
        assert before[1] < end
        before = (start, end)
        form = piece_form(text[start:end])
        assert piece_form(form) == form


def test_the_browser_cuts_every_text_alike() -> None:
    choice = random.Random(11)
    texts = ["".join(choice.choices(LETTERS, k=choice.randint(0, 30))) for _ in range(5000)]
    done = subprocess.run(
        ["node", str(Path(__file__).with_name("pieces.mjs")), f"{ASSETS.as_uri()}/"],
        input="".join(json.dumps(text) + "\n" for text in texts),
        capture_output=True,
        text=True,
        check=True,
    )
    for text, line in zip(texts, done.stdout.splitlines(), strict=True):
        expected = [[start, end, piece_form(text[start:end])] for start, end in pieces(text)]
        assert json.loads(line) == expected, ascii(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ລະຫັດ", "ລະຫັ ຫັດ"), ("ស្រី ខ្មែរ", "ស្រី ខ្មែរ"), ("မြန်မာ", "မြန်မာ"), ("စကားဝှက်", "စကား ကားဝှက်")],
)
def test_scripts_of_the_neighbours_are_cut_at_syllables(text: str, expected: str) -> None:
    assert load_analyzer("thai").words(text) == expected.split()
