"""Which addresses and ports may be reached: nothing that is not on the public internet."""

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

from hcgen.net.failure import Failure

# Python's `is_global` differs between patch releases (CPython 113171) and lets pass what is marked;
# IANA's registries of special-purpose addresses, RFC 6890 and its updates
_NOT_PUBLIC = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8",  # this network; Linux takes 0.0.0.0 for itself
        "10.0.0.0/8",
        "100.64.0.0/10",  # behind carriers; Alibaba's metadata at 100.100.100.200
        "127.0.0.0/8",
        "168.63.129.16/32",  # Azure's platform: `is_global`
        "169.254.0.0/16",  # link-local; metadata of clouds at 169.254.169.254
        "172.16.0.0/12",
        "192.0.0.0/24",  # Oracle's metadata at 192.0.0.192
        "192.0.2.0/24",
        "192.88.99.0/24",  # relays of 6to4: `is_global`
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",  # multicast: `is_global`
        "240.0.0.0/4",
    )
)
_PUBLIC_IPV6 = IPv6Network("2000::/3")
"""All that is routed to single hosts; so 64:ff9b::/96, ::/96 and fec0::/10 are out."""
_NOT_PUBLIC_IPV6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # Teredo and others
        "2001:db8::/32",
        "2002::/16",  # 6to4: holds any IPv4 address
        "3fff::/20",
    )
)


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Tell whether an address is one of a single host on the public internet."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC)
    return address in _PUBLIC_IPV6 and not any(address in each for each in _NOT_PUBLIC_IPV6)


@dataclass(frozen=True, slots=True)
class Guard:
    """Where probes may go.

    Attributes:
        permitted: Networks that may be reached though they are not public, such as
            ``127.0.0.0/8``.
        ports: That web addresses may name; others belong to services that a page could be
            mistaken for commands to.
    """

    permitted: tuple[str, ...] = ()
    ports: tuple[int, ...] = (80, 443)

    def admits(self, address: str) -> bool:
        """Tell whether an address in its usual spelling may be reached."""
        try:
            parsed = ip_address(address)
        except ValueError:
            return False
        if isinstance(parsed, IPv6Address):
            if parsed.scope_id is not None:
                return False
            parsed = parsed.ipv4_mapped or parsed
        if is_public(parsed):
            return True
        return any(parsed in ip_network(network) for network in self.permitted)

    def vet(self, addresses: Sequence[str]) -> None:
        """Let addresses of a name pass, all of them or none.

        Raises:
            Failure: ``private-address``. One bad address is enough: whoever mixes them may hope
                that the good one is looked at and the bad one is used.
        """
        for address in addresses:
            if not self.admits(address):
                raise Failure("private-address", address)
