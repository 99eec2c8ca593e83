"""What whoever prints may choose, beside format and languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

NASTALIQ = "nastaliq"


class Beside(StrEnum):
    """What stands beside each item."""

    TIMES = "times"
    LENGTHS = "lengths"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True)
class Wishes:
    """``beside`` None leaves it to the document. ``nastaliq`` has Urdu in Nastaliq instead of Naskh. ``pictures`` are
    the PNGs that the programme names, by the SHA-256 of each."""

    beside: Beside | None = None
    nastaliq: bool = False
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What tells them from other wishes for the same programme, which names its pictures itself."""
        return "-".join(each for each in (self.beside, NASTALIQ if self.nastaliq else "") if each)


NO_WISHES = Wishes()
