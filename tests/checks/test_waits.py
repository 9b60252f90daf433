"""The longest wait that lies ahead, against every half hour by itself."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest

from hcgen.checks import run_checks
from hcgen.checks.context import SourceContext
from hcgen.checks.promises._waits import Waits
from hcgen.diagnostics import Diagnostic, Stage
from hcgen.load import load_help_centre
from hcgen.model.addresses import Addresses
from hcgen.model.channel import UNITS, Channel, Organisation, Promise
from hcgen.model.deadlines import channel_reply_by
from hcgen.model.holidays import Holiday, Holidays
from hcgen.model.hours import ALWAYS, WEEKDAYS, Hours, HoursException, Interval, Week
from hcgen.model.known_time import known_time
from hcgen.model.localized import NOTHING
from tests._site import write_site
from tests.checks.clean_centre import TINY_CENTRE

TODAY = date(2026, 11, 25)
JAKARTA = ZoneInfo("Asia/Jakarta")
HALF_HOUR = timedelta(minutes=30)
"""All that is random below begins and ends at such moments, and so does what changes a wait."""

CHANNELS = """\
organisation:
  timezone: Asia/Jakarta
  business_hours:
    mon-fri: "08:00-17:00"
    exceptions:
      - {from: 2026-12-24, to: 2027-01-03}
      - {from: 2027-05-03, to: 2027-05-11}
channels:
  - {id: mail, kind: email, address: help@example.com, hours: always,
     promise: {respond_within: 2 business days}}
