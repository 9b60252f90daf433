"""Connections: the vetted address itself, and what it means when there is none."""

import errno
import os
from time import monotonic

import pytest

from hcgen.net import Failure
from hcgen.net.dialling import dial, failure_of
from tests.loopback import Internet


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ETIMEDOUT, "connection-timed-out"),
        (errno.ECONNREFUSED, "connection-refused"),
        (errno.ECONNRESET, "connection-failed"),
        (errno.EINVAL, "connection-failed"),
        (errno.ENETUNREACH, "unreachable"),
        (errno.EHOSTUNREACH, "unreachable"),
        (errno.EMFILE, "cannot-ask"),
        (errno.EACCES, "cannot-ask"),
        (errno.EPERM, "cannot-ask"),
    ],
)
def test_errors_of_the_system_have_their_meaning(number: int, reason: str) -> None:
    # OSError makes itself the class that belongs to the number
    assert failure_of(OSError(number, os.strerror(number))).reason == reason


def test_a_name_is_looked_up_once_and_that_address_is_dialled(internet: Internet) -> None:
    internet.web.put("https://once.test/", "hello")
    internet.names.asked.clear()
    with dial("once.test", 443, internet.network(), monotonic() + 2) as connection:
        assert connection.getpeername()[0] == internet.names.address_of("once.test")
    assert internet.names.asked == [("once.test", "A")]


def test_the_next_address_is_dialled_where_one_does_not_answer(internet: Internet) -> None:
    internet.names.add("two.test. 60 IN A 127.0.0.1\ntwo.test. 60 IN A 127.0.0.2")
    network = internet.network(ports={443: internet.web.secure_port})
    dial("two.test", 443, network, monotonic() + 2).close()
    with pytest.raises(Failure, match="connection-refused"):
        dial("two.test", 443, internet.network(ports={443: 1}), monotonic() + 2)
