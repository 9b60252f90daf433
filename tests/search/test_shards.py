"""The published files of an index: their names, and that both twins find what is in them."""

import json
from collections.abc import Mapping
from math import ceil
from pathlib import Path
from typing import Any

import pytest

from hcgen.model.lexicon import Lexicon
from hcgen.search import (
    IndexedArticle,
    SearchReader,
    coding,
    index_files,
    load_analyzer,
    make_index,
    vocabulary_of,
)
from hcgen.search.article_words import words_in
from hcgen.search.files import IndexFiles
from hcgen.search.sections import Section
from hcgen.search.shards import FILES_PER_HASH
from tests.search.asking import asked

ARTICLES = 700


def files_of(texts: Mapping[str, str], language: str = "en") -> Mapping[str, bytes]:
    """Return the files of an index of title -> text."""
    analyzer = load_analyzer("english")
    articles = [
        IndexedArticle(
            key=f"a/{number}",
            address=f"{language}/a/{number}/",
            title=title,
            language="",
            topic="a",
            words=words_in(
                language,
                title=title,
                questions=[],
                keywords=[],
                description="",
                sections=(Section("", "", text),),
                analyzer=analyzer,
            ),
            translations=(),
        )
        for number, (title, text) in enumerate(texts.items())
    ]
    vocabulary = vocabulary_of([article.words for article in articles], analyzer, Lexicon())
    return index_files(make_index(language, articles, {language: vocabulary}, {"a": "A"}))


def centre() -> dict[str, str]:
    """Return many articles that have a word in common, and one word of its own each."""
    return {
        f"Number {word_of(number)}": f"Common text about {word_of(number)}."
        for number in range(ARTICLES)
    }


def word_of(number: int) -> str:
    """Return an invented word; every tenth is written with characters of two UTF-16 units."""
    letters = "bdfgklmnpr" if number % 10 else "\U00010330\U00010331\U00010332bdfgklm"
    return "".join(f"{letters[int(digit)]}a" for digit in f"{number:04}")


def names_of(files: Mapping[str, bytes], kind: str) -> set[str]:
    return {path for path in files if f"-{kind}-" in path}


def manifest_of(files: Mapping[str, bytes]) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(files["search/en.json"])
    return read


def test_every_word_and_every_term_is_found_where_it_was_put() -> None:
    files = files_of(centre())
    index = IndexFiles("en", files.__getitem__)
    assert len(index.words.names) > 4
    for number in range(ARTICLES):
        word = word_of(number)
        known = index.known_words(index.words.place(word))[word]
        for term, _ in known.targets:
            assert [posting.article for posting in index.postings(term).found] == [number]
    assert not index.is_partial


def test_shards_are_told_apart_by_as_little_as_can_be() -> None:
    firsts, _, _ = manifest_of(files_of(centre()))["words"]
    index = IndexFiles("en", files_of(centre()).__getitem__)
    words = [list(index.known_words(shard)) for shard in range(len(index.words.names))]
    for first, before, shard in zip(firsts.split(" ")[1:], words, words[1:], strict=False):
        assert shard[0].startswith(first)
        assert not before[-1].startswith(first)
        assert before[-1].startswith(first[:-1])


def test_files_share_hashes_and_the_manifest_names_all_of_them() -> None:
    files = files_of(centre())
    manifest = manifest_of(files)
    for kind, hashes in {
        "words": manifest["words"][2],
        "terms": manifest["terms"][2],
        "rows": manifest["rows"],
    }.items():
        named = {path[-15:-5] for path in names_of(files, kind)}
        assert len(named) == ceil(len(names_of(files, kind)) / FILES_PER_HASH)
        assert "".join(sorted(named)) == "".join(
            sorted(hashes[start : start + 10] for start in range(0, len(hashes), 10))
        )


def test_the_name_of_a_file_changes_with_its_content_and_others_keep_theirs() -> None:
    before = files_of(centre())
    changed = {
        title.replace("Number", "Numeral") if number == ARTICLES - 1 else title: text
        for number, (title, text) in enumerate(centre().items())
    }
    after = files_of(changed)
    same = before.keys() & after.keys() - {"search/en.json"}
    assert all(before[path] == after[path] for path in same)
    assert names_of(before, "rows") - names_of(after, "rows")
    assert (
        len(names_of(before, "rows") & names_of(after, "rows")) > len(names_of(after, "rows")) / 2
    )


def test_what_half_of_the_site_says_is_no_burden_to_its_neighbours() -> None:
    files = files_of(centre())
    _, large, _ = manifest_of(files)["terms"]
    assert "common" in large.split(" ")
    read: list[str] = []

    def reading(path: str) -> bytes:
        read.append(path)
        return files[path]

    index = IndexFiles("en", reading)
    shard = index.terms.place("commom")  # would stand beside it
    index.postings("commom")
    assert len(files[read[-1]]) < 2500
    assert index.terms.place("common") >= len(index.terms.names) - len(large.split(" "))
    assert index.terms.place("common") != shard
    assert index.postings("common").holding == ARTICLES


def write(files: Mapping[str, bytes], folder: Path) -> None:
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(data)


def test_both_twins_read_them_alike(tmp_path: Path) -> None:
    write(files_of(centre()), tmp_path)
    for query in ("common text", "comm", word_of(30), word_of(123), word_of(123)[:5], "nunber"):
        python, browser = asked(tmp_path, "en", query)
        assert python == browser
        assert python[0]
        assert not python[1]["isPartial"]


def test_a_word_that_nearly_all_articles_have_weighs_little_and_counts_all_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coding, "MOST_POSTINGS", 50)
    write(files_of(centre()), tmp_path)
    common = next(asked(tmp_path, "en", "common"))
    assert common[0]
    assert common[1]["total"] == ARTICLES
    # more than the articles that are listed for the common word have the rare one
    for query in ("common text", "common", "text num", f"common {word_of(600)}"):
        python, browser = asked(tmp_path, "en", query)
        assert python == browser
    results, _ = next(asked(tmp_path, "en", f"common {word_of(600)}"))
    assert results[0]["id"] == "a/600"
    _, facts = next(asked(tmp_path, "en", "common", topic="a"))
    assert facts["total"] == 50


def test_an_index_of_nothing_finds_nothing() -> None:
    files = files_of({})
    assert list(files) == ["search/en.json"]
    answer = SearchReader("en", files.__getitem__).answer("anything")
    assert not answer.results
