"""The least number of pages of the sign at the door, told from its texts before it is laid out.

As ``heights`` for a programme; the numbers are those of ``styles/door-sign.css``, what is doubtful is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from events.exports.pdf.fitting import Fitted
from events.exports.pdf.heights import lines_of
from events.exports.pdf.measure import POINTS_IN_MM
from events.programme.choices import PaperSize

# What a page holds within its frame, and how wide that is.
PAPERS = {PaperSize.A4: (221.0, 160.0), PaperSize.LETTER: (203.5, 166.0)}
LEADING = 1.3


@dataclass(frozen=True, slots=True)
class Closely:
    """What a setting changes: type in points, all else in millimetres, above and below together."""

    flag: float = 20.0
    hosts: float = 8.0
    motif: float = 37.0
    kicker: float = 13.0
    kicker_below: float = 4.0
    subtitle: float = 20.0
    subtitle_above: float = 3.0
    when: float = 19.0
    when_type: float = 20.0
    place: float = 24.0
    room: float = 20.0
    within: float = 16.0
    within_above: float = 5.0
    within_when: float = 14.0
    hours: float = 13.4
    row: float = 2.6
    row_type: float = 14.0
    row_leading: float = LEADING
    has_other_title: bool = True


ROOMY = Closely()
CLOSE = Closely(motif=29.0, when=13.0, when_type=17.0, place=20.0, row=1.6, row_type=12.6)
CLOSEST = Closely(
    flag=15.0,
    hosts=4.0,
    motif=23.0,
    kicker=10.0,
    kicker_below=2.0,
    subtitle=14.0,
    subtitle_above=1.0,
    when=8.0,
    when_type=14.0,
    place=16.0,
    room=14.0,
    within=13.0,
    within_above=3.0,
    within_when=12.0,
    hours=9.4,
    row=0.8,
    row_type=11.0,
    row_leading=1.25,
    has_other_title=False,
)
BRIEF = replace(CLOSEST, hosts=2.0, motif=17.0, hours=7.0)
SETTINGS = {"roomy": ROOMY, "close": CLOSE, "close closest": CLOSEST, "close closest brief": BRIEF}


def least_pages(shown: dict[str, Any], setting: str, paper: PaperSize) -> int:
    """Return how many pages what ``door_sign.render`` shows has at least in a setting."""
    height, width = PAPERS[paper]
    direction = shown["direction"]

    def lines(html: str, size: float) -> float:
        return lines_of(html, size, width, direction) * size * LEADING / POINTS_IN_MM

    closely = SETTINGS[setting]
    return ceil((sum(_above(shown, closely, lines)) + sum(_below(shown, closely, lines))) / height)


def _above(shown: dict[str, Any], closely: Closely, lines: Any) -> Iterator[float]:
    masthead = shown["masthead"]
    if shown["hosts"]:
        yield closely.hosts + (closely.flag if masthead.has_flags else 0)
        yield max(_height_of(name) for _, name in shown["hosts"])
    if masthead.motif:
        yield closely.motif
    if masthead.kicker:
        yield sum(lines(part, closely.kicker) for part in masthead.kicker) + closely.kicker_below
    yield _height_of(shown["title"])
    if masthead.subtitle:
        yield closely.subtitle_above + lines(masthead.subtitle, closely.subtitle)
    if masthead.other_title and closely.has_other_title:
        yield 4 + lines(masthead.other_title, 16)


def _below(shown: dict[str, Any], closely: Closely, lines: Any) -> Iterator[float]:
    yield closely.when + lines(" · ".join(shown["masthead"].when), closely.when_type)
    yield lines(shown["place"], closely.place)
    yield lines(shown["room"], closely.room)
    yield lines(shown["address_of_place"], 15)
    for held in shown["within"]:
        yield closely.within_above + lines(held.title, closely.within)
        yield lines(" · ".join(held.when), closely.within_when)
    if shown["hours"]:
        yield closely.hours + 12 * LEADING / POINTS_IN_MM
        row = closely.row + closely.row_type * closely.row_leading / POINTS_IN_MM
        yield row * len(shown["hours"])


def _height_of(fitted: Fitted) -> float:
    lines = fitted.html.count("<br") + 1 if fitted else 0
    return lines * fitted.size * fitted.leading / POINTS_IN_MM
