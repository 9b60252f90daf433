"""Reads `notice.yml`: what customers are told on every page, or on the pages of some topics."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from hcgen.diagnostics import Findings
from hcgen.load.fields import Fields
from hcgen.load.yaml_tree import YamlList, YamlMapping, YamlNode
from hcgen.model.hours import MINUTES_PER_DAY
from hcgen.model.nearest import nearest
from hcgen.model.notice import SEVERITIES, Notice
from hcgen.model.url import slugify
from hcgen.source import SourceFile, Text

NOTICE_FIELDS = ("from", "id", "link", "severity", "text", "topics", "until")

MISNAMED = ("notice.yaml", "notices.yaml", "notices.yml")
"""What people call the file by mistake; none of these is read."""

_LONGEST_MADE_ID = 40
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{1,2})[:.](\d{2}))?")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What notices refer to.

    Attributes:
        articles: What an article may be called (key or path) -> its key.
        topics: Paths of all topics.
        unreadable: Paths of articles that cannot be read, which has been said.
        source_language: Tag of the language of a text that names none.
        timezone: IANA name; days and minutes are meant there.
    """

    articles: Mapping[str, str]
    topics: Iterable[str]
    unreadable: Iterable[str]
    source_language: str
    timezone: str


def load_notices(
    tree: YamlNode | None, around: Surroundings, findings: Findings
) -> tuple[Notice, ...]:
    """Return the notices in the order written; one that could be shown to nobody is left out.

    Args:
        tree: Of `notice.yml`: a list below ``notices``, or a single notice; None without one.
    """
    notices: list[Notice] = []
    ids: dict[str, Text] = {}
    for mapping in _mappings(tree, findings):
        fields = Fields(mapping, findings, NOTICE_FIELDS)
        _report_taken_id(fields.text("id"), ids, findings)
        notice = _notice(fields, around, findings)
        if notice is not None:
            notices.append(notice)
    return tuple(notices)


def report_misnamed(paths: Iterable[str], content_dir: str, findings: Findings) -> None:
    """Name the files that were meant to be `notice.yml`: nobody would see what they say."""
    for path in paths:
        if path in MISNAMED:
            shown = f"{content_dir}/{path}"
            findings.report(
                "unreadable-file",
                SourceFile(shown, "").start(),
                f"“{shown}” is not read; the file with notices is called “notice.yml”",
                help="rename the file",
            )


def _mappings(tree: YamlNode | None, findings: Findings) -> tuple[YamlMapping, ...]:
    if tree is None:
        return ()
    if not isinstance(tree, YamlMapping):
        findings.report(
            "unexpected-value", tree.span, "the file holds no notices", help="begin with “notices:”"
        )
        return ()
    if any(tree.get(name) is not None for name in NOTICE_FIELDS):
        return (tree,)
    return Fields(tree, findings, ("notices",)).mappings("notices")


def _report_taken_id(text: Text | None, ids: dict[str, Text], findings: Findings) -> None:
    if text is None:
        return
    first = ids.setdefault(slugify(text.value), text)
    if first is not text:
        findings.report(
            "unexpected-value",
            text.span,
            f"the notice in line {first.span.position.line} has the id “{first.value}” too",
            help="give each notice an id of its own",
        )


def _notice(fields: Fields, around: Surroundings, findings: Findings) -> Notice | None:
    zone = ZoneInfo(around.timezone)
    texts = _texts(fields, around, findings)
    severity = fields.choice("severity", SEVERITIES, "information")
    article, url = _link(fields, around, findings)
    topics = _topics(fields, around, findings)
    begins = _moment(fields, "from", zone, findings)
    ends = _moment(fields, "until", zone, findings)
    until = fields.text("until")
    if begins is not None and ends is not None and until is not None and ends <= begins:
        findings.report(
            "unexpected-value",
            until.span,
            f"“until” is “{until.value}”, before “from”",
            help="write the later one as until:",
        )
        return None
    if not texts or topics is None:
        return None
    first = next(iter(texts.values()))
    return Notice(
        key=_key(fields.string("id"), texts),
        severity=severity,
        texts=texts,
        article=article,
        url=url,
        begins=begins,
        ends=ends,
        topics=topics,
        place=(until or first).span,
    )


