"""What a conflict is; ``conflicts.py`` finds them, ``explanations.py`` says them in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from events.programme.agenda import Item, Part, Span
from events.programme.choices import Audience, StartMode
from events.programme.customs import Custom
from events.programme.people import Person
from events.programme.timing import in_utc
from events.programme.value import Programme


class Level(StrEnum):
    """How much a conflict matters. None of them ever blocks a deed."""

    WARNING = "warning"
    TO_COMPLETE = "to-complete"
    INFORMATION = "information"


class ConflictKind(StrEnum):
    GAP = "gap"
    OVERLAP = "overlap"
    OUT_OF_ORDER = "out-of-order"
    RESERVE = "reserve"
    OVERRUN = "overrun"
    PERSON_TWICE = "person-twice"
    PROTECTED_OVERLAPPED = "protected-overlapped"
    NEIGHBOUR_CUT = "neighbour-cut"
    MUSIC_IN_SILENCE = "music-in-silence"
    APPLAUSE_BEFORE_SILENCE = "applause-before-silence"
    SILENCE_WITHOUT_RISE = "silence-without-rise"
    SILENCE_LENGTH = "silence-length"
    SILENCE_OUTSIDE = "silence-outside"
    CUSTOM = "custom"
    CLOCKS_CHANGE = "clocks-change"
    POSITION_NOT_STATED = "position-not-stated"
    SPELLING_UNCONFIRMED = "spelling-unconfirmed"
    UNTITLED = "untitled"
    UNTIMED = "untimed"
    NO_DAY = "no-day"
    NO_PLACE = "no-place"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that an officer should know. ``uids`` are those of the items it concerns, in the order of the agenda;
    of the person first for an unconfirmed spelling, last for a person in two items; of the event where no item is
    concerned.

    ``starts_at`` and ``ends_at`` say when it is so, in the zone of the event; ``amount`` how much is missing or over.
    """

    kind: ConflictKind
    level: Level
    uids: tuple[str, ...]
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    amount: timedelta | None = None
    custom: Custom | None = None

    @property
    def key(self) -> str:
        """The same conflict has the same key as long as the same things are in it, whatever the times are."""
        return ":".join((self.kind, *((self.custom.slug,) if self.custom else ()), *self.uids))

    def matter(self, event: str) -> str:
        """The key under which it is settled in the event with this uid, by a deed or by an answer.

        An answer holds as long as as much of it is missing or over. What ``completeness`` asks for too is one matter.
        """
        if self.kind is ConflictKind.SPELLING_UNCONFIRMED:
            return f"spelling:{self.uids[0]}:{event}"
        if self.kind in ASKED:
            return f"{ASKED[self.kind]}:{event}"
        return f"{self.key}:{self.amount.total_seconds():g}" if self.amount else self.key


# Of an event; asked for by ``completeness`` as well, there under these names.
ASKED = {ConflictKind.NO_PLACE: "place", ConflictKind.UNTIMED: "start"}


@dataclass(frozen=True, slots=True)
class Line:
    """An item with where it stands."""

    item: Item
    part: Part

    @property
    def uid(self) -> str:
        return self.item.uid

    @property
    def span(self) -> Span | None:
        return self.item.span

    @property
    def attended(self) -> bool:
        """Whether guests are there, not staff alone."""
        return Audience.STAFF not in (self.item.audience, self.part.audience)

    @property
    def accompanies(self) -> bool:
        return self.item.start.mode is StartMode.ALONGSIDE

    @property
    def pinned(self) -> bool:
        return self.item.start.mode in (StartMode.FIXED, StartMode.ANCHORED)

    def people(self) -> Iterator[Person]:
        """Those who have to be there; whose message is read does not."""
        for contribution in self.item.contributions:
            if contribution.who.person:
                yield contribution.who.person

    def shares_room_with(self, other: "Line") -> bool:
        """Whether the two follow each other: in one part, or both before the guests. Staff work beside them freely."""
        return self.part.uid == other.part.uid or (self.attended and other.attended)


def lines_of(programme: Programme) -> list[Line]:
    return [Line(item, part) for part in programme.parts for item in part.items]


def groups_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Return each item together with those that run alongside it, in the order of the agenda."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and line.accompanies and groups[-1][0].part.uid == line.part.uid:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def common_span(first: Span, second: Span) -> Span | None:
    """Return the time that two spans share."""
    start, end = max(first.start, second.start, key=in_utc), min(first.end, second.end, key=in_utc)
    return Span(start, end) if in_utc(start) < in_utc(end) else None


def level_of(*lines: Line) -> Level:
    """Return how much it matters: what concerns staff alone is only told."""
    return Level.WARNING if any(line.attended for line in lines) else Level.INFORMATION
