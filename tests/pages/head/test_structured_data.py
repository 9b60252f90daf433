"""What search engines read in the pages of built sites, held against schema.org's rules."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pages.centres import RICH_CENTRE
from tests.pages.reading import Head, heads_of
from tests.pages.schema_org import Node, faults, inner_nodes
from tests.pipeline.building import build_text

HOST = "https://help.example.com/"
RICH_HOST = "https://help.example.com/help/"
ARTICLE = "en/account/reset/index.html"


@pytest.fixture(params=["demo_site", "rich_site"])
def site(request: pytest.FixtureRequest) -> tuple[str, Mapping[str, bytes]]:
    host = "https://bantuan.awan.example/" if request.param == "demo_site" else RICH_HOST
    return host, request.getfixturevalue(request.param)


def article(folder: Path, text: str, *, path: str = ARTICLE, **settings: str) -> Head:
    """Build a help centre with one article changed; return what its page says."""
    configuration = CLEAN_CENTRE["mkdocs.yml"]
    for name, value in settings.items():
        configuration = configuration.replace("[en, id]", f"[en, id], {name}: {value}")
    files = {"mkdocs.yml": configuration, "content/en/account/reset.md": text}
    return Head(build_text(folder, CLEAN_CENTRE | files, fail_on="never")[path])


def answers(head: Head) -> dict[str, str]:
    questions = [n for n in inner_nodes(list(head.nodes)) if n["@type"] == "Question"]
    return {str(n["name"]): next(iter(inner_nodes(n["acceptedAnswer"])))["text"] for n in questions}  # type: ignore[misc]


def addresses_in(head: Head) -> Iterator[str]:
    """Yield the addresses of the site's own pages and files; channels may live elsewhere."""
    for node in inner_nodes(list(head.nodes)):
        for name in ("@id", "url", "item", "image", "logo", "mainEntityOfPage", "urlTemplate"):
            if name in node and node["@type"] != "ContactPoint":
                yield str(node[name])


def test_every_data_block_keeps_to_the_rules_of_schema_org(
    site: tuple[str, Mapping[str, bytes]],
) -> None:
    heads = heads_of(site[1])
    assert sum(len(head.blocks) for head in heads.values()) > len(heads) / 2
    assert {
        path: found for path, head in heads.items() for found in map(faults, head.blocks) if found
    } == {}


def test_every_address_in_a_data_block_is_one_of_the_site(
    site: tuple[str, Mapping[str, bytes]],
) -> None:
    host, files = site
    seen = 0
    for path, head in heads_of(files).items():
        for address in addresses_in(head):
            seen += 1
            assert address.startswith(host), path
            file = unquote(urldefrag(address.partition("?")[0])[0].removeprefix(host))
            assert (f"{file}index.html" if file == "" or file.endswith("/") else file) in files
    assert seen > 40


def test_every_page_with_a_breadcrumb_tells_it_to_search_engines(
    site: tuple[str, Mapping[str, bytes]],
) -> None:
    for path, data in site[1].items():
        if path.endswith(".html"):
            kinds = [node["@type"] for node in Head(data).nodes]
            assert ("BreadcrumbList" in kinds) == (b'<nav class="breadcrumb' in data), path


def test_a_breadcrumb_leads_from_the_home_page_to_the_page_itself(tmp_path: Path) -> None:
    steps = article(tmp_path, CLEAN_CENTRE["content/en/account/reset.md"]).node("BreadcrumbList")
    items = steps["itemListElement"]
    assert isinstance(items, list)
    assert [(item["position"], item["name"], item.get("item")) for item in items] == [
        (1, "Home", f"{HOST}en/"),
        (2, "Account", f"{HOST}en/account/"),
        (3, "Reset your password", None),
    ]


def test_an_article_says_what_it_is_and_who_wrote_it(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Reset\ndescription: In three steps.\nreviewed: 2026-11-10\n---\n"
        "![out](https://elsewhere.example/a.png) ![in](../../assets/form.svg)\n"
    )
    node = article(tmp_path, text).node("Article")
    assert node == {
        "@type": "Article",
        "headline": "Reset",
        "description": "In three steps.",
        "image": f"{HOST}assets/form.svg",
        "inLanguage": "en",
        "isPartOf": {"@type": "WebSite", "name": "Help", "url": f"{HOST}en/"},
        "dateModified": "2026-11-10",
        "author": {
            "@type": "Organization",
            "@id": f"{HOST}#organization",
            "name": "Help",
            "url": HOST,
        },
        "publisher": {"@id": f"{HOST}#organization"},
        "mainEntityOfPage": f"{HOST}en/account/reset/",
    }


