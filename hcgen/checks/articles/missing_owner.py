"""ART018: articles that nobody answers for."""

from collections.abc import Iterator, Mapping

from hcgen.checks.articles._same import answers
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.topic import Topic

_OWNED = "topics:\n  - path: account\n    title: {en: Account, id: Akun}\n    owner: support\n"

RULE = Rule(
    code="ART018",
    name="missing-owner",
    severity=Severity.NOTE,
    stage=Stage.SOURCE,
    summary="Neither an article nor its topic has an owner, though others have.",
    why="Nobody is asked when it is time to review it, or when a customer says that it is wrong.",
    fix="Add owner: to the article's front matter, or to its topic in topics.yml.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/topics.yml": _OWNED,
                "content/en/billing/pay.md": "---\ntitle: ⟦Pay by card⟧\n---\nText.\n",
                "content/id/billing/pay.md": "---\ntitle: Bayar\nowner: finance\n---\nTeks.\n",
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset\nowner: support\n---\nText.\n",
                "content/id/account/reset.md": "---\ntitle: Atur ulang\nowner: support\n---\n"
                "Teks.\n",
                "content/en/billing/pay.md": "---\ntitle: ⟦Pay by card⟧\nowner: ''\n---\nText.\n",
                "content/id/billing/pay.md": None,
                "content/coverage.yml": "waivers:\n  - article: billing/pay\n    languages: [id]\n"
                "    owner: support\n    reason: Not sold there\n    until: 2099-01-31\n",
            }
        ),
    ),
    good=(
        # where nobody has an owner, owners are not how the help centre is looked after
        Example({"content/en/billing/pay.md": "---\ntitle: Pay by card\n---\nText.\n"}),
        Example(
            {
                "content/topics.yml": _OWNED,
                "content/en/account/phone/old.md": "---\ntitle: Old phones\n---\nText.\n",
                "content/id/account/phone/old.md": "---\ntitle: HP lama\n---\nTeks.\n",
                "content/en/account/index.md": "---\ntitle: Accounts\n---\nText.\n",
                "content/en/index.md": "---\ntitle: Welcome\n---\nText.\n",
                "content/en/billing/pay.md": "---\ntitle: Pay\ndraft: true\n---\nText.\n",
                "content/id/billing/pay.md": "---\ntitle: Bayar\nowner: finance\n---\nTeks.\n",
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look at the articles and pages that customers see, unless there is no owner anywhere."""
    centre = context.centre
    has_owners = any(topic.owner for topic in centre.topics.values())
    if not has_owners and not any(article.owner for article in centre.articles):
        return
    owned: dict[str, bool] = {}
    for article in answers(centre, context.today):
        if article.owner is not None:
            continue
        if article.topic not in owned:
            owned[article.topic] = _has_owner(article.topic, centre.topics)
        if not owned[article.topic]:
            yield Diagnostic(
                RULE,
                article.place,
                "neither this article nor its topic has an owner"
                if article.topic
                else "this page has no owner",
                help="add owner: with the team that keeps it right",
            )


def _has_owner(path: str, topics: Mapping[str, Topic]) -> bool:
    while path:
        topic = topics.get(path)
        if topic is not None and topic.owner is not None:
            return True
        path = path.rpartition("/")[0]
    return False
