"""What a feed holds, decided before anything is built."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from events.exports.vevents import Entry
from events.programme.choices import Status

# Google loses entries of a feed that is over 1 MB or has more than 1,000 (CALENDARS.md 1.15).
EVENTS = 300
ENTRIES = 1_000
OCTETS = 700_000

AFTER_ITS_END = timedelta(days=30)
AFTER_CANCELLATION = timedelta(days=60)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a release without its document."""

    code: str
    ends_on: date
    status: str
    released_at: datetime
    cancelled_at: datetime | None = None

    @property
    def leaves_on(self) -> date | None:
        """The first day on which it is not to be seen any more: that of a cancelled event, some time after its end
        and its cancellation."""
        if self.status != Status.CANCELLED:
            return None
        cancelled_on = (self.cancelled_at or self.released_at).date()
        return max(self.ends_on + AFTER_ITS_END, cancelled_on + AFTER_CANCELLATION) + DAY

    def belongs(self, today: date) -> bool:
        return self.leaves_on is None or today < self.leaves_on


def window(heads: Iterable[Head], today: date) -> list[Head]:
    """Return what a feed holds, the most wanted first: all to come, the soonest first, then the past, latest first.

    The past is left out from the EVENTSth event on, so that ``today`` matters only for cancelled events and where
    more than that are to come.
    """
    seen = sorted((head for head in heads if head.belongs(today)), key=lambda head: (head.ends_on, head.code))
    to_come = [head for head in seen if head.ends_on >= today]
    past = [head for head in reversed(seen) if head.ends_on < today]
    return to_come + past[: max(0, EVENTS - len(to_come))]


def fitting(groups: Iterable[Sequence[Entry]]) -> list[Sequence[Entry]]:
    """Return as many whole groups of entries, the first ones first, as a feed has room for."""
    kept: list[Sequence[Entry]] = []
    octets = entries = 0
    for group in groups:
        octets += sum(len(entry.octets) for entry in group)
        entries += len(group)
        if octets > OCTETS or entries > ENTRIES:
            break
        kept.append(group)
    return kept


def holds_until(held: Sequence[Head], room: int, today: date) -> date | None:
    """Return the first day on which the same releases make another feed; None where only a new one does.

    ``held`` is the window, ``room`` the number of those for which there was room. As long as all to come is held, an
    event that passes stays where it was: behind those to come, and before the rest of the past.
    """
    days = [head.leaves_on for head in held if head.leaves_on]
    to_come = [head.ends_on for head in held if head.ends_on >= today]
    if to_come and (room < len(to_come) or len(to_come) > EVENTS):
        days.append(to_come[0] + DAY)
    return min(days, default=None)


def digest(octets: bytes) -> str:
    return sha256(octets).hexdigest()[:32]
