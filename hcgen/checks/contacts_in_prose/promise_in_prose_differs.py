"""CON025: articles that promise a reply in another time than the channels do."""

import re
from collections.abc import Iterator, Set

from hcgen.checks.contacts_in_prose._known import known_contacts, promise_key
from hcgen.checks.contacts_in_prose._prose import passages, sentence_start
from hcgen.checks.context import FragmentsContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_EN = "content/en/account/reset.md"
_ID = "content/id/account/reset.md"
_EN_TITLE = "---\ntitle: Reset your password\n---\n"
_ID_TITLE = "---\ntitle: Atur ulang kata sandi\n---\n"
_CHANNELS = {
    "content/channels.yml": "channels:\n"
    "  - {id: mail, kind: email, address: help@example.com, hours: always,\n"
    "     promise: {respond_within: 2 business days, acknowledge_within: 1 days}}\n"
}

RULE = Rule(
    code="CON025",
    name="promise-in-prose-differs",
    severity=Severity.WARNING,
    stage=Stage.FRAGMENTS,
    summary="An article promises a reply in a time that no channel promises.",
    why="Customers read two promises, and hold you to the shorter one.",
    fix="Write the time that channels.yml promises, or refer to it: {{ channel:ID:promise }}",
    since="0.1.0",
    bad=(
        Example({**_CHANNELS, _EN: f"{_EN_TITLE}We reply to you ⟦within 3 business days⟧.\n"}),
        Example({**_CHANNELS, _EN: f"{_EN_TITLE}Your request is answered ⟦in 4 hours⟧.\n"}),
        Example({**_CHANNELS, _ID: f"{_ID_TITLE}Kami membalas ⟦dalam 3 hari kerja⟧.\n"}),
        Example(
            {**_CHANNELS, _ID: f"{_ID_TITLE}Email Anda akan dijawab ⟦dalam waktu 2x24 jam⟧.\n"}
        ),
    ),
    good=(
        Example({**_CHANNELS, _EN: f"{_EN_TITLE}We answer within two working days.\n"}),
        Example({**_CHANNELS, _EN: f"{_EN_TITLE}We confirm, then reply within 24 hours.\n"}),
        Example({**_CHANNELS, _EN: f"{_EN_TITLE}Reply within 7 days, or we close the request.\n"}),
        Example({**_CHANNELS, _EN: f"{_EN_TITLE}If we do not reply in 3 days, call us.\n"}),
        Example(
            {**_CHANNELS, _EN: f"{_EN_TITLE}Our server answers within 3 minutes of a start.\n"}
        ),
        Example({**_CHANNELS, _ID: f"{_ID_TITLE}Kami membalas dalam 1x24 jam.\n"}),
        Example({**_CHANNELS, _ID: f"{_ID_TITLE}Jika Anda tidak membalas dalam 7 hari, ulangi.\n"}),
        Example(
            {
                **_CHANNELS,
                _EN: f"{_EN_TITLE}We answer within {{{{ channel:mail:promise }}}}.\n",
            }
        ),
    ),
)

