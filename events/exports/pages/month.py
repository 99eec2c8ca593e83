"""A month as a grid of weeks, Monday first."""

from calendar import MONDAY, Calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from events.exports.pages.entries import Entry
from events.exports.pages.observances import Observance, observances
from events.programme.occasion import Occasion
from events.programme.value import OpeningDay

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Bar:
    """One day's piece of an entry that lasts days; its words stand where it begins and where a week does."""

    entry: Entry
    day: date
    begins: bool
    ends: bool
    has_words: bool

    @property
    def opening(self) -> OpeningDay | None:
        return self.entry.opening(self.day)


@dataclass(frozen=True, slots=True)
class Cell:
    """A day. ``bars`` keep their lane through a week, so that a bar runs straight; None is an empty lane."""

    day: date
    is_outside: bool
    is_past: bool
    is_today: bool
    observed: tuple[Observance, ...]
    bars: tuple[Bar | None, ...]
    timed: tuple[Entry, ...]

    @property
    def marks(self) -> tuple[Entry, ...]:
        return tuple(bar.entry for bar in self.bars if bar) + self.timed

    @property
    def leads_to(self) -> str:
        """The id of the list's group that tells of this day, empty where there is none."""
        if self.timed or self.observed:
            return f"d{self.day.day}"
        return f"e-{self.marks[0].key}" if self.marks else ""


@dataclass(frozen=True, slots=True)
class Week:
    cells: tuple[Cell, ...]

    @property
    def is_quiet(self) -> bool:
        return not any(cell.marks or cell.observed for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Month:
    first: date
    weeks: tuple[Week, ...]

    @property
    def last(self) -> date:
        return last_of_month(self.first)


def month(first: date, entries: Sequence[Entry], today: date, occasions: Sequence[Occasion] = ()) -> Month:
    """Return the month that begins on ``first``; entries outside it are left out."""
    weeks = Calendar(MONDAY).monthdatescalendar(first.year, first.month)
    return Month(first, tuple(_week(days, first, entries, today, occasions) for days in weeks))


def last_of_month(first: date) -> date:
    return (first + 31 * DAY).replace(day=1) - DAY


def _week(
    days: Sequence[date],
    first: date,
    entries: Sequence[Entry],
    today: date,
    occasions: Sequence[Occasion],
) -> Week:
    inside = [day for day in days if day.month == first.month]
    lanes = _lanes([entry for entry in entries if entry.lasts_days], inside)
    return Week(
        tuple(
            Cell(
                day=day,
                is_outside=day not in inside,
                is_past=day < today,
                is_today=day == today,
                observed=observances(occasions, day) if day in inside else (),
                bars=_bars(lanes, day, inside) if day in inside else (),
                timed=tuple(
                    entry
                    for entry in entries
                    if day in inside and not entry.lasts_days and entry.first == day
                ),
            )
            for day in days
        )
    )


def _lanes(entries: Sequence[Entry], days: Sequence[date]) -> list[list[Entry]]:
    """Share the entries out, each into the first lane where it meets no other on these days."""
    lanes: list[list[Entry]] = []
    for entry in entries:
        on = [day for day in days if entry.is_on(day)]
        if not on:
            continue
        free = (lane for lane in lanes if not any(other.is_on(day) for other in lane for day in on))
        lane = next(free, None)
        if lane is None:
            lanes.append([entry])
        else:
            lane.append(entry)
    return lanes


def _bars(lanes: Sequence[Sequence[Entry]], day: date, days: Sequence[date]) -> tuple[Bar | None, ...]:
    bars = []
    for lane in lanes:
        entry = next((each for each in lane if each.is_on(day)), None)
        bars.append(
            Bar(
                entry,
                day,
                begins=not entry.is_on(day - DAY),
                ends=not entry.is_on(day + DAY),
                has_words=day == days[0] or not entry.is_on(day - DAY),
            )
            if entry
            else None
        )
    while bars and bars[-1] is None:
        bars.pop()
    return tuple(bars)
