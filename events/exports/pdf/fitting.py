"""How large a text can be set in a box: a name on a card fills its face, a long one is set smaller, none is cut."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from events.exports.pdf.errors import ProgrammeTooLongError
from events.exports.pdf.measure import POINTS_IN_MM, broken_at, narrowest, width_of, with_numerals
from events.exports.pdf.voice import Voice
from events.programme.languages import direction
from events.programme.text import Wording

MOST_LINES = 12
SMALLEST = 6.0
# Letters are measured one by one: kerning and the joining of Arabic letters only make a line shorter, hinting may not.
SURE = 0.97
LEADING = {"ltr": 1.16, "rtl": 1.7}
# Its letters climb to 1.9 of their size; across they take no more room than those of Naskh.
NASTALIQ_LEADING = 2.1


@dataclass(frozen=True, slots=True)
class Box:
    """Room for a text, in millimetres. From ``comfortable`` points upwards it stands in as few lines as it can."""

    width: float
    height: float
    largest: float
    comfortable: float
    face: str = "regular"


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text in its lines, with its size in points and its leading in sizes."""

    html: SafeString
    size: float
    leading: float

    def __bool__(self) -> bool:
        return bool(self.html)

    @property
    def style(self) -> str:
        return f"font-size: {self.size}pt; line-height: {self.leading}"


def fitted(wording: Wording, voice: Voice, box: Box) -> Fitted:
    """Return the text at the largest size that the box takes. Raises ProgrammeTooLongError where none can be read."""
    words = with_numerals(wording.text.split())
    if not words:
        return Fitted(SafeString(""), box.largest, 1)
    is_nastaliq = voice.nastaliq and wording.language == "ur"
    leading = NASTALIQ_LEADING if is_nastaliq else LEADING[direction(wording.language)]
    size, lines = _largest(words, leading, box)
    if size < SMALLEST:
        raise ProgrammeTooLongError(
            f"A text of {len(wording.text)} letters does not fit a card. It begins “{wording.text[:60]}”."
        )
    return Fitted(voice.broken(wording, lines), size, leading)


def _largest(words: Sequence[str], leading: float, box: Box) -> tuple[float, list[str]]:
    """Return the size and the lines: as few as are comfortable, else those that can be largest."""
    widths = [width_of(word, box.face) for word in words]
    blank = width_of(" ", box.face)
    best: tuple[float, list[str]] = (0, [])
    for count in range(1, min(len(words), MOST_LINES) + 1):
        measure = narrowest(widths, blank, count)
        across = box.width * POINTS_IN_MM * SURE / measure
        down = box.height * POINTS_IN_MM / (count * leading)
        size = int(min(box.largest, across, down) * 2) / 2
        if size > best[0]:
            best = size, [" ".join(words[start:end]) for start, end in broken_at(widths, blank, measure)]
        if size >= box.comfortable:
            break
    return best
