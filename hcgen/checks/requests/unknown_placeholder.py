"""REQ003: placeholders of messages that nothing is put in place of."""

import re
from collections.abc import Iterator, Mapping
from itertools import product

from hcgen.checks.context import SourceContext
from hcgen.checks.requests._facts import has_faults
from hcgen.checks.requests._messages import messages, place_in
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.nearest import nearest
from hcgen.model.request import (
    FACT_NAME,
    MESSAGE_PARTS,
    known_placeholders,
    message_template,
    needed_facts,
    placeholders,
)
from hcgen.source import Span, Text

_BOTH = "topics:\n  - path: account\n    title: Account\n    message:\n"
_BRACED = rf"\{{+[ \t]*(?P<name>{FACT_NAME.pattern})[ \t]*\}}+"
_TOO_MANY = re.compile(rf"(?=\{{\{{|[^}}]+\}}\}}){_BRACED}")
_OPEN = re.compile(rf"(?<!\{{)\{{(?P<name>{FACT_NAME.pattern})(?![^{{}}\n]*\}})")

RULE = Rule(
    code="REQ003",
    name="unknown-placeholder",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A message template has a placeholder that nothing is put in place of.",
    why="The customer's message goes out with braces in it, and without what should stand there.",
    fix="Write {problem}, {facts}, {trail}, {topic}, or a fact that these requests need: {error}.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/topics.yml": f"{_BOTH}      en: |\n        Hello,\n"
                "        {problem}\n        My domain: ⟦{domian}⟧\n"
                "      id: 'Halo, {problem} ⟦{nomor tagihan}⟧'\n"
            }
        ),
        Example(
            {
                "content/topics.yml": "requests:\n  message:\n"
                "    en: Hello, ⟦{{ problem }}⟧ {facts}\n"
                "    id: Halo, {problem} ⟦{facts⟧ (semua)\n"
            }
        ),
        Example({"content/topics.yml": "requests:\n  message: 'Hi. ⟦{problem}}⟧{facts}'\n"}),
        # asked in another topic, never in this one
        Example(
            {
                "content/topics.yml": "topics:\n"
                "  - {path: billing, title: ID, facts: [account]}\n"
                "  - {path: account, title: ID, message: '{problem} ⟦{account}⟧'}\n"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/topics.yml": f"{_BOTH}"
                "      {en: 'Hi. {topic}: {problem} {order}', id: 'Hai. {problem}'}\n"
                "    facts: [order]\nfacts:\n  - {name: order, label: ID, good: AB-12}\n"
            }
        ),
        # not every request with this message asks for it, but one does
        Example(
            {
                "content/topics.yml": "requests: {message: '{problem} {account}'}\n"
                "topics:\n  - {path: account, title: ID, facts: [account]}\n"
            }
        ),
        Example(
            {
                "content/topics.yml": "requests:\n"
                "  message: ':-{ {{ channel:mail:promise }} {problem}{facts}{trail}{since} }}'\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look up the words between braces, and look for braces that make no placeholder."""
    centre = context.centre
    known = known_placeholders(centre.topics, centre.requests)
    fillable = _fillable(context)
    for message in messages(centre):
        if "{" not in message.value:
            continue
        for placeholder in placeholders(message.value):
            if placeholder.name not in known:
                yield Diagnostic(
                    RULE,
                    place_in(message, placeholder.start, placeholder.end),
                    f"nothing is put in place of “{{{placeholder.name}}}”",
                    help=_help(placeholder.name.strip(), known),
                )
            elif placeholder.name not in fillable.get(message.span, known):
                yield Diagnostic(
                    RULE,
                    place_in(message, placeholder.start, placeholder.end),
                    f"no request with this message asks for “{placeholder.name}”",
                    help=f"add “{placeholder.name}” to the facts of the topic, or take it out here",
                )
        yield from _odd_braces(message, known)


def _fillable(context: SourceContext) -> Mapping[Span, frozenset[str]]:
    """Return place of a message -> the placeholders that some request puts something in place of.

    A fact that is asked for nowhere is among them: REQ005 has the word.
    """
    centre = context.centre
    topics, requests = centre.topics, centre.requests
    if has_faults(context):
        return {}  # perhaps of the facts of a topic
    asked = {path: needed_facts(path, topics, requests) for path in ("", *topics)}
    idle = requests.own.keys() - {name for names in asked.values() for name in names}
    fillable: dict[Span, frozenset[str]] = {}
    for path, tag in product(asked, centre.tags):
        message = message_template(path, topics, requests, tag)
        if message is not None:
            before = fillable.get(message.span, frozenset((*MESSAGE_PARTS, *idle)))
            fillable[message.span] = before.union(asked[path])
    return fillable


def _odd_braces(message: Text, known: frozenset[str]) -> Iterator[Diagnostic]:
    for pattern, fact in ((_TOO_MANY, "has too many braces"), (_OPEN, "has no closing brace")):
        for match in pattern.finditer(message.value):
            yield Diagnostic(
                RULE,
                place_in(message, *match.span()),
                f"“{match[0]}” {fact}",
                help=f"write “{{{match['name']}}}”"
                if match["name"] in known
                else _help(match["name"], known),
            )


def _help(name: str, known: frozenset[str]) -> str:
    """Return help with the nearest placeholder, in the braces that belong to it."""
    return nearest(f"{{{name}}}", (f"{{{word}}}" for word in known))
