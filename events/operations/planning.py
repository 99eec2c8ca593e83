"""Making events, changing what is said of them as a whole, and taking them away.

Values that cannot be kept raise ValidationError, with words at the fields.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from events.models import (
    Edition,
    Event,
    Host,
    Member,
    Mission,
    Occasion,
    OpeningDay,
    Organisation,
    Place,
    User,
)
from events.models.fields import text_of
from events.models.worded import refusal
from events.operations.beginnings import is_abroad, part_from
from events.operations.days import move_rows
from events.operations.deeds import deed, refuse_strangers
from events.operations.preparation import propose_tasks
from events.operations.slugs import free_slug
from events.operations.stale import LISTS, kept, locked, locked_event
from events.programme.choices import EventKind, Register, Status
from events.programme.pattern import OpeningHours, Pattern
from events.programme.patterns import pattern_for
from events.programme.text import NOTHING, Text
from events.programme.timing import NonexistentTimeError
from events.snapshot import take_snapshot

OFFICER = Member.Role.OFFICER


@dataclass(frozen=True)
class ShortForm:
    """What a new event begins with. Without a zone it is that of the place, else that of the mission.

    ``starts_at`` is when the programme begins; guests come and halls are set up before it.
    """

    kind: EventKind
    title: Text
    on: date | None = None
    starts_at: time | None = None
    until: date | None = None
    place: Place | None = None
    room: Text = NOTHING
    hosts: Sequence[Organisation] = ()
    occasion: Occasion | None = None
    languages: Sequence[str] = ()
    zone: str = ""


@deed(OFFICER)
def new_event(mission: Mission, form: ShortForm, *, by: User) -> Event:
    """Make an event from the pattern of its kind, with what it holds within it and the usual tasks of preparation.

    The occasion is kept in the year of the event; without a day no edition is chosen.
    """
    edition = edition_of(form.occasion, form.on)
    event = Event(
        mission=mission,
        kind=form.kind.value,
        title=form.title,
        on=form.on,
        until=form.until,
        place=form.place,
        room=form.room,
        zone=form.zone or (form.place.zone if form.place else mission.zone),
        edition=edition,
        languages=list(form.languages or mission.languages),
        changed_by=by,
    )
    register = Register(form.occasion.register) if form.occasion else Register.NEUTRAL
    pattern = pattern_for(form.kind, register, is_abroad(event))
    if event.on and not event.until and pattern.hours:
        event.until = event.on + timedelta(days=pattern.hours.days - 1)
    _kept_new(event)
    for order, organisation in enumerate(form.hosts):
        _row(Host(event=event, order=order, organisation=organisation, role="co-host" if order else "host"))
    _begin(event, pattern, form.starts_at or pattern.starts_at)
    for child in pattern.children:
        within = Event(
            mission=mission,
            parent=event,
            kind=child.kind.value,
            title=child.title,
            on=form.on,
            place=form.place,
            room=form.room,
            zone=event.zone,
            edition=edition,
            languages=event.languages,
            changed_by=by,
        )
        _kept_new(within)
        _begin(within, child, form.starts_at or child.starts_at)
    propose_tasks(event, by=by)
    event.raise_version(by)
    return event


@deed(OFFICER)
def change_event(event: Event, version: int, *, by: User, **values: Any) -> Event:
    """Change what the values name. Another day asks for the occasion's edition of that year, and takes along what has
    days of its own and what is held within.

    The address stays as it is once there is a release. Raises StaleError where another member changed the event's own
    columns since; what changed in the agenda does not matter.
    """
    event = locked(event, version, values)
    if "slug" in values and values["slug"] != event.slug and event.releases.exists():
        raise ValidationError({"slug": "The address of a released event stays as it is."})
    day, zone = event.on, event.zone
    values["day_open"] = _waits_for_a_day(event, values)
    if values.get("on") and event.edition and "edition" not in values:
        values["edition"] = edition_of(event.edition.occasion, values["on"])
    if day and values.get("on") and values["on"] != day:
        _take_along(event, values["on"] - day, by)
    if kept(event, values, by) and (day, zone) != (event.on, event.zone):
        check_clocks(event)
    return event


def _take_along(event: Event, shift: timedelta, by: User) -> None:
    move_rows(event, shift, by)
    for child in Event.objects.filter(parent=event).exclude(on=None):
        days = {name: getattr(child, name) + shift for name in ("on", "until") if getattr(child, name)}
        _take_along(child, shift, by)
        kept(child, days, by)


@deed(OFFICER)
def set_hosts(event: Event, version: int, hosts: Iterable[tuple[Organisation, str]], *, by: User) -> Event:
    """Make these the hosts, in protocol's order, each with its role. Raises StaleError."""
    rows = [{"organisation": organisation, "role": role} for organisation, role in hosts]
    return _set_list(event, version, "hosts", "organisation", rows, by)


