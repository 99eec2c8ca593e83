"""Small events to check: items are timed by the running order, as the snapshot does it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from events.programme.agenda import Item, Part, Place, Start
from events.programme.choices import Audience, Cue, EventKind, Kind, MissionKind, Phase, Role, StartMode
from events.programme.conflicts import conflicts
from events.programme.people import Contribution, Party, Person
from events.programme.text import Text
from events.programme.timing import running_order
from events.programme.value import Mission, Programme

ZONE = ZoneInfo("Asia/Karachi")
# A Wednesday: no Friday break.
DAY = date(2023, 1, 18)
HALL = Place(Text.of({"en": "A hall"}), "Asia/Karachi", city=Text.of({"en": "Islamabad"}), country="PK")
ALONGSIDE = Start(StartMode.ALONGSIDE)


def at(hour: int, minute: int = 0, second: int = 0, day: date = DAY) -> datetime:
    return datetime.combine(day, time(hour, minute, second), tzinfo=ZONE)


def fixed(hour: int, minute: int = 0, on: date | None = None) -> Start:
    return Start(StartMode.FIXED, time(hour, minute), on=on)


def noon_in_baku() -> Start:
    return Start(StartMode.ANCHORED, time(12), "Asia/Baku")


def item(uid: str, kind: Kind, minutes: float, *cues: Cue, start: Start | None = None, **changes) -> Item:
    """An item whose title is its uid."""
    title = changes.pop("title", Text.of({"en": uid}))
    duration = timedelta(minutes=minutes)
    return Item(uid, kind, title, None, start or Start(), duration, cues=cues, **changes)


def silence(uid: str = "silence", *cues: Cue, start: Start | None = None, **changes) -> Item:
    return item(uid, Kind.SILENCE, 1, *(cues or (Cue.RISE, Cue.NO_APPLAUSE)), start=start, **changes)


def speech(uid: str, minutes: float = 10, *people: Person, start: Start | None = None, **changes) -> Item:
    contributions = tuple(Contribution(Party(person=person), Role.SPEAKER) for person in people)
    return item(uid, Kind.ADDRESS, minutes, start=start, contributions=contributions, **changes)


def person(uid: str, name: str, confirmed: bool = True) -> Person:
    return Person(uid, Text.of({"en": name}), confirmed=confirmed)


def part(
    uid: str,
    items: Sequence[Item],
    starts_at: datetime | None = None,
    audience: Audience = Audience.PUBLIC,
    phase: Phase = Phase.PROGRAMME,
) -> Part:
    return Part(uid, Text.of({"en": uid}), phase, tuple(items), starts_at=starts_at, audience=audience)


def agenda(*items: Item, starts_at: datetime | None = None, **changes) -> Programme:
    """An event of one part that begins at 10:00."""
    return event(part("part", items, starts_at or at(10)), **changes)


def event(*parts: Part, on: date | None = DAY, **changes) -> Programme:
    programme = Programme(
        uid=changes.pop("uid", "event"),
        slug="event",
        mission=Mission("mission", Text.of({"en": "Mission"}), MissionKind.EMBASSY, "Asia/Karachi", ("en",)),
        kind=EventKind.SEMINAR,
        title=Text.of({"en": "Event"}),
        zone="Asia/Karachi",
        on=on,
        languages=("en",),
        place=HALL,
    )
    return replace(programme, parts=tuple(_timed(parts, on)), **changes)


def told(programme: Programme) -> list[tuple[str, tuple[str, ...]]]:
    """The conflicts of a programme in short."""
    return [(conflict.kind.value, conflict.uids) for conflict in conflicts(programme)]


def _timed(parts: Sequence[Part], on: date | None) -> list[Part]:
    timed = []
    clock = None
    for each in parts:
        start = each.starts_at or clock
        if start and on:
            spans = running_order(each.items, start, on)
            items = tuple(replace(one, span=span) for one, span in zip(each.items, spans, strict=True))
            clock = max((span.end for span in spans), default=start)
            each = replace(each, items=items)
        timed.append(each)
    return timed
