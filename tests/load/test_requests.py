"""What `topics.yml` says about requests, and what is wrong with it."""

from pathlib import Path

import pytest

from hcgen.diagnostics import Finding
from hcgen.load import load_help_centre
from hcgen.model.help_centre import HelpCentre
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE

ACCOUNT = "topics:\n- path: account\n  title: Account\n"


def loaded(
    folder: Path, topics_yml: str, files: dict[str, str | bytes] | None = None
) -> tuple[HelpCentre, tuple[Finding, ...]]:
    laid = {**CLEAN_CENTRE, **(files or {}), "content/topics.yml": topics_yml}
    for path, content in laid.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    result = load_help_centre(folder / "mkdocs.yml")
    told = [found for found in result.findings if found.span.file.path == "content/topics.yml"]
    return result.centre, tuple(told)


def test_a_file_without_the_keys_says_nothing_about_requests(tmp_path: Path) -> None:
    centre, findings = loaded(tmp_path, ACCOUNT)
    assert findings == ()
    requests = centre.requests
    assert (requests.facts, requests.article, dict(requests.own)) == ((), None, {})
    assert not requests.message
    assert centre.topics["account"].facts == ()
    assert not centre.topics["account"].message


def test_a_centre_without_the_file_has_no_requests(tmp_path: Path) -> None:
    files = {path: text for path, text in CLEAN_CENTRE.items() if path != "content/topics.yml"}
    centre = load_help_centre(write_site(tmp_path, files)).centre
    assert (centre.requests.facts, dict(centre.requests.own)) == ((), {})


def test_every_key_is_read(tmp_path: Path) -> None:
    centre, findings = loaded(
        tmp_path,
        "requests:\n"
        "  article: /account/reset.md\n"
        "  facts: [account, invoice]\n"
        "  message: {en: 'Hello. {problem}', id: 'Halo. {problem}'}\n"
        "facts:\n"
        "- name: invoice\n"
        "  label: {en: Invoice number, id: Nomor tagihan}\n"
        "  hint: {en: At the top right}\n"
        "  good: {en: INV-12}\n"
        "  thin: {en: the last one}\n"
        "  form: text\n"
        f"{ACCOUNT}"
        "  facts: error\n"
        "  message: '{problem}'\n",
    )
    assert findings == ()
    requests = centre.requests
    assert requests.article is not None
    assert (requests.article.value, requests.article.span.text) == (
        "account/reset",
        "/account/reset.md",
    )
    assert [text.value for text in requests.facts] == ["account", "invoice"]
    assert requests.message.get("id") == "Halo. {problem}"
    (fact,) = requests.own.values()
    assert (fact.name.value, fact.form) == ("invoice", "text")
    assert fact.span.text.startswith("name: invoice")
    assert [text.get("en") for text in (fact.label, fact.hint, fact.good, fact.thin)] == [
        "Invoice number",
        "At the top right",
        "INV-12",
        "the last one",
    ]
    topic = centre.topics["account"]
    assert [text.value for text in topic.facts] == ["error"]
    assert topic.message.get("en") == "{problem}"


def test_the_article_can_be_named_by_its_id(tmp_path: Path) -> None:
    files = {
        f"content/{tag}/account/reset.md": "---\ntitle: Reset\nid: reset-it\n---\nText.\n"
        for tag in ("en", "id")
    }
    for name in ("reset-it", "account/reset"):
        centre, findings = loaded(tmp_path / name, f"requests: {{article: {name}}}\n", {**files})
        assert findings == ()
        assert centre.requests.article is not None
        assert centre.requests.article.value == "reset-it"


def test_an_article_that_cannot_be_read_is_told_of_only_once(tmp_path: Path) -> None:
    broken: dict[str, str | bytes] = {"content/en/help/write.md": b"\xff\xfe\xff"}
    centre, findings = loaded(tmp_path, "requests: {article: help/write}\n", broken)
    assert findings == ()
    assert centre.requests.article is None


