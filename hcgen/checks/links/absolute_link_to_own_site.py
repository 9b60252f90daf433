"""LNK008: whole addresses of this site where a path would do."""

from collections.abc import Iterator

from hcgen.checks.context import FragmentsContext
from hcgen.checks.links._links import (
    SitePages,
    is_written_out,
    links_with_places,
    own_address,
    relative_path,
)
from hcgen.checks.links._redirects import Redirects
from hcgen.diagnostics import Diagnostic, Edit, Example, Rule, Severity, Stage
from hcgen.model.article import Link
from hcgen.render import LinkKind

RULE = Rule(
    code="LNK008",
    name="absolute-link-to-own-site",
    severity=Severity.WARNING,
    stage=Stage.FRAGMENTS,
    summary="A link to a page or file of this site is written as a whole address.",
    why="Nobody notices when it breaks, it leaves the preview, and in another language it leads "
    "to the wrong one.",
    fix="Link to the Markdown file; hcgen check --fix does it where it knows which one.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to pay](⟦https://help.example.com/en/billing/pay/#how⟧).\n",
                "content/en/billing/pay.md": "---\ntitle: Pay\n---\n## How\n\nPay by card.\n",
            },
            fixed={
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to pay](../billing/pay.md#how).\n"
            },
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to pay](⟦//help.example.com/en/billing/paid/⟧).\n"
            }
        ),
        Example(
            {
                "content/assets/form.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "![The form](⟦https://help.example.com/assets/form.svg⟧)\n",
            },
            fixed={
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "![The form](../../assets/form.svg)\n"
            },
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to pay](../billing/pay.md) and [the shop](https://example.com/en/).\n"
            }
        ),
        Example(
            {
                "mkdocs.yml": "site_name: Help\nsite_url: https://example.com/help/\n"
                "plugins: [{hcgen: {languages: [en, id]}}]\n",
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [the shop](https://example.com/shop/).\n",
            }
        ),
    ),
)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Look at links that have the site's own host and path; old addresses are another rule's."""
    centre = context.centre
    pages: SitePages | None = None
    redirects: Redirects | None = None
    for article, link, destination in links_with_places(context):
        if destination.kind is not LinkKind.EXTERNAL:
            continue
        address = own_address(centre.settings, link.target.value)
        if not address:
            continue  # another site's, or the root of the own one
        pages = pages or SitePages.of(centre, context.addresses)
        redirects = redirects or Redirects.of(context)
        file = address if address in centre.assets else pages.file(address)
        if file is None:
            # the files that hcgen makes, such as feeds, are not known here
            is_file = "." in address.rpartition("/")[2] and not address.endswith(".html")
            if is_file or redirects.article(address, article.language) is not None:
                continue
            yield Diagnostic(
                RULE,
                link.target.span,
                f"“{link.target.value}” is no page of this site",
                help="link to the Markdown file, as ../billing/pay.md",
            )
            continue
        new = relative_path(centre, article, file)
        yield Diagnostic(
            RULE,
            link.target.span,
            "this link to the own site is a whole address",
            help=f"write {new}",
            fix=_fix(link, new),
        )


def _fix(link: Link, path: str) -> tuple[Edit, ...]:
    value = link.target.value
    if not is_written_out(link) or "?" in value or path.startswith("<"):
        return ()
    # reference definitions and links in angle brackets take a path as well; raw HTML and bare
    # addresses between < and > do not
    text, place = link.target.span.file.text, link.target.span
    if (
        text[place.start - 1 : place.start] == "<"
        and text[place.start - 2 : place.start - 1] != "("
    ):
        return ()
    _, mark, anchor = value.partition("#")
    return (Edit(place, f"{path}{mark}{anchor}"),)
