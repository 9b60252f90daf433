"""Reads `channels.yml`: the organisation, its hours, its channels and which one suits what."""

import re
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from hcgen.channels import Kind, kinds
from hcgen.diagnostics import Findings
from hcgen.load.fields import Fields, date_of
from hcgen.load.holidays import load_holidays
from hcgen.load.hours import load_hours, load_named_hours
from hcgen.load.yaml_tree import YamlMapping, YamlNode, YamlText
from hcgen.model.channel import (
    PROMISE_FIELDS,
    UNITS,
    Attestation,
    Channel,
    Contact,
    Organisation,
    Promise,
)
from hcgen.model.hours import Hours
from hcgen.model.nearest import nearest
from hcgen.source import SourceFile, Span, Text

SECTIONS = ("channels", "escalation", "hours", "organisation", "routing")
ORGANISATION = ("business_hours", "country", "fictional", "holidays", "name", "timezone")
EVERY_CHANNEL = (
    "attested",
    "cost",
    "description",
    "fallback",
    "hours",
    "id",
    "kind",
    "label",
    "languages",
    "promise",
    "recorded",
    "services",
)

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_PROMISE = re.compile(r"(\d{1,3})\s+(business\s+)?(minute|hour|day)s?")

NO_ORGANISATION = Organisation(None, "", "UTC", False, None, {})
NO_CONTACT = Contact(None, NO_ORGANISATION, (), {}, {}, None, None)
"""What a site without `channels.yml` has."""


def load_channels(file: SourceFile, tree: YamlNode | None, findings: Findings) -> Contact:
    """Return what the file says; channels that cannot be shown at all are left out.

    Args:
        tree: None when the file is empty or could not be read, which has been said then.
    """
    if tree is None:
        return Contact(file, NO_ORGANISATION, (), {}, {}, None, None)
    if not isinstance(tree, YamlMapping):
        findings.report(
            "unexpected-value",
            tree.span,
            "the file holds no sections",
            help="begin with “channels:”",
        )
        return Contact(file, NO_ORGANISATION, (), {}, {}, None, None)
    fields = Fields(tree, findings, SECTIONS)
    named = load_named_hours(fields.mapping_of("hours"), findings)
    channels: list[Channel] = []
    ids: dict[str, Text] = {}
    for mapping in fields.mappings("channels"):
        channel = _channel(mapping, named, findings)
        if channel is None:
            continue
        first = ids.get(channel.id.value)
        if first is not None:
            findings.report(
                "duplicate-channel-id",
                channel.id.span,
                f"the channel in line {first.span.position.line} has the id “{first.value}” too",
                help="give each channel an id of its own",
            )
            continue
        ids[channel.id.value] = channel.id
        channels.append(channel)
    escalation = fields.mapping_of("escalation")
    steps = Fields(escalation or _empty(tree), findings, ("complain_to", "follow_up"))
    _report_unknown_ids(channels, steps, findings)
    return Contact(
        file=file,
        organisation=_organisation(fields, named, findings),
        channels=tuple(channels),
        routing=_routing(fields, findings),
        route_places=_route_places(fields),
        follow_up=steps.text("follow_up"),
        complain_to=steps.text("complain_to"),
    )


def _empty(tree: YamlMapping) -> YamlMapping:
    return YamlMapping((), tree.span)


def _organisation(fields: Fields, named: Mapping[str, Hours], findings: Findings) -> Organisation:
    mapping = fields.mapping_of("organisation")
    if mapping is None:
        return NO_ORGANISATION
    own = Fields(mapping, findings, ORGANISATION)
    return Organisation(
        name=own.text("name"),
        country=own.string("country").upper(),
        timezone=_timezone(own, findings),
        is_fictional=own.flag("fictional") or False,
        business_hours=load_hours(own.node("business_hours"), named, findings),
        places=own.places,
        holidays=load_holidays(own.mapping_of("holidays"), findings),
    )


def _timezone(fields: Fields, findings: Findings) -> str:
    text = fields.text("timezone")
    if text is None:
        return "UTC"
    try:
        # POSIX-style zones count the other way round (Etc/GMT-7 is seven hours ahead)
        if text.value.startswith("Etc/") or ("/" not in text.value and text.value != "UTC"):
            raise ValueError
        return ZoneInfo(text.value).key
    except (KeyError, ValueError, OSError):
        findings.report(
            "unexpected-value",
            text.span,
            f"“timezone” is “{text.value}”, not the name of a time zone",
            help="write continent and town, for example Asia/Jakarta, Asia/Kuala_Lumpur",
        )
        return "UTC"


def _routing(fields: Fields, findings: Findings) -> Mapping[str, tuple[Text, ...]]:
    mapping = fields.mapping_of("routing")
    if mapping is None:
        return {}
    routes = Fields(mapping, findings)
    return {key.value: routes.texts(key.value) for key, _ in mapping.entries}


def _route_places(fields: Fields) -> Mapping[str, Span]:
    node = fields.node("routing")
    entries = node.entries if isinstance(node, YamlMapping) else ()
    return {key.value: key.span for key, _ in entries}


