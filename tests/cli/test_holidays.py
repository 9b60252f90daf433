"""`hcgen holidays update` on real files."""

import json
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace

import pytest
from holidays import constants

from hcgen.cli.holidays import language_for
from hcgen.cli.main import run
from hcgen.load import load_help_centre
from hcgen.load.holidays import CATEGORIES
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.docs.pages import ROOT

LOCK = "content/holidays.lock.json"


@pytest.fixture(autouse=True)
def _on_a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795564800")  # 2026-11-25


def site_with(folder: Path, holidays: str) -> Path:
    """Write a site in English and Indonesian with a section `holidays`."""
    channels = CLEAN_CENTRE["content/channels.yml"]
    if holidays:
        channels += f"organisation: {{holidays: {holidays}}}\n"
    return write_site(folder, CLEAN_CENTRE | {"content/channels.yml": channels})


def update(config: Path, *more: str) -> int:
    return run(["holidays", "update", "--config", str(config), *more])


def lock_of(config: Path, *more: str) -> dict[str, dict[str, object]]:
    """Return what the command writes, by day."""
    assert update(config, *more) == 0
    return {each["day"]: each for each in json.loads((config.parent / LOCK).read_text())["days"]}


def test_public_and_government_days_are_written_for_this_year_and_the_next(tmp_path: Path) -> None:
    config = site_with(tmp_path, "{calendar: ID, include: [public, government]}")
    days = lock_of(config)
    assert days["2026-03-19"]["names"] == {"en": "Day of Silence", "id": "Hari Suci Nyepi"}
    assert "2026-03-18" in days, "cuti bersama"
    assert {day[:4] for day in days} == {"2026", "2027"}
    loaded = load_help_centre(config)
    assert loaded.findings == ()
    assert loaded.centre.contact.organisation.holidays.is_holiday(date(2026, 3, 18))


def test_public_days_alone_leave_out_shared_leave(tmp_path: Path) -> None:
    days = lock_of(site_with(tmp_path, "{calendar: ID}"))
    assert "2026-03-19" in days
    assert "2026-03-18" not in days


def test_estimates_are_marked_and_named_without_their_mark(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    days = lock_of(site_with(tmp_path, "{calendar: ID}"), "--years", "3")
    guess = days["2028-02-27"]
    assert guess["estimated"] is True
    assert guess["names"] == {"en": "Eid al-Fitr", "id": "Hari Raya Idul Fitri"}
    assert sum(each.get("estimated", False) is True for d, each in days.items() if d > "2028") == 8
    assert "2028-02-27 Eid al-Fitr" in capsys.readouterr().out


def test_a_year_whose_shared_leave_is_not_announced_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = site_with(tmp_path, "{calendar: ID, include: [public, government]}")
    assert max(lock_of(config, "--years", "5")) < "2028"
    assert json.loads((tmp_path / LOCK).read_text())["last"] == "2027-12-31"
    assert "does not know all days after 2027-12-31 yet" in capsys.readouterr().out


def test_the_file_is_the_same_each_time(tmp_path: Path) -> None:
    config = site_with(tmp_path, "{calendar: ID, include: [government, public]}")
    lock_of(config)
    first = (tmp_path / LOCK).read_bytes()
    lock_of(config)
    assert (tmp_path / LOCK).read_bytes() == first
    assert first.endswith(b"}\n")


def test_a_subdivision_has_days_of_its_own(tmp_path: Path) -> None:
    kuala_lumpur = lock_of(site_with(tmp_path / "a", '{calendar: MY, subdivision: "14"}'))
    everywhere = lock_of(site_with(tmp_path / "b", "{calendar: MY}"))
    assert "2027-02-01" in kuala_lumpur.keys() - everywhere.keys()


def test_a_day_that_moves_into_this_year_is_there(tmp_path: Path) -> None:
    # New Year's Day of 2028 is a Saturday, and observed on Friday in the United States
    days = lock_of(site_with(tmp_path, "{calendar: US}"))
    assert "2027-12-31" in days
    assert {day[:4] for day in days} == {"2026", "2027"}


def test_a_site_in_no_language_of_the_package_gets_the_countrys_own_names(tmp_path: Path) -> None:
    config = site_with(tmp_path, "{calendar: ID}")
    config.write_text(config.read_text().replace("[en, id]", "[ms]"))
    assert lock_of(config)["2026-01-01"]["names"] == {"id": "Tahun Baru Masehi"}


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("en", "en_US"), ("ms", "ms_MY"), ("id", "id"), ("pt-BR", "pt_BR"), ("zh", "zh_CN"),
     ("pt", "pt_BR"), ("de", ""), ("th-TH", "th")],
)  # fmt: skip
def test_languages_of_the_site_are_found_by_the_packages_names(tag: str, expected: str) -> None:
    assert language_for(tag, ("zh_TW", "zh_CN", "th", "pt_BR", "ms_MY", "id", "en_US")) == expected
    assert language_for("pt-BR", ("pt_PT",)) == ""


