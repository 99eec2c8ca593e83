"""What does not fit in a programme, what is missing from it and what is good to know, in the order of time.

Nothing is corrected here: a conflict says what is so, ``explanations.explain`` says it in words with what would
mend it, and the officer decides.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import chain, combinations

from events.programme.agenda import Place, Span
from events.programme.choices import Kind
from events.programme.conflict import Conflict as Conflict
from events.programme.conflict import ConflictKind as ConflictKind
from events.programme.conflict import Level as Level
from events.programme.conflict import Line, common_span, groups_of, level_of, lines_of
from events.programme.customs import CUSTOMS, Custom, kept_hours
from events.programme.kinds import KINDS
from events.programme.people import Person
from events.programme.silences import silence_conflicts
from events.programme.timing import clock_changes, elapsed, in_utc, later
from events.programme.value import Programme

# A flag is raised to the anthem and lowered to the bugle, to which wreaths and flowers are laid as well.
COMPANIONS = frozenset(
    frozenset(pair)
    for pair in (
        (Kind.FLAG, Kind.ANTHEM),
        (Kind.FLAG, Kind.BUGLE_CALL),
        (Kind.WREATH_LAYING, Kind.BUGLE_CALL),
        (Kind.FLOWERS, Kind.BUGLE_CALL),
    )
)
LAST = datetime.max.replace(tzinfo=UTC)
NOTHING_LEFT = timedelta(0)


def conflicts(programme: Programme, customs: Sequence[Custom] = CUSTOMS) -> list[Conflict]:
    """Return every conflict of the programme and of the events within it, by time, those without a time last.

    The programme is the whole one: in one that the public sees, items for staff are missing and leave gaps.
    """
    found = chain(_of_event(programme, programme.place, customs), _people_twice(list(_all_lines(programme))))
    return sorted(found, key=lambda conflict: in_utc(conflict.starts_at) if conflict.starts_at else LAST)


def _of_event(programme: Programme, place: Place | None, customs: Sequence[Custom]) -> Iterator[Conflict]:
    lines = lines_of(programme)
    yield from _gaps(lines)
    yield from _overlaps(lines)
    yield from _hard_end(programme, lines)
    yield from silence_conflicts(lines)
    yield from _customs(lines, place, customs)
    yield from _clocks(programme, lines)
    yield from _to_complete(programme, place, lines)
    for child in programme.children:
        yield from _of_event(child, child.place or place, customs)


def _all_lines(programme: Programme) -> Iterator[Line]:
    yield from lines_of(programme)
    for child in programme.children:
        yield from _all_lines(child)


def _gaps(lines: Sequence[Line]) -> Iterator[Conflict]:
    """Return the time in which nothing is on, and the items that begin before those that they follow."""
    latest: Line | None = None
    before: Line | None = None
    for group in groups_of(lines):
        first = group[0]
        if not first.span:
            continue
        if latest and latest.span and elapsed(latest.span.end, first.span.start) > NOTHING_LEFT:
            both = latest.attended and first.attended
            yield Conflict(
                ConflictKind.GAP,
                Level.WARNING if both else Level.INFORMATION,
                (latest.uid, first.uid),
                latest.span.end,
                first.span.start,
                elapsed(latest.span.end, first.span.start),
            )
        if before and before.span and before.shares_room_with(first):
            late = elapsed(first.span.start, before.span.start)
            if late > NOTHING_LEFT:
                uids = (before.uid, first.uid)
                level = level_of(before, first)
                yield Conflict(
                    ConflictKind.OUT_OF_ORDER, level, uids, first.span.start, before.span.start, late
                )
        before = first
        latest = max((line for line in (latest, *group) if line and line.span), key=_end)


def _end(line: Line) -> datetime:
    return in_utc(line.span.end) if line.span else LAST


def _overlaps(lines: Sequence[Line]) -> Iterator[Conflict]:
    groups = {line.uid: number for number, group in enumerate(groups_of(lines)) for line in group}
    for first, second in combinations(lines, 2):
        if first.span and second.span and first.shares_room_with(second):
            common = common_span(first.span, second.span)
            together = groups[first.uid] == groups[second.uid]
            kind = _overlap_kind(first, second, together) if common else None
            if common and kind:
                amount = elapsed(common.start, common.end)
                if kind is ConflictKind.NEIGHBOUR_CUT:
                    amount = _cut(first, second)
                uids = (first.uid, second.uid)
                yield Conflict(kind, Level.WARNING, uids, common.start, common.end, amount)


def _overlap_kind(first: Line, second: Line, together: bool) -> ConflictKind | None:
    """Return what is wrong with two items at one time; None if nothing is."""
    one, other = KINDS[first.item.kind], KINDS[second.item.kind]
    silent = Kind.SILENCE in (first.item.kind, second.item.kind)
    if silent and (one.sounds or other.sounds):
        return ConflictKind.MUSIC_IN_SILENCE
    if together:
        companions = frozenset((first.item.kind, second.item.kind)) in COMPANIONS
        aside = not (first.attended and second.attended)
        if companions or aside or not (one.protected or other.protected):
            return None
        return ConflictKind.PROTECTED_OVERLAPPED
    if not (one.protected or other.protected):
        return ConflictKind.OVERLAP
    if _keeps_its_time(first) != _keeps_its_time(second) and one.protected != other.protected:
        return ConflictKind.NEIGHBOUR_CUT
    return ConflictKind.PROTECTED_OVERLAPPED


def _keeps_its_time(line: Line) -> bool:
    return line.pinned and KINDS[line.item.kind].protected


def _cut(first: Line, second: Line) -> timedelta:
    """Return how much of its neighbour has to go for the pinned item: its end if it begins earlier, else its start."""
    pinned, neighbour = (first, second) if _keeps_its_time(first) else (second, first)
    if not pinned.span or not neighbour.span:
        return NOTHING_LEFT
    if elapsed(neighbour.span.start, pinned.span.start) > NOTHING_LEFT:
        return elapsed(pinned.span.start, neighbour.span.end)
    return elapsed(neighbour.span.start, pinned.span.end)


def _hard_end(programme: Programme, lines: Sequence[Line]) -> Iterator[Conflict]:
    span, ends_by = programme.span, programme.ends_by
    if span is None or ends_by is None:
        return
    reserve = elapsed(span.end, ends_by)
    if reserve >= NOTHING_LEFT:
        last = [line.uid for line in lines if line.attended and _end(line) == in_utc(span.end)]
        uids, kind, level = last, ConflictKind.RESERVE, Level.INFORMATION
        starts_at, ends_at = span.end, ends_by
    else:
        late = [line.uid for line in lines if line.span and line.attended and _end(line) > in_utc(ends_by)]
        uids, kind, level = late, ConflictKind.OVERRUN, Level.WARNING
        starts_at, ends_at = ends_by, span.end
    yield Conflict(kind, level, tuple(uids), starts_at, ends_at, abs(reserve))


def _people_twice(lines: Sequence[Line]) -> Iterator[Conflict]:
    for first, second in combinations(lines, 2):
        common = common_span(first.span, second.span) if first.span and second.span else None
        if common:
            there = {person.uid for person in first.people()}
            for uid in dict.fromkeys(person.uid for person in second.people() if person.uid in there):
                uids, amount = (first.uid, second.uid, uid), elapsed(common.start, common.end)
                yield Conflict(
                    ConflictKind.PERSON_TWICE, Level.WARNING, uids, common.start, common.end, amount
                )


def _customs(lines: Sequence[Line], place: Place | None, customs: Sequence[Custom]) -> Iterator[Conflict]:
    met: dict[tuple[Custom, Span], list[Line]] = {}
    for line in lines:
        where = line.part.place or place
        if line.span and where:
            for hours in kept_hours(where, line.span, customs):
                met.setdefault(hours, []).append(line)
    for (custom, hours_kept), concerned in met.items():
        yield Conflict(
            ConflictKind.CUSTOM,
            level_of(*concerned),
            tuple(line.uid for line in concerned),
            hours_kept.start,
            hours_kept.end,
            custom=custom,
        )


def _clocks(programme: Programme, lines: Sequence[Line]) -> Iterator[Conflict]:
    spans = [line.span for line in lines if line.span]
    if spans:
        start = min((span.start for span in spans), key=in_utc)
        for at in clock_changes(start, max((span.end for span in spans), key=in_utc)):
            before = later(at, timedelta(seconds=-1))
            forward = (at.utcoffset() or NOTHING_LEFT) - (before.utcoffset() or NOTHING_LEFT)
            yield Conflict(
                ConflictKind.CLOCKS_CHANGE, Level.INFORMATION, (programme.uid,), at, amount=forward
            )


def _to_complete(programme: Programme, place: Place | None, lines: Sequence[Line]) -> Iterator[Conflict]:
    """Return what is still open. A fact that is not known stays unknown; it is only asked for."""
    if programme.on is None:
        yield _open(ConflictKind.NO_DAY, programme.uid)
    elif any(not line.span for line in lines):
        yield _open(ConflictKind.UNTIMED, *(line.uid for line in lines if not line.span))
    if place is None and not (programme.parts and all(part.place for part in programme.parts)):
        yield _open(ConflictKind.NO_PLACE, programme.uid)
    for line in lines:
        if not line.item.position_stated:
            yield _open(ConflictKind.POSITION_NOT_STATED, line.uid, at=line.span)
        if line.item.kind is Kind.OTHER and not line.item.title:
            yield _open(ConflictKind.UNTITLED, line.uid, at=line.span)
    for person, concerned in _unconfirmed(lines):
        uids = (person.uid, *(line.uid for line in concerned))
        yield _open(ConflictKind.SPELLING_UNCONFIRMED, *uids, at=concerned[0].span)


def _unconfirmed(lines: Sequence[Line]) -> list[tuple[Person, list[Line]]]:
    people: dict[str, tuple[Person, list[Line]]] = {}
    for line in lines:
        for contribution in line.item.contributions:
            for party in (contribution.who, contribution.other):
                if party and party.person and not party.person.confirmed:
                    _, concerned = people.setdefault(party.person.uid, (party.person, []))
                    if line not in concerned:
                        concerned.append(line)
    return list(people.values())


def _open(kind: ConflictKind, *uids: str, at: Span | None = None) -> Conflict:
    starts_at, ends_at = (at.start, at.end) if at else (None, None)
    return Conflict(kind, Level.TO_COMPLETE, uids, starts_at, ends_at)
