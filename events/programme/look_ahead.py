"""The editions of an occasion that are to come: their days, what falls on them in both states, and what suits better.

An event need not be held on the day of the occasion: where people are off work in the sending or the receiving state,
missions take the eve or the next working day.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from events.programme.occasion import Edition, Occasion
from events.programme.text import Text

DAY = timedelta(days=1)
# Longer than any row of holidays: Nowruz with the days given for a weekend.
SEARCHED = 21


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday. ``is_estimated``: it follows the moon, and its day is not proclaimed yet."""

    name: Text
    is_estimated: bool = False


@dataclass(frozen=True, slots=True)
class DaysOff:
    """When people in a state are off work; ``weekend`` counts Monday as 0."""

    country: str
    weekend: frozenset[int]
    holidays: Mapping[date, Holiday]

    def holds(self, day: date) -> bool:
        return day.weekday() in self.weekend or day in self.holidays


@dataclass(frozen=True, slots=True)
class Coming:
    """An edition on its day. ``holidays`` are those of each state on that day, by its country.

    ``eve`` and ``after`` are the nearest days on which both work, None where both work on the day itself.
    """

    edition: Edition
    on: date
    holidays: tuple[tuple[str, Holiday], ...]
    eve: date | None
    after: date | None

    @property
    def is_milestone(self) -> bool:
        return is_milestone(self.edition.anniversary)


def is_milestone(number: int) -> bool:
    """Return whether the anniversary is a round one: 10, 20, 25, 30, 40, 50, 60, 70, 75 …"""
    return number > 0 and (number % 10 == 0 or number % 25 == 0)


def observed_on(occasion: Occasion, year: int) -> date | None:
    """Return the day of observance; None where that year has no 29 February."""
    try:
        return date(year, occasion.observed_month, occasion.observed_day)
    except ValueError:
        return None


def coming_editions(
    occasion: Occasion, today: date, years: int, states: Sequence[DaysOff]
) -> Iterator[Coming]:
    """Return the editions of the next ``years`` years, today's included.

    On its own day the occasion has the name that it was given, whatever a calendar of holidays calls it.
    """
    for year in range(today.year, today.year + years + 1):
        on = observed_on(occasion, year)
        if on is None or on < today or (on - today).days > years * 366 or year < occasion.base_on.year:
            continue
        holidays = tuple(
            (state.country, _named(state.holidays[on], occasion, at_home=not number))
            for number, state in enumerate(states)
            if on in state.holidays
        )
        is_off = any(state.holds(on) for state in states)
        yield Coming(
            Edition(occasion, year),
            on,
            holidays,
            _working_day(on, -DAY, states) if is_off else None,
            _working_day(on, DAY, states) if is_off else None,
        )


def _named(holiday: Holiday, occasion: Occasion, at_home: bool) -> Holiday:
    return Holiday(occasion.day_name) if at_home and occasion.day_name else holiday


def _working_day(on: date, step: timedelta, states: Sequence[DaysOff]) -> date | None:
    days = (on + step * number for number in range(1, SEARCHED + 1))
    return next((day for day in days if not any(state.holds(day) for state in states)), None)
