"""CON016: fallbacks that lead back to where customers come from."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.channel import Channel

_MAIL = "  - {id: mail, kind: email, address: help@example.com, hours: always"
_CHAT = '  - {id: chat, kind: chat, url: "https://chat.example.com/", hours: always'

RULE = Rule(
    code="CON016",
    name="fallback-loop",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="The fallback of a channel leads back to the channel.",
    why="Customers for whom a channel does not work are sent round in a circle.",
    fix="Let the last channel of the circle have no fallback, or one outside of it.",
    since="0.1.0",
    bad=(
        Example({"content/channels.yml": f"channels:\n{_MAIL}, fallback: ⟦mail⟧}}\n"}),
        Example(
            {
                "content/channels.yml": f"channels:\n{_CHAT}, fallback: mail}}\n"
                f"{_MAIL}, fallback: ⟦chat⟧}}\n"
            }
        ),
        # who comes from outside is in the circle too, and that is said once
        Example(
            {
                "content/channels.yml": f"channels:\n{_CHAT}, fallback: mail}}\n"
                f"{_MAIL}, fallback: form}}\n"
                '  - {id: form, kind: form, url: "https://help.example.com/", fallback: ⟦mail⟧}\n'
            }
        ),
    ),
    good=(
        Example({"content/channels.yml": f"channels:\n{_CHAT}, fallback: mail}}\n{_MAIL}}}\n"}),
        # two channels may have the same one
        Example(
            {
                "content/channels.yml": f"channels:\n{_CHAT}, fallback: mail}}\n{_MAIL}}}\n"
                '  - {id: form, kind: form, url: "https://help.example.com/", fallback: mail}\n'
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Follow each fallback until it ends or comes back; a circle is told at its last channel."""
    channels = context.centre.contact.channels
    by_id = {channel.id.value: channel for channel in channels}
    places = {channel.id.value: number for number, channel in enumerate(channels)}
    for channel in channels:
        circle = _circle(channel, by_id)
        if channel.fallback is None or not circle:
            continue
        if channel.id.value != max(circle, key=places.__getitem__):
            continue
        way = " to ".join(f"“{name}”" for name in (*circle[1:], circle[0]))
        yield Diagnostic(
            RULE,
            channel.fallback.span,
            f"the fallbacks go round in a circle, from “{circle[0]}” to {way}"
            if len(circle) > 1
            else f"“{channel.id.value}” is its own fallback",
            help="leave one of the fallbacks out, or name a channel outside of the circle",
        )


def _circle(channel: Channel, by_id: dict[str, Channel]) -> tuple[str, ...]:
    """Return the ids from a channel round to itself; empty if the way does not come back to it."""
    way = [channel.id.value]
    following = channel.fallback
    while following is not None and following.value in by_id and following.value not in way:
        way.append(following.value)
        following = by_id[following.value].fallback
    return tuple(way) if following is not None and following.value == way[0] else ()
