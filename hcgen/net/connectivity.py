"""Whether we are online ourselves; before that is known nobody else is accused."""

from collections.abc import Sequence
from contextlib import closing
from time import monotonic

from hcgen.net.access import Access
from hcgen.net.failure import Failure
from hcgen.net.proxying import reach
from hcgen.net.tls import encrypted
from hcgen.net.web_address import web_address


def is_online(access: Access, controls: Sequence[str], deadline: float) -> bool:
    """Tell whether any of some web addresses can be reached.

    Args:
        controls: Of hosts that are as good as always there; each is looked up, connected to and,
            with ``https``, agreed on encryption with. No page is asked for.
    """
    return any(_is_reached(url, access, deadline, len(controls)) for url in controls)


def _is_reached(url: str, access: Access, deadline: float, count: int) -> bool:
    # one control that hangs must leave time for the others
    until = monotonic() + max(0.0, deadline - monotonic()) / count
    try:
        address = web_address(url, access)
        with closing(reach(address, access, until)) as connection:
            if address.is_encrypted:
                encrypted(connection, address.host, access.trusted, until)[0].close()
    except Failure as failure:
        # whoever shows a certificate, be it a wrong one, is there
        return failure.reason.startswith("certificate-")
    except OSError:
        return False
    return True
