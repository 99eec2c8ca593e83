"""Events as a list by day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from events.exports.pages.entries import Entry
from events.exports.pages.month import last_of_month
from events.exports.pages.observances import Observance, observances
from events.programme.occasion import Occasion

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Group:
    """A day with what is held on it, or several days of one event; ``is_on`` where those are open today."""

    id: str
    first: date
    last: date
    entries: tuple[Entry, ...]
    observed: tuple[Observance, ...] = ()
    is_on: bool = False

    @property
    def lasts_days(self) -> bool:
        return self.last > self.first

    @property
    def mourns(self) -> bool:
        return any(each.occasion.register.mourns for each in self.observed)


@dataclass(frozen=True, slots=True)
class Listing:
    """A month by day; ``earlier`` holds what is over, where something is left of the month."""

    groups: tuple[Group, ...]
    earlier: tuple[Group, ...]

    @property
    def earlier_count(self) -> int:
        return sum(len(group.entries) for group in self.earlier)


def by_day(first: date, entries: Sequence[Entry], today: date, occasions: Sequence[Occasion] = ()) -> Listing:
    """Return the groups of the month that begins on ``first``, days of observance among them."""
    last = last_of_month(first)
    shown = [entry for entry in entries if entry.first <= last and entry.last >= first]
    groups = [
        Group(
            f"e-{entry.key}", entry.first, entry.last, (entry,), is_on=entry.is_on(today) and not entry.is_off
        )
        for entry in shown
        if entry.lasts_days
    ]
    day = first
    while day <= last:
        timed = tuple(entry for entry in shown if not entry.lasts_days and entry.first == day)
        observed = observances(occasions, day)
        if timed or observed:
            groups.append(Group(f"d{day.day}", day, day, timed, observed))
        day += DAY
    groups.sort(key=lambda group: (max(group.first, first), not group.lasts_days))
    over = [group for group in groups if group.last < today and group.entries]
    if not first <= today <= last or len(over) == len(groups):
        over = []
    return Listing(tuple(group for group in groups if group not in over), tuple(over))


def by_month(entries: Sequence[Entry]) -> tuple[Group, ...]:
    """Return the entries grouped by the month they begin in, the latest first."""
    months: dict[date, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.first, reverse=True):
        months.setdefault(entry.first.replace(day=1), []).append(entry)
    return tuple(Group(f"m{first:%Y-%m}", first, first, tuple(held)) for first, held in months.items())
