"""ART012: two articles of one language that answer the same question."""

from collections import Counter
from collections.abc import Iterator, Sequence

from hcgen.checks.articles._same import answers, bare, title_key
from hcgen.checks.articles._sketch import FEWEST, resemblance
from hcgen.checks.context import FragmentsContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.article import Article

_ALIKE = 0.6
"""With runs of three words, about one word in twelve differs: the same text, edited here and there.
Guides for two devices, whose menus differ, stay below; sampling is off by 0.06 (64 hashes)."""

_MANY, _MANY_SHARE = 10, 0.05
"""What more articles than this have in common is a form of the house, not an answer."""

_WORTH_A_LOOK = 6
"""Hashes two sketches have in common before they are compared."""

_TEXT = (
    "Open the panel, choose Profile, then click Change password. Type the old password once and "
    "the new one twice. A password needs at least twelve letters or digits. Click Save. All other "
    "devices are logged out, and we send you a message that says so."
)

RULE = Rule(
    code="ART012",
    name="same-question",
    severity=Severity.WARNING,
    stage=Stage.FRAGMENTS,
    summary="Two published articles of one language answer the same question.",
    why="Customers find both and wonder which is right; after the next change only one of them is.",
    fix="Make one article of the two and list the old address under aliases:, or say in each what "
    "sets it apart.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n"
                "questions: [I forgot my password]\n---\nChoose a new one.\n",
                "content/en/billing/pay.md": "---\ntitle: Pay\n"
                "questions: [can I pay by card, ⟦i forgot my password!⟧]\n---\nPay by card.\n",
            }
        ),
        Example(
            {
                "content/en/account/reset.md": f"---\ntitle: Reset your password\n---\n{_TEXT}\n",
                "content/en/billing/pay.md": "---\ntitle: ⟦Get another password⟧\n---\n"
                f"{_TEXT.replace('twelve', '12')}\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n"
                f"questions: [how to reset, how to reset]\n---\n{_TEXT}\n",
                "content/id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n"
                "questions: [how to reset]\n---\nBuat yang baru.\n",
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n"
                f"questions: [how to reset]\n---\n{_TEXT}\n",
                "content/en/billing/pay.md": "---\ntitle: Pay\ndraft: true\n"
                f"questions: [how to reset]\n---\n{_TEXT}\n",
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\nSame text.\n",
                "content/en/billing/pay.md": "---\ntitle: Pay\n---\nSame text.\n",
            }
        ),
    ),
)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Look for the same entry under ``questions``, then for texts that are nearly the same."""
    by_language: dict[str, list[Article]] = {}
    for article in answers(context.centre, context.today):
        by_language.setdefault(article.language, []).append(article)
    for articles in by_language.values():
        asked = set()
        for article, found in _same_questions(articles):
            asked.add(article.file.path)
            yield found
        yield from _same_texts(context, [a for a in articles if a.file.path not in asked], articles)


def _same_questions(articles: Sequence[Article]) -> Iterator[tuple[Article, Diagnostic]]:
    first: dict[str, Article] = {}
    for article in articles:
        for question in article.questions:
            key = bare(question.value)
            other = first.setdefault(key, article) if key else article
            if other is article or _is_same_title(article, other):
                continue
            yield (
                article,
                Diagnostic(
                    RULE,
                    question.span,
                    f"{other.file.path} answers “{question.value}” too",
                    help="keep the question where it is answered best, or make one article of "
                    "the two",
                ),
            )


def _same_texts(
    context: FragmentsContext, looked_at: Sequence[Article], articles: Sequence[Article]
) -> Iterator[Diagnostic]:
    sketches = {
        article.file.path: sketch
        for article in articles
        if (reading := context.readings.get(article.file.path)) is not None
        and len(sketch := reading.sketch) >= FEWEST
    }
    counts = Counter(number for sketch in sketches.values() for number in sketch)
    many = max(_MANY, _MANY_SHARE * len(sketches))
    common = {number for number, count in counts.items() if count > many}
    by_path = {article.file.path: article for article in articles}
    reported_at = {article.file.path for article in looked_at}
    # only the first article with a number is kept, so that an article is compared with as many
    # others as it has numbers at most, however many articles there are
    first: dict[int, Article] = {}
    for article in articles:
        sketch = sketches.get(article.file.path, ())
        shared = Counter(
            other.file.path
            for number in sketch
            if number not in common and (other := first.setdefault(number, article)) is not article
        )
        if not shared or article.file.path not in reported_at:
            continue
        candidates = [path for path, count in shared.most_common(3) if count >= _WORTH_A_LOOK]
        alike = [(resemblance(sketches[path], sketch, common), path) for path in candidates]
        share, path = max(alike, default=(0.0, ""))
        if share >= _ALIKE and not _is_same_title(article, by_path[path]):
            yield Diagnostic(
                RULE,
                article.place,
                f"this article and {path} have {round(share * 100)} % of their text in common",
                help="make one article of the two and list the old address under aliases:, "
                "or say in each what sets it apart",
            )


def _is_same_title(one: Article, other: Article) -> bool:
    key = title_key(one)  # another rule reports these
    return key is not None and key == title_key(other)
