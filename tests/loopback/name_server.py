"""A name server that says what it is told to, or fails in one of the ways that name servers do."""

import threading
from collections import defaultdict

from dnslib import QTYPE, RCODE, RR, DNSRecord
from dnslib.server import BaseResolver, DNSHandler, DNSLogger, DNSServer

DROP = "DROP"
"""No answer at all."""
FAILURES = ("SERVFAIL", "REFUSED", "NXDOMAIN", DROP)


class NameServer(BaseResolver):  # type: ignore[misc]
    """Names below any domain; names that nobody has put there do not exist.

    Attributes:
        port: Of UDP, after `start`.
        asked: Name and type of each question, in order.
    """

    port = 0

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self._records: dict[str, list[RR]] = defaultdict(list)
        self._failures: dict[tuple[str, str], list[str]] = {}
        self._addresses: dict[str, str] = {}
        self._server: DNSServer | None = None

    def start(self) -> None:
        self._server = DNSServer(
            self, address="127.0.0.1", port=0, logger=DNSLogger("-error"), handler=_Handler
        )
        self.port = self._server.server.server_address[1]
        self._server.thread = threading.Thread(
            target=self._server.server.serve_forever, args=(0.02,), daemon=True
        )
        self._server.thread.start()

    def stop(self) -> None:
        assert self._server is not None
        self._server.server.shutdown()
        self._server.server.server_close()

    def add(self, zone: str) -> None:
        """Put records there, one a line as in a zone file; hosts are written with a dot behind."""
        for record in RR.fromZone(zone):
            self._records[str(record.rname).rstrip(".").casefold()].append(record)

    def fail(self, name: str, *how: str, record_type: str = "ANY") -> None:
        """Answer questions for a name with one of `FAILURES`; of several, each once, then no more.

        The last one stays where it is the only one.
        """
        self._failures[name, record_type] = list(how)

    def address_of(self, host: str) -> str:
        """Return the address of a host on loopback, which is made on the first call."""
        if host not in self._addresses:
            number = len(self._addresses) + 2
            self._addresses[host] = f"127.0.{number // 250}.{number % 250 + 1}"
            self.add(f"{host}. 60 IN A {self._addresses[host]}")
        return self._addresses[host]

    def resolve(self, request: DNSRecord, handler: DNSHandler) -> DNSRecord | None:
        name = str(request.q.qname).rstrip(".").casefold()
        record_type = QTYPE[request.q.qtype]
        self.asked.append((name, record_type))
        reply = request.reply()
        failure = self._failure(name, record_type)
        if failure == DROP:
            return None
        if failure:
            reply.header.rcode = getattr(RCODE, failure)
            return reply
        self._answer(reply, name, record_type)
        return reply

    def _failure(self, name: str, record_type: str) -> str:
        for key in ((name, record_type), (name, "ANY")):
            planned = self._failures.get(key, [])
            if len(planned) == 1 and planned is self._failures.get(key):
                return planned[0]
            if planned:
                return planned.pop(0)
        return ""

    def _answer(self, reply: DNSRecord, name: str, record_type: str) -> None:
        seen: set[str] = set()
        while name not in seen:
            seen.add(name)
            if name not in self._records:
                # an empty non-terminal is there, though it has nothing (RFC 8020)
                is_above = any(each.endswith(f".{name}") for each in self._records)
                reply.header.rcode = RCODE.NOERROR if is_above else RCODE.NXDOMAIN
                return
            for record in self._records[name]:
                if QTYPE[record.rtype] in (record_type, "CNAME"):
                    reply.add_answer(record)
            alias = [each for each in self._records[name] if QTYPE[each.rtype] == "CNAME"]
            if not alias or record_type == "CNAME":
                return
            name = str(alias[0].rdata).rstrip(".").casefold()
        reply.header.rcode = RCODE.SERVFAIL  # as resolvers say of a loop


class _Handler(DNSHandler):  # type: ignore[misc]
    """Says nothing where the resolver says nothing."""

    def handle(self) -> None:
        data, connection = self.request
        try:
            request = DNSRecord.parse(data)
        except Exception:  # dnslib raises errors of many kinds
            return
        reply = self.server.resolver.resolve(request, self)
        if reply is not None:
            connection.sendto(reply.pack(), self.client_address)
