"""Formulas, word lists and scripts beyond what the examples of the rules show."""

import pytest

from hcgen.checks import all_checks
from hcgen.checks.articles._readability import Lengths, khadijah_rohani, lengths_of, lix
from hcgen.checks.context import ArticleContext
from hcgen.checks.words import prose_of
from hcgen.diagnostics import Diagnostic, Findings
from hcgen.languages import load_language, shipped_tags
from hcgen.load.articles import load_article
from hcgen.load.markdown_blocks import scan_blocks
from hcgen.model.lexicon import NO_LEXICON, ForbiddenWord, Lexicon
from hcgen.render import Fragment
from hcgen.source import SourceFile, Text

NO_FRAGMENT = Fragment(("",))


def lengths(text: str) -> Lengths:
    return lengths_of(prose_of(scan_blocks(SourceFile("a.md", text), 0)))


def found(code: str, text: str, *tags: str, lexicon: Lexicon = NO_LEXICON) -> list[Diagnostic]:
    """Return what a rule finds in an article of the first language; the last is the source's."""
    file = SourceFile("content/a.md", f"---\ntitle: Q\n---\n{text}\n")
    article = load_article(file, tags[0], "a", Findings())
    languages = tuple(load_language(tag) for tag in reversed(tags))
    blocks = scan_blocks(file, article.body_start)
    context = ArticleContext(article, NO_FRAGMENT, blocks, languages[-1], languages, lexicon)
    (run,) = (check.run for check in all_checks() if check.rule.code == code)
    return list(run(context))


def lexicon_of(**words: str) -> Lexicon:
    nowhere = SourceFile("content/lexicon/en.yml", "").start()
    return Lexicon(
        tuple(
            ForbiddenWord(Text(word.replace("_", " "), nowhere), use, "")
            for word, use in words.items()
        )
    )


def test_items_and_passages_are_sentences_without_a_full_stop() -> None:
    assert lengths("Satu dua tiga.\n\n- empat lima enam\n- tujuh delapan sembilan\n").sentence == 3


def test_a_full_stop_within_a_number_or_name_ends_no_sentence() -> None:
    assert lengths("Buka awan.example pukul 24.00 dan coba.").sentence == 8
    assert lengths("Benar? Ya! Coba … lagi.").sentence == pytest.approx(1)


def test_headings_tables_and_code_are_no_prose() -> None:
    assert lengths("## Judul\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ne\n```\n").words == 0


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("air", 2), ("laut", 2), ("pakai", 2), ("kalau", 2), ("pelanggan", 3), ("saat", 2)],
)
def test_syllables_are_counted_as_malay_and_indonesian_are_spelt(word: str, syllables: int) -> None:
    assert lengths(word).syllables == syllables


def test_the_formulas_give_what_their_authors_wrote_down() -> None:
    assert lix(15, 0.3) == pytest.approx(45)
    # 0.3793 * 15 + 0.0207 * 750 - 13.988
    assert khadijah_rohani(15, 2.5) == pytest.approx(7.2265)


def test_words_of_vowel_signs_stay_whole() -> None:
    prose = prose_of(scan_blocks(SourceFile("a.md", "आप में नहीं हैं"), 0))
    assert prose.words == (("आप", "में", "नहीं", "हैं"),)


def test_a_hyphen_parts_words_so_that_plurals_are_found() -> None:
    (diagnostic,) = found("TRN009", "Semua akun-akun anda.", "ms", "id", "en")
    assert diagnostic.span.text == "akun"


def test_the_longer_of_two_telltales_is_told_of() -> None:
    (diagnostic,) = found("TRN009", "Buka situs web anda.", "ms", "en")
    assert diagnostic.span.text == "situs web"
    assert diagnostic.message == "“situs web” is Indonesian; Malay says “laman web”"


def test_a_name_in_the_middle_of_a_sentence_is_spared_but_not_at_its_start() -> None:
    assert found("TRN009", "Kami ke Kantor Pos.", "ms", "en") == []
    (diagnostic,) = found("TRN009", "Sudah siap. Kantor kami buka.", "ms", "en")
    assert diagnostic.span.text == "Kantor"


def test_europe_and_brazil_are_told_apart() -> None:
    (diagnostic,) = found("TRN009", "Abra o ficheiro e salve o arquivo.", "pt-BR", "en")
    assert diagnostic.message == "“ficheiro” is Portuguese; Portuguese (Brazil) says “arquivo”"


def test_the_message_names_the_words_and_claims_no_more() -> None:
    text = "You can find the code in the message that we have sent to you."
    (diagnostic,) = found("TRN008", text, "id", "en")
    assert diagnostic.message == (
        "the words “you”, “can”, “the”, “in” are English; no common word of Indonesian is here"
    )


def test_indonesian_in_malay_is_left_to_the_telltale_words() -> None:
    text = "Anda bisa mengubah akun itu karena kami sudah mengirim kode untuk Anda."
    assert found("TRN008", text, "ms", "id") == []
    assert found("TRN009", text, "ms", "id") != []


@pytest.mark.parametrize("tag", ["ja", "zh", "th", "ko", "ar", "hi"])
def test_latin_sentences_are_seen_in_languages_of_other_scripts(tag: str) -> None:
    sentence = "You can find the code in the message that we sent."
    assert len(found("TRN008", sentence, tag, "en")) == 1
    names = "Microsoft Outlook, Apple Mail, Mozilla Thunderbird, Google Gmail, Yahoo, Proton."
    assert found("TRN008", names, tag, "en") == []


def test_other_scripts_are_seen_in_latin_languages() -> None:
    text = "新しいパスワードを入力して、保存ボタンを押してください。"
    assert len(found("TRN008", text, "id", "ja")) == 1
    assert found("TRN008", f"Tombolnya bernama {text}", "id", "ja") == []


@pytest.mark.parametrize("tag", shipped_tags())
def test_the_own_strings_of_a_language_are_in_no_other_language(tag: str) -> None:
    texts = (text for text in load_language(tag).strings.values() if isinstance(text, str))
    others = [other for other in shipped_tags() if other != tag]
    for text in texts:
        assert found("TRN008", text.replace("{", "").replace("}", ""), tag, *others) == []


def test_a_forbidden_word_in_a_script_without_blanks_is_found_within_text() -> None:
    (diagnostic,) = found("ART023", "请输入口令。", "zh", lexicon=lexicon_of(口令="密码"))
    assert diagnostic.span.text == "口令"


def test_a_forbidden_word_in_a_heading_is_not_fixed_for_it_is_an_address() -> None:
    (diagnostic,) = found("ART023", "## The foo", "en", lexicon=lexicon_of(foo="bar"))
    assert diagnostic.fix == ()


def test_a_forbidden_word_within_another_is_none() -> None:
    assert found("ART023", "food, e-foo, foo-bar", "en", lexicon=lexicon_of(foo="bar")) == []


def test_two_lexicons_are_kept_apart() -> None:
    assert len(found("ART023", "foo bar", "en", lexicon=lexicon_of(foo=""))) == 1
    assert len(found("ART023", "foo bar", "en", lexicon=lexicon_of(foo="", bar=""))) == 2