def test_an_article_without_a_picture_has_that_of_the_site(tmp_path: Path) -> None:
    head = article(tmp_path, "---\ntitle: Reset\n---\nText.\n", social_image="assets/form.svg")
    assert head.node("Article")["image"] == f"{HOST}assets/form.svg"


def test_a_long_title_becomes_a_headline_that_search_engines_take(tmp_path: Path) -> None:
    title = "What to do when " + "the mail does not come and " * 6
    headline = str(
        article(tmp_path, f"---\ntitle: {title}\n---\nText.\n").node("Article")["headline"]
    )
    assert headline.endswith("…")
    assert 100 < len(headline) <= 110
    assert title.startswith(headline[:-1] + " ")


SECTIONS = """---
title: Reset
questions:
  - where is the mail
  - can i call you
  - any other words for it
---
Opening.

## Wo? Where is  the *Máil*?

Not this one.

## Where is the *Máil*?

It **comes**. [Soon](https://a.example/).

- In a
- list

### A closer look

Below it.

## Can I call you

## Afterwards

The end.
"""


def test_questions_that_are_headings_make_a_page_of_questions_and_answers(tmp_path: Path) -> None:
    head = article(tmp_path, SECTIONS)
    assert [node["@type"] for node in head.nodes] == ["BreadcrumbList", "FAQPage"]
    assert answers(head) == {
        "Where is the Máil?": "It comes. Soon. In a list A closer look Below it."
    }
    page = head.node("FAQPage")
    assert page["url"] == f"{HOST}en/account/reset/"


def test_a_title_that_is_a_question_is_answered_by_the_whole_text(tmp_path: Path) -> None:
    text = (
        "---\ntitle: How do I reset it?\nquestions: [how do i reset it]\n---\n"
        "So.\n\n## More\n\nThus.\n"
    )
    assert answers(article(tmp_path, text)) == {"How do I reset it?": "So. More Thus."}


def test_comments_and_scripts_of_trusted_html_are_no_answers(tmp_path: Path) -> None:
    text = (
        '---\ntitle: A\nquestions: [why]\n---\n## Why?\n\n<!-- no: <h2 id="b">B</h2> -->\n\n'
        "<script>no()</script>\n\nSo.\n\n## B\n\nNo.\n"
    )
    assert answers(article(tmp_path, text, trust_html="true")) == {"Why?": "So."}


def test_questions_that_the_page_does_not_show_leave_it_an_article(tmp_path: Path) -> None:
    text = (
        "---\ntitle: How do I reset it?\nquestions: [i forgot it]\n---\nSo.\n\n## More\n\nThus.\n"
    )
    head = article(tmp_path, text)
    assert [node["@type"] for node in head.nodes] == ["BreadcrumbList", "Article"]


def test_questions_are_found_in_scripts_with_marks_of_their_own(
    rich_site: Mapping[str, bytes],
) -> None:
    arabic = Head(rich_site["ar/account/reset/index.html"])
    assert answers(arabic) == {"كيف أغيّر كلمة المرور؟": "اضغط على الزر."}
    japanese = Head(rich_site["ja/account/reset/index.html"])
    assert answers(japanese) == {
        "メールが届かないときは？": "迷惑メールを確認します。 それでも お問い合わせください。"
    }


def test_a_fallback_page_has_a_breadcrumb_and_leaves_the_rest_to_its_source(
    rich_site: Mapping[str, bytes],
) -> None:
    fallback = Head(rich_site["ar/account/only/index.html"])
    assert [node["@type"] for node in fallback.nodes] == ["BreadcrumbList"]
    source = Head(rich_site["ja/account/only/index.html"])
    assert source.node("Article")["image"] == f"{RICH_HOST}assets/steps.svg"


def test_a_stand_alone_page_is_no_article(demo_site: Mapping[str, bytes]) -> None:
    head = Head(demo_site["en/about/index.html"])
    assert [node["@type"] for node in head.nodes] == ["BreadcrumbList"]
    assert head.meta("og:type") == "website"


def test_a_home_page_says_how_the_site_is_searched_and_who_runs_it(
    rich_site: Mapping[str, bytes],
) -> None:
    head = Head(rich_site["ja/index.html"])
    website, organisation = head.node("WebSite"), head.node("Organization")
    assert website["inLanguage"] == "ja"
    assert website["potentialAction"] == {
        "@type": "SearchAction",
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": f"{RICH_HOST}ja/search/?q={{search_term_string}}",
        },
        "query-input": "required name=search_term_string",
    }
    assert organisation["name"] == "Awan K.K."
    assert organisation["logo"] == f"{RICH_HOST}assets/logo.svg"
    points = organisation["contactPoint"]
    assert isinstance(points, list)
    assert len(points) == 5
    assert not any("hoursAvailable" in point for point in points)


