"""What would mend a conflict, and the one action that does each. The first is the one to offer first.

Nothing is moved or cut in secret: every mend is a button, and what it does stands on it. A protected item is never
shortened, an anchored one never given another time.
"""

from collections.abc import Callable, Iterator

from events.programme.choices import Settlement
from events.programme.conflict import Conflict, ConflictKind, Level
from events.programme.mend import Action, Agenda, Mend, accepted, at_time, following, linked, taken_out
from events.programme.sentence import sentence
from events.programme.silence_mends import applause, silence_length, silence_outside, without_rise
from events.programme.telling import person_named
from events.programme.time_mends import gap, neighbour_cut, out_of_order, overlap, overrun
from events.programme.value import Programme

Mending = Callable[[Conflict, Agenda], Iterator[Mend]]


def mends(conflict: Conflict, programme: Programme) -> list[Mend]:
    """Return the mends of a conflict of the programme, the best first; none for what is only good to know."""
    agenda = Agenda(programme)
    if len(agenda.lines_in(conflict)) < LINES.get(conflict.kind, 0):
        return []
    return list(MENDINGS[conflict.kind](conflict, agenda))


def _person_twice(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    first, second = agenda.lines_in(conflict)
    uid = conflict.uids[-1]
    if second.accompanies:
        yield linked("detach", following(second, first, agenda), second)
    for line in (first, second):
        person = next((person for person in line.people() if person.uid == uid), None)
        if person:
            words = sentence(
                "Take %(person)s out of %(item)s",
                person=person_named(person, agenda.programme),
                item=agenda.title(line),
            )
            yield Mend(f"take-out:{line.uid}", words, Action.REMOVE_PERSON, line.uid, {"person": uid})


def _custom(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    lines = agenda.lines_in(conflict)
    kept = sentence("Keep it") if conflict.level is Level.WARNING else sentence("Keep it, for staff")
    yield accepted(conflict, agenda, kept)
    if len(lines) == 1:
        yield Mend("take-out", taken_out(lines[0], agenda), Action.REMOVE_ITEM, lines[0].uid)


def _position(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    (line,) = agenda.lines_in(conflict)
    kept = at_time(sentence("Keep it"), line.span.start if line.span else None)
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


MENDINGS: dict[ConflictKind, Mending] = {
    ConflictKind.GAP: gap,
    ConflictKind.OVERLAP: overlap,
    ConflictKind.OUT_OF_ORDER: out_of_order,
    ConflictKind.RESERVE: _nothing,
    ConflictKind.OVERRUN: overrun,
    ConflictKind.PERSON_TWICE: _person_twice,
    ConflictKind.PROTECTED_OVERLAPPED: overlap,
    ConflictKind.NEIGHBOUR_CUT: neighbour_cut,
    ConflictKind.MUSIC_IN_SILENCE: overlap,
    ConflictKind.APPLAUSE_BEFORE_SILENCE: applause,
    ConflictKind.SILENCE_WITHOUT_RISE: without_rise,
    ConflictKind.SILENCE_LENGTH: silence_length,
    ConflictKind.SILENCE_OUTSIDE: silence_outside,
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
