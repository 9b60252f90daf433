"""SRH007: two articles of one language that search finds to be nearly the same."""

from collections.abc import Iterator

from hcgen.checks.articles import duplicate_title, same_question
from hcgen.checks.context import IndexContext
from hcgen.checks.search._suspects import suspects
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.article import Article
from hcgen.render import LinkKind, resolve_target

_ALIKE = 0.68
"""In manuals of some 280 pages in five languages what lies above says the same with few words
changed; the most alike of those that only treat neighbouring things reaches 0.64."""

_RESET = (
    "---\ntitle: {title}\nkeywords: [password, forgot, reset]\n---\n"
    "Open the login page and choose Forgot password. Type your email address, then open the "
    "link that we send. Choose a new password of twelve letters and save it.{more}\n"
)
_LOST = (
    "---\ntitle: {title}\nkeywords: [password, forgot, reset]\n{front}---\n"
    "Did you lose your password? On the login page, Forgot password asks for your email address. "
    "We send a link. Open it, type twelve letters as the new password, and save.\n"
)
_OTHERS = {
    f"content/{path}.md": f"---\ntitle: {title}\n---\n{text}\n"
    for path, title, text in (
        ("en/billing/card", "Cards we take", "Visa and others, from any bank."),
        ("id/billing/card", "Kartu yang diterima", "Visa dan lainnya, dari bank mana pun."),
        ("en/billing/refund", "Get money back", "Ask within thirty days of paying."),
        ("id/billing/refund", "Uang kembali", "Minta dalam tiga puluh hari."),
        ("id/account/lost", "Sandi hilang", "Mintalah tautan, lalu ketik yang baru."),
    )
}

RULE = Rule(
    code="SRH007",
    name="near-duplicate",
    severity=Severity.WARNING,
    stage=Stage.INDEX,
    summary="Two published articles of one language say nearly the same in other words.",
    why="Search can hardly tell them apart, so customers find now one and now the other; after the "
    "next change only one of them is right. Two that link to each other are left out: whoever "
    "wrote that knew of both.",
    fix="Make one article of the two and list the old address under aliases:, or say in each what "
    "sets it apart, with a link to the other.",
    since="0.1.0",
    bad=(
        Example(
            {
                **_OTHERS,
                "content/en/account/reset.md": _RESET.format(
                    title="⟦Reset a forgotten password⟧", more=""
                ),
                "content/en/account/lost.md": _LOST.format(
                    title="Forgot your password? Reset it", front=""
                ),
            }
        ),
    ),
    good=(
        Example(
            {
                # whoever wrote this knows of both
                **_OTHERS,
                "content/en/account/reset.md": _RESET.format(
                    title="Reset a forgotten password", more=" [Lost it?](lost.md)"
                ),
                "content/en/account/lost.md": _LOST.format(
                    title="Forgot your password? Reset it", front=""
                ),
            }
        ),
        Example(
            {
                **_OTHERS,
                "content/en/account/reset.md": _RESET.format(
                    title="Reset a forgotten password", more=""
                ),
                "content/en/account/lost.md": _LOST.format(
                    title="Forgot your password? Reset it", front="related: [account/reset]\n"
                ),
            }
        ),
        Example(
            {
                # about neighbouring things
                **_OTHERS,
                "content/en/account/reset.md": _RESET.format(
                    title="Reset a forgotten password", more=""
                ),
                "content/en/account/lost.md": "---\ntitle: Change your password\n"
                "keywords: [password, new, other]\n---\nIn the panel, open Profile. Type the old "
                "password once and the new password twice. Other devices are logged out.\n",
            }
        ),
    ),
)


def check(context: IndexContext) -> Iterator[Diagnostic]:
    """Look for the twin of each article that may have one; a pair is told where its second is."""
    told: frozenset[str] | None = None
    for language in context.centre.languages:
        for article in suspects(context, language):
            found = _twin(context, article)
            if found is None:
                continue
            if told is None:
                told = _told(context)
            if article.file.path in told:
                continue
            twin, cosine = found
            place = twin.place.position
            yield Diagnostic(
                RULE,
                article.place,
                f"“{article.title.value}” and “{twin.title.value}” ({twin.file.path}:{place.line}:"
                f"{place.column}) are {int(100 * cosine)} % alike",
                help="make one article of the two and list the old address under aliases:, or say "
                "in each what sets it apart, with a link to the other",
            )


def _twin(context: IndexContext, article: Article) -> tuple[Article, float] | None:
    """Return the article before this one that is most like it, and the cosine."""
    entries = context.addresses.entries[article.language]
    for similar in context.similar_of(article.language, article.key):
        if similar.cosine < _ALIKE:
            break
        other = entries[similar.key].article
        if other.language != article.language or other.path > article.path:
            continue
        if not _leads_to(context, article, other) and not _leads_to(context, other, article):
            return other, similar.cosine
    return None


def _leads_to(context: IndexContext, article: Article, other: Article) -> bool:
    """Tell whether an article links to another one, or names it as related."""
    centre = context.centre
    names = (text.value.strip("/").removesuffix(".md") for text in article.related)
    if other.key in (centre.keys.get(name, name) for name in names):
        return True
    targets = (
        resolve_target(centre, article, link.target)
        for link in context.fragments[article.file.path].links
    )
    return any(target.kind is LinkKind.ARTICLE and target.name == other.key for target in targets)


def _told(context: IndexContext) -> frozenset[str]:
    """Return the paths of files that another rule has told to be like one before them."""
    return frozenset(
        found.span.file.path
        for check in (duplicate_title.check, same_question.check)
        for found in check(context)
    )
