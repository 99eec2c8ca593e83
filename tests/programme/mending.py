"""What becomes of a programme when a mend is done, and what is offered for a conflict."""

from dataclasses import replace

from events.programme.agenda import Item, Part, Start
from events.programme.conflict import Conflict, ConflictKind
from events.programme.conflicts import conflicts
from events.programme.fit import propose
from events.programme.mend import Action, Mend
from events.programme.mends import mends
from events.programme.retiming import with_lengths
from events.programme.text import Text
from events.programme.timing import moment
from events.programme.value import Programme

START = ("start", "start_at", "start_on", "start_zone")


def done(mend: Mend, programme: Programme) -> Programme:
    """Do what the mend says, as an operation would, and time the agenda anew."""
    values = mend.values
    if mend.action is Action.FIT:
        return with_lengths(programme, propose(programme, mend.uid).lengths)
    if mend.action is Action.CHANGE_EVENT:
        return replace(programme, ends_by=moment(values["ends_by"], programme.on, programme.zone))
    parts = tuple(_part_done(mend, part, programme) for part in programme.parts)
    return with_lengths(replace(programme, parts=parts), {})


def _part_done(mend: Mend, part: Part, programme: Programme) -> Part:
    if mend.action is Action.CHANGE_PART and part.uid == mend.uid:
        starts_at = mend.values["starts_at"]
        return replace(part, starts_at=starts_at and moment(starts_at, programme.on, programme.zone))
    items: list[Item] = []
    moving = next((each for each in programme.items if each.uid == mend.uid), None)
    for each in part.items:
        if mend.action is Action.MOVE_ITEM and each.uid == mend.values.get("before"):
            items.append(moving)
        if each.uid != mend.uid or mend.action in (Action.CHANGE_ITEM, Action.ADD_ITEM, Action.REMOVE_PERSON):
            items.append(_item_done(mend, each) if each.uid == mend.uid else each)
        if mend.action is Action.ADD_ITEM and each.uid == mend.uid:
            items.append(Item("new", mend.values["kind"], Text(), None, Start(), mend.values["duration"]))
        if mend.action is Action.MOVE_ITEM and each.uid == mend.values.get("after"):
            items.append(moving)
    return replace(part, items=tuple(items))


def _item_done(mend: Mend, each: Item) -> Item:
    if mend.action is Action.REMOVE_PERSON:
        left = tuple(one for one in each.contributions if one.who.person.uid != mend.values["person"])
        return replace(each, contributions=left)
    if mend.action is Action.ADD_ITEM:
        return each
    changes = {name: value for name, value in mend.values.items() if name not in START}
    if "start" in mend.values:
        mode, clock, on, zone = (mend.values[name] for name in START)
        changes["start"] = Start(mode, clock, zone or None, on)
    return replace(each, **changes)


def offered(programme: Programme, kind: ConflictKind) -> tuple[Conflict, list[Mend]]:
    conflict = next(each for each in conflicts(programme) if each.kind is kind)
    return conflict, mends(conflict, programme)
