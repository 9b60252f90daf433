"""Encryption of a connection, and what the certificate says."""

import socket
import ssl
from datetime import UTC, datetime
from functools import lru_cache

from hcgen.net.failure import Failure
from hcgen.net.page import Certificate
from hcgen.net.stream import left

# OpenSSL, x509_vfy.h
_REASONS = {
    9: "certificate-not-valid-yet",
    10: "certificate-expired",
    18: "certificate-self-signed",
    62: "certificate-of-another-host",
    64: "certificate-of-another-host",
}


@lru_cache(maxsize=4)
def _context(trusted: str | None, *, is_web: bool) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if is_web:
        context.set_alpn_protocols(["http/1.1"])
    if trusted:
        context.load_verify_locations(cafile=trusted)
    return context


def encrypted(
    connection: socket.socket,
    host: str,
    trusted: str | None,
    deadline: float,
    *,
    is_web: bool = True,
) -> tuple[ssl.SSLSocket, Certificate]:
    """Return the connection encrypted, with the certificate that was verified for the host.

    Raises:
        Failure: The certificate is no proof, or there was no agreement.
        TimeoutError: The time is up.
        OSError: The connection broke.
    """
    # the limit of a handshake is of the wall clock, unlike that of reading
    connection.settimeout(left(deadline))
    try:
        secure = _context(trusted, is_web=is_web).wrap_socket(connection, server_hostname=host)
    except ssl.SSLCertVerificationError as error:
        reason = _REASONS.get(error.verify_code, "certificate-not-trusted")
        raise Failure(reason, error.verify_message) from None
    except ssl.SSLError as error:
        raise Failure("encryption-failed", error.reason or "") from None
    return secure, _certificate(secure, host)


def _certificate(secure: ssl.SSLSocket, host: str) -> Certificate:
    facts = secure.getpeercert() or {}
    begins, ends = (
        datetime.fromtimestamp(ssl.cert_time_to_seconds(str(facts[key])), UTC)
        for key in ("notBefore", "notAfter")
    )
    return Certificate(host, begins, ends)
