"""German compounds are found by their parts, where the site has those parts as words."""

from pathlib import Path

import pytest

from hcgen.model.lexicon import Lexicon
from hcgen.search import IndexedArticle, IndexMaker, make_index, vocabulary_of
from hcgen.search.analyzers import load_analyzer
from hcgen.search.article_words import words_in
from hcgen.search.coding import decoded_impacts
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pipeline.building import build_text
from tests.search.asking import ask_client, reader_of

SITE = frozenset(
    "netzwerk verbindung verbindungen rechnung adresse passwort anderung konto inhaber zahlung "
    "arten kunde kunden dienst daten bank domain name bild schirm bildschirm sperre suchen unter "
    "weg liste netzwerkverbindung rechnungsadresse passwortanderung kontoinhaber zahlungsarten "
    "kundendienst datenbank domainname bildschirmsperre untersuchen wegliste bilder "
    "rechnungen".split()
)
COMPOUNDS = {
    "netzwerkverbindung": "netzwerk verbindung",
    "rechnungsadresse": "rechnung adresse",
    "passwortanderung": "passwort anderung",
    "kontoinhaber": "konto inhaber",
    "zahlungsarten": "zahlung arten",
    "kundendienst": "kunden dienst",
    "datenbank": "daten bank",
    "domainname": "domain name",
    "bildschirm": "bild schirm",
    "bildschirmsperre": "bildschirm sperre",
}


def test_what_is_split_has_parts_of_four_letters_that_the_site_has() -> None:
    found = load_analyzer("german").parts(SITE)
    assert {word: " ".join(parts) for word, parts in found.items()} == COMPOUNDS


@pytest.mark.parametrize("change", ["anderung", "netzwerk", "inhaber", "vertrag", "kontoinhaber"])
def test_compounds_are_the_same_whatever_was_split_before(change: str) -> None:
    parts = load_analyzer("german").parts
    many = SITE | {f"wort{number:03}" for number in range(400)}
    parts(many)
    after = dict(parts(many ^ {change}))
    parts(frozenset())
    assert after == parts(many ^ {change})


def test_python_and_the_browser_find_a_compound_by_its_last_part(tmp_path: Path) -> None:
    config = CLEAN_CENTRE["mkdocs.yml"].replace("languages: [en", "languages: [de, en")
    files = CLEAN_CENTRE | {
        "mkdocs.yml": config,
        "content/de/billing/network.md": "---\ntitle: Netzwerkverbindung\n---\nSo geht’s.\n",
        "content/de/billing/other.md": "---\ntitle: Ein Netzwerk\n---\nOhne eine Verbindung.\n",
        "content/de/billing/far.md": "---\ntitle: Rechnungen\n---\nMit der Post.\n",
    }
    build_text(tmp_path, files)
    found = reader_of(tmp_path / "site", "de").search("verbindung")
    assert [result.id for result in found] == ["billing/other", "billing/network"]
    (answer,) = ask_client(tmp_path / "site", "de", ["verbindung"])
    assert [(each["id"], each["score"]) for each in answer["results"]] == [
        (result.id, result.score) for result in found
    ]


def test_a_word_that_comes_makes_the_compounds_of_other_articles_found_by_it() -> None:
    analyzer = load_analyzer("german")
    articles = [
        IndexedArticle(
            title,
            title,
            title,
            "",
            "",
            words_in(
                "de",
                title=title,
                questions=[],
                keywords=[],
                description="",
                sections=(),
                analyzer=analyzer,
            ),
            (),
        )
        for title in ("Netzwerkverbindung", "Netzwerk", "Verbindung")
    ]
    maker = IndexMaker("de")
    for number in (1, 2, 3, 2, 3):
        now = articles[:number]
        known = {"de": vocabulary_of([each.words for each in now], analyzer, Lexicon())}
        assert maker.make(now, known, {}).terms == make_index("de", now, known, {}).terms
    assert decoded_impacts(maker.make(now, known, {}).terms["verbind"])[1] == [0, 2]
