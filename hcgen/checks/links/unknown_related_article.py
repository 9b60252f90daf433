"""LNK004: related articles that do not exist."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.nearest import nearest

RULE = Rule(
    code="LNK004",
    name="unknown-related-article",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="`related` names an article that does not exist.",
    why="The customer is not offered the article that was meant to help next.",
    fix="Write the article's path below the language's folder, without .md, or its id.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n"
                "related: [⟦billing/pya⟧]\n---\nChoose a new one.\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n"
                "related: [billing/pay]\n---\nChoose a new one.\n",
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n"
                "related: [pay-by-card]\n---\nChoose a new one.\n",
                "content/en/billing/pay.md": "---\ntitle: Pay\nid: pay-by-card\n---\nPay.\n",
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look each name up among keys and paths."""
    centre = context.centre
    known = {article.path for article in centre.articles} | set(centre.translations)
    for article in centre.articles:
        for name in article.related:
            wanted = name.value.strip("/").removesuffix(".md")
            if wanted in known:
                continue
            yield Diagnostic(
                RULE,
                name.span,
                f"there is no article “{name.value}”",
                help=nearest(
                    wanted,
                    known,
                    otherwise="write a path such as billing/pay, or the id of an article",
                ),
            )
