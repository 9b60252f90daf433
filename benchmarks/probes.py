"""Tries 200 channels on servers on loopback, and prints a Markdown table of time and memory.

Run as ``python -m benchmarks.probes``, once with servers that all answer, once with a tenth of them
hanging: in the DNS, before the headers of a page, or in the middle of one. Tries, waits and limits
are those of `hcgen probe`. The servers run in a process of their own, so that the memory is that of
the one who asks.
"""

import resource
import socket
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from typing import Any

from benchmarks.search.scores import table
from hcgen.load import load_help_centre
from hcgen.model.probe import Verdict
from hcgen.net import Guard, Network
from hcgen.probes import Budget, channel_targets, run_probes
from tests.loopback import Internet
from tests.loopback.name_server import DROP

_CHANNELS = 200
_HANGING = 20
_PAGE = """<!doctype html><title>{title}</title>
<p>Write to us here. Our people in Jakarta read everything that comes, and answer it.</p>
<form method="post" action="/send"><textarea name="message"></textarea><button>Send</button>
</form>"""
_PAGE_KINDS = ("chat", "form", "community")
_VERDICTS = (Verdict.VERIFIED, Verdict.UNVERIFIABLE, Verdict.SUSPECT, Verdict.BROKEN)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run took.

    Attributes:
        memory_mb: The most that the process held at any time.
    """

    seconds: float
    memory_mb: float
    verdicts: Mapping[Verdict, int]


def main() -> None:
    """Print the table."""
    rows = [_row(hanging, _in_own_process(hanging)) for hanging in (0, _HANGING)]
    names = [verdict.value for verdict in _VERDICTS]
    print(table(("channels", "hanging", "seconds", "most memory", *names), rows))


def _row(hanging: int, outcome: Outcome) -> Sequence[str]:
    return [
        str(_CHANNELS),
        str(hanging),
        f"{outcome.seconds:.1f}",
        f"{outcome.memory_mb:.0f} MB",
        *(str(outcome.verdicts.get(verdict, 0)) for verdict in _VERDICTS),
    ]


def _in_own_process(hanging: int) -> Outcome:
    """Return what a run takes in a process that has done nothing else."""
    here, there = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=_measure, args=(hanging, there))
    process.start()
    outcome: Outcome = here.recv()
    process.join()
    return outcome


def _measure(hanging: int, answer: Connection) -> None:
    here, there = get_context("spawn").Pipe()
    servers = get_context("spawn").Process(target=_serve, args=(hanging, there))
    servers.start()
    network = Network(guard=Guard(permitted=("127.0.0.0/8",)), **here.recv())
    with tempfile.TemporaryDirectory() as name:
        centre = load_help_centre(_written(Path(name))).centre
        targets = channel_targets(centre, network)
        assert len(targets) == _CHANNELS
        start = monotonic()
        results, is_whole = run_probes(targets, Budget())
        seconds = monotonic() - start
    here.send("stop")
    servers.join()
    assert is_whole
    memory_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    verdicts = Counter(result.verdict for result in results)
    answer.send(Outcome(seconds, memory_kb / 1024, verdicts))


def _serve(hanging: int, told: Connection) -> None:
    """Run the servers until anything is told."""
    with Internet() as internet:
        for number in range(_CHANNELS):
            host = f"host{number}.example"
            if _kind(number) == "email":
                internet.names.add(f"{host}. 60 IN MX 10 mx.{host}.")
                internet.names.address_of(f"mx.{host}")
            elif _kind(number) != "phone":
                internet.web.put(f"https://{host}/help", _PAGE.format(title=f"Help {number}"))
        hanging_hosts = [n for n in range(_CHANNELS) if _kind(n) != "phone"][:: 160 // _HANGING]
        for number in hanging_hosts[:hanging]:
            host = f"host{number}.example"
            if _kind(number) == "email":
                internet.names.fail(host, DROP)
            else:
                internet.web.put(f"https://{host}/help", _hang if number % 2 else _hang_later)
        told.send(_settings(internet))
        told.recv()


def _settings(internet: Internet) -> Mapping[str, Any]:
    """Return what leads another process's `Network` to the servers, with its own limits."""
    network = internet.network()
    return {
        "nameservers": (f"127.0.0.1:{internet.names.port}",),
        "trusted": network.trusted,
        "ports": network.ports,
    }


def _hang(connection: socket.socket) -> None:
    connection.settimeout(None)
    while connection.recv(1024):
        pass


def _hang_later(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<title>")
    _hang(connection)


def _kind(number: int) -> str:
    """Return the kind of a channel: of five one is a telephone, and one a mail address."""
    if number % 5 == 0:
        return "phone"
    return "email" if number % 5 == 1 else _PAGE_KINDS[number % 3]


def _written(folder: Path) -> Path:
    """Write the project; return its configuration."""
    lines = ["organisation: {name: Help, country: ID}", "channels:"]
    for number in range(_CHANNELS):
        kind, host = _kind(number), f"host{number}.example"
        where = {"phone": f'number: "+62 21 5790 {1000 + number}"', "email": f"address: a@{host}"}
        place = where.get(kind, f'url: "https://{host}/help"')
        lines.append(f"  - {{id: channel-{number}, kind: {kind}, {place}}}")
    content = folder / "content"
    content.mkdir()
    (content / "channels.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text("site_name: Help\nplugins: [{hcgen: {languages: [en]}}]\n", encoding="utf-8")
    return config


if __name__ == "__main__":
    main()
