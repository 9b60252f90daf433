"""COV002: topics that are empty, or have fewer articles than they must have."""

from collections.abc import Iterator, Mapping

from hcgen.checks.context import SourceContext
from hcgen.checks.coverage._gaps import counts_by_topic
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import english_name
from hcgen.model.coverage import RequiredTopic
from hcgen.model.nearest import nearest

RULE = Rule(
    code="COV002",
    name="topic-without-articles",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A topic has no articles of its own in a language, or fewer than coverage.yml wants.",
    why="Customers choose the topic and find nothing, or only texts in another language.",
    fix="Write or translate an article of the topic, or accept the gap in coverage.yml.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/topics.yml": "topics:\n  - path: ⟦account⟧\n    title: Account\n",
                "content/id/account/reset.md": "---\ntitle: Atur ulang\ndraft: true\n---\nTeks.\n",
            }
        ),
        Example(
            {
                "content/coverage.yml": "required:\n  - topic: ⟦account⟧\n    at_least: 2\n"
                "    languages: [id]\n",
            }
        ),
        Example({"content/coverage.yml": "required:\n  - topic: ⟦acount⟧\n"}),
    ),
    good=(
        Example({"content/coverage.yml": "required:\n  - topic: account\n"}),
        Example(
            {
                "content/id/account/reset.md": "---\ntitle: Atur ulang\ndraft: true\n---\nTeks.\n",
                "content/coverage.yml": "waivers:\n  - topic: account\n    languages: [id]\n"
                "    owner: support\n    reason: Not sold there\n    until: 2099-01-31\n",
            }
        ),
        Example(
            {
                "content/en/account/login/code.md": "---\ntitle: Codes\n---\nText.\n",
                "content/id/account/login/code.md": "---\ntitle: Kode\n---\nTeks.\n",
                "content/coverage.yml": "required:\n  - topic: account\n    at_least: 2\n",
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Count the published articles of each topic in each language."""
    centre = context.centre
    counts = counts_by_topic(centre, context.today)
    tags = centre.tags
    required = {entry.topic.value: entry for entry in centre.coverage.topics}
    for entry in centre.coverage.topics:
        yield from _too_few(context, entry, counts)
    file = centre.data_files.get("topics.yml")
    for topic in centre.topics.values():
        if topic.place.file is not file:
            continue  # a folder that topics.yml does not name
        entry_of = required.get(topic.path)
        for tag in tags:
            is_said = entry_of is not None and tag in _languages(context, entry_of)
            if counts.get((topic.path, tag)) or is_said:
                continue
            folder = f"{tag}/{topic.path}/" if centre.has_language_folders else f"{topic.path}/"
            if any(path.startswith(folder) for path in centre.unreadable):
                continue  # whether it is empty is not known
            if not centre.coverage.has_waiver({topic.path}, tag):
                yield Diagnostic(
                    RULE,
                    topic.place,
                    f"the topic “{topic.path}” has no {english_name(tag)} articles",
                    help="translate one of its articles, or add a waiver with topic: "
                    f"{topic.path} in coverage.yml",
                )


def _too_few(
    context: SourceContext, entry: RequiredTopic, counts: Mapping[tuple[str, str], int]
) -> Iterator[Diagnostic]:
    centre, name = context.centre, entry.topic.value
    tags = centre.tags
    for text in entry.languages:
        if text.value not in tags:
            yield Diagnostic(
                RULE,
                text.span,
                f"the topic “{name}” is required in “{text.value}”, which is not a language of "
                "the site",
                help=nearest(text.value, tags, otherwise=f"the site has {', '.join(tags)}"),
            )
    if name not in centre.topics:
        yield Diagnostic(
            RULE,
            entry.topic.span,
            f"the topic “{name}” is required and does not exist",
            help=nearest(name, centre.topics, otherwise="make its folder and write an article"),
        )
        return
    for tag in _languages(context, entry):
        count = counts.get((name, tag), 0)
        if count >= entry.at_least or centre.coverage.has_waiver({name}, tag):
            continue
        articles = f"{count or 'no'} {'article' if count == 1 else 'articles'}"
        yield Diagnostic(
            RULE,
            entry.topic.span,
            f"the topic “{name}” has {articles} in {english_name(tag)} and must have "
            f"{entry.at_least}",
            help="write or translate more, or add a waiver below “waivers”",
        )


def _languages(context: SourceContext, entry: RequiredTopic) -> tuple[str, ...]:
    written = {text.value for text in entry.languages}
    return tuple(tag for tag in context.centre.tags if not written or tag in written)
