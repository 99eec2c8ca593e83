"""A new event as a copy of another one, on another day."""

from datetime import date
from typing import Any
from uuid import uuid4

from events.models import Event, Member, User
from events.models.fields import text_of
from events.operations.deeds import deed
from events.operations.planning import check_clocks, edition_of
from events.operations.slugs import free_slug
from events.programme.choices import Answer, Status


@deed(Member.Role.OFFICER)
def copy_event(event: Event, on: date | None, slug: str = "", *, by: User) -> Event:
    """Return a tentative copy on the day ``on``, with the events held within; every date moves as far as the day.

    The occasion is kept in its new year, people print the offices that they hold on the new day. Nobody has answered,
    nothing is released, nothing prepared. Without a slug the address is made of the title and the year.
    Raises ValidationError at ``on`` where a clock time of the agenda does not exist on its new day.
    """
    original = Event.objects.get(pk=event.pk)
    copy = _copied(original, None, on, slug, by)
    check_clocks(copy)
    copy.raise_version(by)
    return copy


def fresh(row: Any, **values: Any) -> Any:
    """Turn a row that was read into a new one like it, not saved yet."""
    row.pk = None
    row._state.adding = True
    if hasattr(row, "uid"):
        row.uid = uuid4()
    if hasattr(row, "version"):
        row.version = 1
    for name, value in values.items():
        setattr(row, name, value)
    return row


def _copied(original: Event, parent: Event | None, on: date | None, slug: str, by: User) -> Event:
    shift = on - original.on if on and original.on else None

    def moved(day: date | None) -> date | None:
        return day + shift if day and shift is not None else None

    copy = fresh(
        Event.objects.get(pk=original.pk),
        parent=parent,
        on=on,
        until=moved(original.until),
        ends_by=original.ends_by if on else None,
        slug=slug or free_slug(original.mission, text_of(original.title), on),
        edition=edition_of(original.edition.occasion, on) if original.edition else None,
        status=Status.TENTATIVE.value,
        prints_unconfirmed=False,
        day_open=False,
        withdrawn_at=None,
        changed_by=by,
        submission_state=Event.Submitted.NONE,
        submission_by=None,
        submission_at=None,
        submission_note="",
        submission_version=None,
    )
    copy.full_clean()
    copy.save()
    for row in (
        *original.hosts.all(),
        *original.audience_groups.all(),
        *original.works.all(),
        *original.claims.all(),
        *original.order_rules.all(),
    ):
        fresh(row, event=copy).save()
    for row in original.days.all() if shift is not None else ():
        fresh(row, event=copy, on=moved(row.on)).save()
    for task in original.tasks.all():
        fresh(task, event=copy, on=moved(task.on) or task.on, done_at=None, done_by=None).save()
    for part in original.parts.all():
        items = list(part.items.all())
        starts_on = moved(part.starts_on)
        part = fresh(part, event=copy, starts_on=starts_on)
        part.save()
        for item in items:
            _copy_item(item, part, moved(item.start_on))
    for child in original.children.all():
        day = child.on + shift if child.on and shift is not None else on
        _copied(child, copy, day, "", by)
    return copy


def _copy_item(item: Any, part: Any, start_on: date | None) -> None:
    contributions = list(item.contributions.all())
    item = fresh(item, part=part, start_on=start_on)
    item.save()
    for row in contributions:
        asked = Answer.INVITED if row.person_id else Answer.CONFIRMED
        fresh(row, item=item, answer=asked.value, replaced_by=None).save()
