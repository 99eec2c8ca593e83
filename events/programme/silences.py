"""The rules of a silence: kept to the second, standing, without applause, inside the event."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from events.programme.agenda import Span
from events.programme.choices import Cue, Kind, Phase, StartMode
from events.programme.conflict import Conflict, ConflictKind, Line, groups_of, level_of
from events.programme.kinds import KINDS
from events.programme.timing import elapsed, in_utc

POSTURES = (Cue.RISE, Cue.REMAIN_STANDING, Cue.BE_SEATED)


def silence_conflicts(lines: Sequence[Line]) -> Iterator[Conflict]:
    """Return what is wrong with the silences among the lines of one event."""
    for line in lines:
        if line.item.kind is Kind.SILENCE:
            heard = [other for other in lines if _concerns(other, line)]
            yield from _length(line)
            yield from _rise(line, heard)
            yield from _applause(line, heard)
            yield from _outside(line, lines)


def _concerns(line: Line, silence: Line) -> bool:
    """Guests hear what guests attend; staff on their own hear what stands in the same part."""
    return line.attended if silence.attended else line.part.uid == silence.part.uid


def _length(silence: Line) -> Iterator[Conflict]:
    duration = silence.item.duration
    if duration <= timedelta(0) or duration.microseconds:
        yield _conflict(ConflictKind.SILENCE_LENGTH, silence, amount=duration)


def _rise(silence: Line, heard: Sequence[Line]) -> Iterator[Conflict]:
    """A silence needs a cue to rise in it or before it; from there on nobody may have been seated again."""
    if Cue.RISE in silence.item.cues:
        return
    for group in reversed(_groups_before(silence, heard)):
        posture = _posture(group)
        if posture is Cue.RISE:
            return
        if posture is not Cue.REMAIN_STANDING:
            break
    yield _conflict(ConflictKind.SILENCE_WITHOUT_RISE, silence)


def _posture(group: Sequence[Line]) -> Cue | None:
    """Return the last thing that the guests have been asked."""
    cues = [cue for line in group for cue in line.item.cues if cue in POSTURES]
    return cues[-1] if cues else None


def _applause(silence: Line, heard: Sequence[Line]) -> Iterator[Conflict]:
    before = _groups_before(silence, heard)
    for line in before[-1] if before else ():
        draws = KINDS[line.item.kind].draws_applause and Cue.NO_APPLAUSE not in line.item.cues
        if draws and _meets(line, silence):
            yield _conflict(ConflictKind.APPLAUSE_BEFORE_SILENCE, line, silence)


def _meets(line: Line, silence: Line) -> bool:
    """Whether the silence begins in the very moment in which the line before it ends."""
    if line.span and silence.span:
        return in_utc(line.span.end) == in_utc(silence.span.start)
    return silence.item.start.mode is StartMode.LINKED


def _groups_before(silence: Line, heard: Sequence[Line]) -> list[list[Line]]:
    """Return the groups before that of the silence, as the agenda has them."""
    before: list[list[Line]] = []
    for group in groups_of(heard):
        if silence in group:
            break
        before.append(group)
    return before


def _outside(silence: Line, lines: Sequence[Line]) -> Iterator[Conflict]:
    """An anchored silence stands apart from the event if nothing that guests attend reaches it."""
    if silence.item.start.mode is not StartMode.ANCHORED or not silence.span:
        return
    others = [
        line.span
        for line in lines
        if line.span and line.uid != silence.uid and line.attended and line.part.phase is not Phase.BEFORE
    ]
    if not others:
        return
    event = Span(
        min((span.start for span in others), key=in_utc), max((span.end for span in others), key=in_utc)
    )
    if elapsed(event.end, silence.span.start) > timedelta(0):
        amount = elapsed(event.end, silence.span.start)
    elif elapsed(silence.span.end, event.start) > timedelta(0):
        amount = elapsed(silence.span.end, event.start)
    else:
        return
    yield _conflict(ConflictKind.SILENCE_OUTSIDE, silence, amount=amount)


def _conflict(kind: ConflictKind, *lines: Line, amount: timedelta | None = None) -> Conflict:
    silence = lines[-1]
    return Conflict(
        kind,
        level_of(silence),
        tuple(line.uid for line in lines),
        starts_at=silence.span.start if silence.span else None,
        ends_at=silence.span.end if silence.span else None,
        amount=amount,
    )
