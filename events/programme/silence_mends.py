"""What would mend a silence: that guests stand, that nobody applauds, that it is to the second and inside the event."""

from collections.abc import Iterator
from datetime import timedelta

from events.programme.agenda import Item
from events.programme.choices import Audience, Cue, Kind
from events.programme.conflict import Conflict, Level, Line
from events.programme.kinds import KINDS
from events.programme.mend import Action, Agenda, Mend, cued, lasting, taken_out
from events.programme.sentence import sentence

MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)
NOTHING = timedelta(0)


def applause(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    before, _ = agenda.lines_in(conflict)
    words = sentence("Ask for no applause after %(item)s", item=agenda.title(before))
    yield cued("no-applause", words, before.item, *before.item.cues, Cue.NO_APPLAUSE)


def without_rise(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    (line,) = agenda.lines_in(conflict)
    before = agenda.before(line)
    if before and _stands(before):
        words = sentence("Ask the guests to rise at %(item)s", item=agenda.title(before))
        yield cued("rise-before", words, before.item, Cue.RISE, *_without(before.item, Cue.REMAIN_STANDING))
    words = sentence("Ask the guests to rise at %(item)s", item=agenda.title(line))
    yield cued("rise", words, line.item, Cue.RISE, *_without(line.item, Cue.REMAIN_STANDING))


def _stands(line: Line) -> bool:
    """Whether guests may well stand through the item: through a speech they would rather sit."""
    usual = KINDS[line.item.kind].cues
    seated = Cue.BE_SEATED in line.item.cues
    return not seated and (Cue.RISE in usual or line.item.kind in (Kind.OPENING, Kind.RECITATION))


def _without(item: Item, cue: Cue) -> list[Cue]:
    return [each for each in item.cues if each is not cue]


def silence_length(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    (line,) = agenda.lines_in(conflict)
    whole = line.item.duration // SECOND * SECOND
    if whole > NOTHING and whole != MINUTE:
        yield lasting("whole", sentence("Let it last %(amount)s", amount=whole), line.item, whole)
    yield lasting("minute", sentence("Let it last 60 seconds"), line.item, MINUTE)


def silence_outside(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    (line,) = agenda.lines_in(conflict)
    if conflict.level is Level.INFORMATION:
        return
    yield _for_staff(line, sentence("Keep %(item)s with staff alone", item=agenda.title(line)))
    yield Mend("take-out", taken_out(line, agenda), Action.REMOVE_ITEM, line.uid)


def _for_staff(line: Line, words: str) -> Mend:
    return Mend("staff", words, Action.CHANGE_ITEM, line.uid, {"audience": Audience.STAFF})
