"""How wide a text is, told from the fonts before anything is laid out, and where its lines break best."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parent / "fonts"
POINTS_IN_MM = 72 / 25.4
FACES = {
    "bold": ("EBGaramond-SemiBold.ttf", "NotoNaskhArabic-Bold.ttf"),
    "regular": ("EBGaramond-Regular.ttf", "NotoNaskhArabic-Regular.ttf"),
}
# Of the size, for what no font has: drawing it fails in words.
UNKNOWN_WIDTH = 0.6
# An Arabic letter is narrower within a word than alone, as far as a line of them can be trusted to be.
JOINED = {"ltr": 1.0, "rtl": 0.85}
# So short a word belongs to its neighbour: an article, a preposition, "and".
LITTLE_WORD = 2
# Where a long word may end its line, and goes on in the next one.
GOES_ON = "\N{ZERO WIDTH SPACE}"
NUMERAL = re.compile(r"[IVX]{2,}")


def balanced(text: str, measure: float, way: str) -> list[str]:
    """Return the text in as few lines as a column takes that is ``measure`` sizes of the type wide, all of much the
    same length; no line ends in a little word that belongs to the next one."""
    words = _with_little_words(text.split(), way)
    if not words:
        return []
    widths = [width_of(word) * JOINED[way] for word in words]
    blank = width_of(" ")
    count = len(broken_at(widths, blank, measure))
    evenly = broken_at(widths, blank, narrowest(widths, blank, count))
    return [" ".join(words[start:end]) for start, end in evenly]


def _with_little_words(words: Sequence[str], way: str) -> list[str]:
    """Join each little word to what follows it; in Urdu, where such words follow, to what is before it."""
    joined: list[str] = []
    waits = False
    for word in words:
        is_little = len(word) <= LITTLE_WORD and word.isalpha()
        if joined and (waits or (is_little and way == "rtl")):
            joined[-1] += f" {word}"
        else:
            joined.append(word)
        waits = is_little and way == "ltr"
    return joined


def with_numerals(words: Iterable[str]) -> list[str]:
    """Join each Roman numeral to what it counts: "III rank"."""
    joined: list[str] = []
    for word in words:
        if joined and NUMERAL.fullmatch(joined[-1]):
            joined[-1] += f" {word}"
        else:
            joined.append(word)
    return joined


def narrowest(widths: Sequence[float], blank: float, count: int) -> float:
    """Return the width, in sizes of the type, of the narrowest column that takes the words in so many lines."""
    low, high = max(widths), sum(widths) + blank * len(widths)
    for _ in range(24):
        middle = (low + high) / 2
        if len(broken_at(widths, blank, middle)) > count:
            low = middle
        else:
            high = middle
    return high


def broken_at(widths: Sequence[float], blank: float, measure: float) -> list[tuple[int, int]]:
    """Return where each line begins and ends, by the number of the word."""
    found, start, length = [], 0, 0.0
    for number, width in enumerate(widths):
        longer = length + blank + width if number > start else width
        if number > start and longer > measure:
            found.append((start, number))
            start, length = number, width
        else:
            length = longer
    return [*found, (start, len(widths))]


def lines_in(text: str, measure: float, way: str) -> int:
    """Return how many lines a text takes in a column that is ``measure`` sizes of the type wide."""
    words = text.replace(GOES_ON, " ").split()
    return (
        len(broken_at([width_of(word) * JOINED[way] for word in words], width_of(" "), measure))
        if words
        else 0
    )


def width_of(text: str, face: str = "regular") -> float:
    """Return the width of the letters side by side, in sizes of the type."""
    return sum(_advance(letter, face) for letter in text if letter != GOES_ON)


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
