"""Topics: those of `topics.yml` in its order, and those that are only folders."""

import pytest

from hcgen.diagnostics import Findings
from hcgen.load.articles import load_article
from hcgen.load.topics import load_topics
from hcgen.load.yaml_tree import parse_yaml
from hcgen.model.topic import Topic
from hcgen.source import SourceFile


def topics_of(
    paths: list[str], topics_yml: str | None = None
) -> tuple[dict[str, Topic], list[str]]:
    """Return the topics of articles at ``<language>/<path>``, and what is wrong with the file."""
    findings = Findings()
    articles = []
    for path in paths:
        language, _, inner = path.partition("/")
        file = SourceFile(f"content/{path}", f"# {path}\n")
        articles.append(load_article(file, language, inner, findings))
    tree = None
    if topics_yml is not None:
        tree = parse_yaml(SourceFile("content/topics.yml", topics_yml), findings)
    topics = load_topics(tree, articles, findings)
    places = [(finding.rule_name, finding.span.position) for finding in findings]
    return dict(topics), [f"{name} {place.line}:{place.column}" for name, place in places]


def test_without_a_file_topics_are_the_folders_by_name() -> None:
    topics, findings = topics_of(["en/b/x.md", "id/a/x.md", "en/b/c/x.md", "en/about.md"])
    assert findings == []
    assert list(topics) == ["a", "b", "b/c"]
    assert [topic.parent for topic in topics.values()] == ["", "", "b"]


def test_a_folder_between_is_a_topic_though_no_article_lies_in_it() -> None:
    topics, _ = topics_of(["en/a/b/c/x.md"])
    assert list(topics) == ["a", "a/b", "a/b/c"]


@pytest.mark.parametrize(
    ("folder", "title", "slug"),
    [
        ("reset-password", "Reset password", "reset-password"),
        ("Account & Login", "Account & Login", "account-login"),
        ("kata sandi", "Kata sandi", "kata-sandi"),
        ("two_words", "Two words", "two_words"),
        ("帮助", "帮助", "帮助"),
        ("مساعدة", "مساعدة", "مساعدة"),
        ("วิธีใช้", "วิธีใช้", "วิธีใช้"),
        ("!!!", "!!!", "-"),
    ],
)
def test_a_folder_gives_its_topic_a_title_and_a_slug(folder: str, title: str, slug: str) -> None:
    topics, _ = topics_of([f"en/{folder}/x.md"])
    assert (topics[folder].titles.get("en"), topics[folder].slug) == (title, slug)


def test_the_order_of_the_file_comes_first_then_other_folders_by_name() -> None:
    topics, findings = topics_of(
        ["en/a/x.md", "en/b/x.md", "en/c/x.md", "en/d/x.md"],
        "topics:\n- path: d\n- path: b\n",
    )
    assert findings == []
    assert list(topics) == ["d", "b", "a", "c"]


def test_the_file_gives_titles_slugs_and_the_rest() -> None:
    topics, findings = topics_of(
        ["en/billing/x.md"],
        "topics:\n"
        "- path: /billing/\n"
        "  title: {id: Tagihan, en: Billing}\n"
        "  description: {en: Money matters}\n"
        "  slug: {id: Tagihan & Bayar}\n"
        "  icon: material/cash\n"
        "  service: customer-service\n"
        "  owner: finance\n"
        "  channels: [mail, chat]\n",
    )
    assert findings == []
    topic = topics["billing"]
    assert (topic.titles.get("id"), topic.titles.get("en")) == ("Tagihan", "Billing")
    assert topic.descriptions.get("en") == "Money matters"
    assert (dict(topic.slugs), topic.slug) == ({"id": "tagihan-bayar"}, "billing")
    assert topic.icon is not None
    assert topic.icon.value == "material/cash"
    assert [text.value for text in topic.channels] == ["mail", "chat"]


def test_a_slug_without_language_serves_all() -> None:
    topics, _ = topics_of(["en/billing/x.md"], "topics:\n- path: billing\n  slug: Money\n")
    assert (topics["billing"].slug, dict(topics["billing"].slugs)) == ("money", {})


def test_a_topic_without_title_is_called_by_its_introduction_or_folder() -> None:
    topics, _ = topics_of(["en/a-b/index.md", "id/a-b/x.md", "en/c-d/x.md"])
    assert topics["a-b"].titles.get("en") == "en/a-b/index.md"
    assert topics["c-d"].titles.get("en") == "C d"


@pytest.mark.parametrize(
    ("topics_yml", "expected"),
    [
        ("topics:\n- title: A\n", "unexpected-value 2:3"),
        ("topics:\n- path: bilin\n", "unexpected-value 2:9"),
        ("topics:\n- path: [billing]\n", "unexpected-value 2:9"),
        ("topics:\n- path: billing\n  titel: A\n", "unknown-key 3:3"),
        ("topics:\n- billing\n", "unexpected-value 2:3"),
        ("topics: billing\n", "unexpected-value 1:9"),
        ("- path: billing\n", "unexpected-value 1:1"),
        ("topic: []\n", "unknown-key 1:1"),
    ],
)
def test_a_fault_is_told_at_its_place_and_the_folder_is_a_topic_all_the_same(
    topics_yml: str, expected: str
) -> None:
    topics, findings = topics_of(["en/billing/x.md"], topics_yml)
    assert findings == [expected]
    assert list(topics) == ["billing"]


def test_a_folder_that_no_language_has_is_told_with_the_nearest_name() -> None:
    findings = Findings()
    article = load_article(
        SourceFile("content/en/billing/x.md", "# X"), "en", "billing/x.md", findings
    )
    tree = parse_yaml(SourceFile("content/topics.yml", "topics:\n- path: biling\n"), findings)
    load_topics(tree, [article], findings)
    assert [finding.help for finding in findings] == ["did you mean “billing”?"]
