"""CON023: mail addresses in articles that no channel has."""

import re
from collections.abc import Iterator

from hcgen.checks.contacts_in_prose._known import Known, known_contacts
from hcgen.checks.contacts_in_prose._prose import passages
from hcgen.checks.context import FragmentsContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_RESET = "content/en/account/reset.md"
_TITLE = "---\ntitle: Reset your password\n---\n"

RULE = Rule(
    code="CON023",
    name="address-not-in-channels",
    severity=Severity.WARNING,
    stage=Stage.FRAGMENTS,
    summary="An article tells customers to write to an address that channels.yml does not have.",
    why="It may be an old address, and nobody will notice when it changes.",
    fix="Make it a channel and refer to it, or write the address that channels.yml has.",
    since="0.1.0",
    bad=(
        Example({_RESET: f"{_TITLE}Write to ⟦support@example.com⟧.\n"}),
        Example({_RESET: f"{_TITLE}[Write to us](mailto:⟦care@awan.co.id⟧?subject=Help).\n"}),
        Example({_RESET: f"{_TITLE}Write to <⟦care@awan.co.id⟧>.\n"}),
        Example({_RESET: f"{_TITLE}Write to [⟦care@awan.co.id⟧](mailto:care@awan.co.id).\n"}),
    ),
    good=(
        Example({_RESET: f"{_TITLE}Write to Help@example.com.\n"}),
        Example({_RESET: f"{_TITLE}Type your address, you@awan.co.id or name@example.org.\n"}),
        Example({_RESET: f"{_TITLE}Choose an address, for example shop@bunga.co.id.\n"}),
        Example({_RESET: f"{_TITLE}Type `care@awan.co.id`, logo@2x.png, git@github.com:a/b.\n"}),
        Example({_RESET: f"{_TITLE}Our mails come from no-reply@awan.co.id.\n"}),
    ),
)

_ADDRESS = re.compile(
    r"(?<![\w.+/@-])[\w.+-]+@(?P<domain>[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,})(?![\w@:])"
)
_FILE_ENDINGS = (
    "png",
    "jpg",
    "jpeg",
    "gif",
    "svg",
    "webp",
    "css",
    "js",
    "html",
    "service",
    "timer",
)
_SAMPLE_NAMES = frozenset(
    """
    you your yourname youremail your.name your.email me myname name firstname firstname.lastname
    first.last user username someone somebody anyone example sample test john john.doe jane jane.doe
    joe
    nama namaanda nama.anda nama.lengkap anda emailanda email.anda pengguna seseorang contoh budi
    admin@domain pelanggan customer sender recipient pengirim penerima penghantar alamat
    address email
    """.split()
)
_NO_MAILBOX = re.compile(r"no[-_.]?reply|do[-_.]?not[-_.]?reply|noreply|mailer-daemon|git|root")
_SAMPLE_DOMAIN = re.compile(
    r"(?:^|[.-])(?:your|my|some|anda)?(?:domain|company|mail|site|server|provider|perusahaan|syarikat"
    r"|organisation|organization|toko|host|website)(?:name|anda|kita|mu)?\.|^(?:nama)?(?:domain|situs)"
    r"|contoh|yourdomain|namadomain|domainanda|emailanda"
)
_RESERVED = re.compile(
    r"(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid|localhost|local)$"
)
_SAMPLE_WORDS = re.compile(
    r"""\b(?:e\.?g|for\ (?:example|instance)|example|such\ as|like|sample|format|form|misalnya|misal
        |contoh(?:nya)?|seperti|umpamanya|mis|menyerupai)\b[^.!?]*$""",
    re.X | re.I,
)
_LOOKED_BACK = 50
_BETWEEN = ("](mailto:", "](<mailto:")


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Report addresses in words and in links; one that stands in both is told once."""
    if context.centre.contact.file is None:
        return
    known = known_contacts(context)
    for passage in passages(context):
        if not passage.may_hold_address:
            continue
        if not any(any(_found(words, known)) for words in passage.near_addresses):
            continue
        file, text = passage.article.file, passage.text
        for start, end in _found(text, known):
            yield Diagnostic(
                RULE,
                file.span(start, end),
                f"the address “{text[start:end]}” is in no channel",
                help="make it a channel in channels.yml and write {{ channel:ID:number }} here",
            )


def _found(text: str, known: Known) -> Iterator[tuple[int, int]]:
    """Yield where an address stands that is neither a channel's nor a sample."""
    last, last_end = "", 0
    for match in _ADDRESS.finditer(text):
        start, end = match.span()
        start += len(match.group()) - len(match.group().lstrip(".-+"))
        address = text[start:end].casefold()
        is_told = address == last and text[last_end:start].strip() in _BETWEEN
        last, last_end = address, end
        if is_told or address in known.addresses or _is_in_url(text, start):
            continue
        before = text[max(0, start - _LOOKED_BACK) : start]
        if not _is_sample(address, known) and not _SAMPLE_WORDS.search(before):
            yield start, end


def _is_sample(address: str, known: Known) -> bool:
    name, _, domain = address.partition("@")
    if name in _SAMPLE_NAMES or _NO_MAILBOX.fullmatch(name):
        return True
    if domain.rpartition(".")[2] in _FILE_ENDINGS or _SAMPLE_DOMAIN.search(domain):
        return True
    # nobody can be reached at a reserved domain; a site that uses one is a demo
    is_own = any(own.endswith(f"@{domain}") for own in known.addresses)
    return _RESERVED.search(domain) is not None and not is_own


def _is_in_url(text: str, start: int) -> bool:
    """Tell whether a place is a part of a web address."""
    begin = start
    while begin and not text[begin - 1].isspace() and text[begin - 1] not in "<>()[]\"'":
        begin -= 1
    return "://" in text[begin:start]
