"""LNK006: articles that nothing leads to but the list of their topic."""

from collections.abc import Iterator

from hcgen.checks.context import FragmentsContext
from hcgen.checks.links._links import links_with_places
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.article import Role
from hcgen.render import LinkKind

_RESET = "content/en/account/reset.md"
_TO_PAY = "---\ntitle: Reset your password\n---\nSee [how to pay](../billing/pay.md).\n"
_TO_RESET = "---\ntitle: Pay\nrelated: [account/reset]\n---\nPay by card.\n"

RULE = Rule(
    code="LNK006",
    name="orphan-article",
    severity=Severity.NOTE,
    stage=Stage.FRAGMENTS,
    summary="No other article leads to an article; only the list of its topic does.",
    why="Customers who read about something close to it do not learn that it is there.",
    fix="Link to it where the question comes up, name it under related:, or feature it.",
    since="0.1.0",
    bad=(
        Example(
            {
                _RESET: "---\ntitle: ⟦Reset your password⟧\n---\nSee [how to pay]"
                "(../billing/pay.md) and [above](reset.md).\n"
            }
        ),
        Example(
            {
                _RESET: "---\ntitle: ⟦Reset your password⟧\n---\nSee [pay](../billing/pay.md).\n",
                "content/en/billing/pay.md": "---\ntitle: Pay\n---\nSee the "
                "[account](../account/index.md).\n",
            }
        ),
        # a link that customers do not see
        Example(
            {
                _RESET: "---\ntitle: ⟦Reset your password⟧\n---\nText.\n",
                "content/en/billing/pay.md": _TO_RESET.replace(
                    "title: Pay", "title: Pay\ndraft: true"
                ),
                "content/id/billing/pay.md": None,
            }
        ),
    ),
    good=(
        Example({_RESET: _TO_PAY, "content/en/billing/pay.md": _TO_RESET}),
        Example(
            {
                _RESET: "---\ntitle: Reset your password\nfeatured: true\n---\n"
                "See [how to pay](../billing/pay.md).\n"
            }
        ),
        Example(
            {
                "content/id/account/reset.md": "---\ntitle: Atur ulang\n---\n"
                "Lihat [cara bayar](../billing/pay.md).\n",
                "content/en/billing/pay.md": _TO_RESET,
            }
        ),
    ),
    # in a small help centre every article may well stand for itself: its topic lists it
    is_on=False,
)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Collect everything that leads to an article, in any language."""
    centre = context.centre
    reached = {
        destination.name
        for article, _, destination in links_with_places(context)
        if destination.kind is LinkKind.ARTICLE
        and destination.name != article.key
        and article.is_published(context.today)
    }
    for article in centre.articles:
        for name in article.related if article.is_published(context.today) else ():
            wanted = name.value.strip("/").removesuffix(".md")
            reached.add(centre.keys.get(wanted, wanted))
    reached.update(notice.article for notice in centre.notices)
    for key, versions in centre.translations.items():
        source = centre.source_of(key)
        is_shown = source.role is Role.ARTICLE and source.is_published(context.today)
        if not is_shown or key in reached:
            continue
        if any(version.is_featured for version in versions.values()):
            continue
        yield Diagnostic(
            RULE,
            source.place,
            f"no other article leads to “{source.title.value}”",
            help="link to it from an article about something close, or name it under related:",
        )
