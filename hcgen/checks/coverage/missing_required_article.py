"""COV001: articles that must be there and are not."""

from collections.abc import Iterable, Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.coverage._gaps import (
    names_of,
)
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import english_name
from hcgen.model.article import Article
from hcgen.model.coverage import RequiredArticle
from hcgen.model.nearest import nearest

RULE = Rule(
    code="COV001",
    name="missing-required-article",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="An article that coverage.yml requires is not there, or not in every language.",
    why="You have said that the help centre must not go out without it: the law may want it, or "
    "most of the messages that customers send are about it.",
    fix="Write or publish it, or accept the gap in coverage.yml with an owner and an end date.",
    since="0.1.0",
    bad=(
        Example({"content/coverage.yml": "required:\n  - article: ⟦billing/refund⟧\n"}),
        Example(
            {
                "content/coverage.yml": "required:\n  - article: ⟦billing/refund⟧\n",
                "content/en/billing/refund.md": "---\ntitle: Get your money back\n---\nText.\n",
            }
        ),
        Example(
            {
                "content/coverage.yml": "required:\n  - article: ⟦billing/pay⟧\n"
                "    languages: [id]\n",
                "content/id/billing/pay.md": "---\ntitle: Bayar\ndraft: true\n---\nTeks.\n",
            }
        ),
        Example(
            {
                "content/coverage.yml": "required:\n  - article: ⟦billing/pay⟧\n"
                "    languages: [en]\n    audience: owners\n",
            }
        ),
    ),
    good=(
        Example({"content/coverage.yml": "required:\n  - article: billing/pay\n"}),
        Example(
            {
                "content/coverage.yml": "required:\n  - article: card\n    languages: [en]\n"
                "    audience: owners\n",
                "content/en/billing/pay.md": "---\ntitle: Pay\nid: card\n"
                "audience: [owners, staff]\n---\nPay by card.\n",
            }
        ),
        Example(
            {
                "content/coverage.yml": "required:\n  - article: billing/refund\n"
                "waivers:\n  - article: billing/refund\n    languages: [en, id]\n"
                "    owner: support\n    reason: Not sold yet\n    until: 2099-01-31\n",
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for each required article in each of its languages."""
    centre = context.centre
    if not centre.coverage.articles:
        return
    keys = centre.keys
    for required in centre.coverage.articles:
        key = keys.get(required.article.value)
        yield from _unknown_languages(context, required)
        if key is None:
            yield from _nowhere(context, required, keys)
            continue
        names = names_of(centre, key)
        for tag in _languages(context, required):
            if centre.coverage.has_waiver(names, tag):
                continue  # one that does not count is said at the waiver
            version = centre.translations[key].get(tag)
            paths = (article.path for article in centre.translations[key].values())
            if version is None and any(centre.is_unreadable(tag, path) for path in paths):
                continue
            yield from _faults(context, required, version, tag)


def _languages(context: SourceContext, required: RequiredArticle) -> tuple[str, ...]:
    tags = context.centre.tags
    written = {text.value for text in required.languages}
    return tuple(tag for tag in tags if not written or tag in written)


def _unknown_languages(context: SourceContext, required: RequiredArticle) -> Iterator[Diagnostic]:
    tags = context.centre.tags
    for text in required.languages:
        if text.value not in tags:
            yield Diagnostic(
                RULE,
                text.span,
                f"“{required.article.value}” is required in “{text.value}”, which is not a "
                "language of the site",
                help=nearest(text.value, tags, otherwise=f"the site has {', '.join(tags)}"),
            )


def _nowhere(
    context: SourceContext, required: RequiredArticle, keys: Iterable[str]
) -> Iterator[Diagnostic]:
    centre = context.centre
    name = required.article.value
    tags = _languages(context, required)
    if any(centre.is_unreadable(tag, name) for tag in centre.tags):
        return
    if not tags or all(centre.coverage.has_waiver({name}, tag) for tag in tags):
        return
    place = f"{centre.settings.content_dir}/{centre.file_path(tags[0], name)}"
    yield Diagnostic(
        RULE,
        required.article.span,
        f"“{name}” is required and does not exist",
        help=nearest(name, keys, otherwise=f"write {place}, or add a waiver"),
    )


def _faults(
    context: SourceContext, required: RequiredArticle, version: Article | None, tag: str
) -> Iterator[Diagnostic]:
    name, language = required.article.value, english_name(tag)
    if version is None:
        yield Diagnostic(
            RULE,
            required.article.span,
            f"“{name}” is required and has no {language} version",
            help="translate it, or add a waiver below “waivers”",
        )
    elif not version.is_published(context.today):
        yield Diagnostic(
            RULE,
            required.article.span,
            f"“{name}” is required and not published in {language}",
            help=f"take out what keeps {version.file.path} back: draft, publish_from or "
            "publish_until",
        )
    else:
        there = {text.value.casefold() for text in version.audience}
        lacking = [text.value for text in required.audience if text.value.casefold() not in there]
        if lacking:
            words = ", ".join(f"“{word}”" for word in lacking)
            yield Diagnostic(
                RULE,
                required.article.span,
                f"the {language} version of “{name}” is not for {words}",
                help=f"write audience: [{', '.join((*sorted(there), *lacking))}] at the top of "
                f"{version.file.path}",
            )
