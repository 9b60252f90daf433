"""Reads what `topics.yml` says about requests: facts, messages, and the article about both."""

from collections.abc import Iterable, Iterator, Mapping

from hcgen.diagnostics import Findings
from hcgen.load.fields import Fields
from hcgen.load.yaml_tree import YamlMapping, YamlNode
from hcgen.model.nearest import nearest
from hcgen.model.request import (
    FACT_NAME,
    FORMS,
    MESSAGE_PARTS,
    NO_REQUESTS,
    USUAL_FACTS,
    Fact,
    Requests,
)
from hcgen.model.url import slugify
from hcgen.source import Text

REQUESTS_FIELDS = ("article", "facts", "message")
FACT_FIELDS = ("form", "good", "hint", "label", "name", "thin")


def load_requests(
    tree: YamlNode | None,
    articles: Mapping[str, str],
    unreadable: Iterable[str],
    findings: Findings,
) -> Requests:
    """Return what the file says about requests.

    Args:
        tree: Of `topics.yml`; None without one. That it is no mapping is said by `load_topics`.
        articles: What data files may call an article -> its key.
        unreadable: Paths below the content folder of articles that cannot be read.
    """
    if not isinstance(tree, YamlMapping):
        return NO_REQUESTS
    file = Fields(tree, findings)
    mapping = file.mapping_of("requests")
    own = _own_facts(file, findings)
    if mapping is None:
        return Requests((), NO_REQUESTS.message, None, own)
    fields = Fields(mapping, findings, REQUESTS_FIELDS)
    return Requests(
        facts=named_facts(fields, findings),
        message=fields.localized("message"),
        article=_article(fields, articles, unreadable, findings),
        own=own,
    )


def named_facts(fields: Fields, findings: Findings) -> tuple[Text, ...]:
    """Return the names in a list of facts; what can be no name, or stands twice, is told."""
    found: dict[str, Text] = {}
    for text in fields.texts("facts"):
        name = _plain(text, findings)
        if name is None:
            continue
        if name.value in found:
            findings.report(
                "unexpected-value",
                name.span,
                f"“{name.value}” stands twice in this list",
                help="take one of them out",
            )
        found.setdefault(name.value, name)
    return tuple(found.values())


def _own_facts(file: Fields, findings: Findings) -> Mapping[str, Fact]:
    found: dict[str, Fact] = {}
    for fact in _facts(file, findings):
        first = found.setdefault(fact.name.value, fact)
        if first is not fact:
            line = first.name.span.position.line
            findings.report(
                "unexpected-value",
                fact.name.span,
                f"the fact in line {line} is called “{fact.name.value}” too",
                help="give each fact a name of its own",
            )
    return found


def _facts(file: Fields, findings: Findings) -> Iterator[Fact]:
    for mapping in file.mappings("facts"):
        fields = Fields(mapping, findings, FACT_FIELDS)
        known = len(findings)
        written = fields.text("name")
        if written is None and len(findings) == known:  # else what stands there has been told
            findings.report(
                "unexpected-value",
                mapping.span.slice(0, 0),
                "this fact has no “name”",
                help="write name: and one word, for example name: invoice",
            )
        name = None if written is None else _plain(written, findings)
        label, hint = fields.localized("label"), fields.localized("hint")
        good, thin = fields.localized("good"), fields.localized("thin")
        usual = FORMS[0] if name is None else USUAL_FACTS.get(name.value, FORMS[0])
        form = fields.choice("form", FORMS, usual)
        if name is not None:
            yield Fact(name, label, hint, good, thin, form, mapping.span)


def _plain(text: Text, findings: Findings) -> Text | None:
    """Return a name that can stand between braces; else tell, and return the nearest that can."""
    name = text.value
    if name in MESSAGE_PARTS:
        findings.report(
            "unexpected-value",
            text.span,
            f"“{name}” is a part of every message, not a fact",
            help="give the fact another name",
        )
        return None
    if FACT_NAME.fullmatch(name):
        return text
    plain = slugify(name)
    is_name = FACT_NAME.fullmatch(plain) is not None and plain not in MESSAGE_PARTS
    findings.report(
        "unexpected-value",
        text.span,
        f"“{name}” cannot be the name of a fact",
        help=f"write “{plain}”" if is_name else "write one word of small letters from a to z",
    )
    return Text(plain, text.span) if is_name else None


def _article(
    fields: Fields,
    articles: Mapping[str, str],
    unreadable: Iterable[str],
    findings: Findings,
) -> Text | None:
    text = fields.text("article")
    if text is None:
        return None
    name = text.value.strip("/").removesuffix(".md")
    if name in articles:
        return Text(articles[name], text.span)
    if not any(f"/{path}".endswith(f"/{name}.md") for path in unreadable):
        findings.report(
            "unexpected-value",
            text.span,
            f"there is no article “{name}”",
            help=nearest(name, articles, otherwise="write it, or name another one"),
        )
    return None
