"""What a log proposes, and what is written down of it."""

from collections.abc import Mapping
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.search import SearchReader
from hcgen.search.logs import (
    MissingTopic,
    Proposals,
    ProposedQuery,
    UnusualFileError,
    lexicon_yaml,
    missing_yaml,
    own_words,
    propose,
    queries_yaml,
    read_searches,
    with_queries,
)
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pipeline.building import build_text

KEYS = {"reset": "account/reset", "pay": "billing/pay"}
PAY = ProposedQuery("pay it", "billing/pay", 1, 9)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return build_text(tmp_path_factory.mktemp("site"), CLEAN_CENTRE)


def proposals_of(site: Mapping[str, bytes], log: str, *known: str) -> Proposals:
    return propose(
        read_searches(BytesIO(log.encode())),
        SearchReader("en", site.__getitem__),
        KEYS.get,
        known_queries=frozenset(known),
    )


def test_a_query_whose_article_most_people_open_becomes_golden(site: Mapping[str, bytes]) -> None:
    log = (
        "query,count,clicked\nreset password,90,reset\nreset password,10,pay\n"
        "pay password,6,pay\npay password,5,reset\npay card,9,gone\ncard,1,pay\nreset,8,reset\n"
    )
    assert proposals_of(site, log, "reset").queries == (
        ProposedQuery("reset password", "account/reset", 1, 100),
        ProposedQuery("pay password", "billing/pay", 3, 11),
    )


def test_a_slip_that_many_make_becomes_a_variant(site: Mapping[str, bytes]) -> None:
    log = "query,count,results\nreset passwort,6,0\npasswodr,4,0\n"
    assert proposals_of(site, log).variants == {"passwort": "password"}


def test_a_strange_word_means_what_leads_to_the_same_article(site: Mapping[str, bytes]) -> None:
    log = "query,count,clicked\ngopay,7,pay\npay card,9,pay\nreset password,9,reset\n"
    assert proposals_of(site, log).synonyms == (("gopay", "card"),)


def test_frequent_queries_without_an_answer_are_grouped(site: Mapping[str, bytes]) -> None:
    log = (
        "query,count,results\nmaintenance tonight,20,0\nplanned maintenance,30,0\n"
        "tonight planned zzzzz,1,0\npay,50,0\nwarranty,40,3\n"
    )
    assert proposals_of(site, log).missing == (
        MissingTopic("maintenance", ("planned maintenance", "maintenance tonight"), 50),
    )


def test_nothing_private_and_no_rare_word_gets_out(site: Mapping[str, bytes]) -> None:
    log = (
        "query,count,results,clicked\nreset Budi,9,0,reset\nbudi@mail.example,9,0,reset\n"
        "reset 08123456789,9,0,reset\npay siti,4,0,pay\nreset wulandari,1,0,reset\n"
    )
    found = proposals_of(site, log)
    assert found == Proposals((), {}, (), (), left_out=3)


def test_words_of_a_language_tell_it(site: Mapping[str, bytes]) -> None:
    english, indonesian = (SearchReader(tag, site.__getitem__) for tag in ("en", "id"))
    assert own_words(english, "choose a new password") > own_words(
        indonesian, "choose a new password"
    )
    assert own_words(indonesian, "kata sandi") == 2


def test_proposals_are_yaml_to_paste() -> None:
    proposals = Proposals(
        (PAY, ProposedQuery("it's: #1?", "a/b", 3, 2)),
        {"passwort": "password"},
        (("gopay", "pay"),),
        (MissingTopic("maintenance", ("planned maintenance",), 50),),
        0,
    )
    assert queries_yaml(proposals.queries) == (
        "  - query: pay it\n    article: billing/pay\n"
        '  - query: "it\'s: #1?"\n    article: a/b\n    within: 3\n'
    )
    assert lexicon_yaml(proposals) == (
        "synonyms:\n  - words: [gopay, pay]\nvariants:\n  passwort: password\n"
    )
    assert missing_yaml(proposals) == "#     50  maintenance: planned maintenance\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "queries:\n  - query: pay it\n    article: billing/pay\n"),
        (
            "# ours\nqueries:\n- query: a # why\n  article: b\n",
            "# ours\nqueries:\n- query: a # why\n  article: b\n"
            "- query: pay it\n  article: billing/pay\n",
        ),
        (
            "queries:\n    - {query: a, article: b}",
            "queries:\n    - {query: a, article: b}\n"
            "    - query: pay it\n      article: billing/pay\n",
        ),
        (
            "queries:\r\n  - query: a\r\n    article: b\r\n\r\n# the end\r\n",
            "queries:\r\n  - query: a\r\n    article: b\r\n"
            "  - query: pay it\r\n    article: billing/pay\r\n\r\n# the end\r\n",
        ),
    ],
)
def test_what_is_there_stays_as_it_is(before: str, after: str) -> None:
    assert with_queries(before, (PAY,)) == after


@pytest.mark.parametrize(
    "text", ["queries: []\n", "queries: [{query: a, article: b}]\n", "a: b\n", "a: [\n", "# none\n"]
)
def test_a_file_in_another_form_is_left_alone(text: str) -> None:
    with pytest.raises(UnusualFileError):
        with_queries(text, (PAY,))


@given(st.text(min_size=1, max_size=40))
def test_any_query_is_read_back_as_it_was(query: str) -> None:
    line = " ".join("".join(c if c.isprintable() else " " for c in query).split())
    if line:
        text = with_queries("", (ProposedQuery(line, "a/b", 1, 2),))
        assert with_queries(text, (PAY,)).startswith(text)
