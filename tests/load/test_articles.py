"""One Markdown file as an article."""

from datetime import date

import pytest

from hcgen.diagnostics import Findings
from hcgen.load.articles import humanised, keys_by_path, load_article
from hcgen.model.article import Article, Role
from hcgen.source import SourceFile


def article_of(text: str, path: str = "billing/pay.md", language: str = "en") -> Article:
    """Return an article that has to be without a fault."""
    findings = Findings()
    file = SourceFile(f"content/{language}/{path}", text)
    article = load_article(file, language, path, findings)
    assert list(findings) == []
    return article


def test_everything_in_front_matter_is_read() -> None:
    article = article_of(
        "---\n"
        "title: How to pay\n"
        "description: All the ways\n"
        "id: pay\n"
        "slug: how-to-pay\n"
        "keywords: [card, transfer]\n"
        "questions:\n- Can I pay by card?\n"
        "tags: money\n"
        "audience: [admins]\n"
        "service: customer-service\n"
        "owner: finance\n"
        "reviewed: 2026-11-02\n"
        "review_every: 180d\n"
        "aliases: [/old/pay/]\n"
        "related: [refund]\n"
        "order: 3\n"
        "featured: yes\n"
        "draft: no\n"
        "publish_from: 2026-01-01\n"
        "publish_until: 2026-12-31\n"
        "source_hash: 0012\n"
        "---\n"
        "Text.\n"
    )
    assert (article.title.value, article.has_title, article.body) == ("How to pay", True, "Text.\n")
    assert (article.key, article.slug, article.order) == ("pay", "how-to-pay", 3)
    assert [text.value for text in article.keywords] == ["card", "transfer"]
    assert [text.value for text in article.questions] == ["Can I pay by card?"]
    assert [text.value for text in article.tags] == ["money"]
    assert (article.reviewed, article.review_every_days) == (date(2026, 11, 2), 180)
    assert (article.is_featured, article.is_draft) == (True, False)
    assert article.publish_until == date(2026, 12, 31)
    assert article.source_hash is not None
    assert article.source_hash.value == "0012"


@pytest.mark.parametrize(
    ("path", "role", "topic"),
    [
        ("billing/pay.md", Role.ARTICLE, "billing"),
        ("a/b/c.md", Role.ARTICLE, "a/b"),
        ("about.md", Role.PAGE, ""),
        ("index.md", Role.HOME_INTRODUCTION, ""),
        ("README.md", Role.HOME_INTRODUCTION, ""),
        ("billing/index.md", Role.TOPIC_INTRODUCTION, "billing"),
        ("a/b/README.md", Role.TOPIC_INTRODUCTION, "a/b"),
    ],
)
def test_what_a_file_is_for_is_told_from_where_it_lies(path: str, role: Role, topic: str) -> None:
    article = article_of("# Title\n", path)
    assert (article.role, article.topic, article.path) == (role, topic, path.removesuffix(".md"))


@pytest.mark.parametrize(
    ("text", "title", "has_title", "body"),
    [
        ("---\ntitle: A\n---\n# A\n\nText", "A", True, "\n\nText"),
        ("---\ntitle: A\n---\n# B\n\nText", "A", True, "# B\n\nText"),
        ("---\norder: 1\n---\n# B\n\nText", "B", False, "\n\nText"),
        ("# B\n\nText", "B", False, "\n\nText"),
        ("B\n===\n\nText", "B", False, "\n\nText"),
        ("Text\n\n## B\n", "B", False, "Text\n\n## B\n"),
        ("Text\n\n# B\n", "B", False, "Text\n\n# B\n"),
        ("Text", "Pay now", False, "Text"),
        ("---\ntitle:\n---\nText", "Pay now", False, "Text"),
        ("```\ncode\n```\n# B\nText", "B", False, "```\ncode\n```\n# B\nText"),
    ],
)
def test_the_title_is_written_or_the_first_heading_or_the_name(
    text: str, title: str, has_title: bool, body: str
) -> None:
    article = article_of(text, "billing/pay-now.md")
    assert (article.title.value, article.has_title, article.body) == (title, has_title, body)


def test_the_place_of_an_article_is_its_title() -> None:
    assert article_of("---\norder: 1\ntitle: A\n---\n").place.position.line == 3
    assert article_of("\n\n# B\n").place.position.line == 3
    assert article_of("Text").place.position.line == 1


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Reset Password", "reset-password"), ("问题", "问题"), ("!!!", "-"), ("Café", "cafe")],
)
def test_the_slug_is_made_of_the_files_name(name: str, slug: str) -> None:
    assert article_of("# A\n", f"billing/{name}.md").slug == slug


def test_a_slug_that_addresses_cannot_hold_is_told_and_folded() -> None:
    findings = Findings()
    file = SourceFile("a.md", "---\ntitle: A\nslug: Kata Sandi?\n---\n")
    article = load_article(file, "en", "t/a.md", findings)
    (finding,) = findings
    assert finding.span.text == "Kata Sandi?"
    assert finding.help == "write slug: kata-sandi"
    assert article.slug == "kata-sandi"


def test_an_unknown_key_is_told_with_the_nearest_name() -> None:
    findings = Findings()
    file = SourceFile("a.md", "---\ntitle: A\nkeyword: b\n---\n")
    load_article(file, "en", "t/a.md", findings)
    (finding,) = findings
    assert (finding.rule_name, finding.span.position.line) == ("unknown-key", 3)
    assert finding.help == "did you mean “keywords”?"


def test_links_have_their_places_in_the_whole_file() -> None:
    article = article_of("---\ntitle: '[no](no.md)'\n---\nSee [b](b.md).\n")
    (link,) = article.links
    assert (link.target.value, link.target.span.position.line) == ("b.md", 4)


def test_where_two_languages_give_one_path_different_ids_the_preferred_one_names_it() -> None:
    english = article_of("---\ntitle: A\nid: one\n---\n", language="en")
    malay = article_of("---\ntitle: A\nid: two\n---\n", language="ms")
    assert keys_by_path((english, malay), ("ms", "en")) == {"billing/pay": "two"}
    assert keys_by_path((english, malay), ("en",)) == {"billing/pay": "one"}


@pytest.mark.parametrize(
    ("name", "title"),
    [("reset-password", "Reset password"), ("FAQ", "FAQ"), ("a_b", "A b"), ("-", "-"), ("é", "É")],
)
def test_a_name_is_made_a_title(name: str, title: str) -> None:
    assert humanised(name) == title


def test_a_title_from_a_heading_is_plain_text() -> None:
    file = SourceFile("content/en/a.md", "# Using `hcgen` **now**: [the *guide*](x.md)\n\nText.\n")
    article = load_article(file, "en", "a.md", Findings())
    assert article.title.value == "Using hcgen now: the guide"
    assert article.body.strip() == "Text."