def test_the_root_names_the_site_in_all_its_languages(rich_site: Mapping[str, bytes]) -> None:
    node = Head(rich_site["index.html"]).node("WebSite")
    assert (node["url"], node["inLanguage"]) == (RICH_HOST, ["ar", "ja"])


def contact(rich_site: Mapping[str, bytes]) -> Node:
    (organisation,) = (
        node
        for node in inner_nodes(Head(rich_site["ja/contact/index.html"]).node("ContactPage"))
        if node["@type"] == "Organization"
    )
    return organisation


def test_the_contact_page_has_one_point_for_each_channel(rich_site: Mapping[str, bytes]) -> None:
    points = contact(rich_site)["contactPoint"]
    assert isinstance(points, list)
    targets = [
        next(point[name] for name in ("telephone", "email", "url") if name in point)
        for point in points
    ]
    assert targets == [
        "+81312345678",
        "188",
        "+81312345678",
        "help@example.com",
        "https://chat.example.com/",
    ]
    calls = {name: value for name, value in points[0].items() if name != "hoursAvailable"}
    assert calls == {
        "@type": "ContactPoint",
        "name": "電話",
        "contactType": "technical support",
        "telephone": "+81312345678",
        "availableLanguage": ["ja", "en"],
        "areaServed": "JP",
        "description": "故障のとき",
    }
    assert points[1]["contactType"] == "customer service"


def test_a_counter_is_a_place_and_a_mailing_address_an_address(
    rich_site: Mapping[str, bytes],
) -> None:
    organisation = contact(rich_site)
    (place,) = inner_nodes_of_type(organisation, "Place")
    assert place["name"] == "窓口"
    assert place["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "1-2-3 Marunouchi",
        "addressLocality": "Chiyoda",
        "addressRegion": "Tokyo",
        "postalCode": "100-0005",
        "addressCountry": "JP",
    }
    assert place["openingHoursSpecification"]
    addresses = inner_nodes_of_type(organisation, "PostalAddress")
    assert [address["streetAddress"] for address in addresses] == ["1-2-3 Marunouchi", "PO Box 1"]


def inner_nodes_of_type(node: Node, kind: str) -> list[Node]:
    return [inner for inner in inner_nodes(node) if inner["@type"] == kind]


def test_structured_data_does_not_depend_on_the_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = []
    for name, epoch in (("before", "1763769600"), ("after", "1895348800")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        site = build_text(tmp_path / name, RICH_CENTRE, fail_on="never")
        pages.append(Head(site["ja/contact/index.html"]).blocks)
    assert pages[0] == pages[1]


def test_a_site_without_site_url_has_no_structured_data(tmp_path: Path) -> None:
    configuration = CLEAN_CENTRE["mkdocs.yml"].replace(f"site_url: {HOST}\n", "")
    site = build_text(tmp_path, CLEAN_CENTRE | {"mkdocs.yml": configuration})
    assert [path for path, head in heads_of(site).items() if head.blocks] == []


HOSTILE = "</script><script>alert(1)</script><!-- \"'\\ & ]]> \u2028 \u2029 end"


def test_no_text_can_end_a_data_block(tmp_path: Path) -> None:
    title = json.dumps(HOSTILE)
    text = f"---\ntitle: {title}\ndescription: {title}\nquestions: [{title}]\n---\nText.\n"
    configuration = CLEAN_CENTRE["mkdocs.yml"].replace("name: Help", f"name: {title}")
    site = build_text(
        tmp_path,
        CLEAN_CENTRE
        | {
            "mkdocs.yml": configuration,
            "content/en/account/reset.md": text,
            "content/topics.yml": f"topics:\n  - path: account\n    title: {title}\n",
        },
        fail_on="never",
    )
    for path, head in heads_of(site).items():
        assert [script for script in head.scripts if "src" not in script] == [], path
        for block in head.blocks:
            assert not set("<>&\u2028\u2029") & set(block), path
            assert faults(block) == [], path
    head = Head(site[ARTICLE])
    assert answers(head) == {HOSTILE: "Text."}
    assert head.meta("og:title") == HOSTILE


def test_the_pages_of_articles_carry_little_beside_their_text(
    demo_site: Mapping[str, bytes],
) -> None:
    for path, head in heads_of(demo_site).items():
        for node in head.nodes:
            if node["@type"] == "Article":
                assert sum(len(block.encode()) for block in head.blocks) < 2_500, path
