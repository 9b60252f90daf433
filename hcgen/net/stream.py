"""A connection that ends when its time is up, however slowly the other side drips."""

import io
import socket
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class TooMuch(Exception):  # noqa: N818  # it is an answer, not an error of ours
    """The other side sent more than it may."""


def left(deadline: float) -> float:
    """Return the seconds that are left.

    Raises:
        TimeoutError: None are.
    """
    seconds = deadline - monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds


class Stream(io.RawIOBase):
    """What a connection says, until a moment of the wall clock and up to a number of bytes.

    A socket's own time limit begins anew with every byte.

    Attributes:
        budget: Bytes that may still come.
    """

    def __init__(self, connection: socket.socket, deadline: float, budget: int) -> None:
        self.budget = budget
        self._connection = connection
        self._deadline = deadline
        self._reader: io.BufferedReader | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Read what there is.

        Raises:
            TimeoutError: The time is up.
            TooMuch: The budget is spent, and there is more.
        """
        view = memoryview(buffer)
        self._connection.settimeout(left(self._deadline))
        count = self._connection.recv_into(view[: max(1, min(len(view), self.budget))])
        if count > self.budget:
            raise TooMuch
        self.budget -= count
        return count

    def makefile(self, mode: str) -> io.BufferedReader:
        """Return the buffered reader of it; `http.client` asks sockets for one by this name."""
        # always the same one: it may have read on into what comes next
        self._reader = self._reader or io.BufferedReader(self)
        return self._reader


def send(connection: socket.socket, data: bytes, deadline: float) -> None:
    """Send all of it before the time is up."""
    connection.settimeout(left(deadline))
    connection.sendall(data)
