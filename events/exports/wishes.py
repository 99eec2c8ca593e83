"""What whoever prints may choose, beside format and languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from events.programme.text import Text

NASTALIQ = "nastaliq"


class Beside(StrEnum):
    """What stands beside each item."""

    TIMES = "times"
    LENGTHS = "lengths"
    NUMBERS = "numbers"


class EnvelopeSize(StrEnum):
    DL = "dl"
    NO_10 = "no-10"
    C6 = "c6"
    C5 = "c5"


@dataclass(frozen=True, slots=True)
class Wishes:
    """``beside`` None leaves it to the document. ``nastaliq`` has Urdu in Nastaliq instead of Naskh. ``pictures`` are
    the PNGs that the programme names, by the SHA-256 of each. ``copy_for`` is the organisation, by its uid, whose own
    copy is printed: as a host it stands first in it (the *alternat*). ``addresses`` are the lines of envelopes that the
    register has of people, by the uid of each; ``envelope`` None is the size for the mission's paper."""

    beside: Beside | None = None
    nastaliq: bool = False
    copy_for: str = ""
    envelope: EnvelopeSize | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    addresses: Mapping[str, Text] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What tells them from other wishes for the same programme, which names its pictures itself."""
        copy = f"copy-{self.copy_for}" if self.copy_for else ""
        return "-".join(
            each for each in (self.beside, NASTALIQ if self.nastaliq else "", copy, self.envelope) if each
        )


NO_WISHES = Wishes()
