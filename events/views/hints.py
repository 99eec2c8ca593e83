"""What follows from the first facts of a new event: its anniversary, the silence, customs, earlier years."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models import Event, Mission, Occasion, Place
from events.models.fields import text_of
from events.operations.beginnings import is_abroad
from events.programme.agenda import Span
from events.programme.choices import EventKind, Phase, Register
from events.programme.customs import CUSTOMS, Custom, kept_hours
from events.programme.occasion import Edition
from events.programme.pattern import Pattern
from events.programme.patterns import pattern_for
from events.programme.timing import NonexistentTimeError, elapsed, later, moment
from events.programme.value import Programme
from events.snapshot import take_snapshot
from events.snapshot.registers import occasion_value, place_value

TONES = {
    Register.MOURNING: _("Mourning: no ribbon, no applause after the silence, dark dress."),
    Register.MOURNING_AND_PRIDE: _(
        "Mourning and pride: no ribbon, no applause after the silence, dark dress."
    ),
    Register.SOLEMN: _("Solemn: sober words and dress."),
    Register.NEUTRAL: "",
    Register.FESTIVE: _("Festive."),
}
YEARS = 3


@dataclass(frozen=True)
class Kept:
    """Hours that are kept free there on that day, and how the event lies to them."""

    custom: Custom
    hours: Span
    ends_before: timedelta | None
    runs_into: bool


@dataclass
class Hints:
    """What follows; what is None or empty does not."""

    on: date | None = None
    edition: Edition | None = None
    is_observed_day: bool = False
    silence: tuple[datetime, datetime] | None = None
    span: Span | None = None
    pattern: Pattern | None = None
    kept: list[Kept] = field(default_factory=list)
    tone: Any = ""
    earlier: list[Event] = field(default_factory=list)
    same_day: list[Event] = field(default_factory=list)
    moved: int = 0

    @property
    def years(self) -> tuple[int, int] | None:
        return (self.edition.year, self.edition.occasion.base_on.year) if self.edition else None


def hints(mission: Mission, said: dict[str, Any]) -> Hints:
    """Return what follows from the cleaned fields of the short form; any of them may be missing."""
    on, place, occasion = said.get("on"), said.get("place"), said.get("occasion")
    zone = place.zone if place else said.get("new_zone") or mission.zone
    found = Hints(on=on)
    register = Register(occasion.register) if occasion else Register.NEUTRAL
    found.tone = TONES[register]
    if said.get("kind"):
        found.pattern = pattern_for(
            EventKind(said["kind"]), register, is_abroad(Event(mission=mission, place=place))
        )
    if occasion:
        _commemorate(found, occasion, on, zone)
        found.earlier = _of_occasion(mission, occasion, on)
    if on:
        _time(found, on, said.get("starts_at"), zone, place)
        found.same_day = list(
            Event.objects.on_their_own().filter(mission=mission, on=on).order_by("slug")[:YEARS]
        )
    return found


def copy_hints(original: Event, on: date | None) -> Hints:
    """Return what follows for a copy on that day."""
    found = Hints(on=on)
    occasion = original.edition.occasion if original.edition else None
    if occasion:
        found.tone = TONES[Register(occasion.register)]
        _commemorate(found, occasion, on, original.zone)
    if on and original.on:
        found.moved = (on - original.on).days
        span = _span_of(original)
        if span:
            start = span.start.time()
            _lie(found, on, start, span.end - span.start, original.zone, original.place)
        same = Event.objects.on_their_own().filter(mission=original.mission_id, on=on)
        found.same_day = list(same.exclude(pk=original.pk).order_by("slug")[:YEARS])
    return found


def years_before(original: Event) -> list[Programme]:
    """Return the orders of the event and of those of its occasion in other years, the latest first."""
    same = Q(pk=original.pk)
    if original.edition:
        same |= Q(mission=original.mission_id, edition__occasion=original.edition.occasion, on__isnull=False)
    events = Event.objects.on_their_own().filter(same).order_by("-on")[: YEARS + 1]
    found = []
    for event in sorted(events, key=lambda each: each.pk != original.pk)[: YEARS + 1]:
        try:
            found.append(take_snapshot(event))
        except NonexistentTimeError:
            continue
    return found


def _of_occasion(mission: Mission, occasion: Occasion, on: date | None) -> list[Event]:
    events = Event.objects.on_their_own().filter(mission=mission, edition__occasion=occasion)
    if on:
        events = events.filter(on__lt=on)
    return list(events.exclude(on=None).order_by("-on")[:YEARS])


def _commemorate(found: Hints, occasion: Occasion, on: date | None, zone: str) -> None:
    if on is None:
        return
    value = occasion_value(occasion)
    found.edition = Edition(value, on.year)
    found.is_observed_day = (on.month, on.day) == (value.observed_month, value.observed_day)
    if found.is_observed_day and value.silence:
        try:
            at = moment(value.silence.at, on, value.silence.zone)
        except NonexistentTimeError:
            return
        here = at.astimezone(ZoneInfo(zone))
        found.silence = (at, here)


def _time(found: Hints, on: date, starts_at: Any, zone: str, place: Place | None) -> None:
    if not found.pattern:
        return
    length = sum(
        (
            item.duration
            for part in found.pattern.parts
            if part.phase is Phase.PROGRAMME
            for item in part.items
        ),
        timedelta(0),
    )
    _lie(found, on, starts_at or found.pattern.starts_at, length, zone, place)


def _lie(found: Hints, on: date, start: Any, length: timedelta, zone: str, place: Place | None) -> None:
    """Say from when to when it lasts, and how that lies to the hours that are kept free there."""
    try:
        begins = moment(start, on, zone)
        whole_day = Span(moment(start.replace(0, 0, 0), on, zone), later(begins, timedelta(hours=12)))
    except NonexistentTimeError:
        return
    found.span = span = Span(begins, later(begins, length))
    if place is None:
        return
    where = place_value(place, text_of(None))
    for custom, hours in kept_hours(where, whole_day, CUSTOMS):
        before = elapsed(span.end, hours.start)
        into = elapsed(span.start, hours.end) > timedelta(0) and before < timedelta(0)
        found.kept.append(Kept(custom, hours, before if before >= timedelta(0) else None, into))


def _span_of(event: Event) -> Span | None:
    try:
        return take_snapshot(event).span
    except NonexistentTimeError:
        return None
