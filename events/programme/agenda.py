"""The agenda: parts and their items, where and when they are."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from events.programme.choices import Audience, Basis, Cue, Kind, Phase, Shown, StartMode
from events.programme.people import Contribution, as_guests_see, without_voice
from events.programme.text import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch of time: ``start`` is in it, ``end`` is not."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Start:
    """How the start of an item is set.

    ``at`` is a clock time: at the place for *fixed*, in ``zone`` (IANA name) for *anchored*.
    ``on`` is the day of that clock time; None means the day of the event.
    """

    mode: StartMode = StartMode.LINKED
    at: time | None = None
    zone: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Anthem:
    """A state whose anthem is played: ISO 3166 alpha-2, and its name."""

    country: str
    of: Text


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the agenda. ``span`` is computed once; ``start`` and ``duration`` are what it was computed from.

    ``span`` is None while the event has no date, or its first part no start. ``least`` is how far a fit may cut
    the item; without it none does. A lower ``cut_order`` is cut first, without one last. ``responsible`` names the
    officer of the mission who sees to it. ``anthems`` are played in it one after the other, where their order is kept.
    """

    uid: str
    kind: Kind
    title: Text
    span: Span | None
    start: Start
    duration: timedelta
    shown: Shown = Shown.EXACT
    audience: Audience = Audience.PUBLIC
    contributions: tuple[Contribution, ...] = ()
    dedication: Text = NOTHING
    text: Text = NOTHING
    staff_text: Text = NOTHING
    words: Text = NOTHING
    cues: tuple[Cue, ...] = ()
    optional: bool = False
    basis: Basis = Basis.STATED
    position_stated: bool = True
    least: timedelta | None = None
    cut_order: int | None = None
    responsible: str = ""
    anthems: tuple[Anthem, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is held. ``country`` is ISO 3166 alpha-2; ``zone`` an IANA name."""

    name: Text
    zone: str
    room: Text = NOTHING
    address: Text = NOTHING
    city: Text = NOTHING
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    basis: Basis = Basis.STATED


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an event. Without ``starts_at`` it begins where the part before it ends."""

    uid: str
    heading: Text
    phase: Phase
    items: tuple[Item, ...] = ()
    place: Place | None = None
    starts_at: datetime | None = None
    audience: Audience = Audience.PUBLIC


def part_seen_by(part: Part, allowed: set[Audience], prints_unconfirmed: bool) -> Part:
    """The part as guests see it; it begins with the first item that they see."""
    items = tuple(
        replace(
            item,
            staff_text=NOTHING,
            least=None,
            cut_order=None,
            responsible="",
            contributions=tuple(
                without_voice(each) for each in as_guests_see(item.contributions, prints_unconfirmed)
            ),
        )
        for item in part.items
        if item.audience in allowed
    )
    starts_at = part.starts_at
    if items and items[0].uid != part.items[0].uid:
        starts_at = items[0].span.start if items[0].span else None
    return replace(part, items=items, starts_at=starts_at)
