"""Fit: new lengths with which what is pinned is met and the hard end is kept. A proposal; nothing is changed here.

Time is taken from items that have a least length, those of the lowest cut order first, in proportion to what each can
give. Protected items are never touched, nothing goes below its least length, and no gap is filled again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from events.programme.agenda import Item
from events.programme.conflict import Line, groups_of, lines_of
from events.programme.kinds import KINDS
from events.programme.languages import clock
from events.programme.retiming import with_lengths
from events.programme.sentence import Sentence, Value, sentence
from events.programme.sharing import shares
from events.programme.telling import item_titled
from events.programme.timing import elapsed, in_utc
from events.programme.value import Programme

NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True)
class Cut:
    """What one item gives."""

    uid: str
    now: timedelta
    proposed: timedelta
    least: timedelta


@dataclass(frozen=True, slots=True)
class Proposal:
    """``keeps`` are the items that are kept at their time, ``keeps_end`` says whether the hard end is.

    ``missing`` is by how much they are still run into when everything has been given; nothing if it fits.
    """

    cuts: tuple[Cut, ...]
    keeps: tuple[str, ...]
    keeps_end: bool
    missing: timedelta
    reasons: tuple[Sentence, ...]

    @property
    def lengths(self) -> dict[str, timedelta]:
        return {cut.uid: cut.proposed for cut in self.cuts}

    @property
    def taken(self) -> timedelta:
        return sum((cut.now - cut.proposed for cut in self.cuts), NOTHING)

    @property
    def fits(self) -> bool:
        return not self.missing


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be kept: the item with that uid at its time, or the hard end of the event (no uid)."""

    event: str
    uid: str | None

    @property
    def key(self) -> str:
        return self.uid or self.event


@dataclass(frozen=True, slots=True)
class Unit:
    """An item with those alongside it. It is as long as the longest of them."""

    lines: tuple[Line, ...]

    @property
    def length(self) -> timedelta:
        return max(line.item.duration for line in self.lines)

    @property
    def least(self) -> timedelta:
        return max(least_of(line.item) for line in self.lines)

    @property
    def cut_order(self) -> float:
        """That of the item in it which is to be cut last."""
        orders = [line.item.cut_order for line in self.lines if line.item.duration > self.least]
        return max((float("inf") if order is None else order for order in orders), default=float("inf"))

    def cut_by(self, amount: timedelta) -> Iterator[tuple[str, timedelta]]:
        for line in self.lines:
            if line.item.duration > self.length - amount:
                yield line.uid, self.length - amount


def propose(programme: Programme, keep: str | None = None) -> Proposal | None:
    """Return the lengths with which ``keep`` is met: a pinned item, or by the uid of the event its hard end.

    Without ``keep`` every pinned item, every part with a start of its own and every hard end is. None if nothing runs
    into what is to be kept. The same programme gives the same proposal.
    """
    lengths: dict[str, timedelta] = {}
    kept: list[Target] = []
    missing = NOTHING
    reasons: list[Sentence] = []
    for target in _targets(programme):
        if keep in (None, target.key) and _late_lines(with_lengths(programme, lengths), target):
            new = _fitted(programme, target, lengths)
            late = _lateness(with_lengths(programme, new), target)
            reasons.append(_reason(programme, target, _given(programme, lengths, new), late))
            lengths, missing = new, max(missing, late)
            kept.append(target)
    if not kept:
        return None
    return Proposal(
        cuts=tuple(
            Cut(item.uid, item.duration, lengths[item.uid], least_of(item))
            for event in _events(programme)
            for item in event.items
            if item.uid in lengths
        ),
        keeps=tuple(target.uid for target in kept if target.uid),
        keeps_end=any(not target.uid for target in kept),
        missing=missing,
        reasons=tuple(reasons),
    )


def least_of(item: Item) -> timedelta:
    """Return the shortest that a fit may make the item."""
    if KINDS[item.kind].protected or item.least is None:
        return item.duration
    return min(item.duration, max(item.least, NOTHING))


def _events(programme: Programme) -> Iterator[Programme]:
    yield programme
    for child in programme.children:
        yield from _events(child)


def _targets(programme: Programme) -> Iterator[Target]:
    for event in _events(programme):
        part = ""
        for group in groups_of(lines_of(event)):
            begins_part = group[0].part.uid != part and group[0].part.starts_at is not None
            if group[0].span and (group[0].pinned or begins_part):
                yield Target(event.uid, group[0].uid)
            part = group[0].part.uid
        if event.ends_by:
            yield Target(event.uid, None)


def _late_lines(programme: Programme, target: Target) -> list[tuple[timedelta, Line]]:
    """Return what runs into the target, and how far, in the order of the agenda."""
    event = next(each for each in _events(programme) if each.uid == target.event)
    lines = lines_of(event)
    if target.uid is None:
        before, limit = [line for line in lines if line.attended], event.ends_by
    else:
        number = next(number for number, line in enumerate(lines) if line.uid == target.uid)
        pinned = lines[number]
        before = [line for line in lines[:number] if line.shares_room_with(pinned)]
        limit = pinned.span.start if pinned.span else None
    late = ((elapsed(limit, line.span.end), line) for line in before if limit and line.span)
    return [(amount, line) for amount, line in late if amount > NOTHING]


