"""What a pattern is: an agenda without a day, people and identity, from which a new event begins."""

from dataclasses import dataclass, replace
from datetime import time, timedelta

from events.programme.agenda import Start
from events.programme.choices import Audience, Cue, EventKind, Kind, Phase, Register, Role, Shown
from events.programme.kinds import KINDS
from events.programme.text import NOTHING, Text

MINUTE = timedelta(minutes=1)
LINKED = Start()
EVERY_REGISTER = frozenset(Register)
MOURNING = frozenset(register for register in Register if register.mourns)
SOBER = MOURNING | {Register.SOLEMN}
LIGHT = EVERY_REGISTER - SOBER


@dataclass(frozen=True, slots=True)
class ItemPattern:
    """One line to begin with. ``roles`` are the open places, in order: who fills them is to be announced.

    It is proposed in ``registers`` alone, and abroad, at home or (None) wherever it is.
    """

    kind: Kind
    duration: timedelta
    title: Text = NOTHING
    start: Start = LINKED
    shown: Shown = Shown.EXACT
    audience: Audience = Audience.PUBLIC
    roles: tuple[Role, ...] = ()
    text: Text = NOTHING
    staff_text: Text = NOTHING
    cues: tuple[Cue, ...] = ()
    optional: bool = False
    least: timedelta | None = None
    cut_order: int | None = None
    registers: frozenset[Register] = EVERY_REGISTER
    abroad: bool | None = None

    def suits(self, register: Register, abroad: bool) -> bool:
        return register in self.registers and self.abroad in (None, abroad)


def suited(items: tuple[ItemPattern, ...], register: Register, abroad: bool) -> tuple[ItemPattern, ...]:
    """Return the items that suit; those that stood because of one that does not are not asked to be seated again."""
    standing = False
    kept = []
    for item in items:
        if item.suits(register, abroad):
            if Cue.BE_SEATED in item.cues and not standing:
                item = replace(item, cues=tuple(cue for cue in item.cues if cue is not Cue.BE_SEATED))
            standing = Cue.BE_SEATED not in item.cues and (standing or Cue.RISE in item.cues)
            kept.append(item)
    return tuple(kept)


@dataclass(frozen=True, slots=True)
class PartPattern:
    heading: Text
    phase: Phase
    items: tuple[ItemPattern, ...] = ()
    audience: Audience = Audience.PUBLIC

    @property
    def begins(self) -> timedelta | None:
        """How long after the event it begins, negative before it; None: when the part before it ends."""
        if self.phase is Phase.BEFORE:
            return -sum((item.duration for item in self.items), timedelta(0))
        return timedelta(0) if self.phase is Phase.PROGRAMME else None


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """The days for which it is open, the first one counted, and its hours on weekdays (0 is Monday)."""

    days: int
    opens_at: time
    closes_at: time
    weekdays: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """What an event of the kind usually holds. ``starts_at`` is proposed, at the place."""

    kind: EventKind
    title: Text
    starts_at: time
    parts: tuple[PartPattern, ...] = ()
    hours: OpeningHours | None = None
    children: tuple["Pattern", ...] = ()

    def suited_to(self, register: Register, abroad: bool) -> "Pattern":
        """Return it with what suits the register and, for anthems, the country alone."""
        parts = (replace(part, items=suited(part.items, register, abroad)) for part in self.parts)
        return replace(
            self,
            parts=tuple(part for part in parts if part.items or part.phase is Phase.PROGRAMME),
            children=tuple(child.suited_to(register, abroad) for child in self.children),
        )


@dataclass(frozen=True, slots=True)
class Block:
    """Items that belong together and are added with one action."""

    title: Text
    items: tuple[ItemPattern, ...]


def new_item(
    kind: Kind,
    minutes: int | None = None,
    title: Text = NOTHING,
    *,
    to: Audience = Audience.PUBLIC,
    roles: tuple[Role, ...] = (),
    staff: Text = NOTHING,
    cues: tuple[Cue, ...] | None = None,
    optional: bool = False,
    least: int | None = None,
    cut: int | None = None,
    start: Start = LINKED,
    registers: frozenset[Register] = EVERY_REGISTER,
    abroad: bool | None = None,
) -> ItemPattern:
    """Return an item with the usual length and cues of its kind where none are given; lengths in minutes."""
    return ItemPattern(
        kind=kind,
        duration=KINDS[kind].usual if minutes is None else minutes * MINUTE,
        title=title,
        start=start,
        audience=to,
        roles=roles,
        staff_text=staff,
        cues=KINDS[kind].cues if cues is None else cues,
        optional=optional,
        least=None if least is None else least * MINUTE,
        cut_order=cut,
        registers=registers,
        abroad=abroad,
    )
