"""The Programme: one frozen value, made once from an event, from which every output is made.

Moments are aware datetimes in the zone of the event; days are dates at the place; spans are half-open.
A text that nobody has given is an empty ``Text``; a fact that nobody has stated is ``None``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from events.programme.agenda import Item, Part, Place, Span, part_seen_by
from events.programme.choices import (
    Audience,
    EventKind,
    FigureChoice,
    HostRole,
    MissionKind,
    PaperSize,
    Phase,
    Qualifier,
    Register,
    Status,
)
from events.programme.occasion import Edition
from events.programme.people import Organisation
from events.programme.phrases import Phrase
from events.programme.text import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Host:
    organisation: Organisation
    role: HostRole = HostRole.HOST


@dataclass(frozen=True, slots=True)
class OpeningDay:
    """A day of an exhibition; without ``opens_at`` it is closed."""

    on: date
    opens_at: time | None = None
    closes_at: time | None = None
    note: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Work:
    """What an exhibition shows: a photograph, a book. ``made`` says when, as it is known ("1990", "about 1915")."""

    title: Text
    maker: Text = NOTHING
    made: str = ""
    caption: Text = NOTHING
    lender: Text = NOTHING


@dataclass(frozen=True, slots=True)
class AudienceGroup:
    name: Text
    quota: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure or statement as its issuer made it; never the planner's own.

    ``on`` is the day of the document, ``source`` the key of the source in the ledger, ``most`` the upper end of a
    range.
    """

    subject: str
    qualifier: Qualifier
    value: int | None
    wording: Text
    issuer: Text
    document: Text = NOTHING
    on: date | None = None
    source: str = ""
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody chose where the texts of the event gave another figure than the source of record.

    ``claims`` are those that were weighed, that of the source of record first. ``at`` is in UTC, to the second.
    """

    subject: str
    choice: FigureChoice
    claims: tuple[Claim, ...]
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Look:
    """How a mission prints. ``accent`` is a colour ("#12284c"), which the register may forbid; ``emblem`` the SHA-256
    of a PNG in hexadecimal digits. Without them the register alone decides. The press sheet alone has
    ``press_contacts``."""

    paper: PaperSize = PaperSize.A4
    accent: str = ""
    letterhead: Text = NOTHING
    emblem: str = ""
    press_contacts: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Mission:
    """Who plans. ``languages`` in the order of preference."""

    slug: str
    name: Text
    kind: MissionKind
    zone: str
    languages: tuple[str, ...]
    short_name: Text = NOTHING
    city: Text = NOTHING
    country: str = ""
    look: Look = Look()


@dataclass(frozen=True, slots=True)
class ReleaseMark:
    """Which release a programme is. ``released_at`` is in UTC, to the second; ``sequence`` counts from 0 for calendars;
    ``first_released_at`` is the moment of release 1, ``cancelled_at`` that of the release which cancelled. Of an event
    that was moved since it was first released, ``moved_from_on`` is the day on which it was to begin before, and
    ``moved_from_at`` the moment, if that was known."""

    number: int
    name: str
    released_at: datetime
    code: str
    sequence: int
    first_released_at: datetime
    changes: tuple[Text, ...] = ()
    cancelled_at: datetime | None = None
    moved_from_on: date | None = None
    moved_from_at: datetime | None = None


def _in_utc(at: datetime) -> datetime:
    """Moments of one zone are compared in UTC: Python compares them by the clock on the wall."""
    return at.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Programme:
    """Everything that any output says about one event.

    ``on`` is the day of the event, ``until`` the last day where it lasts longer; ``ends_by`` is the moment by which
    it has to be over. ``languages`` is the order of preference: a text falls back along it.
    ``release`` is None for a draft. ``children`` are events held within this one, released with it.
    ``audience`` says for whom it is complete: see ``seen_by``. ``prints_unconfirmed``: guests read the names of people
    who were asked and have not answered yet. ``phrases`` are those in its texts that are never translated.
    """

    uid: str
    slug: str
    mission: Mission
    kind: EventKind
    title: Text
    zone: str
    on: date | None
    languages: tuple[str, ...]
    status: Status = Status.CONFIRMED
    until: date | None = None
    ends_by: datetime | None = None
    short_title: Text = NOTHING
    subtitle: Text = NOTHING
    dedication: Text = NOTHING
    theme: Text = NOTHING
    objective: Text = NOTHING
    note: Text = NOTHING
    guest_notes: Text = NOTHING
    dress: Text = NOTHING
    hosts: tuple[Host, ...] = ()
    place: Place | None = None
    edition: Edition | None = None
    audience_groups: tuple[AudienceGroup, ...] = ()
    parts: tuple[Part, ...] = ()
    days: tuple[OpeningDay, ...] = ()
    works: tuple[Work, ...] = ()
    claims: tuple[Claim, ...] = ()
    decisions: tuple[Decision, ...] = ()
    children: tuple["Programme", ...] = ()
    release: ReleaseMark | None = None
    audience: Audience = Audience.STAFF
    prints_unconfirmed: bool = False
    day_open: bool = False
    phrases: tuple[Phrase, ...] = ()

    @property
    def own_language(self) -> str:
        """The language that needs no saying in an address: the mission's first one, if the event has it."""
        first = self.mission.languages[0]
        return first if first in self.languages else self.languages[0]

    @property
    def announced_on(self) -> date | None:
        """The day that guests may count on: not the old one of an event that waits for a new one."""
        return None if self.day_open else self.on

    @property
    def register(self) -> Register:
        return self.edition.occasion.register if self.edition else Register.NEUTRAL

    @property
    def items(self) -> Iterator[Item]:
        return (item for part in self.parts for item in part.items)

    @property
    def span(self) -> Span | None:
        """The calendar entry: what guests attend, from the first item that is not before the programme.

        None where nothing has been timed yet, or where the event is a span of days.
        """
        spans = [
            item.span
            for part in self.parts
            if part.phase is not Phase.BEFORE
            for item in part.items
            if item.span and Audience.STAFF not in (item.audience, part.audience)
        ]
        if not spans:
            return None
        return Span(
            min((span.start for span in spans), key=_in_utc), max((span.end for span in spans), key=_in_utc)
        )

    @property
    def doors_at(self) -> datetime | None:
        """When guests may come in: the first item open to them before the programme."""
        return min(
            (
                item.span.start
                for part in self.parts
                if part.phase is Phase.BEFORE and part.audience is not Audience.STAFF
                for item in part.items
                if item.span and item.audience is not Audience.STAFF
            ),
            default=None,
            key=_in_utc,
        )

    def seen_by(self, audience: Audience) -> "Programme":
        """Return what ``audience`` may see: the public sees public items, the invited also theirs, staff all.

        Only staff see who was asked and has not said yes, how names are spoken, by when all has to be over, and the
        press contacts.
        """
        if audience is Audience.STAFF:
            return self
        allowed = {Audience.PUBLIC} if audience is Audience.PUBLIC else {Audience.PUBLIC, Audience.INVITED}
        parts = [
            part_seen_by(part, allowed, self.prints_unconfirmed)
            for part in self.parts
            if part.audience in allowed
        ]
        return replace(
            self,
            mission=replace(self.mission, look=replace(self.mission.look, press_contacts=NOTHING)),
            ends_by=None,
            parts=tuple(part for part in parts if part.items),
            audience_groups=tuple(replace(group, quota=None) for group in self.audience_groups),
            decisions=(),
            children=tuple(child.seen_by(audience) for child in self.children),
            audience=audience,
        )