def _channel(
    mapping: YamlMapping, named: Mapping[str, Hours], findings: Findings
) -> Channel | None:
    own = Fields(mapping, findings)
    kind_name = own.text("kind")
    start = mapping.span.slice(0, 0)
    if kind_name is None and own.node("kind") is not None:
        return None  # what stands there has been told
    if kind_name is None:
        findings.report(
            "channel-without-kind",
            mapping.entries[0][0].span if mapping.entries else start,
            "this channel has no “kind”",
            help=f"add one of: {', '.join(kinds())}",
        )
        return None
    kind = kinds().get(kind_name.value)
    if kind is None:
        findings.report(
            "unexpected-value",
            kind_name.span,
            f"“{kind_name.value}” is not a kind of channel",
            help=nearest(kind_name.value, kinds()),
        )
        return None
    plain = tuple(field.name for field in kind.fields if not field.is_localized)
    fields = Fields(mapping, findings, (*EVERY_CHANNEL, *(field.name for field in kind.fields)))
    identity = fields.text("id") or Text(kind.name, kind_name.span)
    _report_missing(kind, fields, kind_name, findings)
    values = {name: fields.text(name) for name in plain}
    _report_choices(kind, values, findings)
    return Channel(
        id=identity,
        kind=kind.name,
        span=mapping.span,
        label=fields.localized("label"),
        description=fields.localized("description"),
        values={name: text for name, text in values.items() if text is not None},
        localized_values={
            field.name: fields.localized(field.name) for field in kind.fields if field.is_localized
        },
        services=fields.texts("services"),
        languages=_languages(fields, findings),
        hours=load_hours(fields.node("hours"), named, findings),
        promise=_promise(fields, findings),
        cost=fields.localized("cost"),
        is_recorded=fields.flag("recorded"),
        attested=_attested(fields, findings),
        fallback=fields.text("fallback"),
        places=fields.places,
    )


def _report_missing(kind: Kind, fields: Fields, kind_name: Text, findings: Findings) -> None:
    for field in kind.fields:
        node = fields.node(field.name)
        is_blank = isinstance(node, YamlText) and not node.text.value.strip()
        if field.is_required and (node is None or is_blank):
            findings.report(
                "channel-without-target",
                kind_name.span,
                f"this {kind.name} channel has no “{field.name}”",
                help=f"add {field.name}: {field.example}",
            )


def _report_choices(kind: Kind, values: Mapping[str, Text | None], findings: Findings) -> None:
    """Report words that a field cannot be; what they stand for is left to the card."""
    for field in kind.fields:
        text = values.get(field.name)
        written = text.value.strip().casefold() if text else ""
        if text is None or not written or not field.choices or written in field.choices:
            continue
        now = field.renamed.get(written)
        findings.report(
            "unexpected-value",
            text.span,
            f"“{text.value}” is not a {field.name} that is known here",
            help=f"write {now}" if now else nearest(text.value, field.choices),
        )


def _languages(fields: Fields, findings: Findings) -> tuple[Text, ...]:
    """Return the language tags of a channel; what cannot be one is left out and reported."""
    found: list[Text] = []
    for text in fields.texts("languages"):
        if _TAG.fullmatch(text.value):
            found.append(text)
            continue
        findings.report(
            "unexpected-value",
            text.span,
            f"“{text.value}” is not a language tag",
            help="write tags such as id, ms, en, zh, pt-BR",
        )
    return tuple(found)


def _report_unknown_ids(channels: list[Channel], steps: Fields, findings: Findings) -> None:
    """Report fallbacks and escalation steps that name no channel of the file."""
    ids = [channel.id.value for channel in channels]
    named = [channel.fallback for channel in channels]
    named += [steps.text("complain_to"), steps.text("follow_up")]
    for text in named:
        if text is not None and text.value not in ids:
            findings.report(
                "unexpected-value",
                text.span,
                f"there is no channel with the id “{text.value}”",
                help=nearest(text.value, ids),
            )


def _promise(fields: Fields, findings: Findings) -> Mapping[str, Promise]:
    mapping = fields.mapping_of("promise")
    if mapping is None:
        return {}
    own = Fields(mapping, findings, PROMISE_FIELDS)
    promises: dict[str, Promise] = {}
    for name in PROMISE_FIELDS:
        text = own.text(name)
        if text is None:
            continue
        match = _PROMISE.fullmatch(text.value.casefold())
        if not match or int(match[1]) == 0:
            findings.report(
                "unexpected-value",
                text.span,
                f"“{name}” is “{text.value}”, not a length of time",
                help="write a number and minutes, hours, days, business hours or business days",
            )
            continue
        unit = f"{'business_' if match[2] else ''}{match[3]}s"
        if unit not in UNITS:
            findings.report(
                "unexpected-value",
                text.span,
                f"“{text.value}” has no meaning: minutes are not counted in business time",
                help="write minutes without “business”",
            )
            continue
        promises[name] = Promise(int(match[1]), unit, text.span)
    return promises


def _attested(fields: Fields, findings: Findings) -> Attestation | None:
    mapping = fields.mapping_of("attested")
    if mapping is None:
        return None
    own = Fields(mapping, findings, ("by", "method", "on", "valid_for"))
    when = own.text("on")
    day = date_of(when, "on", findings) if when else None
    if day is None:
        return None
    return Attestation(
        on=day,
        method=own.text("method") or Text("", mapping.span),
        by=own.text("by"),
        valid_for_days=own.days("valid_for"),
    )
