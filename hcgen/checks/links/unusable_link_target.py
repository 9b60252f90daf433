"""LNK012: links to what no browser opens from a web page."""

import re
from collections.abc import Iterator

from hcgen.checks.context import ArticleContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.load.markdown_blocks import BlockKind
from hcgen.render.sanitising import SCHEMES

_TOP = "---\ntitle: Reset your password\n---\n"

RULE = Rule(
    code="LNK012",
    name="unusable-link-target",
    severity=Severity.ERROR,
    stage=Stage.ARTICLE,
    summary="A link leads to a file of the writer's computer, to a script, or to nothing at all.",
    why="Such an address is taken out of the page: the customer sees words that cannot be clicked.",
    fix="Put the file into content/assets/ and link to it there, or write a web address.",
    since="0.1.0",
    bad=(
        Example(
            {"content/en/account/reset.md": f"{_TOP}See [it](⟦file:///home/me/form.pdf⟧) first.\n"}
        ),
        Example({"content/en/account/reset.md": f"{_TOP}See [it](⟦C:\\\\Forms\\\\a.pdf⟧).\n"}),
        Example({"content/en/account/reset.md": f"{_TOP}See [⟦the form⟧]() first.\n"}),
        Example(
            {"content/en/account/reset.md": f"{_TOP}See [it](⟦javascript:history.back()⟧) now.\n"}
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": f"{_TOP}See [it](https://example.com/), "
                "[mail us](mailto:help@example.com), [call us](tel:+622112345) or "
                "[choose](?q=a:b). Not a link: `[x]()`, [ ] or f[x]().\n"
            }
        ),
        Example({"content/en/account/reset.md": f"{_TOP}```\n[x](file:///a)\n[x]()\n```\nText.\n"}),
        Example({"content/en/account/reset.md": f"{_TOP}Write:\n\n    [x](file:///a)\n\nText.\n"}),
        Example(
            {
                "mkdocs.yml": "site_name: Help\nsite_url: https://help.example.com/\n"
                "plugins: [{hcgen: {languages: [en, id], trust_html: true}}]\n",
                "content/en/account/reset.md": f"{_TOP}Write [to us](whatsapp://send?phone=6221).\n",
            }
        ),
    ),
)

_SCHEME = re.compile(r"\s*(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):")
_EMPTY = re.compile(r"(?<![\w\\!])\[(?P<words>[^\[\]\n]+)\]\([ \t]*(?:<>)?[ \t]*\)")


# browsers have given up ftp, and open no files from the web
_NEVER = frozenset({"file", "ftp"})


def check(context: ArticleContext) -> Iterator[Diagnostic]:
    """Look at the schemes of all links, then for links without a target."""
    article = context.article
    published: set[str] | None = None
    for link in article.links:
        target = link.target.value
        match = _SCHEME.match(target) if ":" in target else None
        if match is None or match["scheme"].lower() in SCHEMES or "/" in match["scheme"]:
            continue
        if published is None:
            published = {each.target for each in context.fragment.links}
        scheme = match["scheme"].lower()
        # on a site that trusts its HTML such links stay, and other programs than browsers open them
        stays = target in published and scheme not in _NEVER and len(scheme) > 1
        if stays or _is_code(context, link.target.span.start):
            continue
        yield Diagnostic(
            RULE,
            link.target.span,
            f"“{target}” cannot be opened from a web page",
            help="put the file into content/assets/ and link to it there, or write a web address",
        )
    if "]()" not in article.file.text and "](<>)" not in article.file.text:
        return
    for block in context.blocks:
        text = block.span.text
        for match in _EMPTY.finditer(text):
            # what is code has no words in the prose
            if block.prose[match.start("words") : match.end("words")].strip():
                yield Diagnostic(
                    RULE,
                    block.span.slice(*match.span("words")),
                    f"the link “{match['words']}” leads nowhere",
                    help="write the path of an article between the round brackets",
                )


def _is_code(context: ArticleContext, place: int) -> bool:
    return any(
        block.kind is BlockKind.CODE and block.span.start <= place < block.span.end
        for block in context.blocks
    )
