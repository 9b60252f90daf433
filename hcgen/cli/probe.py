"""`hcgen probe`: which channels really work, tried over the network."""

import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import monotonic
from types import FrameType

import click

from hcgen import files
from hcgen.cli.exits import COULD_NOT_RUN, FOUND_NOTHING, FOUND_SOMETHING
from hcgen.cli.options import config_option
from hcgen.cli.progress import ProgressLine
from hcgen.load import load_help_centre
from hcgen.load.evidence import evidence_text, read_evidence
from hcgen.load.plugin_section import FAIL_LEVELS
from hcgen.model.evidence import Evidence
from hcgen.model.help_centre import HelpCentre
from hcgen.model.nearest import nearest
from hcgen.model.probe import Observation, Verdict
from hcgen.net import Network
from hcgen.net.connectivity import is_online
from hcgen.probes import (
    LINK,
    Budget,
    Run,
    Target,
    Turn,
    channel_targets,
    link_targets,
    remembered,
    run_probes,
)
from hcgen.probes.reports import coloured_text, report_names, reporter

NEUTRAL_CONTROLS = ("https://example.com/", "https://example.org/")
"""Kept up for everybody by IANA (RFC 2606)."""

_CONTROLS_S = 15.0


@click.command()
@config_option
@click.option(
    "--format",
    "format_name",
    type=click.Choice(report_names()),
    default="text",
    show_default=True,
    help="How to tell what was seen.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write it into a file instead.",
)
@click.option(
    "--report",
    "reports",
    metavar="FORMAT=FILE",
    multiple=True,
    help="Write it into one more file, in another format; may be given several times.",
)
@click.option(
    "--only",
    metavar="NAME",
    multiple=True,
    help="Try this channel, by its id, or this kind of channel; may be given several times.",
)
@click.option("--links", "asks_links", is_flag=True, help="Try the links to other sites too.")
@click.option(
    "--evidence",
    "evidence_file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="What is remembered.  [default: evidence.json, or evidence of mkdocs.yml]",
)
@click.option("--offline", is_flag=True, help="Ask nobody, and remember nothing.")
@click.option(
    "--control",
    "controls",
    metavar="URL",
    multiple=True,
    help="Is as good as always there: shows whether we are online.  [default: site_url and others]",
)
@click.option("--starttls", is_flag=True, help="Ask mail servers for encryption.")
@click.option(
    "--rcpt",
    is_flag=True,
    help="Ask mail servers whether they take mail for the address; no mail is sent.",
)
@click.option("--proxy", metavar="URL", help="Ask for web pages through this proxy.")
@click.option(
    "--trust-proxy", is_flag=True, help="The proxy keeps requests out of private networks itself."
)
@click.option(
    "--fictional", "asks_fictional", is_flag=True, help="Try a fictional organisation too."
)
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_LEVELS),
    default="error",
    show_default=True,
    help="error: something is broken or has an incident; warning: something is suspect.",
)
@click.option("--strict", is_flag=True, help="The same as --fail-on warning.")
def probe(
    config: Path,
    format_name: str,
    output: Path | None,
    reports: tuple[str, ...],
    only: tuple[str, ...],
    asks_links: bool,
    evidence_file: Path | None,
    offline: bool,
    controls: tuple[str, ...],
    starttls: bool,
    rcpt: bool,
    proxy: str | None,
    trust_proxy: bool,
    asks_fictional: bool,
    fail_on: str,
    strict: bool,
) -> int:
    """Try the contact channels over the network, and remember what was seen.

    Telephones cannot be dialled from here, and many networks let no program look: then it says so.
    What builds show of it is in the evidence file, which this writes.
    """
    more = [_format_and_file(word) for word in reports]
    centre = load_help_centre(config).centre
    settings = centre.settings
    network = _network(centre, starttls=starttls, rcpt=rcpt, proxy=proxy, trusts=trust_proxy)
    channels, links = channel_targets(centre, network), link_targets(centre, network)
    if centre.contact.organisation.is_fictional and not asks_fictional:
        channels = _unasked(channels, "fictional")
    chosen = _chosen((*channels, *(links if asks_links else ())), only)
    place = evidence_file or config.parent / settings.evidence_file
    evidence, notice = read_evidence(place)
    controls = controls or (*filter(None, [settings.site_url]), *NEUTRAL_CONTROLS)

    with ProgressLine(is_quiet=output is None and format_name != "text") as progress:
        turn = _turn(evidence)
        run, is_told = _run(chosen, network, controls, progress, turn=turn, offline=offline)
    if notice:
        run = replace(run, notices=(*run.notices, notice))
    keys = {target.key for target in (*channels, *links)}
    run, evidence = remembered(evidence, run, keys, datetime.now(UTC))
    failure = _remember(evidence, place) if is_told else None
    for name, file in more:
        _write(file, reporter(name)(run))
    _tell(run, format_name, output)
    if failure is not None:
        raise failure
    if not run.is_whole:
        return COULD_NOT_RUN
    level = "warning" if strict else fail_on
    return FOUND_SOMETHING if run.reaches(level) else FOUND_NOTHING


