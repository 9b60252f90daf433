"""URL001: articles whose address another page already has."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="URL001",
    name="address-taken",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="Two pages want the same address.",
    why="Only one of them can be published.",
    fix="Give one of them another slug: in its front matter.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/id/contact.md": "---\ntitle: ⟦Kontak⟧\n---\nTeks.\n",
                "content/en/contact.md": "---\ntitle: Contact\ndraft: true\n---\nText.\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/id/contact.md": "---\ntitle: Kontak\nslug: kontak\n---\nTeks.\n",
                "content/en/contact.md": "---\ntitle: Contact\nslug: touch\n---\nText.\n",
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Report each article once, wherever its version collides first."""
    reported: set[str] = set()
    for collision in context.addresses.collisions:
        article = collision.entry.article
        if article.file.path in reported:
            continue
        reported.add(article.file.path)
        yield Diagnostic(
            RULE,
            article.place,
            f"“/{collision.entry.address}” is the address of {collision.taken_by}",
            help="write another slug: in the front matter",
        )
