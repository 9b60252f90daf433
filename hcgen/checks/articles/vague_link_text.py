"""ART022: links whose words do not say where they lead."""

import re
from collections.abc import Iterator

from hcgen.checks.context import ArticleContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.norms import bare

RULE = Rule(
    code="ART022",
    name="vague-link-text",
    severity=Severity.WARNING,
    stage=Stage.ARTICLE,
    summary="The words of a link do not say where it leads.",
    why="Screen readers list links without the text around them, and eyes jump from link to link: "
    "“here” tells neither anything (WCAG 2.2, 2.4.4).",
    fix="Make the words that name the target the link: “see [how to pay](pay.md)”.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "To pay, [⟦click here⟧](../billing/pay.md).\n",
            }
        ),
        Example(
            {
                "content/id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n---\n"
                "Untuk membayar, [⟦**klik di sini!**⟧](../billing/pay.md).\n",
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "See [⟦https://example.com/pay/cards⟧](https://example.com/pay/cards).\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "[Here is how to pay](../billing/pay.md). Or `[here](pay.md)`.\n",
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "Open [https://example.com](https://example.com/) or write to "
                "[help@example.com](mailto:help@example.com).\n",
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "Choose [Details](../billing/details.md), or run [`more`](../billing/pay.md).\n",
                "content/en/billing/details.md": "---\ntitle: Details of an invoice\n---\nAll.\n",
                "content/id/billing/details.md": "---\ntitle: Rincian tagihan\n---\nIsi.\n",
            }
        ),
    ),
)

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|[*_`~]+")
# a host by itself reads well; what follows it does not
_LONG_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s/]+/[^\s/]\S*$", re.I)


def check(context: ArticleContext) -> Iterator[Diagnostic]:
    """Look the words of each link up among those of the language."""
    article = context.article
    if article.is_draft:
        return
    vague = context.language.norms.vague_link_texts
    for link in article.links:
        words = link.words
        if link.is_image or words is None or "![" in words.value or "<img" in words.value:
            continue
        written = _MARKUP.sub("", words.value) if "<" in words.value else words.value
        if bare(written) in vague and not _is_name(written, link.target.value):
            message = f"“{written.strip(' *_`~')}” does not say where the link leads"
            instead = "make the words that name the target the link"
        elif _LONG_ADDRESS.match(written.strip()):
            message = "an address does not say what the linked page is about"
            instead = "write the name of the page instead"
        else:
            continue
        yield Diagnostic(RULE, words.span, message, help=instead)


def _is_name(words: str, target: str) -> bool:
    """Tell whether words name something: a command, or the very page that the link leads to."""
    words = words.strip()
    if len(words) > 2 and words[0] == words[-1] == "`":
        return True
    page = target.partition("#")[0].rstrip("/").rpartition("/")[2].partition(".")[0]
    return bare(words) == bare(page.replace("-", " "))
