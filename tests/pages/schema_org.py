"""What schema.org says of the types that pages use, and what search engines want of them.

The tables are facts of the vocabulary, written down so that no test needs the network: a type's
parent, the properties that belong to it, and what each of them may hold.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from urllib.parse import urlsplit

Node = Mapping[str, object]

PARENTS = {
    "Thing": "",
    "Action": "Thing",
    "CreativeWork": "Thing",
    "Intangible": "Thing",
    "Organization": "Thing",
    "Place": "Thing",
    "SearchAction": "Action",
    "Article": "CreativeWork",
    "Comment": "CreativeWork",
    "WebPage": "CreativeWork",
    "WebSite": "CreativeWork",
    "Answer": "Comment",
    "Question": "Comment",
    "ContactPage": "WebPage",
    "FAQPage": "WebPage",
    "EntryPoint": "Intangible",
    "ItemList": "Intangible",
    "ListItem": "Intangible",
    "StructuredValue": "Intangible",
    "BreadcrumbList": "ItemList",
    "ContactPoint": "StructuredValue",
    "OpeningHoursSpecification": "StructuredValue",
    "PostalAddress": "ContactPoint",
}

PROPERTIES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "Thing": {
        "alternateName": ("Text",),
        "description": ("Text",),
        "image": ("URL",),
        "mainEntityOfPage": ("CreativeWork", "URL"),
        "name": ("Text",),
        "potentialAction": ("Action",),
        "sameAs": ("URL",),
        "url": ("URL",),
    },
    "Action": {"target": ("EntryPoint", "URL")},
    "CreativeWork": {
        "author": ("Organization",),
        "dateModified": ("Date", "DateTime"),
        "datePublished": ("Date", "DateTime"),
        "headline": ("Text",),
        "inLanguage": ("Language",),
        "isPartOf": ("CreativeWork", "URL"),
        "keywords": ("Text", "URL"),
        "mainEntity": ("Thing",),
        "publisher": ("Organization",),
        "text": ("Text",),
    },
    "Organization": {
        "address": ("PostalAddress", "Text"),
        "areaServed": ("Place", "Text"),
        "contactPoint": ("ContactPoint",),
        "email": ("Text",),
        "legalName": ("Text",),
        "location": ("Place", "PostalAddress", "Text"),
        "logo": ("URL",),
        "telephone": ("Text",),
    },
    "Place": {
        "address": ("PostalAddress", "Text"),
        "logo": ("URL",),
        "openingHoursSpecification": ("OpeningHoursSpecification",),
        "specialOpeningHoursSpecification": ("OpeningHoursSpecification",),
        "telephone": ("Text",),
    },
    # "-input" tells what an action needs before it can be done (schema.org, Potential Actions)
    "SearchAction": {"query": ("Text",), "query-input": ("Text",)},
    "Article": {"articleBody": ("Text",), "articleSection": ("Text",), "wordCount": ("Integer",)},
    "WebPage": {
        "breadcrumb": ("BreadcrumbList", "Text"),
        "lastReviewed": ("Date",),
        "primaryImageOfPage": ("URL",),
    },
    "Question": {
        "acceptedAnswer": ("Answer", "ItemList"),
        "answerCount": ("Integer",),
        "suggestedAnswer": ("Answer", "ItemList"),
    },
    "EntryPoint": {"httpMethod": ("Text",), "urlTemplate": ("Text",)},
    "ItemList": {
        "itemListElement": ("ListItem", "Text", "Thing"),
        "itemListOrder": ("Text",),
        "numberOfItems": ("Integer",),
    },
    "ListItem": {"item": ("Thing",), "position": ("Integer", "Text")},
    "ContactPoint": {
        "areaServed": ("Place", "Text"),
        "availableLanguage": ("Language",),
        "contactType": ("Text",),
        "email": ("Text",),
        "faxNumber": ("Text",),
        "hoursAvailable": ("OpeningHoursSpecification",),
        "productSupported": ("Text",),
        "telephone": ("Text",),
    },
    "OpeningHoursSpecification": {
        "closes": ("Time",),
        "dayOfWeek": ("DayOfWeek",),
        "opens": ("Time",),
        "validFrom": ("Date", "DateTime"),
        "validThrough": ("Date", "DateTime"),
    },
    "PostalAddress": {
        "addressCountry": ("Text",),
        "addressLocality": ("Text",),
        "addressRegion": ("Text",),
        "postOfficeBoxNumber": ("Text",),
        "postalCode": ("Text",),
        "streetAddress": ("Text",),
    },
}
"""Type -> own property -> what it may hold; a language is its tag (BCP 47)."""

DAYS_OF_WEEK = {
    f"https://schema.org/{day}"
    for day in "Monday Tuesday Wednesday Thursday Friday Saturday Sunday PublicHolidays".split()
}

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "Answer": ("text",),
    "Article": ("headline", "author", "publisher", "inLanguage", "mainEntityOfPage"),
    "BreadcrumbList": ("itemListElement",),
    "ContactPage": ("name", "url", "mainEntity"),
    "ContactPoint": ("contactType",),
    "EntryPoint": ("urlTemplate",),
    "FAQPage": ("mainEntity",),
    "ListItem": ("position", "name"),
    "OpeningHoursSpecification": ("dayOfWeek", "opens", "closes"),
    "Organization": ("name", "url"),
    "Place": ("address",),
    "PostalAddress": ("streetAddress", "addressLocality"),
    "Question": ("name", "acceptedAnswer"),
    "SearchAction": ("target", "query-input"),
    "WebSite": ("name", "url"),
}
"""Type -> properties without which search engines pass over it."""


def _is_url(value: str) -> bool:
    parts = urlsplit(value)
    return (
        parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", value)
    )


def _is_read_by(parse: Callable[[str], object], pattern: str) -> Callable[[str], bool]:
    def is_read(value: str) -> bool:
        if not re.fullmatch(pattern, value):
            return False
        try:
            parse(value)
        except ValueError:
            return False
        return True

    return is_read


_ZONE = r"(?:Z|[+-]\d\d:\d\d)?"
FORMATS: Mapping[str, Callable[[str], bool]] = {
    "Date": _is_read_by(date.fromisoformat, r"\d{4}-\d\d-\d\d"),
    "DateTime": _is_read_by(
        datetime.fromisoformat, rf"\d{{4}}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?{_ZONE}"
    ),
    "DayOfWeek": DAYS_OF_WEEK.__contains__,
    "Language": lambda value: bool(re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", value)),
    "Text": lambda value: bool(value.strip()),
    "Time": _is_read_by(time.fromisoformat, rf"\d\d:\d\d(?::\d\d)?{_ZONE}"),
    "URL": _is_url,
}


def nodes_of(block: str) -> tuple[Node, ...]:
    """Return the outermost nodes of a data block."""
    whole = json.loads(block)
    graph = whole.get("@graph", [whole])
    return tuple({name: value for name, value in n.items() if name != "@context"} for n in graph)


def inner_nodes(value: object) -> Iterator[Node]:
    """Yield every node in a value, itself first; references to other nodes are none."""
    if isinstance(value, (list, tuple)):
        for item in value:
            yield from inner_nodes(item)
    elif isinstance(value, dict):
        if value.keys() != {"@id"}:
            yield value
        for item in value.values():
            yield from inner_nodes(item)


def faults(block: str) -> list[str]:
    """Return everything that is wrong with a data block; empty when nothing is."""
    whole = json.loads(block)
    found = [] if whole.get("@context") == "https://schema.org" else ["@context is another one"]
    nodes = list(inner_nodes(list(nodes_of(block))))
    ids = {str(node["@id"]) for node in nodes if "@id" in node}
    for node in nodes:
        found += _faults_of_node(node, ids)
    return found


def _faults_of_node(node: Node, ids: set[str]) -> Iterator[str]:
    kind = str(node.get("@type"))
    if kind not in PARENTS:
        yield f"“{kind}” is no type"
        return
    allowed = {
        name: expected
        for ancestor in _lineage(kind)
        for name, expected in PROPERTIES.get(ancestor, {}).items()
    }
    for name, value in node.items():
        if name not in ("@id", "@type"):
            yield from _faults_of_property(f"{kind}.{name}", value, allowed.get(name), ids)
    if not _is_url(str(node.get("@id", "https://schema.org/"))):
        yield f"{kind}: @id “{node['@id']}” is no address"
    for name in REQUIRED.get(kind, ()):
        if not node.get(name):
            yield f"{kind} has no “{name}”"
    if kind in CHECKS:
        yield from CHECKS[kind](node)


def _faults_of_property(
    name: str, value: object, expected: tuple[str, ...] | None, ids: set[str]
) -> Iterator[str]:
    if expected is None:
        yield f"{name} is no property"
        return
    for item in value if isinstance(value, list) else [value]:
        if not any(_fits(item, kind, ids) for kind in expected):
            yield f"{name} cannot be {item!r}"


def _lineage(kind: str) -> Iterator[str]:
    while kind:
        yield kind
        kind = PARENTS[kind]


def _fits(value: object, expected: str, ids: set[str]) -> bool:
    if isinstance(value, dict):
        if value.keys() == {"@id"}:
            return value["@id"] in ids
        kind = str(value.get("@type"))
        return kind in PARENTS and expected in _lineage(kind)
    if isinstance(value, int):
        return expected == "Integer"
    # an address may stand for the thing that it leads to
    return isinstance(value, str) and FORMATS.get(expected, _is_url)(value)


def _breadcrumb_faults(node: Node) -> Iterator[str]:
    items = node.get("itemListElement")
    if not isinstance(items, list) or len(items) < 2:
        yield "a breadcrumb has two steps or more"
        return
    if [item.get("position") for item in items] != list(range(1, len(items) + 1)):
        yield "the positions of a breadcrumb are 1, 2, 3 …"
    if any(not item.get("item") for item in items[:-1]):
        yield "only the last step of a breadcrumb can do without “item”"


def _article_faults(node: Node) -> Iterator[str]:
    if len(str(node.get("headline"))) > 110:
        yield "a headline has at most 110 characters"


def _faq_faults(node: Node) -> Iterator[str]:
    if any(question.get("@type") != "Question" for question in _list(node, "mainEntity")):
        yield "what a FAQPage is about is questions"


def _search_faults(node: Node) -> Iterator[str]:
    target = node.get("target")
    template = target.get("urlTemplate", "") if isinstance(target, dict) else ""
    names = re.findall(r"{([^}]*)}", str(template))
    wanted = re.findall(r"name=(\S+)", str(node.get("query-input")))
    if names != wanted or not _is_url(str(template)):
        yield "the address of a search takes what its input gives"


def _contact_faults(node: Node) -> Iterator[str]:
    if not any(node.get(name) for name in ("telephone", "email", "url")):
        yield "a ContactPoint says where it is"
    telephone = str(node.get("telephone", "+1"))
    if not re.fullmatch(r"\+[1-9]\d{0,14}|[\d*#]{2,8}", telephone):
        yield f"“{telephone}” is no international number (E.164), and no short one"
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", str(node.get("email", "a@b"))):
        yield f"“{node['email']}” is no mailbox"
    if not re.fullmatch(r"[A-Z]{2}", str(node.get("areaServed", "ID"))):
        yield f"“{node['areaServed']}” is no country (ISO 3166-1)"


def _hours_faults(node: Node) -> Iterator[str]:
    first, last = node.get("validFrom"), node.get("validThrough")
    if (first is None) != (last is None) or str(first) > str(last):
        yield "times that hold for some days have a first and a last day"
    if node.get("opens") == node.get("closes") != "00:00":
        yield "times that end when they begin are no times"


CHECKS: Mapping[str, Callable[[Node], Iterator[str]]] = {
    "Article": _article_faults,
    "BreadcrumbList": _breadcrumb_faults,
    "ContactPoint": _contact_faults,
    "FAQPage": _faq_faults,
    "OpeningHoursSpecification": _hours_faults,
    "SearchAction": _search_faults,
}


def _list(node: Node, name: str) -> list[Node]:
    value = node.get(name)
    return value if isinstance(value, list) else [value] if isinstance(value, dict) else []