@pytest.mark.parametrize(
    ("holidays", "expected"),
    [
        ("", "content/channels.yml names no calendar of holidays"),
        ("{extra: [{from: 2027-01-04}]}", "content/channels.yml names no calendar of holidays"),
        ("{calendar: XX}", "knows no country “XX”"),
        ("{calendar: MY, include: [government]}", "has no “government” holidays of MY: known here"),
        ('{calendar: MY, subdivision: "99"}', "MY has no subdivision “99”"),
    ],
)
def test_what_cannot_be_asked_is_wrong_use_and_writes_nothing(
    holidays: str, expected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert update(site_with(tmp_path, holidays)) == 2
    assert expected in capsys.readouterr().err
    assert not (tmp_path / LOCK).exists()


def test_without_the_package_it_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert update(site_with(tmp_path, "{calendar: ID}")) == 3
    assert 'pip install "hcgen[holidays]"' in capsys.readouterr().err
    assert not (tmp_path / LOCK).exists()


def test_a_package_that_is_behind_the_times_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    config = site_with(tmp_path, "{calendar: ID, include: [public, government]}")
    lock_of(config)
    before = (tmp_path / LOCK).read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1840000000")  # 2028-04-22
    assert update(config) == 3
    assert "does not know the days of 2028 yet" in capsys.readouterr().err
    assert (tmp_path / LOCK).read_bytes() == before


class Moon(dict[date, str]):
    """A country as the package shows it, with a certain and an estimated holiday on one day."""

    supported_categories = ("public",)
    supported_languages = ("en_US",)
    default_language = "en_US"
    subdivisions = ()
    subdivisions_aliases = ()
    end_year = 2100
    estimated_label = "about %s"
    observed_estimated_label = "%s (moved, estimated)"

    def tr(self, text: str) -> str:
        return text

    def get_list(self, day: date) -> list[str]:
        return self[day].split("; ")


def test_of_two_holidays_on_one_day_the_certain_one_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [
        "Founding Day; about Full Moon",
        "about Full Moon; New Moon (moved, estimated)",
        "Rest",
    ]
    found = Moon({date(2026, 5, 1 + n): name for n, name in enumerate(names)})
    fake = SimpleNamespace(country_holidays=lambda *_, **__: found)
    monkeypatch.setitem(sys.modules, "holidays", fake)
    days = lock_of(site_with(tmp_path, "{calendar: ID}"), "--years", "1")
    assert [(each["names"], each.get("estimated", False)) for each in days.values()] == [
        ({"en": "Founding Day"}, False),
        ({"en": "Full Moon; New Moon"}, True),
        ({"en": "Rest"}, False),
    ]


def test_estimates_that_the_organisation_has_decided_are_not_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = site_with(tmp_path, "{calendar: ID, extra: [{from: 2027-03-10}]}")
    for _ in range(2):
        lock_of(config)
        out = capsys.readouterr().out
        assert "2027-03-10" not in out
        assert "2027-03-11 Eid al-Fitr Second Day" in out


def test_every_sort_of_holidays_that_channels_may_name_is_the_packages() -> None:
    known = {value for name, value in vars(constants).items() if name.isupper()}
    assert set(CATEGORIES) <= known


@pytest.mark.skipif(version("holidays") != "0.109", reason="made with that version")
def test_the_demos_file_is_what_the_command_writes(tmp_path: Path) -> None:
    demo = {
        f"content/{path.name}": path.read_text(encoding="utf-8")
        for path in (ROOT / "content").glob("*.yml")
    }
    config = write_site(tmp_path, CLEAN_CENTRE | demo)
    config.write_text((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert update(config) == 0
    assert (tmp_path / LOCK).read_bytes() == (ROOT / LOCK).read_bytes()