FAULTS = [
    ("requests: a\n", "unexpected-value 1:11", "write the keys of “requests” below it, indented"),
    ("requests: {fact: [error]}\n", "unknown-key 1:12", "did you mean “facts”?"),
    (
        "requests: {article: account/rest}\n",
        "unexpected-value 1:21",
        "did you mean “account/reset”?",
    ),
    ("requests: {article: [a]}\n", "unexpected-value 1:21", "write it on one line, in quotes"),
    ("requests: {facts: [{a: b}]}\n", "unexpected-value 1:20", "write facts: [one, two]"),
    ("requests: {facts: [error, error]}\n", "unexpected-value 1:27", "take one of them out"),
    ("requests: {message: [a]}\n", "unexpected-value 1:21", "write message: {id: …, ms: …, en: …}"),
    ("facts: invoice\n", "unexpected-value 1:8", "begin each entry with “- ”"),
    ("facts: [invoice]\n", "unexpected-value 1:9", "write “- key: value” for each entry"),
    ("fact: []\n", "unknown-key 1:1", "did you mean “facts”?"),
    (
        "facts:\n- {label: A}\n",
        "unexpected-value 2:3",
        "write name: and one word, for example name: invoice",
    ),
    (
        "facts:\n- {name: , label: A}\n",
        "unexpected-value 2:3",
        "write name: and one word, for example name: invoice",
    ),
    (
        "facts:\n- {name: '', label: A}\n",
        "unexpected-value 2:3",
        "write name: and one word, for example name: invoice",
    ),
    ("facts:\n- {name: [a]}\n", "unexpected-value 2:10", "write it on one line, in quotes"),
    ("facts:\n- {name: a, lable: A}\n", "unknown-key 2:13", "did you mean “label”?"),
    ("facts:\n- {name: a, form: lines}\n", "unexpected-value 2:19", "did you mean “line”?"),
    (
        "facts:\n- {name: a}\n- {name: a}\n",
        "unexpected-value 3:10",
        "give each fact a name of its own",
    ),
    ("facts:\n- {name: Order No}\n", "unexpected-value 2:10", "write “order-no”"),
    (
        "facts:\n- {name: 2fa}\n",
        "unexpected-value 2:10",
        "write one word of small letters from a to z",
    ),
    (
        "facts:\n- {name: номер}\n",
        "unexpected-value 2:10",
        "write one word of small letters from a to z",
    ),
    ("facts:\n- {name: problem}\n", "unexpected-value 2:10", "give the fact another name"),
    (
        "facts:\n- {name: Trail}\n",
        "unexpected-value 2:10",
        "write one word of small letters from a to z",
    ),
    (f"{ACCOUNT}  facts: [Error]\n", "unexpected-value 4:11", "write “error”"),
    (f"{ACCOUNT}  facts: [trail]\n", "unexpected-value 4:11", "give the fact another name"),
    (f"{ACCOUNT}  facts: {{a: b}}\n", "unexpected-value 4:10", "write facts: [one, two]"),
    (
        f"{ACCOUNT}  message: {{en: [a]}}\n",
        "unexpected-value 4:17",
        "write it on one line, in quotes",
    ),
]


@pytest.mark.parametrize(("topics_yml", "expected", "help"), FAULTS)
def test_a_fault_is_told_once_at_its_place(
    topics_yml: str, expected: str, help: str, tmp_path: Path
) -> None:
    _, findings = loaded(tmp_path, topics_yml)
    found = [(it.rule_name, it.span.position, it.help) for it in findings]
    assert [(f"{name} {at.line}:{at.column}", text) for name, at, text in found] == [
        (expected, help)
    ]


def test_a_name_that_can_be_made_plain_counts_as_such(tmp_path: Path) -> None:
    centre, _ = loaded(
        tmp_path,
        f"facts:\n- {{name: Order No, label: Order}}\n{ACCOUNT}  facts: [order-no, Error]\n",
    )
    assert list(centre.requests.own) == ["order-no"]
    assert [text.value for text in centre.topics["account"].facts] == ["order-no", "error"]


def test_of_two_facts_of_one_name_the_first_counts(tmp_path: Path) -> None:
    centre, _ = loaded(tmp_path, "facts:\n- {name: a, label: One}\n- {name: a, label: Two}\n")
    assert centre.requests.own["a"].label.get("en") == "One"
