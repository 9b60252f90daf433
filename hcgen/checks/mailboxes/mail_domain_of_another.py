"""EML004: mailboxes at a domain that nothing else of the site has."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.checks.mailboxes._mailbox import mailboxes
from hcgen.checks.mailboxes.free_mail_address import is_free
from hcgen.checks.web_addresses import site_domain, urls_of
from hcgen.checks.words import part_of
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.domains import is_on_shared_host, looks_like, registrable_domain, web_host

_SITE = (
    "site_name: Help\nsite_url: https://help.awan.co.id/\n"
    "plugins: [{hcgen: {languages: [en, id]}}]\n"
)
_MAIL = "channels:\n  - {id: mail, kind: email, address: help@awan.co.id, hours: always}\n"
_MORE = "  - {id: sales, kind: email, address: sales@awan.co.id, hours: always}\n"


RULE = Rule(
    code="EML004",
    name="mail-domain-of-another",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A mail address is at another domain than the site and all other channels.",
    why="It may be mistyped, and customers cannot tell whether it is yours.",
    fix="Use an address at the domain of the site, or correct it.",
    since="0.1.0",
    bad=(
        Example(
            {
                "mkdocs.yml": _SITE,
                "content/channels.yml": _MAIL.replace("awan.co.id", "⟦awan-mail.net⟧"),
            }
        ),
        Example(
            {
                "mkdocs.yml": _SITE,
                "content/channels.yml": _MAIL + _MORE.replace("awan.co.id", "⟦melati.com.my⟧"),
            }
        ),
    ),
    good=(
        Example(
            {
                "mkdocs.yml": _SITE,
                "content/channels.yml": _MAIL,
            }
        ),
        Example(
            {
                "mkdocs.yml": _SITE,
                "content/channels.yml": (_MAIL + _MORE).replace("awan.co.id", "awan.com"),
            }
        ),
        Example(
            {
                "mkdocs.yml": _SITE.replace("help.awan.co.id", "awan.github.io/help"),
                "content/channels.yml": _MAIL,
            }
        ),
        # firms have their name with other endings too
        Example(
            {
                "mkdocs.yml": _SITE,
                "content/channels.yml": _MAIL + _MORE.replace("awan.co.id", "awan.com.my"),
            }
        ),
        Example(
            {
                "mkdocs.yml": _SITE,
                "content/channels.yml": _MAIL.replace("awan.co.id", "melati.com")
                + _MORE.replace("awan.co.id", "melati.com.my"),
            }
        ),
        # an authority may have its pages with another one, and both domains are the state's
        Example(
            {
                "mkdocs.yml": _SITE.replace("help.awan.co.id", "www.gov.uk"),
                "content/channels.yml": _MAIL.replace("awan.co.id", "companieshouse.gov.uk"),
            }
        ),
    ),
)


_STATE = frozenset(("gob", "gouv", "gov", "govt", "go", "mil"))


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare registered names; one that two channels have is the organisation's too."""
    own = site_domain(context)
    is_fictional = context.centre.contact.organisation.is_fictional  # so are its domains
    if not own or is_on_shared_host(own) or is_fictional:
        return
    found = tuple(mailboxes(context))
    uses = [_name(mailbox.domain) for mailbox in found]
    channels = context.centre.contact.channels
    uses += {_name(web_host(text.value)) for each in channels for text in urls_of(each)}
    for mailbox in found:
        domain = registrable_domain(mailbox.domain)
        if _name(domain) == _name(own) or uses.count(_name(domain)) > 1 or is_free(mailbox):
            continue
        if _state(domain) and _state(domain) == _state(own):
            continue
        if looks_like(domain, own) or "xn--" in domain:
            continue  # “look-alike-domain” says it
        start = mailbox.text.value.rfind("@") + 1
        yield Diagnostic(
            RULE,
            part_of(mailbox.text, start, len(mailbox.text.value)),
            f"“{domain}” is not the domain of this site, and no other channel has it",
            help=f"use an address at “{own}”, or correct this one",
        )


def _name(host: str) -> str:
    """Return what somebody has registered, without its ending: awan of help.awan.co.id."""
    return registrable_domain(host).partition(".")[0]


def _state(domain: str) -> str:
    """Return the ending that only authorities get, such as gov.uk or go.id; else nothing."""
    ending = domain.partition(".")[2]
    return ending if ending.partition(".")[0] in _STATE else ""
