"""LNK010: links to old addresses, and old addresses that lead to one another."""

from collections.abc import Iterator

from hcgen.checks.context import FragmentsContext
from hcgen.checks.links._links import (
    SitePages,
    is_written_out,
    links_with_places,
    own_address,
    path_span,
    relative_path,
)
from hcgen.checks.links._redirects import Redirects
from hcgen.diagnostics import Diagnostic, Edit, Example, Rule, Severity, Stage
from hcgen.model.article import Article, Link
from hcgen.render import LinkKind
from hcgen.source import Span

_PAY = "---\ntitle: Pay\naliases: [/en/pay-now/]\n---\nPay by card.\n"

RULE = Rule(
    code="LNK010",
    name="link-through-redirect",
    severity=Severity.WARNING,
    stage=Stage.FRAGMENTS,
    summary="A link leads to an old address of an article, or an old address is not free.",
    why="Each redirect costs the customer a moment, and a chain of them ends somewhere wrong.",
    fix="Link to the article's file; give each old address to one article, and to no page.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to pay](⟦https://help.example.com/en/pay-now/⟧).\n",
                "content/en/billing/pay.md": _PAY,
            },
            fixed={
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to pay](../billing/pay.md).\n"
            },
        ),
        # paths as they were before the file was moved
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to pay](⟦../old/pay.md⟧#how).\n",
                "content/en/billing/pay.md": "---\ntitle: Pay\naliases: [/en/old/pay/]\n---\n"
                "## How\n\nPay by card.\n",
            },
            fixed={
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to pay](../billing/pay.md#how).\n"
            },
        ),
        Example(
            {
                "content/en/billing/pay.md": "---\ntitle: Pay\n"
                "aliases: [⟦/en/account/reset/⟧, old/pay]\n---\nPay.\n"
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n"
                "aliases: [old.html]\n---\nText.\n",
                "content/en/billing/pay.md": "---\ntitle: Pay\naliases: [⟦/en/old/⟧]\n---\nPay.\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to pay](../billing/pay.md).\n",
                "content/en/billing/pay.md": _PAY,
            }
        ),
        Example(
            {
                "content/en/billing/pay.md": "---\ntitle: Pay\naliases: [/pay-now/]\n---\nPay.\n",
                "content/id/billing/pay.md": "---\ntitle: Bayar\naliases: [/pay-now/]\n---\nIni.\n",
            }
        ),
    ),
)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Look at the old addresses first; without any there is nothing else to do."""
    redirects = Redirects.of(context)
    if not redirects.aliases:
        return
    pages = SitePages.of(context.centre, context.addresses)
    yield from _taken(redirects, pages)
    for article, link, destination in links_with_places(context):
        if link.is_image:
            continue
        target: Article | None = None
        place = link.target.span
        if destination.kind is LinkKind.EXTERNAL:
            address = own_address(context.centre.settings, link.target.value)
            if address and pages.file(address) is None:
                target = redirects.article(address, article.language)
        elif destination.kind is LinkKind.BROKEN:
            place = path_span(link)
            target = redirects.target(context.centre, article, link.target.value)
        if target is not None:
            yield _at_link(context, article, link, place, target)


def _taken(redirects: Redirects, pages: SitePages) -> Iterator[Diagnostic]:
    """Look for old addresses that are those of pages, or of two articles."""
    for alias in redirects.aliases:
        first = redirects.first[alias.address]
        taken = pages.file(alias.address)
        if taken is not None:
            fact = f"the old address “{alias.written.value}” is that of a page, {taken}"
        elif first.article is not alias.article:
            fact = f"{first.article.file.path} has the old address “{alias.written.value}” too"
        else:
            continue
        yield Diagnostic(RULE, alias.written.span, fact, help="take it out of aliases")


def _at_link(
    context: FragmentsContext, article: Article, link: Link, place: Span, target: Article
) -> Diagnostic:
    new = relative_path(context.centre, article, context.centre.content_path(target))
    _, mark, anchor = link.target.value.partition("#")
    end = f"{mark}{anchor}" if place is link.target.span else ""
    can = is_written_out(link) and not new.startswith("<") and "?" not in link.target.value
    return Diagnostic(
        RULE,
        place,
        f"“{link.target.value}” is an old address of {target.file.path}",
        help=f"write {new}",
        fix=(Edit(place, new + end),) if can else (),
    )
