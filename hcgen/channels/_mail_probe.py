"""What trying a mail address shows without sending mail."""

from hcgen.channels._mail_hosts import mail_hosts
from hcgen.channels._mail_policies import mail_policies
from hcgen.model.probe import Observation
from hcgen.net import Failure, Network


def probe_mail(address: str, network: Network, deadline: float) -> tuple[Observation, ...]:
    """Return whether mail for an address has somewhere to go.

    Args:
        address: One address, checked to be nothing else.
    """
    try:
        domain = network.host(address.rpartition("@")[2])
    except Failure as failure:
        return (failure.observation("mx"),)
    hosts = mail_hosts(domain, network, deadline)
    if not hosts.usable:
        return hosts.observations
    return (*hosts.observations, *mail_policies(domain, hosts.usable, network, deadline))
