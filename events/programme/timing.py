"""When each item begins and ends.

Sums are made in UTC and turned back to the zone of the place: a local time plus a duration is an hour wrong on the
night the clocks change. For the same reason moments of one zone are compared in UTC (``in_utc``): Python compares
and subtracts two aware times of the same zone by the wall clock.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Protocol
from zoneinfo import ZoneInfo

from events.programme.agenda import Span, Start
from events.programme.choices import StartMode
from events.programme.languages import clock
from events.programme.sentence import Sentence, sentence

SECOND = timedelta(seconds=1)
STEP = timedelta(hours=1)


class NonexistentTimeError(ValueError):
    """The clocks are put forward over this time. ``resumes_at`` is the first moment after it that exists."""

    def __init__(self, at: time, on: date, zone: str, leaves_at: datetime, resumes_at: datetime) -> None:
        super().__init__(
            sentence(
                "%(time)s on %(day)s does not exist in %(zone)s: the clocks are put forward there from %(leaves)s to "
                "%(resumes)s. Choose a time before the change or after it.",
                time=clock(at),
                day=on,
                zone=zone,
                leaves=_at_day(leaves_at),
                resumes=_at_day(resumes_at),
            )
        )
        self.at = at
        self.on = on
        self.zone = zone
        self.resumes_at = resumes_at


class Timeable(Protocol):
    """What the running order asks of an item."""

    @property
    def duration(self) -> timedelta: ...

    @property
    def start(self) -> Start: ...


def in_utc(at: datetime) -> datetime:
    """Return the same moment in UTC, where moments may be compared and subtracted."""
    return at.astimezone(UTC)


def later(at: datetime, duration: timedelta) -> datetime:
    """Return the moment ``duration`` after ``at``, in the zone of ``at``."""
    return (in_utc(at) + duration).astimezone(at.tzinfo)


def elapsed(start: datetime, end: datetime) -> timedelta:
    """Return how long it really takes from ``start`` to ``end``, whatever the clocks do; negative if it is before."""
    return in_utc(end) - in_utc(start)


def moment(at: time, on: date, zone: str) -> datetime:
    """Return the clock time ``at`` of the day ``on``, aware, in ``zone`` (IANA name).

    A time that comes twice, when the clocks are put back, is the first of the two.
    Raises NonexistentTimeError for a time over which the clocks are put forward.
    """
    return _moment(at, on, ZoneInfo(zone))


def running_order(items: Sequence[Timeable], start: datetime, day: date | None = None) -> list[Span]:
    """Return the span of each item, in the zone of ``start``.

    - A *linked* item starts where the one before it ends, the first one at ``start``.
    - An item *alongside* starts with the item before it; several in a row all start with the one that they accompany.
      A linked item after them waits for the whole group: for the item and for all that accompany it.
      An item alongside with nothing before it starts at ``start``.
    - A *fixed* item starts at its clock time in the zone of ``start``, an *anchored* one at its clock time in its own
      zone. Without a day of its own that is the clock time of ``day``, the day of the event (if not given, that of
      ``start``), also for an anchored one: 12:00 in Baku is 12:00 of that date in Baku. Neither moves for what comes
      before it: a gap or an overlap is for ``conflicts`` to tell.

    Raises NonexistentTimeError for a clock time that does not exist on its day, ValueError for a fixed or anchored
    start without its clock time or zone.
    """
    zone = start.tzinfo
    if zone is None:
        raise ValueError("a running order needs to know the zone in which it starts")
    spans: list[Span] = []
    group_starts_at = group_ends_at = in_utc(start)
    for item in items:
        begins_at = group_starts_at
        if item.start.mode is StartMode.LINKED:
            begins_at = group_ends_at
        elif item.start.mode is not StartMode.ALONGSIDE:
            begins_at = in_utc(_pinned(item.start, day or start.date(), zone))
        ends_at = begins_at + item.duration
        spans.append(Span(begins_at.astimezone(zone), ends_at.astimezone(zone)))
        if item.start.mode is StartMode.ALONGSIDE:
            group_ends_at = max(group_ends_at, ends_at)
        else:
            group_starts_at, group_ends_at = begins_at, ends_at
    return spans


def clock_changes(start: datetime, end: datetime) -> Iterator[datetime]:
    """Return the moments after ``start`` and up to ``end`` at which the clocks change in the zone of ``start``."""
    zone, at, last = start.tzinfo, in_utc(start), in_utc(end)
    while at < last:
        following = min(at + STEP, last)
        if _offset(at, zone) != _offset(following, zone):
            yield _change(at, following, zone).astimezone(zone)
        at = following


def _pinned(start: Start, day: date, zone: tzinfo) -> datetime:
    if start.at is None:
        raise ValueError(f"the start of an item is {start.mode}, but its clock time is missing")
    if start.mode is StartMode.FIXED:
        return _moment(start.at, start.on or day, zone)
    if start.zone is None:
        raise ValueError("the start of an item is anchored, but the zone of its clock time is missing")
    return moment(start.at, start.on or day, start.zone)


def _moment(at: time, on: date, zone: tzinfo) -> datetime:
    wanted = datetime.combine(on, at.replace(fold=0, tzinfo=None), tzinfo=zone)
    found = in_utc(wanted).astimezone(zone)
    if found.replace(tzinfo=None) != wanted.replace(tzinfo=None):
        # In a gap, fold=0 reads the time by the offset before it, fold=1 by the one after it (PEP 495).
        change = _change(in_utc(wanted.replace(fold=1)), in_utc(wanted), zone)
        resumes_at = change.astimezone(zone)
        leaves_at = (change - SECOND).astimezone(zone) + SECOND
        raise NonexistentTimeError(at, on, str(zone), leaves_at, resumes_at)
    return wanted


def _at_day(at: datetime) -> Sentence:
    return sentence("%(time)s on %(day)s", time=clock(at), day=at.date())


def _offset(at: datetime, zone: tzinfo | None) -> timedelta | None:
    return at.astimezone(zone).utcoffset()


def _change(before: datetime, after: datetime, zone: tzinfo | None) -> datetime:
    """Return the first second between two moments in UTC that has the offset of ``after``."""
    offset = _offset(after, zone)
    while after - before > SECOND:
        middle = before + (after - before) // 2
        if _offset(middle, zone) == offset:
            after = middle
        else:
            before = middle
    return after.replace(microsecond=0)
