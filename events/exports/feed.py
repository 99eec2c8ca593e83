"""What a feed holds, decided before anything is built."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from events.exports.ical import VERSION
from events.exports.vevents import Entry
from events.programme.choices import Status

# Google loses entries of a feed that is over 1 MB or has more than 1,000 (CALENDARS.md 1.15).
EVENTS = 300
ENTRIES = 1_000
OCTETS = 700_000
# From here on the limits may reach what is still to come, and the day decides what is left out.
MANY_TO_COME = 50

AFTER_ITS_END = timedelta(days=30)
AFTER_CANCELLATION = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a release without its document."""

    code: str
    ends_on: date
    status: str
    released_at: datetime
    cancelled_at: datetime | None = None

    def belongs(self, today: date) -> bool:
        """Whether it is to be seen still: a cancelled event for some time after its end and its cancellation."""
        if self.status != Status.CANCELLED:
            return True
        cancelled_on = (self.cancelled_at or self.released_at).date()
        return today <= max(self.ends_on + AFTER_ITS_END, cancelled_on + AFTER_CANCELLATION)


def window(heads: Iterable[Head], today: date) -> list[Head]:
    """Return what a feed holds, the most wanted first: all to come, the soonest first, then the past, latest first.

    The past is left out from the EVENTSth event on, so that ``today`` matters only for cancelled events and where
    more than that are to come.
    """
    seen = sorted((head for head in heads if head.belongs(today)), key=lambda head: (head.ends_on, head.code))
    to_come = [head for head in seen if head.ends_on >= today]
    past = [head for head in reversed(seen) if head.ends_on < today]
    return to_come + past[: max(0, EVENTS - len(to_come))]


def fitting(groups: Iterable[Sequence[Entry]]) -> list[Entry]:
    """Return the entries of as many whole groups, the first ones first, as a feed has room for."""
    kept: list[Entry] = []
    octets = 0
    for group in groups:
        octets += sum(len(entry.octets) for entry in group)
        if octets > OCTETS or len(kept) + len(group) > ENTRIES:
            break
        kept += group
    return kept


def validator(source: str, heads: Sequence[Head], today: date) -> str:
    """Return a strong ETag of the feed with these ``heads``, without building it.

    ``source`` is its address, and whatever else it says that comes from no release.
    """
    to_come = sum(head.ends_on >= today for head in heads)
    day = today.isoformat() if to_come > MANY_TO_COME else ""
    facts = [str(VERSION), source, day, *sorted(head.code for head in heads)]
    return strong_etag(facts)


def strong_etag(facts: Iterable[str]) -> str:
    digest = sha256("\n".join(facts).encode()).hexdigest()
    return f'"{digest[:32]}"'
