"""The only reader of models for output: an event becomes a Programme, in one reading and one sum of times."""

from collections.abc import Iterable
from dataclasses import replace

from events.models import Event, Phrase
from events.models.fields import text_of
from events.programme import value as v
from events.programme.choices import EventKind, HostRole, Status
from events.programme.every_text import every_text
from events.programme.timing import NonexistentTimeError, moment
from events.snapshot.agenda import parts_of
from events.snapshot.registers import (
    claim_value,
    decision_value,
    edition_value,
    mission_value,
    organisation_value,
    phrase_value,
    place_value,
)


def take_snapshot(event: Event) -> v.Programme:
    """Return the event's working copy as a draft Programme, with the events held within it.

    Reads within the scope of whoever asks. Raises NonexistentTimeError for a clock time that the clocks skip.
    """
    return snapshot_of(Event.objects.with_agenda().get(pk=event.pk))


def snapshot_of(event: Event) -> v.Programme:
    """Return the same for an event that was just read ``with_agenda``."""
    children = Event.objects.with_agenda().filter(parent=event).order_by("on", "pk")
    programme = _programme(event, tuple(_programme(child, ()) for child in children))
    return _with_phrases(programme, _kept_phrases(), event)


def take_snapshots(events: Iterable[Event]) -> dict[int, v.Programme | NonexistentTimeError]:
    """Return the working copies of many events by their keys, in as many queries as for one.

    Where the clocks skip a clock time of an event, that stands in the place of its programme.
    """
    keys = [event.pk for event in events]
    children: dict[int, list[Event]] = {}
    for child in Event.objects.with_agenda().filter(parent__in=keys).order_by("on", "pk"):
        children.setdefault(child.parent_id, []).append(child)
    found: dict[int, v.Programme | NonexistentTimeError] = {}
    phrases = _kept_phrases()
    for event in Event.objects.with_agenda().filter(pk__in=keys):
        try:
            held = tuple(_programme(child, ()) for child in children.get(event.pk, ()))
            found[event.pk] = _with_phrases(_programme(event, held), phrases, event)
        except NonexistentTimeError as error:
            found[event.pk] = error
    return found


def _kept_phrases() -> list[Phrase]:
    return list(Phrase.objects.filter(never_translate=True))


def _with_phrases(programme: v.Programme, kept: Iterable[Phrase], event: Event) -> v.Programme:
    """Return the programme with those phrases that stand in its texts and are never translated."""
    rows = [row for row in kept if row.mission_id in (None, event.mission_id)]
    if not rows:
        return programme
    texts = [place.text for place in every_text(programme)]
    phrases = (phrase_value(row) for row in rows)
    found = {each: None for each in phrases if any(each.text in text for text in texts)}
    return replace(programme, phrases=tuple(found))


def _programme(event: Event, children: tuple[v.Programme, ...]) -> v.Programme:
    held = tuple(replace(child, day_open=child.day_open or event.day_open) for child in children)
    return v.Programme(
        uid=str(event.uid),
        slug=event.slug,
        mission=mission_value(event.mission),
        kind=EventKind(event.kind),
        title=text_of(event.title),
        zone=event.zone,
        on=event.on,
        languages=tuple(event.languages),
        status=Status(event.status),
        until=event.until,
        ends_by=moment(event.ends_by, event.on, event.zone) if event.ends_by and event.on else None,
        short_title=text_of(event.short_title),
        subtitle=text_of(event.subtitle),
        dedication=text_of(event.dedication),
        theme=text_of(event.theme),
        objective=text_of(event.objective),
        note=text_of(event.note),
        guest_notes=text_of(event.guest_notes),
        dress=text_of(event.dress),
        hosts=tuple(
            v.Host(organisation_value(host.organisation), HostRole(host.role)) for host in event.hosts.all()
        ),
        place=place_value(event.place, text_of(event.room)) if event.place else None,
        edition=edition_value(event.edition) if event.edition else None,
        audience_groups=tuple(
            v.AudienceGroup(text_of(group.name), group.quota) for group in event.audience_groups.all()
        ),
        parts=parts_of(event),
        days=tuple(
            v.OpeningDay(day.on, day.opens_at, day.closes_at, text_of(day.note)) for day in event.days.all()
        ),
        works=tuple(
            v.Work(
                text_of(work.title),
                text_of(work.maker),
                work.made,
                text_of(work.caption),
                text_of(work.lender),
            )
            for work in event.works.all()
        ),
        claims=tuple(claim_value(printed.claim) for printed in event.claims.all()),
        decisions=tuple(decision_value(row) for row in event.figure_decisions.all()),
        children=held,
        prints_unconfirmed=event.prints_unconfirmed,
        day_open=event.day_open,
    )
