"""The way of a working copy to the public: submitted by an officer, approved and released by a head of protocol."""

from datetime import date, datetime

from events.models import Event, Member, Release, User
from events.operations.deeds import deed
from events.operations.figures import open_figures
from events.operations.moving import move
from events.operations.release import HeldWithinError, release
from events.operations.stale import locked_event
from events.programme.choices import Status

OFFICER = Member.Role.OFFICER
HEAD = Member.Role.HEAD


class FourEyesError(ValueError):
    """The mission asks for a second member, and this one did the work."""


class NotSubmittedError(ValueError):
    """Nobody asked for approval, so there is nothing to send back."""


class NoteIsMissingError(ValueError):
    """What is sent back says why."""


class FiguresOpenError(ValueError):
    """A text gives another figure than the source of record, and nobody has chosen what to do about it."""


class NotReleasedError(ValueError):
    """The public knows nothing of the event yet."""


@deed(OFFICER)
def submit(event: Event, version: int, *, by: User, now: datetime, note: str = "") -> Event:
    """Ask for approval of the working copy as it is at this version. Raises StaleError or HeldWithinError."""
    event = locked_event(event, version)
    if event.parent_id:
        raise HeldWithinError("This event is held within another one: submit that one.")
    return _submission(event, Event.Submitted.SUBMITTED, by, now, note)


@deed(HEAD)
def send_back(event: Event, *, note: str, by: User, now: datetime) -> Event:
    """Give the event back to the officer, with what has to be done. Raises NotSubmittedError or NoteIsMissingError."""
    event = locked_event(event)
    if event.submission_state != Event.Submitted.SUBMITTED:
        raise NotSubmittedError("Nobody has asked for approval of this event.")
    if not note.strip():
        raise NoteIsMissingError("Say what has to be done, so that the officer can go on.")
    return _submission(event, Event.Submitted.SENT_BACK, by, now, note)


@deed(HEAD)
def approve_and_release(event: Event, version: int, *, name: str, by: User, now: datetime) -> Release:
    """Release the working copy that the head has seen.

    Where the mission asks for four eyes, that is not for who changed it last or submitted it.
    Raises StaleError, FourEyesError, HeldWithinError, NothingToReleaseError, or FiguresOpenError while figures in the
    texts have to be chosen. To tell that an event is cancelled or postponed does not wait for that.
    """
    event = locked_event(event, version)
    if open_figures(event):
        raise FiguresOpenError("Choose between the figures first.")
    return _released(event, name, by, now)


@deed(HEAD)
def cancel(event: Event, version: int, *, name: str, by: User, now: datetime) -> Release:
    """Release the event as cancelled: those who hold a programme or subscribe learn of it.

    With four eyes an officer sets the status and submits, and a head approves. Raises as ``approve_and_release``
    does, and NotReleasedError.
    """
    return _with_status(event, version, Status.CANCELLED, name, by, now)


@deed(HEAD)
def postpone(
    event: Event, version: int, *, name: str, by: User, now: datetime, on: date | None = None
) -> Release:
    """Release the event as postponed, to the day ``on`` with all that has days of its own.

    Without one the old day stays until there is a new one. Raises as ``cancel`` does, and as ``move``.
    """
    event = locked_event(event, version)
    if on and on != event.on:
        event = move(event, on, by)
    return _with_status(event, event.version, Status.POSTPONED, name, by, now, day_open=on is None)


@deed(HEAD)
def withdraw(event: Event, *, by: User, now: datetime) -> Event:
    """Take all releases of the event from the public at once, and say so to who holds a sheet."""
    event = locked_event(event)
    event.withdrawn_at = event.withdrawn_at or now
    event.keep_change(by)
    return event


@deed(HEAD)
def publish_again(event: Event, *, by: User) -> Event:
    event = locked_event(event)
    event.withdrawn_at = None
    event.keep_change(by)
    return event


def may_release(event: Event, by: User) -> bool:
    """Whether a second pair of eyes is there: ``by`` neither changed the event last nor submitted it."""
    if not event.mission.four_eyes:
        return True
    submitted = event.submission_state == Event.Submitted.SUBMITTED
    return by.pk != event.changed_by_id and not (submitted and by.pk == event.submission_by_id)


def _with_status(
    event: Event,
    version: int,
    status: Status,
    name: str,
    by: User,
    now: datetime,
    *,
    day_open: bool = False,
) -> Release:
    event = locked_event(event, version)
    if not event.releases.exists():
        raise NotReleasedError("The public knows nothing of this event yet: change its status, or delete it.")
    if (event.status, event.day_open) != (status, day_open):
        event.status, event.day_open = status.value, day_open
        event.keep_change(by)
    return _released(event, name, by, now)


def _released(event: Event, name: str, by: User, now: datetime) -> Release:
    if not may_release(event, by):
        raise FourEyesError(
            "Nobody releases their own work alone here: another head of protocol has to approve this."
        )
    kept = release(event, name=name, released_at=now, released_by=by)
    _submission(locked_event(event), Event.Submitted.NONE, by, now, "")
    return kept


def _submission(event: Event, state: str, by: User, now: datetime, note: str) -> Event:
    """It is no change of what is planned, so that the version stays."""
    event.submission_state = state
    event.submission_by, event.submission_at, event.submission_note = by, now, note.strip()
    event.submission_version = event.version
    event.save()
    return event
