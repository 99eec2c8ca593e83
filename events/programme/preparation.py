"""What is to be done before an event of a kind is held, and by when, counted in days from its day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from events.programme import preparation_words as words
from events.programme.choices import EventKind
from events.programme.text import Text

# How many days ahead a task is told at the desk.
SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Duty:
    """A task that is proposed. ``days`` are negative before the event; ``source`` says where the rule comes from."""

    key: str
    words: Text
    days: int
    source: Text


@dataclass(frozen=True, slots=True)
class DueTask:
    """A task with a day, as a calendar tells it."""

    uid: str
    words: str
    note: str
    due: date
    is_done: bool
    responsible: str = ""


class State(StrEnum):
    """``UNDATED`` is to be done on a day that the event's own is to tell."""

    DONE = "done"
    OVERDUE = "overdue"
    SOON = "soon"
    OPEN = "open"
    UNDATED = "undated"


NOTE_VERBALE = Duty("note-verbale", words.NOTE_VERBALE, -30, words.USAGE)
INVITATIONS = Duty("invitations", words.INVITATIONS, -14, words.TWO_WEEKS)
REPLIES = Duty("replies", words.REPLIES, -7, words.USAGE)
GUEST_LIST = Duty("guest-list", words.GUEST_LIST, -2, words.SILENCE_IS_NO)
ROLES = Duty("order-of-proceedings", words.ORDER_OF_PROCEEDINGS, -3, words.EVERYONE_WITH_A_ROLE)
PRINT = Duty("print", words.PRINT, -1, words.USAGE)
WREATHS = Duty("wreaths", words.WREATHS, -7, words.USAGE)
FLAG = Duty("flag", words.FLAG, -3, words.USAGE)
WORKS = Duty("works", words.WORKS, -14, words.USAGE)
TOUR = Duty("tour", words.TOUR, -1, words.TIMED_TOUR)
FILM = Duty("film", words.FILM, -14, words.USAGE)
CATERING = Duty("catering", words.CATERING, -7, words.USAGE)

_OF_ALL = (NOTE_VERBALE, INVITATIONS, REPLIES, ROLES, GUEST_LIST, PRINT)
_OF_KIND: dict[EventKind, tuple[Duty, ...]] = {
    EventKind.EXHIBITION: (WORKS, TOUR),
    EventKind.CEREMONY: (TOUR,),
    EventKind.WREATH_LAYING: (WREATHS,),
    EventKind.FLAG_RAISING: (FLAG,),
    EventKind.RECEPTION: (CATERING,),
    EventKind.FILM_EVENING: (FILM,),
    EventKind.VISIT: (TOUR,),
}


def duties_for(kind: EventKind) -> Sequence[Duty]:
    """Return what is proposed for an event of the kind, the first one first."""
    return sorted((*_OF_ALL, *_OF_KIND.get(kind, ())), key=lambda each: each.days)


DUTIES = {each.key: each for each in (*_OF_ALL, *(duty for some in _OF_KIND.values() for duty in some))}


def due_day(day: date | None, days: int | None, on: date | None = None) -> date | None:
    """Return the day by which a task is to be done: its own, or counted from the event's, None while that is open."""
    if on:
        return on
    if day is None or days is None:
        return None
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def state_of(due: date | None, done: bool, today: date) -> State:
    """Say how a task stands; on the day itself it is not overdue yet."""
    if done:
        return State.DONE
    if due is None:
        return State.UNDATED
    if due < today:
        return State.OVERDUE
    return State.SOON if due <= today + SOON else State.OPEN