@deed(OFFICER)
def set_audience_groups(
    event: Event, version: int, groups: Iterable[tuple[Text, int | None]], *, by: User
) -> Event:
    """Raises StaleError."""
    rows = [{"name": name, "quota": quota} for name, quota in groups]
    return _set_list(event, version, "audience_groups", "", rows, by)


@deed(OFFICER)
def set_days(event: Event, version: int, days: Iterable[Mapping[str, Any]], *, by: User) -> Event:
    """Make these the opening days: ``on``, ``opens_at``, ``closes_at``, ``note``. Raises StaleError."""
    return _set_list(event, version, "days", "on", list(days), by)


@deed(OFFICER)
def set_works(event: Event, version: int, works: Iterable[Mapping[str, Any]], *, by: User) -> Event:
    """Make these the works shown: ``title``, ``maker``, ``made``, ``caption``, ``lender``. Raises StaleError."""
    return _set_list(event, version, "works", "", list(works), by)


def edition_of(occasion: Occasion | None, on: date | None) -> Edition | None:
    if occasion is None or on is None:
        return None
    return Edition.objects.get_or_create(occasion=occasion, year=on.year)[0]


def _waits_for_a_day(event: Event, values: Mapping[str, Any]) -> bool:
    """Whether it is postponed and its day is still the one that the public was told before."""
    if values.get("status", event.status) != Status.POSTPONED or values.get("on", event.on) != event.on:
        return False
    if event.status == Status.POSTPONED:
        return event.day_open
    last = event.releases.order_by("-number").first()
    return last is None or last.starts_on == event.on


def _kept_new(event: Event) -> None:
    """Save it under an address made of its title and year."""
    refuse_strangers(event.mission_id, {"place": event.place})
    event.slug = free_slug(event.mission, text_of(event.title), event.on)
    _row(event)


def _row(row: models.Model) -> None:
    if isinstance(row, Host):
        refuse_strangers(row.event.mission_id, {"organisation": row.organisation})
    row.full_clean()
    row.save()


def _begin(event: Event, pattern: Pattern, starts_at: time) -> None:
    for order, each in enumerate(pattern.parts):
        part = part_from(each, event, order)
        if each.begins is not None:
            begins = datetime.combine(date(2000, 1, 2), starts_at) + each.begins
            part.starts_at = begins.time()
            if event.on and begins.date() != date(2000, 1, 2):
                part.starts_on = event.on + (begins.date() - date(2000, 1, 2))
            _row(part)
    if event.on and event.until and pattern.hours:
        for number in range((event.until - event.on).days + 1):
            _row(_opening_day(event, event.on + timedelta(days=number), pattern.hours))


def _opening_day(event: Event, on: date, hours: OpeningHours) -> OpeningDay:
    if on.weekday() not in hours.weekdays:
        return OpeningDay(event=event, on=on)
    return OpeningDay(event=event, on=on, opens_at=hours.opens_at, closes_at=hours.closes_at)


def _set_list(
    event: Event, version: int, name: str, key: str, rows: Sequence[Mapping[str, Any]], by: User
) -> Event:
    """Rows that stay keep their history. A ValidationError has the index of the row as ``index``."""
    model: Any = LISTS[Event][name]
    event = locked_event(event, version, only=[name])
    present = {getattr(row, key) if key else row.order: row for row in model.objects.filter(event=event)}
    keep = []
    for order, values in enumerate(rows):
        row = present.get(values[key] if key else order) or model(event=event)
        keep.append(row)
        for column, value in values.items():
            setattr(row, column, value)
        if hasattr(row, "order"):
            row.order = order
    for row in present.values():
        if row not in keep:
            row.delete()
    for order, row in enumerate(keep):
        try:
            _row(row)
        except ValidationError as error:
            error.index = order  # type: ignore[attr-defined]
            raise
    event.raise_version(by)
    return event


def check_clocks(event: Event) -> None:
    """Refuse a day on which a clock time of the agenda does not exist."""
    try:
        take_snapshot(event)
    except NonexistentTimeError as error:
        raise ValidationError({"on": refusal(error)}) from None
