"""Earlier openings: recorded with their source, taken over into an agenda as a whole, taken back as a whole."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from events.models import Event, Item, Member, Mission, Part, Precedent, User
from events.operations.agenda import reorder
from events.operations.deeds import deed, refuse_strangers
from events.operations.order_rules import keep_rule, rule_before
from events.operations.stale import StaleError, locked_event
from events.programme.choices import Audience, Ordered, Phase
from events.programme.kinds import KINDS
from events.programme.pattern_words import WELCOME
from events.programme.precedents import KINDS_OF, Element, Line, rows_of, taken_over
from events.snapshot import take_snapshot

OFFICER = Member.Role.OFFICER
PRECEDENT = "precedent"


@deed(OFFICER)
def record_precedent(mission: Mission, *, by: User, now: datetime, **values: Any) -> Precedent:
    """Note how an event was opened that is not planned here."""
    refuse_strangers(mission.pk, {"organisation": values.get("organisation")})
    row = Precedent(mission=mission, by=by, at=now, **values)
    row.full_clean()
    row.save()
    return row


@deed(OFFICER)
def remove_precedent(precedent: Precedent, *, by: User) -> None:
    """Take it out; what was taken over from it stays, with its source."""
    precedent.delete()


def opening_part(event: Event) -> Part | None:
    """Return the part that an opening stands in: the first of the programme itself that guests attend."""
    parts = Part.objects.filter(event=event, phase=Phase.PROGRAMME.value)
    return parts.exclude(audience=Audience.STAFF.value).first()


def proposed(event: Event, elements: Sequence[Element]) -> tuple[Line, ...]:
    """Return the opening part in the order of the elements; nothing where there is no such part."""
    part = opening_part(event)
    if part is None:
        return ()
    within = next(each for each in take_snapshot(event).parts if each.uid == str(part.uid))
    return taken_over(rows_of(within.items), elements)


@deed(OFFICER)
def take_opening_over(
    event: Event,
    version: int,
    elements: Sequence[Element],
    source: str,
    *,
    shown: Sequence[str],
    by: User,
    now: datetime,
) -> list[Item]:
    """Open the event as the precedent was, as it was ``shown``; return the items that were added.

    Raises StaleError where it would be another order by now.
    """
    event = locked_event(event, version)
    part = opening_part(event)
    lines = proposed(event, elements)
    if part is None or [line.key for line in lines] != list(shown):
        raise StaleError(event, version)
    added: list[Item] = []
    keys = []
    for line in lines:
        key = line.key
        if line.added and line.element:
            item = _new(part, line.element)
            added.append(item)
            key = str(item.uid)
        keys.append(key)
    keep_rule(event, Ordered.OPENING, PRECEDENT, listed=list(elements), source=source, by=by, now=now)
    _put(event, version, part, keys, by)
    return added


@deed(OFFICER)
def take_opening_back(
    event: Event, version: int, order: Sequence[str], added: Sequence[str], *, by: User
) -> None:
    """Put the opening part back into the order that it had, and take out what was added. Raises StaleError."""
    event = locked_event(event, version)
    part = opening_part(event)
    items = {str(item.uid): item for item in part.items.all()} if part else {}
    if part is None or sorted([*order, *added]) != sorted(items):
        raise StaleError(event, version)
    rule_before(event, Ordered.OPENING)
    for uid in added:
        item = items[uid]
        item.removed_at = timezone.now()
        item.version += 1
        item.save()
    _put(event, version, part, order, by)


def _new(part: Part, element: Element) -> Item:
    """An item of the element's kind as it usually is, at the end of the part."""
    kind = KINDS_OF[element]
    item = Item(
        part=part,
        order=part.items.count(),
        kind=kind.value,
        title=WELCOME if element is Element.WELCOME else "",
        duration=KINDS[kind].usual,
        cues=[cue.value for cue in KINDS[kind].cues],
    )
    item.full_clean()
    item.save()
    return item


def _put(event: Event, version: int, part: Part, order: Sequence[str], by: User) -> None:
    before = [str(item.uid) for item in part.items.all()]
    whole = [
        (str(each.uid), order if each.pk == part.pk else [str(item.uid) for item in each.items.all()])
        for each in event.parts.all()
    ]
    reorder(event, version, whole, by=by)
    if before == list(order):
        event.raise_version(by)