_AMOUNTS = {
    **{word: number for number, word in enumerate("one two three four five six seven".split(), 1)},
    **{
        word: number for number, word in enumerate("satu dua tiga empat lima enam tujuh".split(), 1)
    },
    "a": 1,
    "an": 1,
    "sehari": 1,
    "sejam": 1,
}
_AMOUNT = rf"(?:[0-9]{{1,3}}|{'|'.join(_AMOUNTS)})"
_TIME = re.compile(
    rf"""\b(?:within|in|in\ under|in\ less\ than|at\ most|no\ later\ than
        |dalam(?:\ (?:waktu|masa|tempoh|kurun\ waktu|jangka\ waktu|tempo))?
        |paling\ (?:lambat|lama|lewat)|selambat-lambatnya|maksimal|maksimum)
        (?:\ (?:kurang\ dari|less\ than|paling\ lama|maksimal))?
        \s+(?:{_AMOUNT}\s*(?:-|\u2013|to|or|sampai|hingga|atau)\s*)?(?P<amount>{_AMOUNT})
        (?:\s*[x\u00d7]\s*(?P<times>24)\s*|\s*)
        (?P<unit>minutes?|menit|minit
          |(?:business|working|office)\ hours?|jam\ (?:kerja|bekerja)|hours?|jam
          |(?:business|working|work)\ days?|weekdays?|hari\ (?:kerja|bekerja)|days?|hari)\b""",
    re.X | re.I,
)
# who promises, then that they reply; nothing between the two that says who else replies
_WE_REPLY = re.compile(
    r"""\b(?:we|our\ (?:\w+\ )?(?:team|staff|agents?|support|people)|(?:support|service)\ team
          |kami|(?:tim|pasukan|petugas|agen|ejen|staf)(?:\ \w+){0,2}\ kami|tim\ dukungan)\b
        (?:(?!\b(?:you|your|anda)\b)[^.!?;:]){0,30}?
        \b(?:repl(?:y|ies)|respond|responds|answers?|membalas|balas|menjawab|jawab|merespons?
          |menanggapi)\b
      | \b(?:is|are|be|get|gets|receive|receives|have|expect)\s+(?:an?\ |our\ )?
        (?:answered|replied|reply|response|answer)\b
      | \b(?:akan|mendapat|menerima|memperoleh)\s+(?:\w+\ )?
        (?:dibalas|dijawab|ditanggapi|direspons?|balasan|jawaban|jawapan|respons|tanggapan)\b""",
    re.X | re.I,
)
_DOUBT = re.compile(
    r"""\b(?:if|unless|when|whenever|without|not|never|no|until|after|didn't|don't|haven't|once
        |jika|kalau|bila|apabila|jikalau|sekiranya|tidak|belum|tanpa|tak|setelah|sesudah|selepas
        |sebelum|sampai|sehingga|kalaupun|server|pelayan|dns|servers?)\b""",
    re.X | re.I,
)
_FARTHEST = 60
_UNITS = (
    (re.compile(r"min|men", re.I), "minutes"),
    (re.compile(r"(?:business|working|office) h|jam (?:kerja|bekerja)", re.I), "business_hours"),
    (re.compile(r"(?:business|work\w*) d|weekday|hari (?:kerja|bekerja)", re.I), "business_days"),
    (re.compile(r"h(?:our)|jam", re.I), "hours"),
    (re.compile(r"day|hari", re.I), "days"),
)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Look at sentences in which somebody promises to reply."""
    if context.centre.contact.file is None:
        return
    promises = known_contacts(context).promises
    if not promises:
        return
    for passage in passages(context):
        if not passage.may_hold_promise:
            continue
        if not any(any(_found(words, promises)) for words in passage.near_times):
            continue
        for block in passage.blocks:
            for match in _found(block.prose, promises):
                words = " ".join(match.group().split())
                yield Diagnostic(
                    RULE,
                    block.span.slice(*match.span()),
                    f"no channel promises a reply “{words}”",
                    help="write what channels.yml promises, or {{ channel:ID:promise }}",
                )


def _found(prose: str, promises: Set[tuple[int, str]]) -> Iterator[re.Match[str]]:
    """Yield the times of promises that no channel gives."""
    for match in _TIME.finditer(prose):
        if _key(match) not in promises and _is_promise(prose, match):
            yield match


def _key(match: re.Match[str]) -> tuple[int, str]:
    words = match["amount"].lower()
    amount = int(words) if words.isdigit() else _AMOUNTS[words]
    unit = next(name for pattern, name in _UNITS if pattern.match(match["unit"]))
    return promise_key(amount * 24 if match["times"] else amount, unit)


def _is_promise(prose: str, match: re.Match[str]) -> bool:
    start = sentence_start(prose, match.start())
    before = " ".join(prose[start : match.start()].split())
    if _DOUBT.search(before):
        return False
    replies = list(_WE_REPLY.finditer(before))
    return bool(replies) and len(before) - replies[-1].end() <= _FARTHEST
