"""Building the agenda. Each deed raises the version of what it changes, and that of the event.

Values that cannot be kept raise ValidationError, with words at the fields.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from events.models import Event, Item, Member, Part, User
from events.operations.beginnings import is_abroad, item_from, open_places
from events.operations.copying import fresh
from events.operations.deeds import deed
from events.operations.order import moved, numbered
from events.operations.stale import StaleError, kept, locked, locked_event
from events.programme.choices import Audience, Kind, StartMode
from events.programme.kinds import KINDS
from events.programme.patterns import block_for

OFFICER = Member.Role.OFFICER
# Guests have no part in these.
OF_STAFF = {Kind.SET_UP}


@deed(OFFICER)
def add_part(event: Event, *, by: User, **values: Any) -> Part:
    event = locked_event(event)
    part = Part(event=event, order=event.parts.count(), **values)
    part.full_clean()
    part.save()
    numbered(event.parts.all())
    event.raise_version(by)
    return part


@deed(OFFICER)
def change_part(part: Part, version: int, *, by: User, **values: Any) -> Part:
    """Change what the values name. Raises StaleError."""
    event = locked_event(part.event)
    part = locked(part, version, values)
    if kept(part, values, by):
        event.raise_version(by)
    return part


@deed(OFFICER)
def remove_part(part: Part, version: int, *, by: User) -> None:
    """Take the part out with its items; ``restore_part`` brings them back. Raises StaleError."""
    event = locked_event(part.event)
    part = locked(part, version)
    now = timezone.now()
    rows: list[Item | Part] = [*part.items.all(), part]
    for row in rows:
        row.removed_at = now
        row.version += 1
        row.save()
    event.raise_version(by)


@deed(OFFICER)
def restore_part(part: Part, *, by: User) -> Part:
    event = locked_event(part.event)
    part = locked(part, None)
    taken = Item.with_removed.filter(part=part, removed_at=part.removed_at) if part.removed_at else ()
    for row in (part, *taken):
        row.removed_at = None
        row.version += 1
        row.save()
    event.raise_version(by)
    return part


@deed(OFFICER)
def add_item(
    event: Event, kind: Kind, *, by: User, part: Part, after: Item | None = None, **values: Any
) -> Item:
    """Add an item of the kind with its usual length and cues, after another one or at the end of the part."""
    facts = KINDS[kind]
    given: dict[str, Any] = {
        "duration": facts.usual,
        "cues": [cue.value for cue in facts.cues],
        "audience": Audience.STAFF.value if kind in OF_STAFF else Audience.PUBLIC.value,
        **values,
    }
    event = locked_event(event)
    item = _added(event, [Item(kind=kind.value, **given)], part, after)[0]
    event.raise_version(by)
    return item


@deed(OFFICER)
def add_anchored_silence(event: Event, *, by: User, part: Part, after: Item | None = None) -> Item:
    """Add the silence that the event's occasion keeps everywhere at one moment. Raises ValidationError without one."""
    occasion = event.edition.occasion if event.edition else None
    if occasion is None or occasion.silence_at is None:
        raise ValidationError(_("The occasion of this event keeps no silence at a clock time."))
    anchored = {
        "start": StartMode.ANCHORED.value,
        "start_at": occasion.silence_at,
        "start_zone": occasion.silence_zone,
        "duration": occasion.silence_duration,
    }
    return add_item(event, Kind.SILENCE, by=by, part=part, after=after, **anchored)


@deed(OFFICER)
def add_block(event: Event, block: str, *, by: User, part: Part, after: Item | None = None) -> list[Item]:
    """Add the items of a block (a key of ``BLOCKS``), after another item or at the end of the part."""
    event = locked_event(event)
    patterns = block_for(block, is_abroad(event)).items
    items = _added(event, [item_from(pattern) for pattern in patterns], part, after)
    for pattern, item in zip(patterns, items, strict=True):
        open_places(item, pattern)
    event.raise_version(by)
    return items


