"""How much of anything is taken from others."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one question to somebody else; all times are of the wall clock.

    Attributes:
        names_s: One look-up in the DNS, with its repeats.
        connect_s: From the first packet to the end of the TLS handshake, of one address.
        web_s: One page, with all redirects.
        mail_s: One conversation with a mail server.
        redirects: Hops that are followed.
        header_bytes: All headers of an answer together.
        body_bytes: What is read of a page; the rest is left there.
        reply_bytes: All replies of a mail server together.
    """

    names_s: float = 5.0
    connect_s: float = 8.0
    web_s: float = 12.0
    mail_s: float = 12.0
    redirects: int = 5
    header_bytes: int = 64 * 1024
    body_bytes: int = 256 * 1024
    reply_bytes: int = 16 * 1024
