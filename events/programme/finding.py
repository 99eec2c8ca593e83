"""What a reader of proofs marks in a text: the words found, where they stand, and what would be right."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from events.programme.every_text import Place


class Mark(StrEnum):
    """What is the matter with the words."""

    NUMBER = "number"
    ENDING = "ending"
    GLUED = "glued"
    SPACES = "spaces"
    POINT = "point"
    TONE = "tone"
    EXCLAMATION = "exclamation"


@dataclass(frozen=True, slots=True)
class Slip:
    """Words of a text from ``start`` on. ``proposed`` is what to write in their place, None where only a person knows.

    ``advice`` are approved words to choose from where none can simply be put in.
    """

    mark: Mark
    start: int
    found: str
    proposed: str | None = None
    advice: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        return self.start + len(self.found)


@dataclass(frozen=True, slots=True)
class Finding:
    """A slip where it stands. The ``key`` stays the same as long as the same words stand in the same field."""

    key: str
    place: Place
    slip: Slip
    words: str

    @property
    def may_be_put_right(self) -> bool:
        """Whether what is right can be written there from an event."""
        return self.slip.proposed is not None and not self.place.is_shared

    @property
    def corrected(self) -> str:
        """The whole text with the proposed words in it."""
        text = self.place.text
        return f"{text[: self.slip.start]}{self.slip.proposed}{text[self.slip.end :]}"


def key_of(place: Place, slip: Slip, nth: int) -> str:
    """Return the key of the slip; ``nth`` tells it from others with the same words in the same text."""
    words = "\n".join((slip.found, slip.proposed or "", str(nth)))
    return f"wording:{slip.mark}:{place.key}:{sha256(words.encode()).hexdigest()[:12]}"
