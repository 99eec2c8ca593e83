"""The lines of a list of events."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from events.exports.pages.clocks import Clock, city_of, second_clock
from events.exports.pages.event import Hours, opening_hours
from events.programme.choices import Status
from events.programme.text import Text
from events.programme.value import OpeningDay, Programme


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with a day, or one held ``within`` another and shown on the other's page."""

    programme: Programme
    first: date
    last: date
    within: Programme | None = None

    @property
    def key(self) -> str:
        return self.programme.slug

    @property
    def page(self) -> Programme:
        return self.within or self.programme

    @property
    def lasts_days(self) -> bool:
        return self.last > self.first

    @property
    def is_off(self) -> bool:
        return self.programme.status in (Status.CANCELLED, Status.POSTPONED)

    @property
    def has_tag(self) -> bool:
        return self.is_off or self.programme.status is Status.TENTATIVE

    @property
    def city(self) -> Text:
        return city_of(self.programme)

    @property
    def hours(self) -> Hours | None:
        return opening_hours(self.programme)

    @property
    def second_clock(self) -> Clock | None:
        return second_clock(self.programme)

    def is_on(self, day: date) -> bool:
        """Whether it is held, or open, on that day."""
        if not self.first <= day <= self.last:
            return False
        return not self.programme.days or self.opening(day) is not None

    def opening(self, day: date) -> OpeningDay | None:
        return next((each for each in self.programme.days if each.on == day and each.opens_at), None)


def entries(programmes: Iterable[Programme]) -> list[Entry]:
    """Return what is held, in order: days, then hours, events of several days first; without a day there is none."""
    return sorted(_entries(programmes), key=_order)


def _entries(programmes: Iterable[Programme]) -> Iterator[Entry]:
    for programme in programmes:
        if programme.on:
            yield Entry(programme, programme.on, programme.until or programme.on)
        for child in programme.children:
            if child.on:
                yield Entry(child, child.on, child.until or child.on, within=programme)


def _order(entry: Entry) -> tuple:
    span = entry.programme.span
    # Hours of different cities are in the order in which they come, wherever one is.
    start = span.start.timestamp() if span and not entry.lasts_days else 0.0
    return entry.first, not entry.lasts_days, start, entry.programme.uid
