"""What the rules about requests say, and where they leave the word to another one."""

from pathlib import Path

import pytest

from hcgen.checks.requests._messages import place_in
from hcgen.diagnostics import Example, Findings
from hcgen.load.fields import Fields
from hcgen.load.yaml_tree import YamlMapping, parse_yaml
from hcgen.source import SourceFile, Text
from tests.checks.test_rules import diagnostics_of, lay_out

ACCOUNT = "topics:\n  - path: account\n    title: Account\n"
MALAY = {
    "mkdocs.yml": (
        "site_name: Help\n"
        "site_url: https://help.example.com/\n"
        "plugins: [{hcgen: {languages: [en, id, ms]}}]\n"
    ),
    "content/ms/account/reset.md": "---\ntitle: Tetapkan semula\n---\nBuat yang baharu.\n",
    "content/ms/billing/pay.md": "---\ntitle: Bayar\n---\nBayar dengan kad.\n",
}


def found(
    folder: Path, topics_yml: str, files: dict[str, str | bytes | None] | None = None
) -> list[tuple[str, str, str]]:
    """Return code, message and help of all that is found in a site with these topics."""
    lay_out(folder, Example({**(files or {}), "content/topics.yml": topics_yml}), "")
    return [(it.rule.code, it.message, it.help) for it in diagnostics_of(folder)]


def test_a_label_that_two_languages_lack_is_one_finding(tmp_path: Path) -> None:
    topics_yml = (
        f"{ACCOUNT}    facts: [order]\nrequests: {{facts: [order]}}\n"
        "facts:\n  - {name: order, label: {en: Order}, good: AB-12}\n"
    )
    assert found(tmp_path, topics_yml, {**MALAY}) == [
        (
            "REQ001",
            "the fact “order” has no Indonesian and no Malay label",
            "add it below “label:” with id: and ms:",
        )
    ]


@pytest.mark.parametrize(
    ("asked", "help"),
    [
        ("acount", "did you mean “account”?"),
        ("ordr", "did you mean “order”?"),
        (
            "colour",
            "add “- name: colour” with a “label:” below “facts:”, or ask for "
            "account, domain, error, tried, since, screenshot",
        ),
    ],
)
def test_a_fact_without_words_is_told_with_the_nearest_one(
    asked: str, help: str, tmp_path: Path
) -> None:
    order = "facts:\n  - {name: order, label: ID, good: AB-12}\n"
    topics_yml = f"{ACCOUNT}    facts: [order, {asked}]\n{order}"
    assert found(tmp_path, topics_yml) == [
        ("REQ001", f"the fact “{asked}” has no label in any language", help)
    ]


ASKED = f"{ACCOUNT}    facts: [order]\n"


@pytest.mark.parametrize(
    ("topics_yml", "codes"),
    [
        # the entry that would define the fact, or give it its words
        (f"{ASKED}facts:\n  - {{nam: order, label: ID, good: A}}\n", {"CFG004", "CFG005"}),
        (f"{ASKED}facts:\n  - {{name: order, lable: ID}}\n", {"CFG004"}),
        (f"{ASKED}facts:\n  - {{name: order, label: ID, god: A}}\n", {"CFG004"}),
        (f"{ASKED}facts: order\n", {"CFG005"}),
        # the topic that would ask for it
        (
            ASKED.replace("path: account", "path: acount")
            + "facts:\n  - {name: order, label: ID, good: A}\n",
            {"CFG005"},
        ),
    ],
)
def test_what_a_fault_leaves_out_is_not_told_again(
    topics_yml: str, codes: set[str], tmp_path: Path
) -> None:
    assert {told for told, _, _ in found(tmp_path, topics_yml)} == codes


def test_a_fault_of_one_fact_hides_nothing_of_another(tmp_path: Path) -> None:
    topics_yml = (
        f"{ACCOUNT}    facts: [order, size]\nfacts:\n"
        "  - {name: order, label: {en: Order}, good: A}\n"
        "  - {name: size, label: Size, good: B, form: wide}\n"
    )
    assert {code for code, _, _ in found(tmp_path, topics_yml)} == {"REQ001", "CFG005"}


