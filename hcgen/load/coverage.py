"""Reads `coverage.yml`."""

from collections.abc import Iterator, Mapping

from hcgen.diagnostics import Findings
from hcgen.load.fields import Fields
from hcgen.load.yaml_tree import YamlMapping, YamlNode
from hcgen.model.coverage import (
    NO_COVERAGE,
    QUESTIONS,
    Coverage,
    RequiredArticle,
    RequiredTopic,
    Waiver,
)
from hcgen.source import SourceFile, Text

COVERAGE_FIELDS = ("answers", "required", "waivers")
REQUIRED_FIELDS = ("article", "at_least", "audience", "languages", "topic")
WAIVER_FIELDS = ("article", "languages", "owner", "reason", "topic", "until")


def load_coverage(file: SourceFile | None, tree: YamlNode | None, findings: Findings) -> Coverage:
    """Return what the file says, in the order written; an entry that names nothing is left out.

    Args:
        file: None when there is none.
        tree: None when the file is empty or could not be read, which has been said then.
    """
    if file is None:
        return NO_COVERAGE
    if not isinstance(tree, YamlMapping):
        if tree is not None:
            findings.report(
                "unexpected-value",
                tree.span,
                "the file holds neither what is required nor waivers",
                help="begin with “required:” or “waivers:”",
            )
        return Coverage(file, (), (), (), {})
    fields = Fields(tree, findings, COVERAGE_FIELDS)
    required = tuple(_required(fields, findings))
    return Coverage(
        file=file,
        waivers=tuple(_waivers(fields, findings)),
        articles=tuple(entry for entry in required if isinstance(entry, RequiredArticle)),
        topics=tuple(entry for entry in required if isinstance(entry, RequiredTopic)),
        answers=_answers(fields, findings),
    )


def _waivers(fields: Fields, findings: Findings) -> Iterator[Waiver]:
    for mapping in fields.mappings("waivers"):
        own = Fields(mapping, findings, WAIVER_FIELDS)
        named = _named(own, "this waiver", findings)
        if named is None:
            continue
        article, topic = named
        until = own.node("until")
        yield Waiver(
            article=article,
            topic=topic,
            languages=own.texts("languages"),
            reason=own.text("reason"),
            owner=own.text("owner"),
            until=own.date("until"),
            until_place=until.span if until is not None else None,
        )


def _required(fields: Fields, findings: Findings) -> Iterator[RequiredArticle | RequiredTopic]:
    for mapping in fields.mappings("required"):
        own = Fields(mapping, findings, REQUIRED_FIELDS)
        named = _named(own, "this entry", findings)
        if named is None:
            continue
        article, topic = named
        languages = own.texts("languages")
        if article is not None:
            _report_unfit(own, "at_least", "a topic", findings)
            yield RequiredArticle(article, languages, own.texts("audience"))
        elif topic is not None:
            _report_unfit(own, "audience", "an article", findings)
            yield RequiredTopic(topic, languages, _at_least(own, findings))


def _named(
    fields: Fields, entry: str, findings: Findings
) -> tuple[Text | None, Text | None] | None:
    """Return the article or the topic that an entry is about; None where it names neither."""
    article, topic = (_path(fields.text(name)) for name in ("article", "topic"))
    if article is not None and topic is not None:
        findings.report(
            "unexpected-value",
            topic.span,
            f"{entry} names an article and a topic",
            help="make two entries of it",
        )
        return article, None
    if article is None and topic is None:
        if fields.node("article") is None and fields.node("topic") is None:
            findings.report(
                "unexpected-value",
                fields.mapping.span.slice(0, 0),
                f"{entry} names no “article” and no “topic”",
                help="write article: and its path, for example billing/refund",
            )
        return None  # or what stands there has been told
    return article, topic


def _path(text: Text | None) -> Text | None:
    return None if text is None else Text(text.value.strip("/").removesuffix(".md"), text.span)


def _report_unfit(fields: Fields, name: str, fitting: str, findings: Findings) -> None:
    text = next((key for key, _ in fields.mapping.entries if key.value == name), None)
    if text is not None:
        findings.report(
            "unexpected-value",
            text.span,
            f"“{name}” says something about {fitting} only",
            help="take the line out",
        )


def _at_least(fields: Fields, findings: Findings) -> int:
    number = fields.integer("at_least")
    if number is not None and number < 1:
        text = fields.text("at_least")
        assert text is not None
        findings.report(
            "unexpected-value",
            text.span,
            f"“at_least” is {number}, which every topic has",
            help="write 1 or more",
        )
        return 1
    return number or 1


def _answers(fields: Fields, findings: Findings) -> Mapping[str, Text]:
    mapping = fields.mapping_of("answers")
    if mapping is None:
        return {}
    own = Fields(mapping, findings, QUESTIONS)
    found = {question: _path(own.text(question)) for question in QUESTIONS}
    return {question: text for question, text in found.items() if text is not None}
