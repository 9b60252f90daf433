"""FRM001: forms and forums behind something else than an https address."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.web_addresses import web_fault
from hcgen.checks.words import part_of
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_MAIL = "  - {id: mail, kind: email, address: help@example.com, hours: always}\n"

RULE = Rule(
    code="FRM001",
    name="form-not-encrypted",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A form, portal or forum has no address that begins with https:.",
    why="What customers write there, passwords too, is read by anybody on the way; or nothing "
    "opens.",
    fix="Write the whole address, beginning with https://.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: form, kind: form, url: ⟦http://form.example.com/⟧}\n" + _MAIL
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: forum, kind: community, url: ⟦forum.example.com/new⟧}\n" + _MAIL
            },
            fixed={
                "content/channels.yml": "channels:\n"
                "  - {id: forum, kind: community, url: https://forum.example.com/new}\n" + _MAIL
            },
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: form, kind: form, url: ⟦/form/⟧}\n" + _MAIL
            }
        ),
    ),
    good=(
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: form, kind: form, url: https://form.example.com/http/}\n" + _MAIL
            }
        ),
        Example(
            {
                "content/channels.yml": "channels:\n"
                "  - {id: forum, kind: community, url: 'HTTPS://example.com/?to=http:'}\n" + _MAIL
            }
        ),
    ),
)

_KINDS = {"form": "form", "community": "forum"}


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look at the page of each form and forum."""
    for channel in context.centre.contact.channels:
        text = channel.values.get("url")
        if channel.kind not in _KINDS or text is None:
            continue
        fault = web_fault(text, what=_KINDS[channel.kind])
        if fault is not None:
            place = part_of(text, 0, len(text.value))
            yield Diagnostic(RULE, place, fault.message, help=fault.help, fix=fault.fix)
