"""LNK007: links into another language where the reader's own has the article."""

from collections.abc import Iterator

from hcgen.checks.context import FragmentsContext
from hcgen.checks.links._links import (
    is_written_out,
    links_with_places,
    path_span,
    relative_path,
)
from hcgen.diagnostics import Diagnostic, Edit, Example, Rule, Severity, Stage
from hcgen.languages import english_name
from hcgen.model.article import INTRODUCTIONS, Article
from hcgen.render import Destination, LinkKind

RULE = Rule(
    code="LNK007",
    name="link-to-another-language",
    severity=Severity.WARNING,
    stage=Stage.FRAGMENTS,
    summary="A link leads to another language although the article is there in the reader's own.",
    why="One click, and the customer is in a language that they may not read.",
    fix="Link to the file of the same language; hcgen check --fix does it.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n---\n"
                "Lihat [cara bayar](⟦../../en/billing/pay.md⟧).\n"
            },
            fixed={
                "content/id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n---\n"
                "Lihat [cara bayar](../billing/pay.md).\n"
            },
        ),
        Example(
            {
                "content/en/billing/pay.md": "---\ntitle: Pay\n---\n## Steps {#steps}\n\nPay.\n",
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to pay](</⟦id/billing/pay.md⟧#steps>).\n".replace("</⟦", "<⟦/"),
                "content/id/billing/pay.md": "---\ntitle: Bayar\n---\n## Cara {#steps}\n\nBayar.\n",
            },
            fixed={
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [how to pay](<../billing/pay.md#steps>).\n"
            },
        ),
        # the folder of a topic, and a page that hcgen makes
        Example(
            {
                "content/id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n---\n"
                "Lihat [tagihan](⟦../../en/billing/⟧).\n"
            },
            fixed={
                "content/id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n---\n"
                "Lihat [tagihan](../billing/index.md).\n"
            },
        ),
        Example(
            {
                "content/id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n---\n"
                "[Hubungi kami](⟦../../en/contact.md⟧).\n"
            },
            fixed={
                "content/id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n---\n"
                "[Hubungi kami](../contact.md).\n"
            },
        ),
    ),
    good=(
        Example(
            {
                "content/id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n---\n"
                "Lihat [syarat](../../en/terms.md) (dalam bahasa Inggris).\n",
                "content/en/terms.md": "---\ntitle: Terms\n---\nText.\n",
                "content/coverage.yml": "waivers:\n  - {article: terms, languages: [id], "
                "owner: support, reason: binding, until: 2999-01-31}\n",
            }
        ),
        Example(
            {
                "content/id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n---\n"
                "Lihat [cara bayar](../../id/billing/pay.md) atau "
                "[versi bahasa Inggris](../../en/account/reset.md).\n"
            }
        ),
    ),
)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Look at links that name the folder of another language."""
    centre = context.centre
    for article, link, destination in links_with_places(context):
        if not destination.language:
            continue
        path = _own_version(context, article, destination)
        if path is None:
            continue
        place = path_span(link)
        new = relative_path(centre, article, path).strip("<>")
        # headings may have other ids there
        own = centre.by_path.get(path)
        anchors = context.fragments[own.file.path].anchors if own is not None else ()
        keeps_anchor = destination.anchor in ("", *anchors)
        can = keeps_anchor and is_written_out(link) and " " not in new
        yield Diagnostic(
            RULE,
            place,
            f"this link leads to the {english_name(destination.language)} version, and there is "
            f"one in {english_name(article.language)}",
            help=f"write {new}",
            fix=(Edit(place, new),) if can else (),
        )


def _own_version(
    context: FragmentsContext, article: Article, destination: Destination
) -> str | None:
    """Return the path below the content folder of what a link should name, if that is there."""
    centre, tag = context.centre, article.language
    if destination.kind is LinkKind.TOPIC and destination.name in context.addresses.topics[tag]:
        return centre.file_path(tag, f"{destination.name}/{INTRODUCTIONS[0]}")
    if destination.kind is LinkKind.GENERATED:
        return centre.file_path(tag, destination.name)
    # “this article in Indonesian” is meant so, as is the home page of another language
    if destination.kind is LinkKind.ARTICLE and destination.name != article.key:
        own = centre.translations[destination.name].get(tag)
        if own is not None and own.is_published(context.today):
            return centre.content_path(own)
    return None
