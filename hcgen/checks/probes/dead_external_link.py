"""PRB008: links to other sites that lead nowhere, by what runs of `hcgen probe --links` saw."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from hcgen.checks.context import FragmentsContext
from hcgen.checks.links._links import links_with_places
from hcgen.checks.probes._examples import DEAD_LINK, MAIL_IS_DEAD, evidence_of_link
from hcgen.checks.probes._reasons import in_words
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.evidence import Record, State, link_key
from hcgen.model.showing import COUNTS_FOR

_PAGE = "---\ntitle: Reset your password\n---\nSee [the guide](%s) for more.\n"

RULE = Rule(
    code="PRB008",
    name="dead-external-link",
    severity=Severity.WARNING,
    stage=Stage.FRAGMENTS,
    summary="A link to another site does not work: it failed again and again, or there is proof.",
    why="Readers who follow it find an error, and think that the whole answer is out of date.",
    fix="Link to where the page is now, or take the link out.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": _PAGE % f"⟦{DEAD_LINK}#part⟧",
                "evidence.json": evidence_of_link(MAIL_IS_DEAD),
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": _PAGE % "https://new.example.com/guide",
                "evidence.json": evidence_of_link(MAIL_IS_DEAD),
            }
        ),
        Example(
            {
                "content/en/account/reset.md": _PAGE % DEAD_LINK,
                "evidence.json": evidence_of_link(replace(MAIL_IS_DEAD, state=State.PENDING)),
            }
        ),
    ),
)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Look for links whose record has an open incident."""
    evidence = context.centre.evidence
    dead: dict[str, Record] = {
        key: record
        for key, record in (evidence.records.items() if evidence else ())
        if record.state is State.OPEN
        and record.checked_at is not None
        and context.today - record.checked_at.date() <= COUNTS_FOR
    }
    if not dead:
        return  # most sites: no link has to be looked up

    @cache
    def record_of(url: str) -> Record | None:
        return dead.get(link_key(url))

    for _, link, _ in links_with_places(context):
        target = link.target.value
        if target[:6].lower() not in ("http:/", "https:"):
            continue
        record = record_of(target)
        if record is not None:
            since = f" since {record.since.date()}" if record.since else ""
            yield Diagnostic(
                RULE,
                link.target.span,
                f"“{target}” has not worked{since}: {in_words(record.reason)}",
                help="link to where the page is now, or take the link out",
            )
