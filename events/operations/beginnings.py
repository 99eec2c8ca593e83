"""Rows made from patterns and blocks."""

from typing import Any

from events.models import Contribution, Event, Item, Part
from events.programme.agenda import Item as ItemValue
from events.programme.choices import MissionKind
from events.programme.pattern import ItemPattern, PartPattern
from events.programme.people import TO_BE_ANNOUNCED

AT_HOME = {MissionKind.MINISTRY.value, MissionKind.STATE_SERVICE.value}


def is_abroad(event: Event) -> bool:
    """Whether two anthems are due. Without a place: an embassy is abroad, a ministry at home."""
    if event.place and event.place.country and event.mission.country:
        return event.place.country != event.mission.country
    return event.mission.kind not in AT_HOME


def item_from(said: ItemPattern | ItemValue, **more: Any) -> Item:
    """Return an unsaved item with what a pattern and a programme both say of one; ``more`` are other columns."""
    return Item(
        kind=said.kind.value,
        title=said.title,
        duration=said.duration,
        start=said.start.mode.value,
        start_at=said.start.at,
        start_on=said.start.on,
        start_zone=said.start.zone or "",
        shown=said.shown.value,
        audience=said.audience.value,
        text=said.text,
        staff_text=said.staff_text,
        cues=[cue.value for cue in said.cues],
        optional=said.optional,
        least=said.least,
        cut_order=said.cut_order,
        **more,
    )


def open_places(item: Item, pattern: ItemPattern) -> None:
    """Enter the places that somebody has to fill: each is to be announced until then."""
    for order, role in enumerate(pattern.roles):
        contribution = Contribution(item=item, order=order, role=role.value, words=TO_BE_ANNOUNCED)
        contribution.full_clean()
        contribution.save()


def part_from(pattern: PartPattern, event: Event, order: int) -> Part:
    """Save a part with its items; when it starts is left open."""
    part = Part(
        event=event,
        order=order,
        heading=pattern.heading,
        phase=pattern.phase.value,
        audience=pattern.audience.value,
    )
    part.full_clean()
    part.save()
    for at, each in enumerate(pattern.items):
        item = item_from(each)
        item.part, item.order = part, at
        item.full_clean()
        item.save()
        open_places(item, each)
    return part