def _texts(fields: Fields, around: Surroundings, findings: Findings) -> Mapping[str, Text]:
    known = len(findings)
    written = fields.localized("text")
    if written.anywhere is not None:
        return {around.source_language: written.anywhere}
    if not written and len(findings) == known:  # else what stands there has been told
        findings.report(
            "unexpected-value",
            fields.mapping.span.slice(0, 0),
            "this notice has no “text”",
            help="write text: {id: …, ms: …, en: …}",
        )
    return written.by_language


def _key(own_id: str, texts: Mapping[str, Text]) -> str:
    first, *_ = texts.values()
    made = slugify(first.value)[:_LONGEST_MADE_ID].strip("-")
    told = "\n".join(f"{tag}: {text.value}" for tag, text in sorted(texts.items()))
    return f"{slugify(own_id) or made or 'notice'}-{sha256(told.encode()).hexdigest()[:8]}"


def _topics(fields: Fields, around: Surroundings, findings: Findings) -> tuple[str, ...] | None:
    """Return the topics that a notice names; none for all of the site, None if all are wrong."""
    node = fields.node("topics")
    if node is None or (isinstance(node, YamlList) and not node.items):
        return ()
    topics = tuple(around.topics)
    found: list[str] = []
    for text in fields.texts("topics"):
        path = text.value.strip("/")
        if path in topics:
            found.append(path)
            continue
        findings.report(
            "unexpected-value",
            text.span,
            f"there is no topic “{path}”",
            help=nearest(path, topics),
        )
    return tuple(found) or None


def _link(fields: Fields, around: Surroundings, findings: Findings) -> tuple[str, str]:
    """Return the key of an article, or an address outside the site; one of them is empty."""
    text = fields.text("link")
    if text is None:
        return "", ""
    if ":" in text.value:
        if _is_web_address(text.value):
            return "", text.value
        findings.report(
            "unexpected-value",
            text.span,
            f"“link” is “{text.value}”, neither an article nor an https:// address",
            help="write the path of an article, for example email/mail-delayed",
        )
        return "", ""
    name = text.value.strip("/")
    if name in around.articles:
        return around.articles[name], ""
    if not any(f"/{path}".endswith(f"/{name}.md") for path in around.unreadable):
        findings.report(
            "unexpected-value",
            text.span,
            f"there is no article “{name}”",
            help=nearest(name, around.articles),
        )
    return "", ""


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    has_space = any(char.isspace() for char in text)
    return parts.scheme == "https" and bool(parts.hostname) and not has_space


def _moment(fields: Fields, name: str, zone: ZoneInfo, findings: Findings) -> datetime | None:
    """Return a day's beginning (its end for ``until``) or a minute, in the zone; else None."""
    text = fields.text(name)
    if text is None:
        return None
    try:
        day, minutes = _day_and_minutes(text.value)
    except ValueError:
        findings.report(
            "unexpected-value",
            text.span,
            f"“{name}” is “{text.value}”, neither a day nor a minute",
            help=f'write {name}: 2026-11-22, or with a time {name}: "2026-11-22 09:00"',
        )
        return None
    if minutes is None:
        minutes = MINUTES_PER_DAY if name == "until" else 0
    try:
        moment = datetime.combine(day, time(), zone) + timedelta(minutes=minutes)
        moment.astimezone(UTC)
    except OverflowError:
        return None  # beyond the calendar: 9999-12-31 is how people write “for ever”
    return moment


def _day_and_minutes(text: str) -> tuple[date, int | None]:
    """Return a day, and the minutes after its midnight where they are written.

    Raises:
        ValueError: It is not written like that, or not in the calendar.
    """
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise ValueError(text)
    day = date.fromisoformat(match[1])
    if match[2] is None:
        return day, None
    minutes = int(match[2]) * 60 + int(match[3])
    if int(match[3]) > 59 or minutes > MINUTES_PER_DAY:
        raise ValueError(text)
    return day, minutes
