"""The rows of the agenda builder: an item, a part, a warning in words, what takes a deed back."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import blake2s

from django.utils.functional import Promise

from events.forms.agenda import CUE_WORDS, PartForm
from events.forms.agenda_fields import length_text
from events.models import SettledMatter
from events.models.worded import current_language
from events.programme.agenda import Item as ItemValue
from events.programme.agenda import Part as PartValue
from events.programme.choices import Audience, Cue, Kind, Phase, Shown, StartMode
from events.programme.conflict import Conflict, ConflictKind, Level
from events.programme.fit import Proposal
from events.programme.kinds import KINDS
from events.programme.languages import clock
from events.programme.mend import Mend
from events.programme.rules import Rule
from events.programme.text import NOTHING, Text, Wording
from events.programme.timing import elapsed
from events.programme.zone_cities import city_of_zone
from events.views.open_matters import GIVEN

BETWEEN = {
    ConflictKind.GAP: "gap",
    ConflictKind.OVERLAP: "overlap",
    ConflictKind.OUT_OF_ORDER: "overlap",
    ConflictKind.NEIGHBOUR_CUT: "overlap",
    ConflictKind.PROTECTED_OVERLAPPED: "overlap",
    ConflictKind.MUSIC_IN_SILENCE: "overlap",
}
# What is added most often where a part stands.
QUICK_KINDS = {
    Phase.BEFORE: (Kind.SET_UP, Kind.ARRIVAL, Kind.OTHER),
    Phase.PROGRAMME: (Kind.ADDRESS, Kind.REMARKS, Kind.VIDEO, Kind.QUESTIONS, Kind.SILENCE, Kind.ANTHEM),
    Phase.AFTER: (Kind.REFRESHMENTS, Kind.GROUP_PHOTOGRAPH, Kind.DEPARTURE),
}
CUE_ICONS = {Cue.RISE: "rise", Cue.REMAIN_STANDING: "rise", Cue.BE_SEATED: "sit", Cue.NO_APPLAUSE: "mute"}
SHOWS = ("all", "public", "staff")


@dataclass(frozen=True)
class Seen:
    """How an officer looks at the agenda: in which language, and which of its items."""

    wording: str
    show: str = "all"

    @property
    def address(self) -> str:
        return f"?wording={self.wording}&show={self.show}"


@dataclass(frozen=True)
class Warned:
    """A conflict in words, with what one action would mend.

    ``matter`` is the key of an answer to it, ``address`` where it is filled in.
    """

    conflict: Conflict
    words: str
    mends: Sequence[Mend]
    matter: str
    address: str
    rule: Rule | None = None
    settled: SettledMatter | None = None
    part: PartValue | None = None

    @property
    def before(self) -> str:
        """The item behind which something can be put."""
        return self.conflict.uids[0]

    @property
    def quick_kinds(self) -> tuple[Kind, ...]:
        return QUICK_KINDS[self.part.phase] if self.part else ()

    @property
    def key(self) -> str:
        return self.conflict.key

    @property
    def is_warning(self) -> bool:
        return self.conflict.level is Level.WARNING

    @property
    def given(self) -> Promise | str:
        return GIVEN[self.settled.answer] if self.settled else ""

    @property
    def look(self) -> str:
        return BETWEEN.get(self.conflict.kind, "")


@dataclass(frozen=True)
class Row:
    """One item as the builder shows it. ``number`` counts over all parts, from 1.

    Where ``is_kept``, the page that asks shows it already: it is sent its hour and its number alone.
    """

    item: ItemValue
    version: int
    number: int
    title: Wording
    city: Text = NOTHING
    elsewhere: str = ""
    before: Sequence[Warned] = ()
    hard_end: str = ""
    fit: Proposal | None = None
    is_hidden: bool = False
    mark: str = ""
    is_kept: bool = False

    @property
    def uid(self) -> str:
        return self.item.uid

    @property
    def length_key(self) -> str:
        return f"length-{self.uid}"

    @property
    def at(self) -> str:
        return clock(self.item.span.start) if self.item.span else ""

    @property
    def ends_at(self) -> str:
        return clock(self.item.span.end) if self.item.span else ""

    @property
    def length(self) -> str:
        return length_text(self.item.duration)

    @property
    def cues(self) -> list[tuple[str, str]]:
        """The icon and the words of each cue."""
        return [(CUE_ICONS[cue], str(CUE_WORDS[cue])) for cue in self.item.cues]

    @property
    def is_silence(self) -> bool:
        return self.item.kind is Kind.SILENCE

    @property
    def is_protected(self) -> bool:
        return KINDS[self.item.kind].protected

    @property
    def is_staff(self) -> bool:
        return self.item.audience is Audience.STAFF

    @property
    def is_invited(self) -> bool:
        return self.item.audience is Audience.INVITED

    @property
    def is_fixed(self) -> bool:
        return self.item.start.mode is StartMode.FIXED

    @property
    def is_anchored(self) -> bool:
        return self.item.start.mode is StartMode.ANCHORED

    @property
    def is_alongside(self) -> bool:
        return self.item.start.mode is StartMode.ALONGSIDE

    @property
    def is_about(self) -> bool:
        return self.item.shown is Shown.ABOUT

    @property
    def is_untold(self) -> bool:
        return self.item.shown is Shown.NOT_AT_ALL

    @property
    def anchor(self) -> str:
        start = self.item.start
        if not (start.at and start.zone):
            return ""
        city = city_of_zone(start.zone).wording(current_language(), ("en",))
        return f"{start.at.isoformat()} {city}"


@dataclass(frozen=True)
class Stretch:
    """A part with its rows. ``marks`` are those of its menu and its bar, ``kept`` which of the two is shown already."""

    part: PartValue
    title: str
    version: int
    rows: Sequence[Row]
    starts_at: datetime | None
    ends_at: datetime | None
    hard_end: str = ""
    fit: Proposal | None = None
    form: Callable[[], PartForm] | None = None
    marks: Mapping[str, str] = field(default_factory=dict)
    kept: Collection[str] = ()

    @property
    def uid(self) -> str:
        return self.part.uid

    @property
    def quick_kinds(self) -> tuple[Kind, ...]:
        return QUICK_KINDS[self.part.phase]

    @property
    def is_staff(self) -> bool:
        return self.part.audience is Audience.STAFF

    @property
    def length(self) -> timedelta | None:
        return elapsed(self.starts_at, self.ends_at) if self.starts_at and self.ends_at else None

    @property
    def shown(self) -> int:
        return sum(not row.is_hidden for row in self.rows)


@dataclass(frozen=True)
class Undo:
    """What takes the last deed back: an address, and what is sent to it."""

    words: str
    address: str
    fields: Sequence[tuple[str, str]] = ()


def mark_of(*facts: object) -> str:
    """Return a mark of all that something shows: the same mark, the same HTML."""
    return blake2s(repr(facts).encode(), digest_size=6).hexdigest()
