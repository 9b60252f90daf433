"""REQ004: message templates that leave out what the customer wrote."""

import re
from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.requests._messages import messages
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.nearest import nearest_word

RULE = Rule(
    code="REQ004",
    name="message-without-problem",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A message template has no {problem}.",
    why="The message goes out without a word of what the customer wrote.",
    fix="Write {problem} where the customer's own words belong.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/topics.yml": "requests:\n  message:\n"
                "    en: ⟦'Hello, can you help? {facts}'⟧\n"
                "    id: 'Halo. {problem} {facts}'\n"
            }
        ),
        Example(
            {
                "content/topics.yml": "topics:\n  - path: account\n    title: Account\n"
                "    message: ⟦Problem⟧\n"
            }
        ),
    ),
    good=(
        Example({"content/topics.yml": "requests:\n  message: '{problem}'\n"}),
        Example(
            {
                "content/topics.yml": "requests:\n  message: ''\n"
                "topics:\n  - path: account\n    title: Account\n"
                "    message: {en: 'Hi. {problem}', id: 'Hai. {problem}'}\n"
            }
        ),
    ),
)

_PROBLEM = "problem"
_AFTER_BRACE = re.compile(r"\{[ \t]*([^{}\n]*?)[ \t]*(?=[{}\n]|$)")


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for {problem} in each template; where it is mistyped, REQ003 has the word."""
    for message in messages(context.centre):
        words = _AFTER_BRACE.findall(message.value)
        if not any(word.startswith(_PROBLEM) or nearest_word(word, (_PROBLEM,)) for word in words):
            yield Diagnostic(
                RULE,
                message.span,
                "this message leaves out what the customer wrote",
                help="write {problem} where it belongs",
            )
