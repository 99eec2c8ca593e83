"""What is deleted is kept for 30 days, and can be brought back that long."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db import transaction

from events.models import Event, Invitation, Item, Member, Part, ReleaseFile, User
from events.models.history import acting
from events.operations.deeds import deed, require
from events.operations.stale import locked_event

KEPT_FOR = timedelta(days=30)
INVITATION_KEPT_FOR = timedelta(days=90)
OFFICER = Member.Role.OFFICER


class NotDeletedError(ValueError):
    """There is nothing to bring back."""


class TooLateError(ValueError):
    """The 30 days are over."""


@deed(OFFICER)
def delete_event(event: Event, version: int, *, by: User, now: datetime) -> None:
    """Take the event out of sight, of the public too, with those held within it. Its address stays reserved.

    Raises StaleError.
    """
    event = locked_event(event, version)
    _check_right(event, by)
    for each in (*event.children.all(), event):
        each.deleted_at = now
        each.keep_change(by)


@deed(OFFICER)
def restore_event(event: Event, *, by: User, now: datetime) -> Event:
    """Bring a deleted event back as it was; its releases are public again. Raises NotDeletedError or TooLateError."""
    event = Event.with_deleted.select_for_update(of=("self",)).get(pk=event.pk)
    if event.deleted_at is None:
        raise NotDeletedError("This event was not deleted.")
    if now - event.deleted_at > KEPT_FOR:
        raise TooLateError("This event was deleted more than 30 days ago.")
    _check_right(event, by)
    within = list(Event.with_deleted.filter(parent=event, deleted_at=event.deleted_at))
    for each in (event, *within):
        each.deleted_at = None
        each.keep_change(by)
    return event


def _check_right(event: Event, by: User) -> None:
    """What the public knows of is for the head of protocol to take away, and to bring back."""
    if event.releases.exists():
        require(by, event.mission_id, Member.Role.HEAD)


@transaction.atomic
def purge(now: datetime) -> int:
    """Delete for good what was taken out more than 30 days ago or has long ended, and return how many rows that were.

    An event that was ever released stays out of sight instead: its releases are kept for good, their files are not.
    """
    until = now - KEPT_FOR
    count = 0
    ReleaseFile.kept.filter(release__event__deleted_at__lt=until).delete()
    with acting(None, "purge"):
        for rows in (
            Event.with_deleted.filter(deleted_at__lt=until, parent__isnull=True, releases__isnull=True),
            Item.with_removed.filter(removed_at__lt=until),
            Part.with_removed.filter(removed_at__lt=until),
        ):
            for row in rows:
                row.delete()
                count += 1
    return count + _forget_invitations(now) + Session.objects.filter(expire_date__lt=now).delete()[0]


def _forget_invitations(now: datetime) -> int:
    """The address of somebody who never came in: also of what the history keeps of it."""
    ended = Invitation.objects.pending().filter(expires_at__lt=now - INVITATION_KEPT_FOR)
    keys = list(ended.values_list("pk", flat=True))
    for row in ended:
        row.delete()
    Invitation.history.filter(id__in=keys).delete()
    return len(keys)
