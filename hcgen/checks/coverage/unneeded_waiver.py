"""COV005: waivers for what is not missing, or does not exist."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.coverage._gaps import Gaps
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import english_name
from hcgen.model.coverage import Waiver
from hcgen.model.nearest import nearest

_REST = "    owner: support\n    reason: Not sold there\n    until: 2099-01-31\n"

RULE = Rule(
    code="COV005",
    name="unneeded-waiver",
    severity=Severity.NOTE,
    stage=Stage.SOURCE,
    summary="A waiver accepts a gap that is not there.",
    why="If the article goes missing later, nobody is told. A name that is mistyped accepts "
    "nothing.",
    fix="Take the waiver out, or correct the name.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/coverage.yml": "waivers:\n  - article: ⟦account/reset⟧\n"
                f"    languages: [id]\n{_REST}"
            }
        ),
        Example(
            {
                "content/coverage.yml": "waivers:\n  - article: ⟦account/rest⟧\n"
                f"    languages: [id]\n{_REST}"
            }
        ),
        Example(
            {
                "content/en/account/close.md": "---\ntitle: Close your account\n---\nText.\n",
                "content/coverage.yml": "waivers:\n  - article: account/close\n"
                f"    languages: [id, ⟦ms⟧]\n{_REST}",
            }
        ),
        Example(
            {
                "content/coverage.yml": "waivers:\n  - topic: ⟦account⟧\n"
                f"    languages: [id]\n{_REST}"
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/close.md": "---\ntitle: Close your account\n---\nText.\n",
                "content/coverage.yml": "waivers:\n  - article: account/close\n"
                f"    languages: [id]\n{_REST}",
            }
        ),
        Example(
            {
                # the translation is there, and customers do not see it yet
                "content/en/account/close.md": "---\ntitle: Close your account\n---\nText.\n",
                "content/id/account/close.md": "---\ntitle: Tutup\ndraft: true\n---\nTeks.\n",
                "content/coverage.yml": "waivers:\n  - article: account/close\n"
                f"    languages: [id]\n{_REST}",
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for what each waiver says is missing."""
    if not context.centre.coverage.waivers:
        return
    gaps = Gaps(context.centre, context.today)
    for waiver in context.centre.coverage.waivers:
        if not gaps.knows(waiver):
            yield from _unknown(gaps, waiver)
        elif not gaps.open_languages(waiver):
            yield Diagnostic(
                RULE,
                waiver.name.span,
                f"nothing of “{waiver.name.value}” is missing where this waiver says so",
                help="take the waiver out",
            )
        else:
            yield from _languages(gaps, waiver)


def _unknown(gaps: Gaps, waiver: Waiver) -> Iterator[Diagnostic]:
    name = waiver.name.value
    if any(f"/{path}".endswith(f"/{name}.md") for path in gaps.centre.unreadable):
        return
    what, known = "topic", frozenset(gaps.centre.topics)
    if waiver.article is not None:
        what, known = "article", frozenset(gaps.keys)
    yield Diagnostic(
        RULE,
        waiver.name.span,
        f"there is no {what} “{name}”",
        help=nearest(name, known, otherwise="take the waiver out"),
    )


def _languages(gaps: Gaps, waiver: Waiver) -> Iterator[Diagnostic]:
    for text in gaps.needless_languages(waiver):
        if text.value in gaps.tags:
            fact = f"“{waiver.name.value}” is there in {english_name(text.value)}"
        else:
            fact = f"“{text.value}” is not a language of the site"
        yield Diagnostic(RULE, text.span, fact, help=f"take out “{text.value}”")
