"""ART001: articles whose front matter has no title."""

import json
from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Edit, Example, Findings, Rule, Severity, Stage
from hcgen.load.front_matter import split_front_matter
from hcgen.model.article import Article

RULE = Rule(
    code="ART001",
    name="missing-title",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="An article has no title in its front matter.",
    why="Lists, search results and browser tabs show the first heading or the file's name instead.",
    fix="Add title: to the front matter, in the customer's words.",
    since="0.1.0",
    bad=(
        Example(
            {"content/en/account/reset.md": "# ⟦Reset your `password`⟧ {#top}\n\nText.\n"},
            fixed={
                "content/en/account/reset.md": '---\ntitle: "Reset your password"\n---\n'
                "# Reset your `password` {#top}\n\nText.\n"
            },
        ),
        Example(
            {
                "content/en/account/reset.md": "---\nowner: support\n---\nText.\n\n"
                '## ⟦The "new" password⟧\n\nText.\n',
                "content/topics.yml": "topics:\n  - path: account\n    title: {en: Account, id: "
                "Akun}\n    owner: support\n  - path: billing\n    title: {en: Billing, id: "
                "Tagihan}\n    owner: support\n",
            },
            fixed={
                "content/en/account/reset.md": '---\ntitle: "The \\"new\\" password"\n'
                "owner: support\n---\nText.\n\n"
                '## The "new" password\n\nText.\n'
            },
        ),
        Example({"content/en/account/reset.md": "Text.\n"}, unplaced="content/en/account/reset.md"),
    ),
    good=(
        Example({"content/en/account/reset.md": "---\ntitle: Reset your password\n---\nText.\n"}),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look at every article that front matter could be read from."""
    broken = {
        finding.span.file
        for name in ("unreadable-yaml", "unclosed-front-matter")
        for finding in context.findings.get(name, ())
    }
    for article in context.centre.articles:
        if article.has_title or article.file in broken:
            continue
        yield Diagnostic(
            RULE,
            article.title.span,
            f"the front matter has no title; “{article.title.value}” serves as one",
            help=f"add “title: {_in_yaml(article.title.value)}” between two lines “---” at the top",
            fix=_fix(article),
        )


def _in_yaml(title: str) -> str:
    """Return a title as it may stand behind a colon: in quotes where it means something else."""
    is_plain = title[:1].isalnum() and ": " not in title and " #" not in title
    return title if is_plain and title[-1] != ":" else json.dumps(title, ensure_ascii=False)


def _fix(article: Article) -> tuple[Edit, ...]:
    """Return the line that says what the first heading says, so that the page stays the same."""
    file, title = article.file, article.title
    # in quotes, YAML takes no other characters as they are; a file's name is no title
    if title.span.start == title.span.end or not title.value.isprintable():
        return ()
    line = f"title: {json.dumps(title.value, ensure_ascii=False)}\n"
    front_matter = split_front_matter(file, Findings())
    mapping = front_matter.mapping
    if mapping is None:
        return (Edit(file.start(), f"---\n{line}---\n"),) if front_matter.body_start == 0 else ()
    start = mapping.span.start
    is_one_key_a_line = file.text[start - 1] == "\n" and file.text[start] not in "{?&!"
    if mapping.get("title") is not None or not is_one_key_a_line:
        return ()
    return (Edit(file.span(start, start), line),)
