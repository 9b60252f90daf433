"""Which addresses are on the public internet, and which spellings are none."""

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis.strategies import ip_addresses

from hcgen.net import Failure, Guard
from hcgen.net.guard import is_public
from hcgen.net.hosts import ascii_host

PRIVATE = """
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.255
127.0.0.1 127.1.2.3 127.255.255.255 168.63.129.16 169.254.0.1 169.254.169.254 169.254.170.2
172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1 192.168.0.1 192.168.255.255
198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1
255.255.255.255
:: ::1 ::127.0.0.1 ::a9fe:a9fe ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:a9fe:a9fe
::ffff:168.63.129.16
::ffff:0:127.0.0.1 64:ff9b::1 64:ff9b::a9fe:a9fe 64:ff9b:1::1 100::1 2001::1 2001:0:4136:e378::1
2001:10::1 2001:20::1
2001:db8::1 2001:db8:ffff::1 2002:a9fe:a9fe::1 2002:7f00:1::1 3fff::1 5f00::1
fc00::1 fd00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 febf::1 fec0::1 ff02::1 ff0e::1
4000::1 e000::1
""".split()

PUBLIC = """
1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 93.184.216.34 100.63.255.255 100.128.0.0 126.255.255.255
128.0.0.1 168.63.129.15 168.63.129.17 169.253.255.255 172.15.255.255 172.32.0.0 192.0.1.0
192.88.98.255 192.88.100.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 223.255.255.255
2001:200::1 2001:4860:4860::8888 2001:db9::1 2003::1 2400:cb00::1 2606:4700::1111 2a00:1450::1
::ffff:8.8.8.8
""".split()

ODD = """
0x7f.1 0x7f000001 0X7F.0.0.1 2130706433 127.1 127.0.1 0177.0.0.1 017700000001 010.0.0.1 1 0 0x
127.0.0.1. 10.0.0.01 256.256.256.256 1.2.3 1.2.3.4.5 ①②⑦.0.0.1 127。0。0。1 １２７.0.0.1 awan.0x10
awan.test.1 fe80::1%eth0 ::1%1 %31%32%37.0.0.1 127.0.0.1%00 localhost%00.test a..b .awan.test
-awan.test awan-.test a/b a\\b a@b a:b [::1] awan.test:80 xn--a*b.test
""".split()


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(PRIVATE) >= 60
    assert len(set(PRIVATE) | set(PUBLIC) | set(ODD)) == len(PRIVATE + PUBLIC + ODD) - 1


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_public_is_not_reached(address: str) -> None:
    assert not Guard().admits(address)
    with pytest.raises(Failure, match="private-address"):
        Guard().vet(["8.8.8.8", address])


@pytest.mark.parametrize("address", PUBLIC)
def test_what_is_public_is_reached(address: str) -> None:
    assert Guard().admits(address)
    Guard().vet([address])


@pytest.mark.parametrize("host", [*ODD, "a" * 64, "a." * 130 + "test", ""])
def test_spellings_that_only_some_programs_take_for_an_address_are_refused(host: str) -> None:
    with pytest.raises(Failure, match="odd-host"):
        ascii_host(host)


@pytest.mark.parametrize(
    ("host", "known_as"),
    [
        ("Awan.TEST", "awan.test"),
        ("awan.test.", "awan.test"),
        ("bücher.test", "xn--bcher-kva.test"),
        ("my_host.awan.test", "my_host.awan.test"),
        ("3com.test", "3com.test"),
        ("127.0.0.1.awan.test", "127.0.0.1.awan.test"),
        ("0x7f.awan.test", "0x7f.awan.test"),
        ("1.1.1.1", "1.1.1.1"),
        ("2606:4700:0:0::1111", "2606:4700::1111"),
        ("ａwan。test", "awan.test"),
    ],
)
def test_hosts_are_known_by_one_name(host: str, known_as: str) -> None:
    assert ascii_host(host) == known_as


def test_what_is_permitted_is_reached_in_all_its_spellings() -> None:
    guard = Guard(permitted=("127.0.0.0/8", "fd00::/8"))
    assert guard.admits("127.9.9.9")
    assert guard.admits("::ffff:127.0.0.1")
    assert guard.admits("fd00::1")
    assert not guard.admits("10.0.0.1")
    assert not guard.admits("::1")


@pytest.mark.parametrize("text", ["", "awan.test", "1.2.3", "0x7f.1", " 1.1.1.1"])
def test_what_is_no_address_is_not_reached(text: str) -> None:
    assert not Guard(permitted=("0.0.0.0/0",)).admits(text)


@given(ip_addresses())
def test_nothing_is_public_that_python_knows_not_to_be(address: object) -> None:
    parsed = ip_address(str(address))
    if not parsed.is_global:
        assert not is_public(parsed)
