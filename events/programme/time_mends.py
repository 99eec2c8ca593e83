"""What would mend times that do not fit: gaps, overlaps, an order that the clock contradicts, an end too late."""

from collections.abc import Iterator
from datetime import timedelta

from events.programme.choices import Kind, StartMode
from events.programme.conflict import Conflict, Line
from events.programme.fit import propose
from events.programme.kinds import KINDS
from events.programme.languages import clock
from events.programme.mend import Action, Agenda, Mend, accepted, at_time, following, lasting, linked
from events.programme.sentence import sentence
from events.programme.timing import elapsed

NOTHING = timedelta(0)


def gap(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    before, after = agenda.lines_in(conflict)
    amount = conflict.amount or NOTHING
    if after.item.start.mode is StartMode.FIXED:
        words = sentence("Let %(item)s follow at once", item=agenda.title(after))
        yield linked("follow", at_time(words, conflict.starts_at), after)
    elif agenda.begins_part(after) and after.part.starts_at and after.item.start.mode is StartMode.LINKED:
        words = at_time(sentence("Begin %(item)s at once", item=agenda.title(after)), conflict.starts_at)
        yield Mend("part-follows", words, Action.CHANGE_PART, after.part.uid, {"starts_at": None})
    if _may_change(before):
        words = sentence("Lengthen %(item)s by %(amount)s", item=agenda.title(before), amount=amount)
        yield lasting("lengthen", words, before.item, before.item.duration + amount)
    if before.part.uid == after.part.uid:
        values = {"kind": Kind.BREAK, "duration": amount}
        words = sentence("Put a break of %(amount)s there", amount=amount)
        yield Mend("break", words, Action.ADD_ITEM, before.uid, values)
    yield accepted(conflict, agenda, sentence("Leave it free"))


def overlap(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    first, second = agenda.lines_in(conflict)
    yield from _fit(agenda, second)
    if second.accompanies and first.part.uid == second.part.uid:
        yield linked("detach", following(second, first, agenda), second)
    yield from _shifted(first, second, agenda)
    yield from _shortened(first, second, agenda)


def neighbour_cut(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
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
        yield Mend("fit", at_time(words, line.span.start if line.span else None), Action.FIT, line.uid)


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


def out_of_order(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
    before, after = agenda.lines_in(conflict)
    words = sentence("Move %(item)s before %(other)s", item=agenda.title(after), other=agenda.title(before))
    yield Mend("move-up", words, Action.MOVE_ITEM, after.uid, {"before": before.uid})
    yield from _next_day(after, agenda)
    if after.item.start.mode is StartMode.FIXED and not agenda.begins_part(after):
        yield linked("follow", following(after, before, agenda), after)


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


def overrun(conflict: Conflict, agenda: Agenda) -> Iterator[Mend]:
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


def _may_change(line: Line) -> bool:
    return not _is_protected(line)


def _is_protected(line: Line) -> bool:
    return KINDS[line.item.kind].protected
