"""Texts of packages become documents and queries that the benchmark reads."""

from pathlib import Path

import pytest

from benchmarks.search import held_out
from benchmarks.search.material import read_corpora
from tests._site import write_site

TEMPLATES = """Template: partman-base/devicelocked
Type: error
Description: Device in use by ${DEVICE}
 No changes can be made to the device while it is in use.
 .
 Please wait until it is free, and try again after that.
Description-pt_BR.UTF-8: Dispositivo em utilização
 O dispositivo está em uso. Espere até que esteja livre, por favor.
Description-eo.UTF-8: Aparato
 Uzata. Atendu.

Template: partman-base/short
Description: Short
 Too short.
"""
PAGE = (
    '<div id="DisplayArea"><p id="a">Before.</p><h1 id="b"><a name="x"></a>{title}</h1>'
    '<p id="c">{first}</p><h2 id="d">Heading</h2><p id="e">{last}</p></div>'
    '<div class="relatedtopics"><p id="f">Elsewhere.</p></div>'
)


def test_packages_become_corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    english = PAGE.format(title="Adding Page Numbers", first="Count pages.", last="Type &amp; go.")
    german = PAGE.format(title="Seitenzahlen einfügen", first="Seiten zählen.", last="Tippen.")
    german = german.replace("Heading", "Überschrift")
    help_folder = "usr/share/libreoffice/help"
    write_site(
        tmp_path / "packages",
        {
            "a.udeb/DEBIAN/templates": TEMPLATES,
            f"en/{help_folder}/en-US/text/swriter/guide/page_numbers.html": english,
            f"de/{help_folder}/de/text/swriter/guide/page_numbers.html": german,
            f"id/{help_folder}/id/text/swriter/guide/page_numbers.html": english,
        },
    )
    arguments = ["held_out", str(tmp_path / "packages"), str(tmp_path / "out")]
    monkeypatch.setattr("sys.argv", arguments)
    held_out.main()

    office = {corpus.language: corpus for corpus in read_corpora(tmp_path / "out" / "office")}
    assert sorted(office) == ["de", "en"]  # the Indonesian page is English still
    (guide,) = office["de"].documents
    assert (guide.id, guide.title) == ("swriter-page-numbers", "Seitenzahlen einfügen")
    assert [each.text for each in guide.sections] == ["Überschrift\nTippen."]
    asked = {query.kind: query.text for query in office["de"].queries}
    assert asked["desc"] == "Seiten zählen."
    assert asked["nodia"] == "seitenzahlen einfugen"
    assert asked["english"] == "adding page numbers"

    installer = {corpus.language: corpus for corpus in read_corpora(tmp_path / "out" / "installer")}
    assert sorted(installer) == ["en", "pt-BR"]
    assert [each.title for each in installer["en"].documents] == ["Device in use by"]
    (question,) = installer["pt-BR"].documents
    assert [each.text for each in question.sections] == ["Espere até que esteja livre, por favor."]
