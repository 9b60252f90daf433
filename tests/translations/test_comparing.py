"""Which differences are told, and which are ways of writing."""

import pytest

from hcgen.translations import differences, without_written
from tests.translations.reading import facts


def kinds(source: str, translation: str, language: str = "id") -> list[str]:
    pair = differences(facts(source), facts(translation, language), place_of=lambda path: path)
    return [difference.kind for difference in pair]


def kinds_unwritten(source: str, translation: str, language: str = "id") -> list[str]:
    ours, theirs = facts(source), facts(translation, language)
    told = (
        without_written(difference, source, translation)
        for difference in differences(ours, theirs, place_of=lambda path: path)
    )
    return [difference.kind for difference in told if difference.missing or difference.odd]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Within two days.", "Dalam 2 hari."),
        ("At 8:30 pm.", "Pukul 20.30."),
        ("At midnight, 24:00.", "Pukul 00.00."),
        ("On 10/11/2026.", "Pada 10 November 2026."),
        ("250 thousand files.", "250.000 berkas."),
        ("Name it `red-rose.webp`.", "Namai `mawar-merah.webp`."),
        ("[A](a.md#how)", "[A](a.md#cara)"),
        ("[A](https://en.wikipedia.org/wiki/A)", "[A](https://id.wikipedia.org/wiki/B)"),
        ("![A](panel-en.png)", "![A](panel-id.png)"),
        ("Click `Save`.", "Klik **Simpan**."),
        ("Error `404`.", "Galat 404."),
    ],
)
def test_other_ways_of_writing_are_no_difference(source: str, translation: str) -> None:
    assert kinds(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation", "kind"),
    [
        ("Within 30 days.", "Dalam 14 hari.", "numbers"),
        ("Within 3 days.", "Dalam 5 hari.", "numbers"),
        ("10,000 files.", "1.000 berkas.", "numbers"),
        ("On 10 November 2026.", "Pada 11 November 2026.", "dates"),
        ("On 10 November 2026.", "Pada 10 November 2027.", "dates"),
        ("It is Rp 50,000.", "Harganya Rp 5.000.", "prices"),
        ("It is $50.", "Harganya Rp 50.", "prices"),
        ("[A](a.md)", "[A](b.md)", "links"),
        ("![A](a.png)", "Teks.", "images"),
        ("Type `example.com/cart`.", "Ketik `example.com/crat`.", "code"),
        ("Set `256M`.", "Pasang `265M`.", "code"),
        ("Type `mail.example.com`.", "Ketik alamatnya.", "code"),
        ("```\nwait 30\n```", "```\nwait 3\n```", "code"),
    ],
)
def test_other_facts_are(source: str, translation: str, kind: str) -> None:
    assert kinds(source, translation) == [kind]


@pytest.mark.parametrize(
    ("source", "translation", "language"),
    [
        ("Type `mail.example.com`.", "Ketik mail.example.com di sini.", "id"),
        ("See [it](https://a.example/x#y).", "Lihat `https://a.example/x` saja.", "id"),
        ("Open `content/` first.", "Buka `content` dulu.", "id"),
        ("It has 650.000 users.", "Es hat 650,000 Nutzer, 650.000.", "de"),
        ("At [ 40, 50 ].", "位于 [ 40,50 ]。", "zh"),
        ("```sh\nwait 30\n```", "Dann:\n\n    sh\n    wait 30\n", "de"),
        ("Install `LTS`.", "安装 `长期支持版本`。", "zh"),
        ("```js\nrun(1) // page 1\n```", "```js\nrun(1) // 第一个页面\n```", "zh"),
        ("It is hexadecimal.", "这是16进制。", "zh"),
    ],
)
def test_what_stands_in_the_other_version_after_all_is_no_difference(
    source: str, translation: str, language: str
) -> None:
    assert kinds_unwritten(source, translation, language) == []


@pytest.mark.parametrize(
    ("source", "translation", "kind"),
    [
        ("Within 30 days.", "Dalam 14 hari, 300 kali, 1.30 GB.", "numbers"),
        ("Type `mail.example.com`.", "Ketik surat.mail.example.com di sini.", "code"),
        ("[A](https://a.example/x)", "Lihat https://a.example/xy saja.", "links"),
        ("```js\nrun(1) // page 1\n```", "```js\nrun(2) // page 1\n```", "code"),
    ],
)
def test_what_only_looks_like_it_is(source: str, translation: str, kind: str) -> None:
    assert kinds_unwritten(source, translation) == [kind]
