"""SEC002: domains that are taken for others."""

import unicodedata
from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.web_addresses import hosts_of, place_of, site_domain
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.domains import looks_like, registrable_domain, unicode_label

_SITE = {
    "mkdocs.yml": "site_name: Help\nsite_url: https://help.mandiri-awan.co.id/\n"
    "plugins: [{hcgen: {languages: [en, id]}}]\n"
}
_MAIL = "channels:\n  - {id: mail, kind: email, address: ADDRESS, hours: always}\n"

RULE = Rule(
    code="SEC002",
    name="look-alike-domain",
    severity=Severity.ERROR,
    stage=Stage.SOURCE,
    summary="A domain mixes alphabets, has letters beyond a to z, or is almost that of the site.",
    why="This is how mail and passwords of customers are led to somebody else.",
    fix="Type the domain anew, with the letters a to z.",
    since="0.1.0",
    bad=(
        Example(
            {**_SITE, "content/channels.yml": _MAIL.replace("ADDRESS", "help@⟦m\u0430ndiri.com⟧")}
        ),
        Example(
            {
                **_SITE,
                "content/channels.yml": _MAIL.replace("ADDRESS", "help@⟦rnandiri-awan.co.id⟧"),
            }
        ),
        Example(
            {
                **_SITE,
                "content/channels.yml": "channels:\n"
                "  - {id: form, kind: form, url: https://⟦form.büro.de⟧/}\n",
            }
        ),
        Example(
            {
                **_SITE,
                "content/channels.yml": "channels:\n"
                "  - {id: form, kind: form, url: https://form.⟦mandiri-awam.co.id⟧/}\n",
            }
        ),
    ),
    good=(
        Example(
            {**_SITE, "content/channels.yml": _MAIL.replace("ADDRESS", "help@m.mandiri-awan.co.id")}
        ),
        Example(
            {
                **_SITE,
                "content/channels.yml": "channels:\n"
                "  - {id: form, kind: form, url: https://mandiri-awan.com/}\n",
            }
        ),
    ),
)

_TOGETHER = (
    # UTS 39, 5.2: "highly restrictive" lets these stand in one name
    frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look at the host of every address; one finding for each, the worst one."""
    own = site_domain(context)
    for channel in context.centre.contact.channels:
        for text, host in hosts_of(channel):
            for part, message, advice, severity in _faults(host, own):
                yield Diagnostic(
                    RULE, place_of(text, part), message, help=advice, set_severity=severity
                )


def _faults(host: str, own: str) -> Iterator[tuple[str, str, str, Severity | None]]:
    """Yield the part of the host, message, help and severity; at most one."""
    labels = [unicode_label(label) for label in host.split(".")]
    for label in labels:
        scripts = _scripts(label)
        if len(scripts) > 1 and not any(scripts <= allowed for allowed in _TOGETHER):
            names = " and ".join(sorted(script.capitalize() for script in scripts))
            yield (
                host,
                f"“{label}” mixes {names} letters that look alike",
                "type the domain anew, with the letters a to z",
                None,
            )
            return
    if not all(label.isascii() for label in labels):
        if unicodedata.normalize("NFKC", host).isascii():
            asks = f"write it in plain letters: {unicodedata.normalize('NFKC', host)}"
        else:
            asks = "leave it if it is yours; else type it anew, with the letters a to z"
        yield (
            host,
            f"“{'.'.join(labels)}” has letters beyond a to z; browsers may show “{_ascii(labels)}”",
            asks,
            Severity.WARNING,
        )
    elif own and looks_like(host, own):
        domain = registrable_domain(host)
        yield (
            domain,
            f"“{domain}” is almost “{own}”, the domain of this site",
            f"write “{own}” if that was meant; customers cannot tell the two apart",
            Severity.WARNING,
        )


def _scripts(label: str) -> frozenset[str]:
    """Return the alphabets of the letters in a label, by the first word of their names."""
    letters = filter(str.isalpha, unicodedata.normalize("NFKC", label))
    words = (unicodedata.name(char, "").partition(" ")[0] for char in letters)
    # the mark of long vowels belongs to both alphabets of Japanese
    return frozenset(words) - {"", "KATAKANA-HIRAGANA"}


def _ascii(labels: list[str]) -> str:
    """Return the labels as DNS has them (RFC 3492)."""
    return ".".join(
        label if label.isascii() else f"xn--{label.encode('punycode').decode()}" for label in labels
    )
