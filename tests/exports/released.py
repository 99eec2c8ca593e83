"""The canonical programmes as releases, and small ones made for one test."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from events.programme.agenda import Item, Part, Span, Start
from events.programme.choices import Kind, Phase, Role, Status
from events.programme.people import Contribution, Party, Person
from events.programme.text import Text
from events.programme.value import ReleaseMark
from tests.programmes import empty

SITE = "https://planner.example"
MARK = ReleaseMark(
    number=2,
    name="Final programme",
    released_at=datetime(2023, 1, 18, 4, tzinfo=UTC),
    code="k7m2p9qx",
    sequence=1,
    first_released_at=datetime(2023, 1, 10, 9, 30, tzinfo=UTC),
    changes=(Text.of({"en": "Tea is at 11:50."}),),
)


def released(programme, **values):
    return replace(programme, release=MARK, **values)


def item(title="An address", start=None, minutes=10, **values):
    """An item at ``start``, an aware moment; without one, untimed."""
    duration = timedelta(minutes=minutes)
    span = None
    if start:
        span = Span(start, (start.astimezone(UTC) + duration).astimezone(start.tzinfo))
    uid = values.pop("uid", "5d9f64a5-5f7e-4a2c-8e0f-0f6a4b7c1d2e")
    return Item(uid, Kind.ADDRESS, Text.of({"en": title}), span, Start(), duration, **values)


def small(*items, on=date(2023, 1, 20), zone="Asia/Karachi", **values):
    """A released event with one part that holds the items."""
    parts = (Part("0b0f3c52-3d0a-4f5e-9c58-8a86f9e7d001", Text(), Phase.PROGRAMME, items),) if items else ()
    return released(empty(), **{"on": on, "zone": zone, "parts": parts, "status": Status.CONFIRMED, **values})


def at(hour, minute=0, *, day=date(2023, 1, 20), zone="Asia/Karachi"):
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(zone))


def english(words):
    return Text.of({"en": words})


def speaker(name, role=Role.SPEAKER):
    return Contribution(Party(person=Person(uid=name, name=english(name))), role)


def named(words):
    return Contribution(Party(words=english(words)))