"""


def centre(folder: Path, channels: str = CHANNELS, **files: str) -> SourceContext:
    written: dict[str, str | bytes] = {**TINY_CENTRE, "content/channels.yml": channels}
    written |= {f"content/{name}.yml": text for name, text in files.items()}
    loaded = load_help_centre(write_site(folder, written)).centre
    return SourceContext(loaded, Addresses.of(loaded, TODAY), {}, TODAY)


def found(context: SourceContext) -> list[Diagnostic]:
    return list(run_checks(Stage.SOURCE, context, {"SLA006"}))


def notice(first: str, last: str, more: str = "") -> str:
    return f"text: {{en: Closed., id: Tutup.}}\n{first and f'from: {first}'}\n" + (
        f"until: {last}\n{more}" if last else more
    )


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("unit", UNITS)
def test_no_wait_is_longer_than_those_at_the_close(tmp_path: Path, unit: str, seed: int) -> None:
    random = Random(f"{unit} {seed}")
    contact = centre(tmp_path).centre.contact
    (channel,) = contact.channels
    amount = random.randint(1, {"minutes": 20, "hours": 40, "business_hours": 20}.get(unit, 3))
    promise = Promise(amount * (30 if unit == "minutes" else 1), unit, channel.id.span)
    channel = replace(channel, hours=random_hours(random), promise={"answer_within": promise})
    days = {TODAY + timedelta(random.randrange(14)): None for _ in range(4)}
    organisation = replace(
        contact.organisation,
        business_hours=random_hours(random),
        holidays=Holidays(
            {day: Holiday(day, NOTHING, False) for day in sorted(days)}, TODAY + timedelta(14)
        ),
    )
    slow = slowly(channel, organisation)
    waits = [wait.minutes for wait in Waits(organisation, TODAY).of(channel)]
    assert max(waits, default=0) == max(slow, default=0)
    assert slow  # else nothing is compared


def test_the_longest_wait_may_begin_with_a_break(tmp_path: Path) -> None:
    contact = centre(tmp_path).centre.contact
    (channel,) = contact.channels
    channel = replace(
        channel, promise={"answer_within": Promise(4, "business_hours", channel.id.span)}
    )
    week = {"wed": (Interval(480, 720), Interval(960, 1020)), "thu": (Interval(0, 1440),)}
    organisation = replace(
        contact.organisation,
        business_hours=Hours(False, week, False, ()),
        holidays=Holidays({}, TODAY + timedelta(2)),
    )
    longest = max(Waits(organisation, TODAY).of(channel), key=lambda wait: wait.minutes)
    assert longest.moments == (datetime(2026, 11, 25, 12), datetime(2026, 11, 26, 3))
    assert longest.minutes == max(slowly(channel, organisation))


def slowly(channel: Channel, organisation: Organisation) -> list[int]:
    known = known_time(organisation, TODAY)
    waits = []
    moment = datetime.combine(TODAY, time(), JAKARTA)
    while moment.date() <= known.last:
        end = channel_reply_by(moment, channel, organisation, known)
        if end is not None:
            waits.append((end - moment) // timedelta(minutes=1))
        moment += HALF_HOUR
    return waits


def random_hours(random: Random) -> Hours:
    weeks: tuple[Week, ...] = (
        {day: (Interval(480, 720), Interval(780, 1020)) for day in WEEKDAYS[:5]},
        dict.fromkeys(WEEKDAYS, (Interval(1200, 150),)),
        dict.fromkeys(WEEKDAYS, (Interval(600, 540),)) | {"sat": (Interval(0, 60),)},
        {
            day: tuple(
                Interval(random.randrange(48) * 30, random.randrange(49) * 30)
                for _ in range(random.randrange(1, 3))
            )
            for day in WEEKDAYS
        },
    )
    first = TODAY + timedelta(random.randrange(10))
    exception = HoursException(first, first + timedelta(random.randrange(4)), {}, NOTHING)
    hours = Hours(False, random.choice(weeks), random.random() < 0.3, (exception,))
    return random.choice((ALWAYS, *[hours] * 5))


def test_it_names_the_moments_and_the_days_of_a_notice(tmp_path: Path) -> None:
    (told,) = found(centre(tmp_path))
    assert told.message == (
        "what comes to “mail” on 2026-12-23 at 17:00 is answered by 2027-01-06 at 17:00, "
        "14 days later"
    )
    # what comes on the two evenings before takes as long
    assert told.help == (
        "tell customers: add a notice to content/notice.yml, from: 2026-12-21, until: 2027-01-06"
    )


def test_once_it_is_told_the_next_one_is_named(tmp_path: Path) -> None:
    text = notice("2026-12-21", "2027-01-06")
    (told,) = found(centre(tmp_path / "one", notice=text))
    assert "on 2027-04-30 at 17:00" in told.message
    both = "notices:\n" + "".join(
        f"  - {{text: {{en: {number}., id: {number}.}}, from: {first}, until: {last}}}\n"
        for number, (first, last) in enumerate(
            [("2026-12-21", "2027-01-06"), ("2027-04-28", "2027-05-13")]
        )
    )
    assert found(centre(tmp_path / "both", notice=both)) == []


@pytest.mark.parametrize(
    "text",
    [
        notice("2026-12-24", "2027-06-30"),  # after they wrote
        notice("2026-11-01", ""),  # about something else, or it would end
        notice("2026-11-01", "2027-06-30", "topics: [account]\n"),
    ],
    ids=["late", "for ever", "on some pages"],
)
def test_a_notice_that_does_not_tell_everybody_in_time_is_none(tmp_path: Path, text: str) -> None:
    (told,) = found(centre(tmp_path, notice=text))
    assert "2026-12-2" in told.message


def test_past_the_known_holidays_nothing_is_said(tmp_path: Path) -> None:
    context = centre(tmp_path)
    contact = context.centre.contact
    holidays = Holidays({}, date(2027, 1, 5))
    organisation = replace(contact.organisation, holidays=holidays)
    contact = replace(contact, organisation=organisation)
    context = replace(context, centre=replace(context.centre, contact=contact))
    (told,) = found(context)
    assert "on 2026-12-22 at 17:00 is answered by 2027-01-05 at 17:00" in told.message
