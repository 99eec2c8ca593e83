"""Time zones as calendars want them: one STANDARD part where the clocks stand still, yearly rules where they don't.

A VTIMEZONE is made from the rule at the end of the zone's TZif file (``GMT0BST,M3.5.0/1,M10.5.0``), which holds
from the last change of law on; so it is the same in every feed of every year. A moment for which it does not hold
(Baku in the summer of 2015, London in 1970) is to be written in UTC: ``tells`` says so.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

# From here on the rules are counted; events before it are written in UTC.
FIRST_YEAR = 1970
WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
LAST = 5
DAY = timedelta(days=1)

NAME = r"<[^>]+>|[A-Za-z]+"
OFFSET = r"[-+]?\d+(?::\d+){0,2}"
RULE = rf"M\d+\.\d\.\d(?:/{OFFSET})?"
FOOTER = re.compile(
    rf"(?P<name>{NAME})(?P<offset>{OFFSET})"
    rf"(?:(?P<summer_name>{NAME})(?P<summer_offset>{OFFSET})?,(?P<summer>{RULE}),(?P<winter>{RULE}))?"
)


@dataclass(frozen=True, slots=True)
class YearlyRule:
    """The ``week``-th (5: last) ``weekday`` (0: Sunday) of ``month``, ``at`` after midnight on the old clock."""

    month: int
    week: int
    weekday: int
    at: timedelta

    def onset(self, year: int) -> datetime:
        """Return the local time, on the clock before the change."""
        first = date(year, self.month, 1)
        day = first + timedelta(days=(self.weekday - first.isoweekday()) % 7 + 7 * (self.week - 1))
        if day.month != self.month:
            day -= 7 * DAY
        return datetime.combine(day, time()) + self.at


@dataclass(frozen=True, slots=True)
class Observance:
    """What the clocks show from ``rule`` on; without a rule, always."""

    name: str
    offset: timedelta
    before: timedelta
    rule: YearlyRule | None = None


@cache
def vtimezone(zone: str) -> bytes:
    """Return the VTIMEZONE of an IANA zone; nothing where its rule cannot be told in RRULEs that all programs read."""
    observances = _observances(zone)
    if not observances:
        return b""
    component = Timezone()
    component.add("tzid", zone)
    for observance in observances:
        component.add_component(_part(observance, observances))
    return component.to_ical()


def tells(zone: str, moment: datetime) -> bool:
    """Whether ``moment``, an aware local time of ``zone``, may be written with the zone's TZID.

    Not where the VTIMEZONE gives another offset than the zone itself, nor for the later one of two equal local times.
    """
    observances = _observances(zone)
    if not observances or "/" not in zone or zone.startswith("Etc/") or moment.year <= FIRST_YEAR:
        return False
    is_second = moment.replace(fold=0).utcoffset() != moment.utcoffset()
    return not is_second and _offset(observances, moment) == moment.utcoffset()


def _offset(observances: tuple[Observance, ...], moment: datetime) -> timedelta:
    utc = moment.astimezone(UTC).replace(tzinfo=None)
    onsets = [
        (observance.rule.onset(year) - observance.before, observance.offset)
        for observance in observances
        if observance.rule
        for year in (utc.year - 1, utc.year, utc.year + 1)
    ]
    return max((onset for onset in onsets if onset[0] <= utc), default=(utc, observances[0].offset))[1]


@cache
def _observances(zone: str) -> tuple[Observance, ...]:
    """Return STANDARD, then DAYLIGHT where there is one; nothing where the rule cannot be told."""
    match = FOOTER.fullmatch(_footer(zone))
    if not match:
        return ()
    name, offset = _name(match["name"]), -_hours(match["offset"])
    if not match["summer_name"]:
        return (Observance(name, offset, offset),)
    summer_offset = -_hours(match["summer_offset"]) if match["summer_offset"] else offset + timedelta(hours=1)
    summer, winter = _rule(match["summer"]), _rule(match["winter"])
    # At 24:00 or later (Cairo, Jerusalem) the day is another one than the rule names.
    if not all(timedelta(0) <= rule.at < DAY for rule in (summer, winter)):
        return ()
    both = (
        Observance(name, offset, summer_offset, winter),
        Observance(_name(match["summer_name"]), summer_offset, offset, summer),
    )
    # Dublin's file takes summer for the standard and winter for the exception.
    return tuple(sorted(both, key=lambda observance: observance.offset))


def _footer(zone: str) -> str:
    try:
        content = files("tzdata.zoneinfo").joinpath(*zone.split("/")).read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        return ""
    return content.rstrip(b"\n").rpartition(b"\n")[2].decode("ascii")


def _name(text: str) -> str:
    return text.strip("<>")


def _hours(text: str) -> timedelta:
    hours, minutes, seconds = (*(int(part) for part in text.lstrip("+-").split(":")), 0, 0)[:3]
    span = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -span if text.startswith("-") else span


def _rule(text: str) -> YearlyRule:
    day, _, at = text[1:].partition("/")
    month, week, weekday = (int(part) for part in day.split("."))
    return YearlyRule(month, week, weekday, _hours(at or "2"))


def _part(observance: Observance, all_of_zone: tuple[Observance, ...]) -> TimezoneStandard | TimezoneDaylight:
    part = TimezoneStandard() if observance is all_of_zone[0] else TimezoneDaylight()
    part.add("tzname", observance.name)
    part.add("tzoffsetfrom", observance.before)
    part.add("tzoffsetto", observance.offset)
    rule = observance.rule
    part.add("dtstart", rule.onset(FIRST_YEAR) if rule else datetime(FIRST_YEAR, 1, 1))
    if rule:
        week = -1 if rule.week == LAST else rule.week
        byday = f"{week}{WEEKDAYS[rule.weekday]}"
        part.add("rrule", {"FREQ": "YEARLY", "BYMONTH": rule.month, "BYDAY": byday})
    return part
