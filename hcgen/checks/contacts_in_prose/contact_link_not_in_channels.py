"""CON024: links to chats and profiles that no channel has."""

import re
from collections.abc import Iterator

from hcgen.checks.contacts_in_prose._known import known_contacts, place_of
from hcgen.checks.contacts_in_prose._numbers import number_of_link
from hcgen.checks.contacts_in_prose._prose import passages
from hcgen.checks.context import FragmentsContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_RESET = "content/en/account/reset.md"
_TITLE = "---\ntitle: Reset your password\n---\n"
_CHANNELS = {
    "content/channels.yml": "channels:\n"
    "  - {id: mail, kind: email, address: help@example.com, hours: always}\n"
    "  - {id: bot, kind: telegram, handle: awan_bot}\n"
    "  - {id: news, kind: social, network: x, handle: awanhosting, supports_requests: false}\n"
}

RULE = Rule(
    code="CON024",
    name="contact-link-not-in-channels",
    severity=Severity.WARNING,
    stage=Stage.FRAGMENTS,
    summary="An article links to a chat or a profile that channels.yml does not have.",
    why="It may be an old account or somebody else's, and nobody will notice when it changes.",
    fix="Make it a channel and refer to it, or link to the one that channels.yml has.",
    since="0.1.0",
    bad=(
        Example({**_CHANNELS, _RESET: f"{_TITLE}[Ask us](⟦https://t.me/awan_help⟧).\n"}),
        Example({**_CHANNELS, _RESET: f"{_TITLE}See <⟦https://www.instagram.com/awan/⟧>.\n"}),
        Example({**_CHANNELS, _RESET: f"{_TITLE}[Chat](⟦https://tawk.to/chat/5f/default⟧).\n"}),
    ),
    good=(
        Example({**_CHANNELS, _RESET: f"{_TITLE}[Ask](https://telegram.me/Awan_bot?start=1).\n"}),
        Example({**_CHANNELS, _RESET: f"{_TITLE}[News](https://twitter.com/@awanhosting).\n"}),
        Example(
            {
                **_CHANNELS,
                _RESET: f"{_TITLE}[Tell others](https://t.me/share/url?url=x), watch "
                "[the film](https://www.youtube.com/watch?v=1) and [see](https://x.com/).\n",
            }
        ),
    ),
)

_HOSTS = {
    "t.me": "Telegram",
    "wa.me": "WhatsApp",
    "chat.whatsapp.com": "WhatsApp",
    "m.me": "Messenger",
    "line.me": "LINE",
    "lin.ee": "LINE",
    "facebook.com": "Facebook",
    "instagram.com": "Instagram",
    "x.com": "X",
    "tiktok.com": "TikTok",
    "youtube.com": "YouTube",
    "linkedin.com": "LinkedIn",
    "threads.net": "Threads",
    "bsky.app": "Bluesky",
    "tawk.to": "tawk.to",
    "go.crisp.chat": "Crisp",
    "direct.lc.chat": "LiveChat",
    "secure.livechatinc.com": "LiveChat",
    "tidio.com": "Tidio",
}
_MAY_BE_ONE = re.compile("|".join(map(re.escape, (*_HOSTS, "telegram.", "twitter.", "fb."))), re.I)
# what stands where a profile's name would, and is none
_NO_PROFILE = frozenset(
    """
    about accounts ads business dialog directory download events explore feed groups hashtag
    help home i intent joinchat legal login marketplace messages notifications p pages
    permalink.php plugins policies policy posts privacy proxy reel reels s search settings share
    share.php sharer sharer.php shorts socks stories story.php support terms tos tv v video
    videos watch addstickers addtheme iv feature features embed playlist results hc safety
    developers pricing blog creators pulse jobs learning sharearticle
    """.split()
)
_BEFORE_PROFILE = ("profile", "company", "school", "showcase", "in", "c", "user", "channel", "chat")


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Compare links to the hosts of messengers and networks with those of all channels."""
    if context.centre.contact.file is None:
        return
    known = known_contacts(context)
    for passage in passages(context):
        if not passage.may_hold_link:
            continue
        for link in passage.links:
            target = link.target.value
            if not _MAY_BE_ONE.search(target) or number_of_link(target):
                continue
            place = place_of(target)
            host, profile = _profile(place)
            name = _HOSTS.get(host)
            if name and profile and not _is_known(place, profile, host, known.places):
                yield Diagnostic(
                    RULE,
                    link.target.span,
                    f"no channel is “{profile}” on {name}",
                    help="make it a channel in channels.yml and write {{ channel:ID:link }} here",
                )


def _profile(place: str) -> tuple[str, str]:
    """Return the host of a link and the name of the profile there; empty for other pages."""
    host, _, path = place.partition("/")
    parts = [part for part in path.split("/") if part]
    if not parts or parts[0] in _NO_PROFILE:
        return host, ""
    if parts[0] in _BEFORE_PROFILE:
        return host, parts[1] if len(parts) > 1 else ""
    if host == "linkedin.com":
        return host, ""
    return host, parts[0].removeprefix("@")


def _is_known(place: str, profile: str, host: str, places: frozenset[str]) -> bool:
    """Tell whether a link leads to a channel, or to something below it, such as a single post."""
    if place in places:
        return True
    return any(_profile(own) == (host, profile) for own in places)