def _turn(evidence: Evidence) -> Turn:
    """Return what lets channels be tried before links, and first those not tried for longest.

    A run may have no time for thousands of links of one host; so the next runs come to the others.
    """

    def turn(target: Target) -> tuple[bool, datetime]:
        record = evidence.records.get(target.key)
        never = datetime.min.replace(tzinfo=UTC)
        return target.kind == LINK, (record.checked_at if record else None) or never

    return turn


def _run(
    targets: Sequence[Target],
    network: Network,
    controls: Sequence[str],
    progress: ProgressLine,
    *,
    turn: Turn,
    offline: bool,
) -> tuple[Run, bool]:
    """Try targets; return the run, and whether it has something to remember."""
    began, started_at = monotonic(), datetime.now(UTC)
    asks = any(target.hosts for target in targets)
    notices: tuple[str, ...] = ()
    if offline:
        targets = _unasked(targets, "not-asked-offline")
    elif asks and not is_online(network, controls, monotonic() + _CONTROLS_S):
        targets = _unasked(targets, "offline")
        notices = (f"none of {', '.join(controls)} can be reached: nobody is accused of anything",)
    # a server that is told to stop deserves what is known as much as a person who waits
    former = signal.signal(signal.SIGTERM, _interrupt)
    try:
        results, is_whole = run_probes(targets, Budget(), turn=turn, progress=progress)
    finally:
        signal.signal(signal.SIGTERM, former)
    run = Run(results, started_at, monotonic() - began, notices, is_whole)
    return run, asks and not offline and not notices


def _remember(evidence: Evidence, place: Path) -> OSError | None:
    """Write the evidence; return why that cannot be done, so that people are told the run first."""
    try:
        files.write_file_atomically(place, evidence_text(evidence).encode("utf-8"))
    except OSError as error:
        return error
    return None


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _network(
    centre: HelpCentre, *, starttls: bool, rcpt: bool, proxy: str | None, trusts: bool
) -> Network:
    try:
        return Network(
            site_url=centre.settings.site_url,
            starttls=starttls,
            rcpt=rcpt,
            proxy=proxy,
            trusts_proxy=trusts,
        )
    except ValueError as error:
        raise click.BadParameter(
            f"{error}: say --trust-proxy if it is one that does", param_hint="--proxy"
        ) from None


def _unasked(targets: Sequence[Target], reason: str) -> tuple[Target, ...]:
    """Return targets that ask nobody, and say why; those that ask nobody anyway stay."""
    observation = Observation("run", Verdict.SKIPPED, reason)
    return tuple(
        replace(target, hosts=(), observe=partial(_say, observation)) if target.hosts else target
        for target in targets
    )


def _say(observation: Observation, deadline: float) -> tuple[Observation, ...]:
    return (observation,)


def _chosen(targets: Sequence[Target], only: Sequence[str]) -> tuple[Target, ...]:
    known = {name for target in targets for name in (target.name, target.kind)}
    for name in only:
        if name not in known:
            raise click.BadParameter(
                f"there is no channel or kind “{name}”; {nearest(name, known)}", param_hint="--only"
            )
    return tuple(
        target for target in targets if not only or target.name in only or target.kind in only
    )


def _format_and_file(word: str) -> tuple[str, Path]:
    name, sign, file = word.partition("=")
    if not sign or not file or name not in report_names():
        raise click.BadParameter(
            f"“{word}” is no format and file: write, for example, html=status.html; "
            f"formats are {', '.join(report_names())}",
            param_hint="--report",
        )
    return name, Path(file)


def _tell(run: Run, format_name: str, output: Path | None) -> None:
    if output is not None:
        _write(output, reporter(format_name)(run))
    elif format_name == "text" and _shows_colours():
        click.echo(coloured_text(run), nl=False, color=True)
    else:
        click.echo(reporter(format_name)(run), nl=False)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if format_name == "github" and summary:
        # others write to the same file before and after us
        files.append_to_file(Path(summary), reporter("markdown")(run).encode("utf-8"))


def _shows_colours() -> bool:
    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    return is_terminal and not os.environ.get("NO_COLOR")  # any value counts


def _write(file: Path, text: str) -> None:
    files.write_file_atomically(file, text.encode("utf-8"))
