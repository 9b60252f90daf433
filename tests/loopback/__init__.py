"""Real servers on 127.0.0.0/8 that answer as those out there do, good and bad."""

from tests.loopback.internet import Internet

__all__ = ["Internet"]
