"""A month of the desk as a grid of weeks, Monday first, with every event of the mission's own."""

import re
from calendar import MONDAY, Calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from events.exports.pages.month import last_of_month
from events.exports.pages.observances import Observance, observances
from events.models import Event, Occasion
from events.programme.occasion import Edition as EditionValue
from events.programme.occasion import Occasion as OccasionValue
from events.snapshot.registers import occasion_value

DAY = timedelta(days=1)
MONTH = re.compile(r"(\d{4})-(\d{1,2})")
YEAR = re.compile(r"\d{4}")
FIRST_YEAR, LAST_YEAR = 1990, 2100
# A day of observance is announced as long before.
ANNOUNCED = 30


@dataclass(frozen=True)
class Day:
    on: date
    is_outside: bool
    is_today: bool
    events: tuple[Event, ...]
    observed: tuple[Observance, ...]


@dataclass(frozen=True)
class Month:
    first: date
    weeks: tuple[tuple[Day, ...], ...]
    events: tuple[Event, ...]

    @property
    def observed(self) -> list[Observance]:
        return [each for week in self.weeks for day in week for each in day.observed]

    @property
    def before(self) -> date:
        return (self.first - DAY).replace(day=1)

    @property
    def after(self) -> date:
        return last_of_month(self.first) + DAY


@dataclass(frozen=True)
class Announced:
    """The next day of observance; ``edition`` counts its anniversary."""

    observance: Observance
    on: date
    days_left: int
    edition: EditionValue


def asked_month(text: str | None, today: date) -> date:
    found = MONTH.fullmatch(text or "")
    if found and FIRST_YEAR <= int(found[1]) <= LAST_YEAR and 1 <= int(found[2]) <= 12:
        return date(int(found[1]), int(found[2]), 1)
    return today.replace(day=1)


def asked_year(text: str | None, today: date) -> int:
    if YEAR.fullmatch(text or "") and FIRST_YEAR <= int(text or 0) <= LAST_YEAR:
        return int(text or 0)
    return today.year


def occasions() -> list[OccasionValue]:
    return [occasion_value(each) for each in Occasion.objects.prefetch_related("aliases")]


def next_observance(observed: Sequence[OccasionValue], today: date) -> Announced | None:
    for days_left in range(ANNOUNCED + 1):
        on = today + days_left * DAY
        for observance in observances(observed, on):
            edition = EditionValue(observance.occasion, on.year)
            return Announced(observance, on, days_left, edition)
    return None


def month_of(first: date, own: QuerySet[Event], today: date, observed: Sequence[OccasionValue]) -> Month:
    return _month(first, _held(own, first, last_of_month(first)), today, observed)


def months_of(year: int, own: QuerySet[Event], today: date, observed: Sequence[OccasionValue]) -> list[Month]:
    held = _held(own, date(year, 1, 1), date(year, 12, 31))
    return [_month(date(year, number, 1), held, today, observed) for number in range(1, 13)]


def _month(first: date, events: Sequence[Event], today: date, observed: Sequence[OccasionValue]) -> Month:
    last = last_of_month(first)
    held = tuple(event for event in events if event.on and event.on <= last and _end(event) >= first)
    weeks = [
        tuple(
            Day(
                on=day,
                is_outside=day.month != first.month,
                is_today=day == today,
                events=tuple(each for each in held if each.on and each.on <= day <= _end(each)),
                observed=observances(observed, day) if day.month == first.month else (),
            )
            for day in week
        )
        for week in Calendar(MONDAY).monthdatescalendar(first.year, first.month)
    ]
    return Month(first, tuple(weeks), held)


def _held(own: QuerySet[Event], first: date, last: date) -> list[Event]:
    lasts = Q(until__gte=first) | Q(until__isnull=True, on__gte=first)
    return list(own.filter(lasts, on__lte=last).order_by("on", "slug"))


def _end(event: Event) -> date:
    return event.until or event.on or date.max
