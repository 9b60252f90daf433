"""`queries/<tag>.yml` and the part of `lexicon/<tag>.yml` that search is to use."""

import pytest

from hcgen.diagnostics import Findings
from hcgen.load.lexicon import load_lexicon
from hcgen.load.queries import load_queries
from hcgen.load.yaml_tree import parse_yaml
from hcgen.model.lexicon import Lexicon
from hcgen.model.query import GoldenQuery
from hcgen.source import SourceFile


def places_of(findings: Findings) -> list[str]:
    places = [(finding.rule_name, finding.span.position) for finding in findings]
    return [f"{name} {place.line}:{place.column}" for name, place in places]


def queries_of(text: str) -> tuple[tuple[GoldenQuery, ...], list[str]]:
    findings = Findings()
    tree = parse_yaml(SourceFile("id.yml", text), findings)
    assert tree is not None
    return load_queries(tree, findings), places_of(findings)


def lexicon_of(text: str) -> tuple[Lexicon, list[str]]:
    findings = Findings()
    tree = parse_yaml(SourceFile("id.yml", text), findings)
    assert tree is not None
    return load_lexicon(tree, findings), places_of(findings)


def test_a_golden_query_names_what_must_be_found_and_what_must_not() -> None:
    (first, second), findings = queries_of(
        "queries:\n"
        "- {query: lupa sandi, article: account/reset, within: 3, never: [billing/pay]}\n"
        "- {query: 1500888, offers_contact: yes}\n"
    )
    assert findings == []
    assert (first.query.value, first.within, first.offers_contact) == ("lupa sandi", 3, False)
    assert [text.value for text in first.articles] == ["account/reset", "billing/pay"]
    assert (second.query.value, second.articles, second.within) == ("1500888", (), 1)
    assert second.offers_contact


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- query: a\n", "unexpected-value 1:1"),
        ("query: a\n", "unknown-key 1:1"),
        ("queries: [a]\n", "unexpected-value 1:11"),
        ("queries:\n- query: a\n", "unexpected-value 2:3"),
        ("queries:\n- article: a/b\n", "unexpected-value 2:3"),
        ("queries:\n- {query: a, article: b/c, within: 2}\n", "unexpected-value 2:36"),
        ("queries:\n- {query: a, article: b/c, first: 3}\n", "unknown-key 2:28"),
        ("queries:\n- {query: a, offers_contact: perhaps}\n", "unexpected-value 2:30"),
    ],
)
def test_a_fault_in_a_query_is_told_at_its_place(text: str, expected: str) -> None:
    assert queries_of(text)[1] == [expected]


def test_a_lexicon_holds_what_search_needs_to_know_of_words() -> None:
    lexicon, findings = lexicon_of(
        "synonyms:\n- words: [refund, pengembalian dana]\n- {words: [hosting], finds: server}\n"
        "variants: {e-mail: email}\n"
        "exceptions: {pesanan: pesan, kembali: }\n"
        "stop_words: [yang, di]\n"
    )
    assert findings == []
    joined = [
        ([text.value for text in entry.words], [text.value for text in entry.finds])
        for entry in lexicon.synonyms
    ]
    assert joined == [(["refund", "pengembalian dana"], []), (["hosting"], ["server"])]
    assert [(word.value, other.value) for word, other in lexicon.variants] == [("e-mail", "email")]
    assert [(word.value, stem.value) for word, stem in lexicon.exceptions] == [("pesanan", "pesan")]
    assert [word.value for word in lexicon.stop_words] == ["yang", "di"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("synonym: []\n", "unknown-key 1:1"),
        ("synonyms: [[a, b]]\n", "unexpected-value 1:12"),
        ("synonyms:\n- words: [a]\n", "unexpected-value 2:3"),
        ("synonyms:\n- {words: [a], find: b}\n", "unknown-key 2:16"),
        ("variants: [a]\n", "unexpected-value 1:11"),
        ("exceptions: {a: [b]}\n", "unexpected-value 1:17"),
        ("stop_words: {a: b}\n", "unexpected-value 1:13"),
    ],
)
def test_a_fault_in_a_lexicon_is_told_at_its_place(text: str, expected: str) -> None:
    lexicon, findings = lexicon_of(text)
    assert findings[:1] == [expected]
    assert lexicon == Lexicon()


def test_words_for_requests_are_read_with_thresholds() -> None:
    lexicon, findings = lexicon_of(
        "request:\n"
        "  thin_letters: 20\n"
        "  long_letters: '900'\n"
        "  calm: Mohon dibantu.\n"
        "  several: [tambahan lagi, 'dua perkara:']\n"
        "  same_problem: kronologi\n"
        "  questions: [bolehkah]\n"
        "  threats: [lapor dinas]\n"
        "  abuse: [dasar pelit]\n"
        "  secrets: ['kode pintu', 'nomor kunci:']\n"
    )
    assert findings == []
    words = lexicon.request
    assert words is not None
    assert (words.thin_letters, words.long_letters, words.calm) == (20, 900, "Mohon dibantu.")
    assert [text.value for text in words.several] == ["tambahan lagi", "dua perkara:"]
    assert [text.value for text in words.secrets] == ["kode pintu", "nomor kunci:"]
    lists = (words.same_problem, words.questions, words.threats, words.abuse)
    assert [len(texts) for texts in lists] == [1, 1, 1, 1]


def test_without_words_for_requests_there_are_none() -> None:
    assert lexicon_of("stop_words: [dong]\n")[0].request is None
    assert lexicon_of("request:\n")[0].request is None


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("request: [a]\n", "unexpected-value 1:10"),
        ("request: {threat: [a]}\n", "unknown-key 1:11"),
        ("request: {thin_letters: 0}\n", "unexpected-value 1:25"),
        ("request: {thin_letters: few}\n", "unexpected-value 1:25"),
    ],
)
def test_words_for_requests_that_cannot_be_used_are_findings(text: str, finding: str) -> None:
    assert lexicon_of(text)[1] == [finding]
