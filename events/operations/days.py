"""What of an event has days of its own goes along with it."""

from datetime import timedelta

from django.core.exceptions import ValidationError

from events.models import Event, Item, OpeningDay, Part, Task, User
from events.operations.stale import kept


def move_rows(event: Event, shift: timedelta, by: User) -> None:
    """Move opening days, and parts, items and tasks not done yet on days of their own.

    Raises ValidationError, at the day of the event.
    """
    # From the far end, so that no day is moved to where another still is.
    for day in OpeningDay.objects.filter(event=event).order_by("-on" if shift > timedelta(0) else "on"):
        day.on += shift
        day.full_clean()
        day.save()
    for part in Part.with_removed.filter(event=event).exclude(starts_on=None):
        _keep(part, "starts_on", shift, by)
    for item in Item.with_removed.filter(part__event=event).exclude(start_on=None):
        _keep(item, "start_on", shift, by)
    for task in Task.objects.filter(event=event, done_at=None).exclude(on=None):
        _keep(task, "on", shift, by)


def _keep(row: Part | Item | Task, name: str, shift: timedelta, by: User) -> None:
    try:
        kept(row, {name: getattr(row, name) + shift}, by)
    except ValidationError as error:
        raise ValidationError({"on": error.messages}) from None
