"""What a mail server says of its encryption and of an address, up to before any mail is sent."""

import secrets
from dataclasses import replace

from hcgen.channels._mail_replies import meaning_of
from hcgen.channels._page_probe import of_certificates
from hcgen.model.probe import Observation, Verdict
from hcgen.net import Failure, Network, cleaned


def probe_starttls(host: str, network: Network, deadline: float) -> tuple[Observation, ...]:
    """Return what is wrong with the encryption of a mail host.

    None of it keeps mail away: most servers bring it all the same.
    """
    try:
        with network.mail_talk(host, deadline) as (talk, first):
            if not first.is_good:
                return (_turned_away("starttls", first.code, first.text),)
            extensions = talk.greet().text.casefold().split()
            if "starttls" not in extensions:
                return (_aside("starttls", "no-starttls", host),)
            answer = talk.say("STARTTLS")
            if not answer.is_good:
                return (_aside("starttls", "starttls-refused", answer.text),)
            certificate = talk.encrypt()
    except Failure as failure:
        is_of_encryption = failure.reason.startswith(("certificate-", "encryption-", "reply-too"))
        verdict = Verdict.SUSPECT if is_of_encryption else Verdict.UNVERIFIABLE
        return (failure.observation("starttls", verdict=verdict, is_extra=True),)
    good = Observation("starttls", Verdict.VERIFIED, "starttls-works", host, is_extra=True)
    return (good, *of_certificates((certificate,), check="starttls"))


def probe_mailbox(
    address: str, host: str, network: Network, deadline: float
) -> tuple[Observation, ...]:
    """Return whether a mail host takes mail for an address.

    One that nobody can have is asked for too: many hosts take everything and sort it out later.

    Args:
        address: One address with the domain as the DNS knows it.
        host: A mail host of that domain.
    """
    try:
        with network.mail_talk(host, deadline) as (talk, first):
            if not first.is_good:
                return (_turned_away("mailbox", first.code, first.text),)
            hello = talk.greet()
            if not hello.is_good:
                return (_turned_away("mailbox", hello.code, hello.text),)
            if not address.isascii():
                return (_mailbox(Verdict.UNVERIFIABLE, "mailbox-of-other-letters", ""),)
            # without a sender, as messages about undelivered mail have none
            sender = talk.say("MAIL FROM:<>")
            if not sender.is_good:
                return (_turned_away("mailbox", sender.code, sender.text),)
            reply = talk.say(f"RCPT TO:<{address}>")
            meaning = meaning_of(reply, address)
            said = cleaned(f"{reply.code} {reply.text}")
            seen = Observation("mailbox", meaning.verdict, meaning.reason, said, meaning.may_pass)
            if meaning.verdict is not Verdict.VERIFIED:
                return (seen,)
            nobody = f"q{secrets.token_hex(10)}@{address.rpartition('@')[2]}"
            other = talk.say(f"RCPT TO:<{nobody}>")
            talk.say("RSET")
    except Failure as failure:
        return (failure.observation("mailbox", verdict=Verdict.UNVERIFIABLE),)
    if other.is_good:
        return (replace(seen, verdict=Verdict.UNVERIFIABLE, reason="mailbox-catches-all"),)
    if meaning_of(other, nobody).reason != "mailbox-unknown":
        return (replace(seen, verdict=Verdict.UNVERIFIABLE, reason="mailbox-undecided"),)
    return (seen,)


def _turned_away(check: str, code: int, text: str) -> Observation:
    """Return what it means that a server talks to us no further: nothing of others."""
    said = cleaned(f"{code} {text}")
    is_extra = check == "starttls"
    return Observation(
        check, Verdict.UNVERIFIABLE, "mail-blocked-from-here", said, is_extra=is_extra
    )


def _mailbox(verdict: Verdict, reason: str, said: str) -> Observation:
    return Observation("mailbox", verdict, reason, cleaned(said))


def _aside(check: str, reason: str, said: str) -> Observation:
    return Observation(check, Verdict.SUSPECT, reason, cleaned(said), is_extra=True)
