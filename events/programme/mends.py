"""What would mend a conflict, and the one action that does each. The first is the one to offer first.

Nothing is moved or cut in secret: every mend is a button, and what it does stands on it. A protected item is never
shortened, an anchored one never given another time.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from events.programme.agenda import Item
from events.programme.choices import Audience, Cue, Kind, Settlement, StartMode
from events.programme.conflict import Conflict, ConflictKind, Level, Line
from events.programme.fit import propose
from events.programme.kinds import KINDS
from events.programme.languages import clock
from events.programme.mend import Action as Action
from events.programme.mend import Agenda as Agenda
from events.programme.mend import Mend as Mend
from events.programme.mend import accepted, cued, lasting, linked
from events.programme.sentence import Sentence, sentence
from events.programme.telling import person_named
from events.programme.timing import elapsed
from events.programme.value import Programme

MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)
NOTHING = timedelta(0)
Mending = Callable[[Conflict, Agenda], Iterator[Mend]]


def mends(conflict: Conflict, programme: Programme) -> list[Mend]:
    """Return the mends of a conflict of the programme, the best first; none for what is only good to know."""
    agenda = Agenda(programme)
    if len(agenda.lines_in(conflict)) < LINES.get(conflict.kind, 0):
        return []
    return list(MENDINGS[conflict.kind](conflict, agenda))


def _gap(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    before, after = agenda.lines_in(conflict)
    amount = conflict.amount or NOTHING
    if after.item.start.mode is StartMode.FIXED:
        words = sentence("Let %(item)s follow at once", item=agenda.title(after))
        yield linked("follow", _at(words, conflict.starts_at), after)
    elif agenda.begins_part(after) and after.part.starts_at and after.item.start.mode is StartMode.LINKED:
        words = _at(sentence("Begin %(item)s at once", item=agenda.title(after)), conflict.starts_at)
        yield Mend("part-follows", words, Action.CHANGE_PART, after.part.uid, {"starts_at": None})
    if _may_change(before):
        words = sentence("Lengthen %(item)s by %(amount)s", item=agenda.title(before), amount=amount)
        yield lasting("lengthen", words, before.item, before.item.duration + amount)
    if before.part.uid == after.part.uid:
        values = {"kind": Kind.BREAK, "duration": amount}
        words = sentence("Put a break of %(amount)s there", amount=amount)
        yield Mend("break", words, Action.ADD_ITEM, before.uid, values)
    yield accepted(conflict, agenda, sentence("Leave it free"))


def _overlap(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    first, second = agenda.lines_in(conflict)
    yield from _fit(agenda, second)
    if second.accompanies and first.part.uid == second.part.uid:
        yield linked("detach", _following(second, first, agenda), second)
    yield from _shifted(first, second, agenda)
    yield from _shortened(first, second, agenda)


def _neighbour_cut(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    first, second = agenda.lines_in(conflict)
    pinned, neighbour = (first, second) if _is_protected(first) else (second, first)
    yield from _fit(agenda, second)
    yield from _shortened(first, second, agenda)
    if pinned is second and pinned.part.uid == neighbour.part.uid and not neighbour.pinned:
        words = sentence(
            "Move %(item)s behind %(other)s", item=agenda.title(neighbour), other=agenda.title(pinned)
        )
        yield Mend("move-behind", words, Action.MOVE_ITEM, neighbour.uid, {"after": pinned.uid})
    if pinned is first:
        yield from _shifted(first, second, agenda)


def _fit(agenda: Agenda, line: Line) -> Iterator[Mend]:
    """Offer the fit where there is one that keeps the line at its time."""
    proposal = propose(agenda.programme, line.uid)
    if proposal and proposal.fits:
        words = sentence("See the fit that keeps %(item)s", item=agenda.title(line))
        yield Mend("fit", _at(words, line.span.start if line.span else None), Action.FIT, line.uid)


def _shifted(first: Line, second: Line, agenda: Agenda) -> Iterator[Mend]:
    """Offer to begin the second when the first is over, where the second's start has been set and is not anchored."""
    if not first.span:
        return
    end = first.span.end
    words = sentence("Begin %(item)s at %(time)s", item=agenda.title(second), time=clock(end))
    if second.item.start.mode is StartMode.FIXED:
        on = None if end.date() == agenda.event_of[second.uid].on else end.date()
        values = {"start": StartMode.FIXED, "start_at": end.time(), "start_on": on, "start_zone": ""}
        yield Mend("shift", words, Action.CHANGE_ITEM, second.uid, values)
    elif agenda.begins_part(second) and second.part.starts_at and not second.pinned:
        values = {"starts_at": end.time()}
        if end.date() == agenda.event_of[second.uid].on:
            yield Mend("shift-part", words, Action.CHANGE_PART, second.part.uid, values)


