"""Releasing: the working copy becomes a numbered, immutable Programme, and with it public."""

import secrets
from dataclasses import replace
from datetime import UTC, date, datetime

from django.db import transaction

from events.models import Event, Release, User
from events.programme.changes import changes
from events.programme.choices import Audience, Status
from events.programme.document import to_document
from events.programme.value import Programme, ReleaseMark
from events.snapshot import take_snapshot

# Crockford's base 32 in small letters: no i, l, o or u to misread on paper.
CODE_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
CODE_LENGTH = 8


class NothingToReleaseError(ValueError):
    """Nothing printed or public differs from the last release."""


class HeldWithinError(ValueError):
    """The event is held within another one, and is released with it."""


@transaction.atomic
def release(event: Event, *, name: str, released_at: datetime, released_by: User | None = None) -> Release:
    """Release the event as it is now, with the events held within it.

    ``released_at`` is kept to the second, in UTC. Raises NothingToReleaseError or HeldWithinError.
    """
    event = Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
    if event.parent_id:
        raise HeldWithinError("This event is held within another one: release that one.")
    last = Release.objects.filter(event=event).order_by("-number").first()
    programme = take_snapshot(event)
    if last and programme == replace(last.programme, release=None):
        raise NothingToReleaseError(f"Nothing differs from release {last.number}.")
    mark = _mark(programme, last.programme if last else None, name, released_at.astimezone(UTC))
    return _keep(event, replace(programme, release=mark), mark, released_by)


def _mark(programme: Programme, before: Programme | None, name: str, released_at: datetime) -> ReleaseMark:
    released_at = released_at.replace(microsecond=0)
    last = before.release if before else None
    cancelled_at = None
    if programme.status is Status.CANCELLED:
        cancelled_at = (last.cancelled_at if last else None) or released_at
    moved_from_on, moved_from_at = _moved_from(programme, before) if before else (None, None)
    return ReleaseMark(
        number=last.number + 1 if last else 1,
        name=name,
        released_at=released_at,
        code="".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH)),
        sequence=last.sequence + 1 if last else 0,
        first_released_at=last.first_released_at if last else released_at,
        changes=changes(before, programme) if before else (),
        cancelled_at=cancelled_at,
        moved_from_on=moved_from_on,
        moved_from_at=moved_from_at,
    )


def _moved_from(programme: Programme, before: Programme) -> tuple[date | None, datetime | None]:
    """Return when it was to begin for the public before it was last moved."""
    start, former = _public_start(programme), _public_start(before)
    if former != start and former[0]:
        return former
    last = before.release
    return (last.moved_from_on, last.moved_from_at) if last else (None, None)


def _public_start(programme: Programme) -> tuple[date | None, datetime | None]:
    seen = programme.seen_by(Audience.PUBLIC)
    span = None if seen.until or seen.days else seen.span
    return (span.start.date(), span.start) if span else (seen.on, None)


def _keep(event: Event, programme: Programme, mark: ReleaseMark, released_by: User | None) -> Release:
    kept = Release(
        event=event,
        number=mark.number,
        name=mark.name,
        code=mark.code,
        document=to_document(programme),
        released_at=mark.released_at,
        released_by=released_by,
        event_version=event.version,
        mission_slug=programme.mission.slug,
        event_slug=programme.slug,
        occasion_slug=programme.edition.occasion.slug if programme.edition else "",
        kind=programme.kind.value,
        status=programme.status.value,
        starts_on=programme.on,
        ends_on=programme.until or programme.on,
    )
    kept.full_clean(exclude=["document"])
    kept.save()
    return kept