def test_a_label_is_wanted_of_facts_that_are_asked_for(tmp_path: Path) -> None:
    topics_yml = f"{ACCOUNT}facts:\n  - {{name: order}}\n"
    assert [code for code, _, _ in found(tmp_path, topics_yml)] == ["REQ005"]


def test_examples_are_told_of_by_all_languages_that_lack_them(tmp_path: Path) -> None:
    topics_yml = (
        f"{ACCOUNT}    facts: [order, proof]\nfacts:\n"
        "  - {name: order, label: ID}\n"
        "  - {name: proof, label: PDF, form: attachment, good: {en: Receipt, ms: Resit}}\n"
    )
    assert [message for _, message, _ in found(tmp_path, topics_yml, {**MALAY})] == [
        "the fact “order” has no English and no Indonesian and no Malay example of a good answer",
        "the fact “proof” has no Indonesian example of a good answer",
    ]


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("{problem} {domian}", [("nothing is put in place of “{domian}”", "{domain}")]),
        ("{problem} {Account}", [("nothing is put in place of “{Account}”", "{account}")]),
        ("{ problem } {trail}", [("nothing is put in place of “{ problem }”", "{problem}")]),
        ("{{problem}}", [("“{{problem}}” has too many braces", "{problem}")]),
        ("{problem, and so much more", [("“{problem” has no closing brace", "{problem}")]),
        ("{probelm}", [("nothing is put in place of “{probelm}”", "{problem}")]),
        ("{problem} {{ channel:mail:hours }} {facts}", []),
        ("{problem} :{ } {}", []),
    ],
)
def test_braces_are_told_with_what_was_meant(
    message: str, told: list[tuple[str, str]], tmp_path: Path
) -> None:
    findings = found(tmp_path, f"requests:\n  facts: account\n  message: '{message}'\n")
    assert [(code, text) for code, text, _ in findings] == [("REQ003", text) for text, _ in told]
    for (_, _, advice), (_, meant) in zip(findings, told, strict=True):
        assert advice in (f"did you mean “{meant}”?", f"write “{meant}”")


@pytest.mark.parametrize(
    ("rest", "codes"),
    [
        ("", {"REQ003"}),
        # a topic inside takes the message, and asks
        ("  - {path: account/old, title: ID, facts: [domain]}\n", set()),
        ("  - {path: account/old, title: ID, facts: [domain], message: '{problem}'}\n", {"REQ003"}),
        # one that loading could not accept may be what asks
        ("  - {path: account/older, title: ID, facts: [domain]}\n", {"CFG005"}),
    ],
)
def test_a_message_is_filled_by_the_requests_that_send_it(
    rest: str, codes: set[str], tmp_path: Path
) -> None:
    files: dict[str, str | bytes | None] = {
        "content/en/account/old/phone.md": "---\ntitle: Old phones\n---\nText.\n",
        "content/id/account/old/phone.md": "---\ntitle: HP lama\n---\nTeks.\n",
    }
    topics_yml = (
        "topics:\n  - {path: account, title: ID, facts: [since], message: '{problem} {domain}'}\n"
        "  - {path: billing, title: ID, facts: [domain]}\n"
    )
    assert {code for code, _, _ in found(tmp_path, topics_yml + rest, files)} == codes


def message_in(text: str) -> Text:
    tree = parse_yaml(SourceFile("content/topics.yml", text), Findings())
    assert isinstance(tree, YamlMapping)
    message = Fields(tree, Findings()).text("message")
    assert message is not None
    return message


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("message: 'x {a} y'\n", 12),
        ("message: 'x {a} {a}'\n", 12),
        ("message: |\n    one\n\n    {a} and\n      {a}\n", 24),
        ('message: "x\\n {a}"\n', 14),
        ('message: "\\x7Ba}"\n', 9),
    ],
)
def test_a_part_of_a_message_is_found_where_the_file_writes_it(text: str, offset: int) -> None:
    message = message_in(text)
    start = message.value.index("{a}")
    assert place_in(message, start, start + 3).start == offset


def test_the_second_of_two_equal_parts_is_found_too() -> None:
    message = message_in("message: |\n  {a} {aa}\n  {a}\n")
    start = message.value.rindex("{a}")
    span = place_in(message, start, start + 3)
    assert (span.text, span.position.line) == ("{a}", 3)