def _shortened(first: Line, second: Line, agenda: Agenda) -> Iterator[Mend]:
    """Offer to end the first when the second begins."""
    if first.span and second.span and _may_change(first):
        kept = elapsed(first.span.start, second.span.start)
        if kept > NOTHING:
            words = sentence("Shorten %(item)s to %(amount)s", item=agenda.title(first), amount=kept)
            yield lasting("shorten", words, first.item, kept)


def _out_of_order(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    before, after = agenda.lines_in(conflict)
    words = sentence("Move %(item)s before %(other)s", item=agenda.title(after), other=agenda.title(before))
    yield Mend("move-up", words, Action.MOVE_ITEM, after.uid, {"before": before.uid})
    yield from _next_day(after, agenda)
    if after.item.start.mode is StartMode.FIXED and not agenda.begins_part(after):
        yield linked("follow", _following(after, before, agenda), after)


def _next_day(line: Line, agenda: Agenda) -> Iterator[Mend]:
    """Offer that a clock time after midnight is meant."""
    if line.item.start.mode is StartMode.FIXED and line.span and line.span.start.hour < 12:
        on = line.span.start.date() + timedelta(days=1)
        values = {
            "start": StartMode.FIXED,
            "start_at": line.item.start.at,
            "start_on": on,
            "start_zone": "",
        }
        words = sentence(
            "%(item)s is at %(time)s of the next day", item=agenda.title(line), time=clock(line.span.start)
        )
        yield Mend("next-day", words, Action.CHANGE_ITEM, line.uid, values)


def _overrun(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    event, amount = agenda.event_in(conflict), conflict.amount or NOTHING
    proposal = propose(agenda.programme, event.uid)
    if proposal and proposal.fits:
        words = sentence("See the fit that ends in time")
        if conflict.starts_at:
            words = sentence("See the fit that ends by %(time)s", time=clock(conflict.starts_at))
        yield Mend("fit", words, Action.FIT, event.uid)
    for line in agenda.lines_in(conflict):
        if line.item.optional and line.item.duration >= amount and line.item.start.mode is StartMode.LINKED:
            words = sentence("Leave out %(item)s", item=agenda.title(line))
            yield Mend(f"leave-out:{line.uid}", words, Action.REMOVE_ITEM, line.uid)
    if conflict.ends_at and conflict.ends_at.date() == event.on:
        words = sentence("Put the hard end at %(time)s", time=clock(conflict.ends_at))
        yield Mend("later-end", words, Action.CHANGE_EVENT, event.uid, {"ends_by": conflict.ends_at.time()})


def _person_twice(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    first, second = agenda.lines_in(conflict)
    uid = conflict.uids[-1]
    if second.accompanies:
        yield linked("detach", _following(second, first, agenda), second)
    for line in (first, second):
        person = next((person for person in line.people() if person.uid == uid), None)
        if person:
            words = sentence(
                "Take %(person)s out of %(item)s",
                person=person_named(person, agenda.programme),
                item=agenda.title(line),
            )
            yield Mend(f"take-out:{line.uid}", words, Action.REMOVE_PERSON, line.uid, {"person": uid})


def _applause(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    before, _ = agenda.lines_in(conflict)
    words = sentence("Ask for no applause after %(item)s", item=agenda.title(before))
    yield cued("no-applause", words, before.item, *before.item.cues, Cue.NO_APPLAUSE)


def _without_rise(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
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


def _silence_length(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    (line,) = agenda.lines_in(conflict)
    whole = line.item.duration // SECOND * SECOND
    if whole > NOTHING and whole != MINUTE:
        yield lasting("whole", sentence("Let it last %(amount)s", amount=whole), line.item, whole)
    yield lasting("minute", sentence("Let it last 60 seconds"), line.item, MINUTE)


def _silence_outside(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    (line,) = agenda.lines_in(conflict)
    if conflict.level is Level.INFORMATION:
        return
    yield _for_staff(line, sentence("Keep %(item)s with staff alone", item=agenda.title(line)))
    yield Mend("take-out", _taken_out(line, agenda), Action.REMOVE_ITEM, line.uid)


def _for_staff(line: Line, words: str) -> Mend:
    return Mend("staff", words, Action.CHANGE_ITEM, line.uid, {"audience": Audience.STAFF})


def _custom(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    lines = agenda.lines_in(conflict)
    kept = sentence("Keep it") if conflict.level is Level.WARNING else sentence("Keep it, for staff")
    yield accepted(conflict, agenda, kept)
    if len(lines) == 1:
        yield Mend("take-out", _taken_out(lines[0], agenda), Action.REMOVE_ITEM, lines[0].uid)


def _position(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    (line,) = agenda.lines_in(conflict)
    kept = _at(sentence("Keep it"), line.span.start if line.span else None)
    yield accepted(conflict, agenda, kept)


def _spelling(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    yield Mend("confirm", sentence("Confirm this spelling"), Action.CONFIRM_SPELLING, conflict.uids[0])
    yield Mend("fill-in", sentence("Choose another spelling"), Action.FILL_IN, conflict.uids[0])
    yield accepted(conflict, agenda, sentence("Print it as it is"))


def _filled_in(field: str, words: str, *, may_be_unknown: bool) -> Mending:
    def found(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
        yield Mend("fill-in", words, Action.FILL_IN, conflict.uids[0], {"field": field})
        if may_be_unknown:
            yield accepted(conflict, agenda, sentence("Not stated"), Settlement.NOT_STATED)

    return found


def _nothing(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    return iter(())


def _may_change(line: Line) -> bool:
    return not _is_protected(line)


def _is_protected(line: Line) -> bool:
    return KINDS[line.item.kind].protected


def _at(words: Sentence, moment: datetime | None) -> Sentence:
    """Return the words with " at 10:09" behind them where the time is known."""
    if not moment:
        return words
    return sentence("%(what)s at %(time)s", what=words, time=clock(moment))


def _following(line: Line, other: Line, agenda: Agenda) -> Sentence:
    return sentence("Let %(item)s follow %(other)s", item=agenda.title(line), other=agenda.title(other))


def _taken_out(line: Line, agenda: Agenda) -> Sentence:
    return sentence("Take %(item)s out", item=agenda.title(line))


MENDINGS: dict[ConflictKind, Mending] = {
    ConflictKind.GAP: _gap,
    ConflictKind.OVERLAP: _overlap,
    ConflictKind.OUT_OF_ORDER: _out_of_order,
    ConflictKind.RESERVE: _nothing,
    ConflictKind.OVERRUN: _overrun,
    ConflictKind.PERSON_TWICE: _person_twice,
    ConflictKind.PROTECTED_OVERLAPPED: _overlap,
    ConflictKind.NEIGHBOUR_CUT: _neighbour_cut,
    ConflictKind.MUSIC_IN_SILENCE: _overlap,
    ConflictKind.APPLAUSE_BEFORE_SILENCE: _applause,
    ConflictKind.SILENCE_WITHOUT_RISE: _without_rise,
    ConflictKind.SILENCE_LENGTH: _silence_length,
    ConflictKind.SILENCE_OUTSIDE: _silence_outside,
    ConflictKind.CUSTOM: _custom,
    ConflictKind.CLOCKS_CHANGE: _nothing,
    ConflictKind.POSITION_NOT_STATED: _position,
    ConflictKind.SPELLING_UNCONFIRMED: _spelling,
    ConflictKind.UNTITLED: _filled_in("title", sentence("Give it a title"), may_be_unknown=False),
    ConflictKind.UNTIMED: _filled_in("start", sentence("Say when it begins"), may_be_unknown=True),
    ConflictKind.NO_DAY: _filled_in("on", sentence("Set the day"), may_be_unknown=False),
    ConflictKind.NO_PLACE: _filled_in("place", sentence("Say where it is held"), may_be_unknown=True),
}
# How many items a conflict needs to be still there: nothing mends what is gone.
LINES: dict[ConflictKind, int] = {
    **dict.fromkeys((ConflictKind.GAP, ConflictKind.OVERLAP, ConflictKind.OUT_OF_ORDER), 2),
    **dict.fromkeys((ConflictKind.PERSON_TWICE, ConflictKind.PROTECTED_OVERLAPPED), 2),
    **dict.fromkeys((ConflictKind.NEIGHBOUR_CUT, ConflictKind.MUSIC_IN_SILENCE), 2),
    ConflictKind.APPLAUSE_BEFORE_SILENCE: 2,
    **dict.fromkeys((ConflictKind.SILENCE_WITHOUT_RISE, ConflictKind.SILENCE_LENGTH), 1),
    **dict.fromkeys((ConflictKind.SILENCE_OUTSIDE, ConflictKind.POSITION_NOT_STATED), 1),
}
