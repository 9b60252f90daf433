"""Which differences are told, and which are ways of writing."""

import pytest

from hcgen.translations import differences
from tests.translations.reading import facts


def kinds(source: str, translation: str, language: str = "id") -> list[str]:
    pair = differences(facts(source), facts(translation, language), place_of=lambda path: path)
    return [difference.kind for difference in pair]


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
