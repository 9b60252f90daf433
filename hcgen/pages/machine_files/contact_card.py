"""`contact.vcf`: the channels as one contact that a telephone takes into its address book.

vCard 3.0 (RFC 2426): Android's own contacts app refuses a file that says 4.0 and iOS writes 3.0
itself, so 3.0 is what both take. Companies are told by ``X-ABShowAs`` (iOS, macOS); ``KIND`` is of
4.0. A label stands beside its property in a group of two lines, which iOS and Google show and
others pass over.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from babel import Locale

from hcgen.channels import kinds
from hcgen.model.channel import Channel
from hcgen.pages.composer import Composer
from hcgen.pages.parts.channel_names import channel_name

_LONGEST_LINE_BYTES = 75  # RFC 2426, 2.6; without the line end
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_NOT_IN_URL = re.compile(r"[\x00-\x20\\\x7f]")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A property with its label.

    Attributes:
        name: With its parameters, such as ``TEL;TYPE=WORK,VOICE``.
        value: As it stands in the file.
    """

    name: str
    value: str
    label: str


def contact_card(composer: Composer) -> str:
    """Return the file's text, with the line ends of the format (CR LF).

    Labels are in the source language: a card has one name for each thing.
    """
    centre = composer.centre
    organisation = centre.contact.organisation
    name = _text(organisation.name.value if organisation.name else centre.settings.site_name)
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "N:;;;;",  # of a person, and required
        f"FN:{name}",
        f"ORG:{name}",
        "X-ABShowAs:COMPANY",
    ]
    for number, entry in enumerate(_unique(_entries(composer)), 1):
        lines += (
            f"item{number}.{entry.name}:{entry.value}",
            f"item{number}.X-ABLabel:{_text(entry.label)}",
        )
    home = composer.absolute("")
    if home:
        lines.append(f"URL:{_url(home)}")
    lines.append("END:VCARD")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _entries(composer: Composer) -> Iterator[_Entry]:
    """Yield what each channel has, in the order of `channels.yml`."""
    centre = composer.centre
    tag = centre.source_language
    words = composer.wording(tag)
    for channel in centre.contact.channels:
        label = channel_name(channel, words, tag)
        card = kinds()[channel.kind].card(channel, centre.contact.organisation.country, tag)
        for link in card.links:
            own = words.text(link.label) if link.label and link.text else label
            scheme, _, rest = link.href.partition(":")
            if scheme == "tel":
                # as dialled: short and nationwide numbers work within the country only
                yield _Entry("TEL;TYPE=WORK,VOICE", _text(rest), own)
            elif scheme == "mailto":
                yield _Entry("EMAIL;TYPE=INTERNET,WORK", _text(channel.value("address")), own)
            else:
                yield _Entry("URL", _url(link.href), own)
        if card.lines:
            country = _country(centre.contact.organisation.country, tag)
            kind = "WORK,POSTAL" if channel.kind == "postal" else "WORK"
            yield _Entry(f"ADR;TYPE={kind}", _address(channel, country), label)


def _unique(entries: Iterable[_Entry]) -> Iterable[_Entry]:
    """Return the entries without those whose value stands there already."""
    found: dict[tuple[str, str], _Entry] = {}
    for entry in entries:
        found.setdefault((entry.name.partition(";")[0], entry.value), entry)
    return found.values()


def _address(channel: Channel, country: str) -> str:
    """Return the seven parts: box and flat, which nobody sets, then street to country."""
    names = ("street", "locality", "region", "postal_code")
    return ";".join(("", "", *(_text(channel.value(name)) for name in names), _text(country)))


def _country(code: str, tag: str) -> str:
    """Return a country's name in a language; the code itself where CLDR has none."""
    return str(Locale.parse(tag, sep="-").territories.get(code, code))


def _text(value: str) -> str:
    """Return a value in which nothing ends the line or a part of it (RFC 2426, 4)."""
    plain = _CONTROLS.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    return plain.translate(_ESCAPED)


def _url(address: str) -> str:
    """Return an address; it is no text, so nothing in it is escaped but what no address holds."""
    return _NOT_IN_URL.sub(lambda match: quote(match.group()), address)


def _folded(line: str) -> str:
    """Return a line cut where it is too long, between two characters."""
    parts: list[str] = []
    part, size = "", 0
    for char in line:
        length = len(char.encode("utf-8"))
        if size + length > _LONGEST_LINE_BYTES:
            parts.append(part)
            part, size = " ", 1
        part += char
        size += length
    return "\r\n".join((*parts, part))