@deed(OFFICER)
def change_item(item: Item, version: int, *, by: User, **values: Any) -> Item:
    """Change what the values name. A start that is linked again loses its clock time; where the new length is
    below the least one, that follows. Raises StaleError."""
    event = locked_event(item.part.event)
    item = locked(item, version, values)
    start = values.get("start", item.start)
    if start in (StartMode.LINKED, StartMode.ALONGSIDE):
        values |= {"start_at": None, "start_on": None, "start_zone": ""}
    elif start == StartMode.FIXED:
        values |= {"start_zone": ""}
    duration = values.get("duration")
    if duration and item.least and "least" not in values and duration < item.least:
        values["least"] = duration
    if kept(item, values, by):
        event.raise_version(by)
    return item


@deed(OFFICER)
def duplicate_item(item: Item, *, by: User) -> Item:
    """Return a copy that stands right after the item and starts when that ends, with the same people."""
    event = locked_event(item.part.event)
    copy = Item.objects.get(pk=item.pk)
    people = list(copy.contributions.all())
    copy = fresh(copy, start=StartMode.LINKED.value, start_at=None, start_on=None, start_zone="")
    _added(event, [copy], item.part, item)
    for contribution in people:
        fresh(contribution, item=copy).save()
    event.raise_version(by)
    return copy


@deed(OFFICER)
def remove_item(item: Item, version: int, *, by: User) -> None:
    """Take the item out; ``restore_item`` brings it back within 30 days. Raises StaleError."""
    event = locked_event(item.part.event)
    item = locked(item, version)
    item.removed_at = timezone.now()
    item.version += 1
    item.save()
    event.raise_version(by)


@deed(OFFICER)
def restore_item(item: Item, *, by: User) -> Item:
    """Bring the item back to where it stood; if its part was taken out as well, at the end of the last one."""
    event = locked_event(item.part.event)
    item = locked(item, None)
    if item.part.removed_at:
        item.part = event.parts.last() or add_part(event, by=by)
        item.order = item.part.items.count()
    item.removed_at = None
    item.version += 1
    item.full_clean()
    rows = sorted((*item.part.items.all(), item), key=lambda row: (row.order, row.pk != item.pk))
    numbered(rows, told=[item])
    event.raise_version(by)
    return item


@deed(OFFICER)
def reorder(event: Event, version: int, order: Sequence[tuple[str, Sequence[str]]], *, by: User) -> None:
    """Put all parts and items into the order given, by their uids.

    Raises StaleError where the agenda is another one by now: an older version, or not exactly these uids.
    """
    event = locked_event(event, version)
    parts = {str(part.uid): part for part in event.parts.all()}
    items = {str(item.uid): item for part in parts.values() for item in part.items.all()}
    wanted = [(part, item) for part, within in order for item in map(str, within)]
    if sorted(str(part) for part, _ in order) != sorted(parts) or sorted(i for _, i in wanted) != sorted(
        items
    ):
        raise StaleError(event, version)
    told = moved(list(items), [item for _, item in wanted])
    told |= {item for part, item in wanted if str(items[item].part.uid) != str(part)}
    told_parts = moved(list(parts), [str(part) for part, _ in order])
    for part, within in order:
        rows = [items[str(item)] for item in within]
        for row in rows:
            row.part = parts[str(part)]
        numbered(rows, told=[row for row in rows if str(row.uid) in told])
    numbered((parts[str(part)] for part, _ in order), told=[parts[str(uid)] for uid in told_parts])
    if told or told_parts:
        event.raise_version(by)


@deed(OFFICER)
def apply_fit(event: Event, version: int, lengths: Mapping[str, timedelta], *, by: User) -> None:
    """Give each item the length proposed for it, by its uid. Raises StaleError, also for an item that is gone."""
    event = locked_event(event, version)
    items = {str(item.uid): item for item in Item.objects.filter(part__event=event)}
    if not set(map(str, lengths)) <= set(items):
        raise StaleError(event, version)
    changed = [kept(items[str(uid)], {"duration": duration}, by) for uid, duration in lengths.items()]
    if any(changed):
        event.raise_version(by)


def _added(event: Event, items: list[Item], part: Part, after: Item | None) -> list[Item]:
    part = event.parts.get(pk=part.pk)
    rows = list(part.items.all())
    at = next((index for index, row in enumerate(rows, 1) if after and row.pk == after.pk), len(rows))
    for item in items:
        item.part = part
        item.order = at
        item.full_clean()
        item.save()
    rows[at:at] = items
    numbered(rows)
    return items
