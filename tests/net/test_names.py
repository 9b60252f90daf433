"""The DNS: what is certain, and what nobody could say."""

from collections.abc import Iterator
from time import monotonic

import pytest

from hcgen.model.probe import Verdict
from hcgen.net import Failure, Network
from tests.loopback import Internet
from tests.loopback.internet import HASTY
from tests.loopback.name_server import DROP


@pytest.fixture
def internet() -> Iterator[Internet]:
    with Internet() as running:
        yield running


def asked(internet: Internet, name: str, record_type: str = "A", **settings: object) -> Failure:
    with pytest.raises(Failure) as caught:
        internet.network(**settings).look_up(name, record_type, monotonic() + 5)
    return caught.value


def test_records_are_written_as_hosts_are(internet: Internet) -> None:
    internet.names.add("awan.test. 60 IN MX 10 MX.Awan.test.\nawan.test. 60 IN MX 0 .")
    records = internet.network().look_up("Awan.test", "MX", monotonic() + 5)
    assert sorted(records.values) == ["0 ", "10 mx.awan.test"]
    assert records.alias == ""


def test_an_alias_is_told(internet: Internet) -> None:
    internet.names.add("a.test. 60 IN CNAME b.test.\nb.test. 60 IN A 93.184.216.34")
    records = internet.network().look_up("a.test", "A", monotonic() + 5)
    assert (records.values, records.alias) == (("93.184.216.34",), "b.test")


def test_a_name_without_records_of_the_type_has_none(internet: Internet) -> None:
    internet.names.address_of("a.test")
    assert internet.network().look_up("a.test", "MX", monotonic() + 5).values == ()


def test_only_two_answers_make_a_name_unknown(internet: Internet) -> None:
    internet.names.address_of("there.test")
    internet.names.fail("there.test", "NXDOMAIN", "")
    failure = asked(internet, "there.test")
    assert (failure.reason, failure.verdict) == ("name-servers-disagree", Verdict.UNVERIFIABLE)
    failure = asked(internet, "not-there.test")
    assert (failure.reason, failure.verdict) == ("name-not-found", Verdict.BROKEN)
    assert internet.names.asked.count(("not-there.test", "A")) == 2


def test_another_server_is_asked_before_a_name_is_called_unknown(internet: Internet) -> None:
    with Internet() as other:
        servers = tuple(f"127.0.0.1:{each.names.port}" for each in (internet, other))
        asked(internet, "not-there.test", nameservers=servers)
        assert internet.names.asked == other.names.asked == [("not-there.test", "A")]


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ("SERVFAIL", "name-servers-failed"),
        ("REFUSED", "name-servers-failed"),
        (DROP, "names-timed-out"),
    ],
)
def test_a_failing_server_says_nothing_of_the_name(
    internet: Internet, how: str, reason: str
) -> None:
    internet.names.fail("awan.test", how)
    begins = monotonic()
    failure = asked(internet, "awan.test", limits=HASTY)
    assert (failure.reason, failure.verdict) == (reason, Verdict.UNVERIFIABLE)
    assert failure.observation("mx").may_pass
    assert monotonic() - begins < 1.5


def test_a_lost_packet_is_sent_again(internet: Internet) -> None:
    internet.names.address_of("lossy.test")
    internet.names.fail("lossy.test", DROP, "")
    assert internet.network().look_up("lossy.test", "A", monotonic() + 5).values


def test_a_circle_of_aliases_says_nothing(internet: Internet) -> None:
    internet.names.add("a.test. 60 IN CNAME b.test.\nb.test. 60 IN CNAME a.test.")
    assert asked(internet, "a.test").reason == "name-servers-failed"


def test_names_that_cannot_be_asked_for_say_nothing(internet: Internet) -> None:
    assert asked(internet, f"{'a' * 70}.test").reason == "name-servers-failed"
    assert asked(internet, "a..test").reason == "name-servers-failed"


def test_a_machine_without_name_servers_says_so(tmp_path: object) -> None:
    network = Network(nameservers=("127.0.0.1:1",))
    with pytest.raises(Failure) as caught:
        network.look_up("awan.test", "A", monotonic() + 0.5)
    assert caught.value.verdict is Verdict.UNVERIFIABLE


@pytest.mark.parametrize("written", ["[::1]:5353", "::1", "1.1.1.1", "1.1.1.1:53"])
def test_name_servers_are_written_with_or_without_port(written: str) -> None:
    from hcgen.net.names import _servers

    server = _servers((written,))[0]
    assert server.answer_port() == (5353 if written.endswith(":5353") else 53)
