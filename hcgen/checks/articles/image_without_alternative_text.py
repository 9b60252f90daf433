"""ART021: images that say nothing to those who cannot see them."""

import re
from collections.abc import Iterator

from hcgen.checks.context import ArticleContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.article import Link
from hcgen.model.norms import bare

RULE = Rule(
    code="ART021",
    name="image-without-alternative-text",
    severity=Severity.WARNING,
    stage=Stage.ARTICLE,
    summary="An image has no text for those who cannot see it.",
    why="Screen readers, broken connections and search engines get nothing, or a file's name.",
    fix="Say in the brackets what the image shows: ![The form with the new password](form.svg)",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "![](⟦../../assets/form.svg⟧)\n",
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                '<img src="⟦../../assets/form.svg⟧">\n',
            }
        ),
        Example(
            {
                "content/id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n---\n"
                "![Tangkapan layar](⟦../../assets/form.svg⟧)\n",
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "![form.svg](⟦../../assets/form.svg⟧)\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "![Image of the form, filled in](../../assets/form.svg)\n",
            }
        ),
        # decoration, on purpose
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                '<img alt="" src="../../assets/form.svg">\n',
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "![Form](../../assets/form.svg) but not `![](form.svg)`\n",
            }
        ),
    ),
)

_ALT = re.compile(
    r"""\salt\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>]+))""", re.I
)
_HAS_ALT = re.compile(r"\salt(?=[\s=/>])", re.I)


def check(context: ArticleContext) -> Iterator[Diagnostic]:
    """Look at every image as it is written."""
    article = context.article
    if article.is_draft:
        return
    for link in article.links:
        if not link.is_image:
            continue
        words = _alternative(link)
        if words is None:
            continue
        target = link.target.value.partition("?")[0].partition("#")[0]
        name = target.rpartition("/")[2]
        if not words.strip():
            message = f"the image “{name or target}” has no text for those who cannot see it"
        elif bare(words) in context.language.norms.vague_images or _is_file_name(words, name):
            message = f"“{words.strip()}” does not say what the image shows"
        else:
            continue
        yield Diagnostic(
            RULE,
            link.target.span,
            message,
            help="say what the image shows, in a sentence"
            if link.words is not None
            else 'say what the image shows in alt=, or write alt="" if it is only decoration',
        )


def _alternative(link: Link) -> str | None:
    """Return what is read instead of the image; None if that is fine or stands elsewhere."""
    if link.words is not None:
        return link.words.value
    span = link.target.span
    text = span.file.text
    start = text.rfind("<", 0, span.start)
    end = text.find(">", span.end)
    if start < 0 or end < 0 or text[start : start + 4].lower() != "<img":
        return None
    tag = text[start : end + 1]
    if match := _ALT.search(tag):
        return match["double"] or match["single"] or match["bare"] or None
    return None if _HAS_ALT.search(tag) else ""


def _is_file_name(words: str, name: str) -> bool:
    written = words.strip().lower()
    stem = name.lower().rpartition(".")[0]
    # a stem that is a plain word may well say what there is to see
    return written == name.lower() or (written == stem and not stem.isalpha())
