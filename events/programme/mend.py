"""What a mend is: one action that would settle a conflict, as data; ``mends.py`` finds them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from events.programme.agenda import Item
from events.programme.choices import Cue, Settlement, StartMode
from events.programme.conflict import Conflict, Line, lines_of
from events.programme.languages import clock
from events.programme.sentence import Sentence, sentence
from events.programme.telling import item_titled
from events.programme.value import Programme


class Action(StrEnum):
    """What is done to the thing with the mend's ``uid``, with its ``values``."""

    # An item; values by the names of its fields: duration, cues, audience, start with start_at, start_on, start_zone.
    CHANGE_ITEM = "change-item"
    # An item; values: after or before, the uid of the item that it then stands beside, in the part of that one.
    MOVE_ITEM = "move-item"
    REMOVE_ITEM = "remove-item"
    # A new item after the one with the uid, in its part; values: kind, duration.
    ADD_ITEM = "add-item"
    # An item; values: person, the uid of who no longer takes part in it.
    REMOVE_PERSON = "remove-person"
    # A part; values: starts_at, a clock time or None.
    CHANGE_PART = "change-part"
    # The event; values: ends_by, a clock time.
    CHANGE_EVENT = "change-event"
    # What is to be kept, an item or the event: propose a fit, which is then accepted or refused.
    FIT = "fit"
    # A person.
    CONFIRM_SPELLING = "confirm-spelling"
    # The conflict itself, by its matter; values: answer, a Settlement. It is told no more as something to settle.
    ACCEPT = "accept"
    # The event or an item; values: field. Nothing can be proposed: the officer has to fill it in.
    FILL_IN = "fill-in"


@dataclass(frozen=True, slots=True)
class Mend:
    """``key`` tells it from the other mends of its conflict; ``words`` are those of its button."""

    key: str
    words: str
    action: Action
    uid: str
    values: Mapping[str, object] = field(default_factory=dict)


class Agenda:
    """The lines of a programme and of the events within it, by uid."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.events = {event.uid: event for event in _events(programme)}
        self.lines: dict[str, Line] = {}
        self.event_of: dict[str, Programme] = {}
        for event in self.events.values():
            for line in lines_of(event):
                self.lines[line.uid] = line
                self.event_of[line.uid] = event

    def lines_in(self, conflict: Conflict) -> list[Line]:
        return [self.lines[uid] for uid in conflict.uids if uid in self.lines]

    def title(self, line: Line) -> str:
        return item_titled(line.item, self.event_of[line.uid])

    def event_in(self, conflict: Conflict) -> Programme:
        for uid in conflict.uids:
            if uid in self.events:
                return self.events[uid]
            if uid in self.event_of:
                return self.event_of[uid]
        return self.programme

    def before(self, line: Line) -> Line | None:
        """Return the line that guests hear before this one; for staff alone the one before it in its part."""
        earlier: Line | None = None
        for other in lines_of(self.event_of[line.uid]):
            if other.uid == line.uid:
                return earlier
            if other.attended if line.attended else other.part.uid == line.part.uid:
                earlier = other
        return None

    def begins_part(self, line: Line) -> bool:
        return line.part.items[0].uid == line.uid


def linked(key: str, words: str, line: Line) -> Mend:
    start = {"start": StartMode.LINKED, "start_at": None, "start_on": None, "start_zone": ""}
    return Mend(key, words, Action.CHANGE_ITEM, line.uid, start)


def lasting(key: str, words: str, item: Item, duration: timedelta) -> Mend:
    return Mend(key, words, Action.CHANGE_ITEM, item.uid, {"duration": duration})


def cued(key: str, words: str, item: Item, *cues: Cue) -> Mend:
    return Mend(key, words, Action.CHANGE_ITEM, item.uid, {"cues": tuple(cues)})


def accepted(conflict: Conflict, agenda: Agenda, words: str, answer: Settlement = Settlement.RIGHT) -> Mend:
    matter = conflict.matter(agenda.event_in(conflict).uid)
    return Mend("accept", words, Action.ACCEPT, matter, {"answer": answer})


def at_time(words: Sentence, moment: datetime | None) -> Sentence:
    """Return the words with " at 10:09" behind them where the time is known."""
    if not moment:
        return words
    return sentence("%(what)s at %(time)s", what=words, time=clock(moment))


def following(line: Line, other: Line, agenda: Agenda) -> Sentence:
    return sentence("Let %(item)s follow %(other)s", item=agenda.title(line), other=agenda.title(other))


def taken_out(line: Line, agenda: Agenda) -> Sentence:
    return sentence("Take %(item)s out", item=agenda.title(line))


def _events(programme: Programme) -> list[Programme]:
    return [programme, *(event for child in programme.children for event in _events(child))]
