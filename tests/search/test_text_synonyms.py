"""What texts teach about words of another language, and that no trace of old texts is left."""

import random

import pytest

from hcgen.search.text_synonyms import SectionTerms, TextSynonyms

HERE = "akun bayar kirim sandi surat yang".split()
THERE = "account pay send password mail the".split()


def section(*words: tuple[str, str]) -> SectionTerms:
    return SectionTerms(frozenset(here for here, _ in words), frozenset(t for _, t in words))


def some_sections(choice: random.Random) -> list[SectionTerms]:
    """Return sections in which words that mean the same mostly stand together."""
    sections: list[SectionTerms] = []
    for _ in range(choice.randint(0, 4)):
        here = {word for word in HERE if choice.random() < 0.3}
        there = {THERE[HERE.index(word)] for word in here if choice.random() < 0.9}
        there |= {word for word in THERE if choice.random() < 0.1}
        sections.append(SectionTerms(frozenset(here), frozenset(there)))
    return sections


@pytest.mark.parametrize("seed", range(4))
def test_texts_that_come_change_and_go_teach_what_those_that_are_there_do(seed: int) -> None:
    choice = random.Random(seed)
    changed, known = TextSynonyms(), dict[str, list[SectionTerms]]()
    taught = 0
    for _ in range(150):
        before = dict(changed.strengths)
        for _ in range(choice.randint(1, 3)):
            key = f"a/{choice.randrange(20)}"
            known[key] = some_sections(choice)
            changed.read(key, known[key])
        told = set(changed.settle())
        anew = TextSynonyms()
        for key in sorted(known, key=lambda _: choice.random()):
            anew.read(key, known[key])
        list(anew.settle())
        assert changed.strengths == anew.strengths
        taught += len(anew.strengths)
        moved = before.keys() | anew.strengths.keys()
        assert told == {each for each in moved if before.get(each) != anew.strengths.get(each)}
    assert taught > 300


def test_words_of_the_same_sections_mean_each_other() -> None:
    texts = TextSynonyms()
    for number in range(4):
        both = section(("kalender", "calendar"), (f"b{number}", f"o{number}"))
        texts.read(f"a/{number}", [both, section((f"c{number}", f"d{number}"))])
    assert set(texts.settle()) == {"calendar"}
    assert texts.strengths == {"calendar": {"kalender": 100}}


def test_two_sections_in_common_are_chance() -> None:
    texts = TextSynonyms()
    texts.read("a", [section(("kalender", "calendar"))] * 2)
    assert not set(texts.settle())


def test_a_word_that_is_everywhere_means_nothing() -> None:
    texts = TextSynonyms()
    for number in range(300):
        texts.read(f"a/{number}", [section(("yang", "the"))])
    assert not set(texts.settle())


def test_a_word_of_many_sections_is_learned_from_some_and_weighed_in_all() -> None:
    texts = TextSynonyms()
    for number in range(100):
        other = ("lain", "other") if number % 8 else ("satu", "one")
        texts.read(f"a/{number}", [section(("akun", "account"), other)])
    list(texts.settle())
    assert texts.strengths["account"] == {"akun": 100, "lain": 93}
    texts.read("b", [section(("akun", "x"))] * 50)
    assert "account" in set(texts.settle())
    assert texts.strengths["account"]["akun"] == 80


def test_a_word_that_this_language_has_as_often_is_its_own() -> None:
    texts = TextSynonyms()
    for number in range(8):
        here = (("daring", "online"), ("online", "x")) if number > 4 else (("daring", "online"),)
        texts.read(f"a/{number}", [section(*here)])
    list(texts.settle())
    assert texts.strengths["online"] == {"daring": 100}
    texts.read("b", [section(("online", "y"))] * 5)
    assert "online" in set(texts.settle())
    assert "online" not in texts.strengths
