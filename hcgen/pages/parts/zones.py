"""Time zones as people call them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_name

_LONGEST = 5  # letters; a longer name is a sentence, which stands above the hours


def clock_names(timezone: str) -> frozenset[str]:
    """Return what the time zone itself calls its clocks, in winter and in summer."""
    zone = ZoneInfo(timezone)
    return frozenset(datetime(2026, month, 1, tzinfo=zone).tzname() or "" for month in (1, 7))


def abbreviation(timezone: str, locale: str) -> str:
    """Return the short name of a zone's standard time; empty where it has none.

    From CLDR where it knows one in the language, else from the zone, if its clocks are not changed.
    """
    zone = ZoneInfo(timezone)
    short = get_timezone_name(zone, width="short", zone_variant="standard", locale=locale)
    if len(short) <= _LONGEST:
        return str(short)
    names = clock_names(timezone)
    name = next(iter(names)) if len(names) == 1 else ""
    return name if name.isalpha() else ""


def zone_name(timezone: str, tag: str) -> str:
    """Return what people call a time zone, such as Western Indonesia Time."""
    locale = tag.replace("-", "_")
    return str(get_timezone_name(ZoneInfo(timezone), zone_variant="standard", locale=locale))


def short_zone_name(timezone: str, tag: str) -> str:
    """Return what stands behind a time, such as WIB; empty where that changes with the season."""
    names = clock_names(timezone)
    if len(names) > 1:
        return ""
    (name,) = names
    return abbreviation(timezone, tag.replace("-", "_")) or f"UTC{name}"
