"""How large a text can be set in a box: a name on a card fills its face, a long one is set smaller, none is cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.safestring import SafeString

from events.exports.pdf.errors import ProgrammeTooLongError
from events.exports.pdf.voice import Voice
from events.programme.languages import direction
from events.programme.text import Wording

FONTS = Path(__file__).parent / "fonts"
POINTS_IN_MM = 72 / 25.4
MOST_LINES = 12
SMALLEST = 6.0
# Letters are measured one by one: kerning and the joining of Arabic letters only make a line shorter, hinting may not.
SURE = 0.97
LEADING = {"ltr": 1.16, "rtl": 1.7}
# Its letters climb to 1.9 of their size; across they take no more room than those of Naskh.
NASTALIQ_LEADING = 2.1
FACES = {
    "bold": ("EBGaramond-SemiBold.ttf", "NotoNaskhArabic-Bold.ttf"),
    "regular": ("EBGaramond-Regular.ttf", "NotoNaskhArabic-Regular.ttf"),
}
# Of the size, for what no font has: drawing it fails in words.
UNKNOWN_WIDTH = 0.6


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
    words = wording.text.split()
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
        measure = _narrowest(widths, blank, count)
        across = box.width * POINTS_IN_MM * SURE / measure
        down = box.height * POINTS_IN_MM / (count * leading)
        size = int(min(box.largest, across, down) * 2) / 2
        if size > best[0]:
            best = size, [" ".join(words[start:end]) for start, end in _lines(widths, blank, measure)]
        if size >= box.comfortable:
            break
    return best


def _narrowest(widths: Sequence[float], blank: float, count: int) -> float:
    """Return the width, in sizes of the type, of the narrowest column that takes the words in so many lines."""
    low, high = max(widths), sum(widths) + blank * len(widths)
    for _ in range(24):
        middle = (low + high) / 2
        if len(_lines(widths, blank, middle)) > count:
            low = middle
        else:
            high = middle
    return high


def _lines(widths: Sequence[float], blank: float, measure: float) -> list[tuple[int, int]]:
    """Return where each line begins and ends, by the number of the word."""
    lines, start, length = [], 0, 0.0
    for number, width in enumerate(widths):
        longer = length + blank + width if number > start else width
        if number > start and longer > measure:
            lines.append((start, number))
            start, length = number, width
        else:
            length = longer
    return [*lines, (start, len(widths))]


def width_of(text: str, face: str = "regular") -> float:
    """Return the width of the letters side by side, in sizes of the type."""
    return sum(_advance(letter, face) for letter in text)


@cache
def _advance(letter: str, face: str) -> float:
    for font in FACES[face]:
        cmap, metrics, units = _metrics(font)
        if ord(letter) in cmap:
            return float(metrics[cmap[ord(letter)]][0] / units)
    return UNKNOWN_WIDTH


@cache
def _metrics(font: str) -> tuple[dict[int, str], Any, int]:
    from fontTools.ttLib import TTFont

    file = TTFont(FONTS / font)
    return file.getBestCmap(), file["hmtx"].metrics, file["head"].unitsPerEm
