"""An event goes to another day, and all of it that has days of its own goes as far."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from events.models import Event, User
from events.models.fields import text_of
from events.operations.days import move_rows
from events.operations.planning import check_clocks, edition_of
from events.operations.stale import kept, locked_event
from events.programme.text import Text
from events.programme.value import Programme
from events.snapshot import take_snapshot


@dataclass(frozen=True)
class Move:
    """What goes from some days to others. ``what`` is event, within, days, part or item; ``name`` may be empty."""

    what: str
    name: Text
    first: date | None
    last: date | None
    to_first: date
    to_last: date


def moves(event: Event, on: date) -> list[Move]:
    """Return what goes along when the event goes to the day ``on``: the event first, then what is held within it."""
    return list(_moves(event, on, "event"))


def move(event: Event, on: date, by: User) -> Event:
    """Take the event to the day ``on``, within a deed that has it locked.

    Raises ValidationError where a clock time of the agenda does not exist on its new day.
    """
    event = _moved(Event.objects.get(pk=event.pk), on, by)
    check_clocks(event)
    return Event.objects.get(pk=event.pk)


def as_moved(event: Event, on: date, by: User) -> Programme:
    """Return the programme as it would be on the day ``on``; nothing is kept. Raises as ``move`` does."""
    with transaction.atomic():
        programme = take_snapshot(move(locked_event(event), on, by))
        transaction.set_rollback(True)
    return programme


def _moves(event: Event, on: date, what: str) -> Iterator[Move]:
    shift = _shift(event, on)
    last = event.until or event.on
    yield Move(what, text_of(event.title), event.on, last, on, last + shift if last else on)
    days = [day.on for day in event.days.all()]
    rows: list[tuple[str, Text, list[date]]] = [("days", text_of(event.title), days)] if days else []
    parts = list(event.parts.all())
    rows += [("part", text_of(part.heading), [part.starts_on]) for part in parts if part.starts_on]
    for part in parts:
        dated = part.items.exclude(start_on=None)
        rows += [("item", text_of(item.title), [item.start_on]) for item in dated if item.start_on]
    for thing, name, own in rows:
        yield Move(thing, name, own[0], own[-1], own[0] + shift, own[-1] + shift)
    for child in event.children.order_by("on", "slug"):
        yield from _moves(child, _day_within(child, shift, on), "within")


def _moved(event: Event, on: date, by: User) -> Event:
    """The rows first: the event's own rules are asked when its parts are where they belong."""
    shift = _shift(event, on)
    values: dict[str, Any] = {"on": on, "day_open": False}
    if event.until:
        values["until"] = event.until + shift
    if event.edition:
        values["edition"] = edition_of(event.edition.occasion, on)
    if shift:
        move_rows(event, shift, by)
    for child in Event.objects.filter(parent=event):
        _moved(child, _day_within(child, shift, on), by)
    event.refresh_from_db()
    kept(event, values, by)
    return event


def _shift(event: Event, on: date) -> timedelta:
    return on - event.on if event.on else timedelta(0)


def _day_within(child: Event, shift: timedelta, on: date) -> date:
    return child.on + shift if child.on else on
