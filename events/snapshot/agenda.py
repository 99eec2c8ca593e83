"""The parts of an event with their items, and one sum of times over them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from events.models import Contribution, Event, Item, Organisation, Part, Person
from events.models.fields import text_of
from events.programme.agenda import Anthem as AnthemValue
from events.programme.agenda import Item as ItemValue
from events.programme.agenda import Part as PartValue
from events.programme.agenda import Place as PlaceValue
from events.programme.agenda import Span as SpanValue
from events.programme.agenda import Start as StartValue
from events.programme.choices import (
    Answer,
    Audience,
    Basis,
    Cue,
    Kind,
    Manner,
    Ordered,
    Phase,
    Role,
    Shown,
    StartMode,
)
from events.programme.people import Contribution as ContributionValue
from events.programme.people import Party
from events.programme.timing import in_utc, moment, running_order
from events.snapshot.registers import organisation_value, person_value, place_value, state_name


def parts_of(event: Event) -> tuple[PartValue, ...]:
    parts = []
    anthems = _anthems(event)
    clock: datetime | None = None
    for part in event.parts.all():
        starts_at = None
        if part.starts_at is not None and event.on is not None:
            starts_at = moment(part.starts_at, part.starts_on or event.on, event.zone)
        items = list(part.items.all())
        starts = [_start(item) for item in items]
        begins_at = starts_at or clock
        spans: Sequence[SpanValue | None] = [None] * len(items)
        if begins_at is not None:
            timed = [_Timed(item.duration, start) for item, start in zip(items, starts, strict=True)]
            spans = order = running_order(timed, begins_at, event.on)
            clock = max((span.end for span in order), default=begins_at, key=in_utc)
        parts.append(_part(part, starts_at, event, zip(items, starts, spans, strict=True), anthems))
    return tuple(parts)


@dataclass(frozen=True)
class _Timed:
    """What the running order asks of an item."""

    duration: timedelta
    start: StartValue


def _start(item: Item) -> StartValue:
    return StartValue(StartMode(item.start), item.start_at, item.start_zone or None, item.start_on)


def _part(
    part: Part,
    starts_at: datetime | None,
    event: Event,
    items: Iterable[tuple[Item, StartValue, SpanValue | None]],
    anthems: Mapping[int, tuple[AnthemValue, ...]],
) -> PartValue:
    return PartValue(
        uid=str(part.uid),
        heading=text_of(part.heading),
        phase=Phase(part.phase),
        items=tuple(
            replace(_item(item, start, span, event), anthems=anthems.get(item.pk, ()))
            for item, start, span in items
        ),
        place=_place_of(part, event),
        starts_at=starts_at,
        audience=Audience(part.audience),
    )


def _item(item: Item, start: StartValue, span: SpanValue | None, event: Event) -> ItemValue:
    return ItemValue(
        uid=str(item.uid),
        kind=Kind(item.kind),
        title=text_of(item.title),
        span=span,
        start=start,
        duration=item.duration,
        shown=Shown(item.shown),
        audience=Audience(item.audience),
        contributions=tuple(_contribution(each, event.on) for each in item.contributions.all()),
        dedication=text_of(item.dedication),
        text=text_of(item.text),
        staff_text=text_of(item.staff_text),
        words=text_of(item.words),
        cues=tuple(Cue(cue) for cue in item.cues),
        optional=item.optional,
        basis=Basis(item.basis),
        position_stated=item.position_stated,
        least=item.least,
        cut_order=item.cut_order,
        responsible=item.responsible,
    )


def _place_of(part: Part, event: Event) -> PlaceValue | None:
    """The part's own place; a room alone is one at the event's place."""
    place = part.place or (event.place if part.room else None)
    return place_value(place, text_of(part.room)) if place else None


def _anthems(event: Event) -> dict[int, tuple[AnthemValue, ...]]:
    """Return what is played in which item, where the order of the anthems is kept.

    One item holds them all, as many items as states one each; another number of items does not say which is which,
    nor does an item with a title of its own among several.
    """
    rule = next((each for each in event.order_rules.all() if each.ordered == Ordered.ANTHEMS), None)
    if rule is None:
        return {}
    anthems = [AnthemValue(country, state_name(country)) for country in rule.listed]
    items = [item for part in event.parts.all() for item in part.items.all() if item.kind == Kind.ANTHEM]
    if len(items) == 1:
        return {items[0].pk: tuple(anthems)}
    if len(items) != len(anthems) or any(item.title for item in items):
        return {}
    return {item.pk: (anthem,) for item, anthem in zip(items, anthems, strict=True)}


def _contribution(contribution: Contribution, day: date | None) -> ContributionValue:
    manner = Manner(contribution.manner)
    other = None
    if manner is not Manner.OWN:
        other = _party(
            contribution.other_person, contribution.other_organisation, contribution.other_words, day
        )
    return ContributionValue(
        who=_party(contribution.person, contribution.organisation, contribution.words, day),
        role=Role(contribution.role),
        manner=manner,
        other=other,
        group=contribution.group,
        answer=Answer(contribution.answer),
        replaced_by=person_value(contribution.replaced_by, day) if contribution.replaced_by else None,
    )


def _party(
    person: Person | None, organisation: Organisation | None, words: object, day: date | None
) -> Party:
    return Party(
        person=person_value(person, day) if person else None,
        organisation=organisation_value(organisation) if organisation else None,
        words=text_of(words),
    )
