"""How servers misbehave: each of these is said over a connection after the request, or at once."""

import socket
import time
from collections.abc import Callable

Talk = Callable[[socket.socket], None]

LONG_S = 5.0
"""Longer than any probe waits in tests."""


def silence(connection: socket.socket) -> None:
    """Say nothing until the other side goes."""
    connection.settimeout(LONG_S)
    while connection.recv(1024):
        pass


def goes(connection: socket.socket) -> None:
    """Hang up at once."""


def says(*parts: bytes | float) -> Talk:
    """Say some bytes; a number is a pause of so many seconds."""

    def talk(connection: socket.socket) -> None:
        for part in parts:
            if isinstance(part, bytes):
                connection.sendall(part)
            else:
                time.sleep(part)

    return talk


def drips(begin: bytes, drop: bytes, every_s: float = 0.05) -> Talk:
    """Say something again and again, each time in time, and never come to an end."""

    def talk(connection: socket.socket) -> None:
        connection.sendall(begin)
        until = time.monotonic() + LONG_S
        while time.monotonic() < until:
            connection.sendall(drop)
            time.sleep(every_s)

    return talk


def floods(begin: bytes, drop: bytes) -> Talk:
    """Say something as fast as the line takes it, without end."""

    def talk(connection: socket.socket) -> None:
        connection.sendall(begin)
        until = time.monotonic() + LONG_S
        while time.monotonic() < until:
            connection.sendall(drop * 100)

    return talk


def replies(*lines: bytes) -> Talk:
    """Say the first line, and one more after each that comes; after half a line wait, else go."""

    def talk(connection: socket.socket) -> None:
        for line in lines:
            connection.sendall(line)
            if line and not connection.recv(1024):
                return
            if not line.endswith(b"\n"):
                return

    return talk
