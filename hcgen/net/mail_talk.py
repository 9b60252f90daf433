"""A conversation with a mail server (RFC 5321) that ends before any mail is sent."""

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from time import monotonic

from hcgen.net.access import Access
from hcgen.net.dialling import dial
from hcgen.net.failure import Failure
from hcgen.net.mail_reply import Reply
from hcgen.net.page import Certificate
from hcgen.net.stream import Stream, TooMuch, send
from hcgen.net.tls import encrypted

_PORT = 25
_LINE = re.compile(rb"(\d{3})([ -]?)(.*)", re.DOTALL)
_LONGEST_LINE = 4096


class MailTalk:
    """An open conversation, up to the greeting; see `mail_talk`."""

    def __init__(
        self, connection: socket.socket, host: str, access: Access, deadline: float
    ) -> None:
        self._connection = connection
        self._host = host
        self._access = access
        self._deadline = deadline
        self._reader = self._new_reader()

    def _new_reader(self) -> BufferedReader:
        budget = self._access.limits.reply_bytes
        return Stream(self._connection, self._deadline, budget).makefile("rb")

    def reply(self) -> Reply:
        """Return what the server says next.

        Raises:
            Failure: Nothing in time, too much, or nothing of this language.
        """
        texts: list[str] = []
        while True:
            try:
                line = self._reader.readline(_LONGEST_LINE)
            except TimeoutError:
                raise Failure("reply-timed-out", " ".join(texts)) from None
            except TooMuch:
                raise Failure("reply-too-long") from None
            except OSError as error:
                raise Failure("connection-lost", error.strerror or "") from None
            if not line:
                raise Failure("connection-lost")
            if not line.endswith(b"\n") and len(line) >= _LONGEST_LINE:
                raise Failure("reply-too-long")
            parts = _LINE.fullmatch(line.rstrip(b"\r\n"))
            if parts is None:
                raise Failure("not-mail", line.decode("latin-1"))
            texts.append(parts[3].decode("utf-8", "replace"))
            if parts[2] != b"-":
                return Reply(int(parts[1]), " ".join(texts))

    def say(self, command: str) -> Reply:
        """Return the answer to a command of one line.

        Raises:
            Failure: There is none.
        """
        assert command.isprintable()  # a line end would begin a second command
        try:
            send(self._connection, f"{command}\r\n".encode(), self._deadline)
        except TimeoutError:
            raise Failure("reply-timed-out") from None
        except OSError as error:
            raise Failure("connection-lost", error.strerror or "") from None
        return self.reply()

    def greet(self) -> Reply:
        """Return what the server can do, one word or more a line, joined by blanks."""
        name = self._access.mail_name or socket.gethostname()
        return self.say(f"EHLO {re.sub('[^A-Za-z0-9.-]', '-', name) or 'localhost'}")

    def encrypt(self) -> Certificate:
        """Return the server's certificate after the talk has gone on encrypted.

        Raises:
            Failure: It is no proof of the host's name, or there was no agreement.
        """
        try:
            secure, certificate = encrypted(
                self._connection,
                self._host,
                self._access.trusted,
                self._deadline,
                is_web=False,
            )
        except TimeoutError:
            raise Failure("reply-timed-out") from None
        except OSError as error:
            raise Failure("connection-lost", error.strerror or "") from None
        self._connection = secure
        # what came before is not to be believed any more (RFC 3207, 4.2)
        self._reader = self._new_reader()
        return certificate

    def leave(self) -> None:
        """Take leave, without waiting for an answer."""
        with suppress(OSError):
            send(self._connection, b"QUIT\r\n", self._deadline)
        with suppress(OSError):
            self._connection.close()


@contextmanager
def mail_talk(host: str, access: Access, deadline: float) -> Iterator[tuple[MailTalk, Reply]]:
    """Return a conversation with a mail host, and the first words of the server.

    Args:
        host: As the DNS knows it.

    Raises:
        Failure: There is nobody, or nobody who speaks this language.
    """
    deadline = min(deadline, monotonic() + access.limits.mail_s)
    talk = MailTalk(dial(host, _PORT, access, deadline), host, access, deadline)
    try:
        yield talk, talk.reply()
    finally:
        talk.leave()
