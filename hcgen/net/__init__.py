"""The only way out: DNS, HTTP and SMTP that cannot be led into private networks, nor held up."""

from hcgen.net.failure import Failure
from hcgen.net.guard import Guard
from hcgen.net.limits import Limits
from hcgen.net.network import Network
from hcgen.net.page import Certificate, Page
from hcgen.net.remote_text import cleaned

__all__ = ["Certificate", "Failure", "Guard", "Limits", "Network", "Page", "cleaned"]
