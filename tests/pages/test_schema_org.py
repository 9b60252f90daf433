"""The rules that other tests hold pages against find what is wrong."""

import json

import pytest

from tests.pages.schema_org import faults

ORGANISATION = {"@type": "Organization", "name": "Awan", "url": "https://a.example/"}
HOURS = {
    "@type": "OpeningHoursSpecification",
    "dayOfWeek": "https://schema.org/Monday",
    "opens": "08:00",
    "closes": "17:00",
}
STEPS = [
    {"@type": "ListItem", "position": 1, "name": "Home", "item": "https://a.example/"},
    {"@type": "ListItem", "position": 2, "name": "Page"},
]


def block(**node: object) -> str:
    named = {f"@{name}" if name == "type" else name: value for name, value in node.items()}
    return json.dumps({"@context": "https://schema.org", **named})


def contact_point(**changes: object) -> str:
    point = {"@type": "ContactPoint", "contactType": "support", "telephone": "+62215790", **changes}
    return block(**{"type": "Organization", **ORGANISATION, "contactPoint": point})


def test_what_keeps_to_the_rules_has_no_faults() -> None:
    assert faults(contact_point(hoursAvailable=[HOURS], availableLanguage=["id", "pt-BR"])) == []
    assert faults(block(type="BreadcrumbList", itemListElement=STEPS)) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (block(type="Organisation", name="Awan"), "is no type"),
        (block(type="WebSite", name="Awan"), "WebSite has no “url”"),
        (block(type="WebSite", name="A", url="/id/"), "WebSite.url cannot be '/id/'"),
        (
            block(type="WebSite", name="A", url="https://a.example/", opens="08:00"),
            "WebSite.opens is no property",
        ),
        (contact_point(telephone="0812 3456"), "no international number"),
        (contact_point(telephone=""), "says where it is"),
        (contact_point(availableLanguage="Bahasa Indonesia"), "availableLanguage cannot be"),
        (contact_point(hoursAvailable=HOURS | {"dayOfWeek": "Monday"}), "dayOfWeek cannot be"),
        (contact_point(hoursAvailable=HOURS | {"closes": "24:00"}), "closes cannot be"),
        (contact_point(hoursAvailable=HOURS | {"closes": "08:00"}), "end when they begin"),
        (contact_point(hoursAvailable=HOURS | {"validFrom": "2027-02-30"}), "validFrom cannot be"),
        (contact_point(hoursAvailable=HOURS | {"validFrom": "2027-02-10"}), "first and a last day"),
        (block(type="BreadcrumbList", itemListElement=STEPS[::-1]), "the positions"),
        (block(type="BreadcrumbList", itemListElement=STEPS[1:]), "two steps or more"),
        (
            block(
                type="BreadcrumbList",
                itemListElement=[STEPS[0] | {"item": ""}, STEPS[1]],
            ),
            "can do without “item”",
        ),
        (block(type="FAQPage", mainEntity=[]), "FAQPage has no “mainEntity”"),
        (block(type="FAQPage", mainEntity=[ORGANISATION]), "is questions"),
        (
            block(type="FAQPage", mainEntity={"@type": "Question", "name": "Why?"}),
            "Question has no “acceptedAnswer”",
        ),
        (block(type="Article", headline="A" * 111), "at most 110"),
        (
            block(type="Article", headline="A", publisher={"@id": "https://a.example/#none"}),
            "publisher cannot be",
        ),
    ],
)
def test_what_breaks_a_rule_is_found(text: str, fault: str) -> None:
    assert [found for found in faults(text) if fault in found] != []