def _lateness(programme: Programme, target: Target) -> timedelta:
    return max((amount for amount, _ in _late_lines(programme, target)), default=NOTHING)


def _fitted(programme: Programme, target: Target, lengths: Mapping[str, timedelta]) -> dict[str, timedelta]:
    """Return the lengths cut further until the target is met, or until nothing can be given any more."""
    fitted = dict(lengths)
    while late := _late_lines(with_lengths(programme, fitted), target):
        amount, latest = max(late, key=lambda found: found[0])
        event = next(each for each in _events(with_lengths(programme, fitted)) if each.uid == target.event)
        taken = _take(_chain(event, latest), amount)
        if not taken:
            break
        fitted.update(taken)
    return fitted


def _chain(event: Programme, last: Line) -> list[Unit]:
    """Return what the end of ``last`` depends on: everything from the last thing that has a start of its own."""
    groups = groups_of(lines_of(event))
    number = next(number for number, group in enumerate(groups) if last in group)
    chain = [Unit((last,))]
    while not groups[number][0].pinned and _follows(event, groups, number):
        number -= 1
        chain.append(Unit(tuple(groups[number])))
    return chain[::-1]


def _follows(event: Programme, groups: Sequence[Sequence[Line]], number: int) -> bool:
    """Whether a group begins in the very moment in which the one before it ends."""
    if not number:
        return False
    part, before = groups[number][0].part, groups[number - 1]
    if part.uid == before[0].part.uid:
        return True
    uids = [each.uid for each in event.parts]
    between = event.parts[uids.index(before[0].part.uid) + 1 : uids.index(part.uid) + 1]
    if any(each.starts_at for each in between) or not before[0].span:
        return False
    # The part begins when all of the one before it is over: shortening the last group alone has to tell.
    starts_at = in_utc(before[0].span.start)
    earlier = [
        line for group in groups[: number - 1] for line in group if line.part.uid == before[0].part.uid
    ]
    return all(line.span and in_utc(line.span.end) <= starts_at for line in earlier)


def _take(chain: Sequence[Unit], amount: timedelta) -> dict[str, timedelta]:
    """Return the new lengths with which the chain is shorter by ``amount``, or by as much as it can give."""
    lengths: dict[str, timedelta] = {}
    for order in sorted({unit.cut_order for unit in chain}):
        units = [unit for unit in chain if unit.cut_order == order and unit.least < unit.length]
        most = [unit.length - unit.least for unit in units]
        given = min(amount, sum(most, NOTHING))
        for unit, share in zip(units, shares(given, most), strict=True):
            lengths.update(unit.cut_by(share))
        amount -= given
    return lengths


def _given(
    programme: Programme, before: Mapping[str, timedelta], after: Mapping[str, timedelta]
) -> list[tuple[Item, timedelta]]:
    items = [item for event in _events(programme) for item in event.items]
    given = (
        (item, before.get(item.uid, item.duration) - after.get(item.uid, item.duration)) for item in items
    )
    return [(item, amount) for item, amount in given if amount]


def _reason(
    programme: Programme, target: Target, given: Sequence[tuple[Item, timedelta]], missing: timedelta
) -> Sentence:
    event = next(each for each in _events(programme) if each.uid == target.event)
    cuts = tuple(_cut(item, amount, event, first=not number) for number, (item, amount) in enumerate(given))
    kept, refused = _kept(event, target)
    if not missing:
        return sentence("%(kept)s if %(cuts)s.", kept=kept, cuts=cuts)
    values: dict[str, Value] = {"refused": refused, "amount": missing}
    is_one = missing == timedelta(minutes=1)
    if not cuts:
        if is_one:
            return sentence(
                "%(refused)s: %(amount)s is missing, and nothing before it may be shortened.", **values
            )
        return sentence(
            "%(refused)s: %(amount)s are missing, and nothing before it may be shortened.", **values
        )
    if is_one:
        return sentence("%(refused)s: %(amount)s is still missing when %(cuts)s.", cuts=cuts, **values)
    return sentence("%(refused)s: %(amount)s are still missing when %(cuts)s.", cuts=cuts, **values)


def _cut(item: Item, amount: timedelta, event: Programme, *, first: bool) -> Sentence:
    values: dict[str, Value] = {"item": item_titled(item, event), "amount": amount}
    if first:
        return sentence("%(item)s is shortened by %(amount)s", **values)
    return sentence("%(item)s by %(amount)s", **values)


def _kept(event: Programme, target: Target) -> tuple[Sentence, Sentence]:
    """Return what is kept in words: that it is, and that it cannot be."""
    if target.uid is None:
        end = clock(event.ends_by) if event.ends_by else ""
        return (
            sentence("The programme ends by %(time)s", time=end),
            sentence("The programme cannot end by %(time)s", time=end),
        )
    item = next(item for item in event.items if item.uid == target.uid)
    at = clock(item.span.start) if item.span else ""
    values: dict[str, Value] = {"item": item_titled(item, event), "time": at}
    return (
        sentence("%(item)s stays at %(time)s", **values),
        sentence("%(item)s cannot be kept at %(time)s", **values),
    )
