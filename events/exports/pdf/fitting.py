"""How large a text can be set in a box: a name on a card fills its face, a long one is set smaller, none is cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import combining

from django.utils.safestring import SafeString

from events.exports.pdf.errors import NoRoomError
from events.exports.pdf.measure import GOES_ON, POINTS_IN_MM, broken_at, narrowest, width_of, with_numerals
from events.exports.pdf.voice import Voice
from events.programme.languages import direction
from events.programme.text import Wording

MOST_LINES = 12
SMALLEST = 6.0
# Letters are measured one by one: kerning and the joining of Arabic letters only make a line shorter, hinting may not.
SURE = 0.97
LEADING = {"ltr": 1.16, "rtl": 1.7}
# Its letters climb to 1.9 of their size; across they take no more room than those of Naskh. What would be smaller than
# can be read of it is set in Naskh.
NASTALIQ_LEADING, SMALLEST_NASTALIQ = 2.1, 9.0
NASKH = "; font-family: 'Noto Naskh Arabic', 'EB Garamond', serif"


@dataclass(frozen=True, slots=True)
class Box:
    """Room for a text, in millimetres. From ``comfortable`` points upwards it stands in as few lines as it can, under
    ``smallest`` it is not set."""

    width: float
    height: float
    largest: float
    comfortable: float
    face: str = "regular"
    smallest: float = SMALLEST


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text in its lines, with its size in points and its leading in sizes; ``instead`` names another font."""

    html: SafeString
    size: float
    leading: float
    instead: str = ""

    def __bool__(self) -> bool:
        return bool(self.html)

    @property
    def style(self) -> str:
        return f"font-size: {self.size}pt; line-height: {self.leading}{self.instead}"


def fitted(wording: Wording, voice: Voice, box: Box) -> Fitted:
    """Return the text at the largest size that the box takes, one in Nastaliq that cannot be read so in Naskh. A word
    that is too long goes on in the next line. Raises NoRoomError where none can be read."""
    words = with_numerals(wording.text.split())
    if not words:
        return Fitted(SafeString(""), box.largest, 1)
    ways = [(LEADING[direction(wording.language)], box.smallest, "")]
    if voice.nastaliq and wording.language == "ur":
        ways = [
            (NASTALIQ_LEADING, max(box.smallest, SMALLEST_NASTALIQ), ""),
            (LEADING["rtl"], box.smallest, NASKH),
        ]
    for leading, smallest, instead in ways:
        for way in (_largest, _parted):
            size, lines = way(words, leading, box)
            if size >= smallest:
                return Fitted(voice.broken(wording, lines), size, leading, instead)
    raise NoRoomError(wording.text, box.smallest)


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


def _parted(words: Sequence[str], leading: float, box: Box) -> tuple[float, list[str]]:
    """Return the size and the lines where a word that is longer than its line goes on in the next one."""
    blank = width_of(" ", box.face)
    size = box.comfortable
    while size >= box.smallest:
        measure = box.width * POINTS_IN_MM * SURE / size
        parts = [part for word in words for part in _parts(word, measure, box.face)]
        widths = [width_of(part.removesuffix(GOES_ON), box.face) for part in parts]
        lines = broken_at(widths, blank, measure)
        if len(lines) * leading * size <= box.height * POINTS_IN_MM:
            return size, [" ".join(parts[start:end]) for start, end in lines]
        size -= 0.5
    return 0, []


def _parts(word: str, measure: float, face: str) -> Iterator[str]:
    """Yield what of the word stands in each line, all but the last as one that goes on."""
    part = ""
    for letter in word:
        if part and not combining(letter) and width_of(part + letter, face) > measure:
            yield part + GOES_ON
            part = ""
        part += letter
    yield part
