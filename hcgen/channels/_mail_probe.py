"""What trying a mail address shows without sending mail."""

from hcgen.channels._mail_hosts import mail_hosts
from hcgen.channels._mail_policies import mail_policies
from hcgen.channels._mailbox_probe import probe_mailbox, probe_starttls
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
    seen = [*hosts.observations, *mail_policies(domain, hosts.usable, network, deadline)]
    best = hosts.usable[0]
    if network.starttls:
        seen += probe_starttls(best, network, deadline)
    if network.rcpt:
        local = address.rpartition("@")[0]
        seen += probe_mailbox(f"{local}@{domain}", best, network, deadline)
    return tuple(seen)
