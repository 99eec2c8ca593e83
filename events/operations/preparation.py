"""The tasks of an event: what the team prepares before it.

They change nothing that is planned, printed or public, so the event's version stays.
"""

from datetime import date, datetime
from typing import Any

from events.models import Event, Member, Task, User
from events.operations.deeds import deed
from events.operations.stale import kept, locked, locked_event
from events.programme.choices import EventKind
from events.programme.preparation import duties_for

OFFICER = Member.Role.OFFICER


@deed(OFFICER)
def propose_tasks(event: Event, *, by: User) -> list[Task]:
    """Add what is usual for the kind of the event and not among its tasks yet; return what was added."""
    locked_event(event)
    present = set(Task.objects.filter(event=event).values_list("rule", flat=True))
    added = [
        Task(event=event, rule=duty.key, days=duty.days)
        for duty in duties_for(EventKind(event.kind))
        if duty.key not in present
    ]
    for task in added:
        _kept_new(task)
    return added


@deed(OFFICER)
def add_task(
    event: Event,
    what: str,
    *,
    days: int | None = None,
    on: date | None = None,
    responsible: str = "",
    by: User,
) -> Task:
    """Add a task of one's own, due ``days`` from the event's day or ``on`` a day of its own."""
    task = Task(event=locked_event(event), what=what, days=days, on=on, responsible=responsible)
    _kept_new(task)
    return task


@deed(OFFICER)
def change_task(task: Task, version: int, *, by: User, **values: Any) -> Task:
    """Change words, day and who sees to it. Raises StaleError where another changed the task since."""
    task = locked(task, version, values)
    kept(task, values, by)
    return task


@deed(OFFICER)
def finish_task(task: Task, *, by: User, now: datetime) -> Task:
    """Say that it is done. Who said so first stays."""
    task = locked(task, None)
    if task.done_at is None:
        kept(task, {"done_at": now, "done_by": by}, by)
    return task


@deed(OFFICER)
def reopen_task(task: Task, *, by: User) -> Task:
    task = locked(task, None)
    kept(task, {"done_at": None, "done_by": None}, by)
    return task


@deed(OFFICER)
def remove_task(task: Task, version: int, *, by: User) -> None:
    """Take it out; a usual one can be proposed again. Raises StaleError."""
    locked(task, version).delete()


def _kept_new(task: Task) -> None:
    task.full_clean()
    task.save()
