"""What the simulation of incidents promises."""

from datetime import timedelta

import pytest

from benchmarks.incidents import TRIES, deaths, false_alarms

FOUR_HOURS = timedelta(hours=4)


def test_passing_faults_make_no_incident_in_60_000_runs() -> None:
    assert false_alarms(FOUR_HOURS, tries=TRIES).incidents == 0


def test_what_would_be_one_is_seen_by_the_simulation() -> None:
    """With one try a run, three faults in a row come once in a thousand runs."""
    assert 5 < false_alarms(FOUR_HOURS, tries=1, runs=20_000).incidents < 50


@pytest.mark.parametrize("hours", [4, 6, 24])
def test_a_dead_channel_has_an_incident_within_three_runs(hours: int) -> None:
    assert deaths(timedelta(hours=hours), count=100).runs <= 3
