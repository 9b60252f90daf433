"""What several formats say in the same way."""

from datetime import datetime

from hcgen.diagnostics.formats import visible
from hcgen.model.evidence import State
from hcgen.model.probe import Observation, Verdict
from hcgen.model.probe_reasons import REASONS
from hcgen.probes.result import Result, Run
from hcgen.probes.targets import LINK


def reason(observation: Observation) -> str:
    """Return why something is said, in words of ours."""
    return REASONS.get(observation.reason, observation.reason)


def said(observation: Observation) -> str:
    """Return the reason, with what the other side said."""
    observed = visible(observation.observed)
    return f"{reason(observation)} (“{observed}”)" if observed else reason(observation)


def name(result: Result) -> str:
    """Return the id of a channel or the address of a link, on one line."""
    return visible(result.target.name)


def place(result: Result) -> str:
    """Return file, line and column."""
    position = result.target.span.position
    return f"{visible(result.target.span.file.path)}:{position.line}:{position.column}"


def history(result: Result) -> str:
    """Return what earlier runs have to say; empty where there is nothing to tell."""
    record = result.record
    if record is None:
        return ""
    good = f", last seen to work {moment(record.last_good)}" if record.last_good else ""
    match record.state:
        case State.OPEN:
            return f"incident since {moment(record.since)}{good}"
        case State.FLAPPING:
            return f"fails and works by turns since {moment(record.since)}{good}"
        case State.PENDING if result.verdict is not Verdict.VERIFIED:
            return f"fails since {moment(record.since)}, which is no incident yet{good}"
        case _:
            return ""


def attested(result: Result, run: Run) -> str:
    """Return when a person tried it, and how long ago that is; empty where nobody wrote so."""
    found = result.target.attested
    if found is None:
        return ""
    today = run.started_at.date()
    days = (today - found.on).days
    ago = "today" if days == 0 else f"{_count(days, 'day')} ago" if days > 0 else "a day to come"
    limit = "" if found.is_valid(today) else f"; that counts for {found.valid_for_days} days only"
    return f"a person tried it on {found.on} ({visible(found.method.value)}), {ago}{limit}"


def tried(result: Result) -> str:
    """Return how often it was tried, where that was more than once."""
    return f"tried {result.tries} times" if result.tries > 1 else ""


def moment(time: datetime | None) -> str:
    """Return a time of the evidence, which is in UTC."""
    return f"{time:%Y-%m-%d %H:%M} UTC" if time else ""


def closing_line(run: Run) -> str:
    """Return how many of which verdict, and how many incidents."""
    links = sum(result.target.kind == LINK for result in run.results)
    what = [_count(len(run.results) - links, "channel")]
    if links:
        what.append(_count(links, "link"))
    verdicts = [f"{run.count(each)} {each.value}" for each in Verdict if run.count(each)]
    incidents = _count(len(run.incidents), "open incident")
    stopped = "" if run.is_whole else "; stopped before the end"
    return f"{' and '.join(what)}: {', '.join([*verdicts, incidents])}{stopped}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
