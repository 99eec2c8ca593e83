"""The least number of pages of an A4 programme, told from its texts before anything is laid out.

Nothing here decides how a sheet looks. The numbers are those of ``styles/a4.css`` and ``styles/rtl.css``, in points for
type, in millimetres else, rounded down. Where they fall behind these, a sheet is laid out once more than it need be;
where they run ahead of them, ``tests/exports/test_closeness.py`` fails.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape
from math import ceil
from typing import Any

from events.exports.pdf.back import Back, Speaker
from events.exports.pdf.masthead import HostCard, Masthead
from events.exports.pdf.measure import POINTS_IN_MM, width_of
from events.exports.pdf.order import Order, Row
from events.programme.choices import PaperSize

TAG = re.compile(r"<[^>]*>")
BREAK = "<br>"
# What the first page and any other one hold within the frame; across it there is the more room the thinner it is.
PAPERS = {PaperSize.A4: (158.0, 255.7, 253.7), PaperSize.LETTER: (163.9, 238.1, 236.1)}
# Kerning draws letters together, and an Arabic letter is narrower within a word than alone.
DRAWN_TOGETHER = {"ltr": 0.97, "rtl": 0.75}
TIME, WHO, HOST = 19.0, 66.0, 62.0
CURRENT = 36.0


@dataclass(frozen=True, slots=True)
class Type:
    """A size with its leading; from right to left it is that of the setting where none is said."""

    size: float
    leading: float = 1.36
    leading_rtl: float = 0


@dataclass(frozen=True, slots=True)
class Closely:
    """What a setting changes; paddings and margins are those above and below together."""

    leading_rtl: float = 1.75
    row: float = 4.1
    silence: float = 6.8
    heading: float = 4.5
    heading_type: Type = Type(10.8)
    section: float = 10.0
    what: Type = Type(12.2)
    who: Type = Type(10.6, 1.28, 1.6)
    hours: Type = Type(11.2)
    emblem: float = 20.6
    letterhead: float = 5.0
    letterhead_type: Type = Type(10.4, 1.3, 1.3)
    hosts: float = 6.0
    host: Type = Type(10.4, 1.3, 1.55)
    motif: float = 31.0
    motif_alone: float = 29.0
    kicker: float = 2.4
    titles: tuple[Type, ...] = (Type(27, 1.12), Type(22, 1.15), Type(16, 1.2))
    titles_rtl: tuple[Type, ...] = (Type(24, 0, 1.5), Type(20, 0, 1.5), Type(16, 0, 1.5))
    subtitle: Type = Type(15, 1.3, 1.6)
    subtitle_above: float = 1.0
    theme: Type = Type(12.4, 1.36, 1.6)
    other_above: float = 2.6
    when: float = 10.1
    purpose: float = 5.0
    purpose_type: Type = Type(11.6)
    back: float = 11.9
    speaker: float = 3.8
    is_brief: bool = False


CLOSE = Closely(row=2.8, silence=4.8, heading=2.8, section=7.8, what=Type(11.6), who=Type(10.2, 1.28, 1.6))
CLOSEST = Closely(
    row=1.5,
    silence=3.4,
    heading=2.4,
    heading_type=Type(10.2),
    section=6.0,
    what=Type(11, 1.25, 1.25),
    who=Type(9.8, 1.22, 1.22),
    hours=Type(10.6),
    emblem=13.8,
    letterhead=2.0,
    letterhead_type=Type(9.6, 1.2, 1.2),
    hosts=3.6,
    motif=25.0,
    motif_alone=23.0,
    kicker=1.4,
    titles=(Type(24, 1.12), Type(20, 1.15), Type(15, 1.2)),
    titles_rtl=(Type(24, 0, 1.5), Type(20, 0, 1.5), Type(15, 0, 1.5)),
    subtitle=Type(13.4, 1.3, 1.6),
    other_above=1.2,
    when=7.5,
    purpose=3.4,
    purpose_type=Type(11, 1.3, 1.3),
    back=8.7,
)
BRIEF = replace(
    CLOSEST,
    leading_rtl=1.55,
    row=1.1,
    silence=2.4,
    heading=1.6,
    motif=20.0,
    emblem=11.0,
    letterhead=1.2,
    host=Type(10.4, 1.3, 1.4),
    titles_rtl=(Type(18, 0, 1.4), Type(18, 0, 1.4), Type(15, 0, 1.5)),
    section=2.4,
    subtitle=Type(13.4, 1.3, 1.4),
    theme=Type(12.4, 1.36, 1.4),
    when=3.8,
    back=6.0,
    speaker=1.9,
    is_brief=True,
)
SETTINGS = {"roomy": Closely(), "close": CLOSE, "closest": CLOSEST, "closest brief": BRIEF}
FLOWING = " flowing"


def least_pages(shown: dict[str, Any], setting: str, paper: PaperSize) -> int:
    """Return how many pages what ``a4.sheet`` shows has at least in a setting."""
    sheet = _Sheet(SETTINGS[setting.removesuffix(FLOWING)], shown["direction"], PAPERS[paper][0])
    return pages_of(sheet.front(shown), sheet.back(shown), shown, setting, paper)


def holds_hours(shown: dict[str, Any], setting: str, paper: PaperSize) -> bool:
    """Say whether opening hours may well stand whole on the first page, below the head."""
    width, first, _ = PAPERS[paper]
    sheet = _Sheet(SETTINGS[setting], shown["direction"], width)
    return sum(sheet.head(shown)) <= first


def pages_of(front: float, back: float, shown: dict[str, Any], setting: str, paper: PaperSize) -> int:
    """Return how many pages so many millimetres take: of the front, of the back, and the page of words."""
    words = bool(shown["words"])
    if setting.endswith(FLOWING):
        return _pages(front + back, paper) + words
    return _pages(front, paper) + (_pages(back, paper) if back else 0) + words


def _pages(height: float, paper: PaperSize) -> int:
    _, first, other = PAPERS[paper]
    return 1 + max(0, ceil((height - first) / other))


@dataclass(frozen=True, slots=True)
class _Sheet:
    closely: Closely
    direction: str
    width: float

    def front(self, shown: dict[str, Any]) -> float:
        height = sum(self.head(shown))
        if shown["order"].groups:
            height += self._section() + self._order(shown["order"])
        for held in shown["within"]:
            height += self._section() + self._line(Type(11.2)) + self._order(held.order)
        return height

    def head(self, shown: dict[str, Any]) -> Iterator[float]:
        """Yield the heights of what stands before the order: masthead, purpose and opening hours."""
        closely = self.closely
        yield self._masthead(shown["masthead"])
        if shown["purpose"]:
            yield closely.purpose
            yield sum(self._lines(each, closely.purpose_type, self.width - 32) for each in shown["purpose"])
        if shown["hours"]:
            row = min(closely.row, 2.6) + self._line(closely.hours)
            yield self._section() + len(shown["hours"]) * row

    def back(self, shown: dict[str, Any]) -> float:
        back: Back = shown["back"]
        heights = [
            sum(self._memory(back)),
            sum(self._speaker(each) for each in back.speakers),
            sum(self._lines(line, Type(11.2)) + 2.5 for line in back.guests),
            sum(self._line(Type(11.2)) + 2.5 for _ in back.supporters),
            sum(self._lines(line, Type(10.2)) for line in back.note),
        ]
        head = self.closely.back + self._line(Type(11))
        # The first of the speakers has no room above it, the last of a list none below.
        told = sum(head + height - 2.0 for height in heights if height)
        return told + (CURRENT if shown["qr_code"] else 0)

    def _memory(self, back: Back) -> Iterator[float]:
        memory, type_ = back.remembrance, Type(12.2 if not self.closely.is_brief else 11, 1.42, 1.42)
        if memory:
            for line in (memory.day, memory.anniversary, *memory.message):
                yield self._lines(line, type_)
            for each in memory.figures:
                yield 2 + self._lines(each.text, type_) + self._lines(each.source, Type(9.6, 1.42, 1.42))

    def _speaker(self, speaker: Speaker) -> float:
        named = self._lines(speaker.name, Type(12, 1.25, 1.42))
        return named + self._lines(speaker.offices, Type(10.6, 1.3, 1.42)) + self.closely.speaker

    def _masthead(self, masthead: Masthead) -> float:
        return sum(self._above_the_title(masthead)) + sum(self._title_and_below(masthead))

    def _above_the_title(self, masthead: Masthead) -> Iterator[float]:
        closely = self.closely
        if masthead.emblem or masthead.letterhead:
            yield closely.letterhead + (closely.emblem if masthead.emblem else 0)
            yield len(masthead.letterhead) * self._line(closely.letterhead_type)
        if masthead.hosts:
            yield max(
                closely.motif if masthead.motif_stands_between else 0,
                *(self._host(each, len(masthead.hosts), masthead.has_flags) for each in masthead.hosts),
            )
            # Less below a letterhead, and there the motif is smaller.
            is_low = closely.motif < SETTINGS["roomy"].motif and masthead.letterhead
            yield closely.hosts - (closely.motif - BRIEF.motif + 1.2 if is_low else 0)
        if masthead.motif and not masthead.motif_stands_between:
            yield closely.motif_alone
        if masthead.status:
            yield 2.0 + self._line(Type(11))
        if masthead.kicker:
            size = 11 if self.direction == "rtl" else 8.6 if masthead.kicker_is_long else 9.6
            lines = len(masthead.kicker) if masthead.kicker_is_long else 1
            yield lines * self._line(Type(size)) + closely.kicker

    def _host(self, host: HostCard, hosts: int, has_flags: bool) -> float:
        room = 110.0 if hosts == 1 else HOST
        named = self._lines(host.name, self.closely.host, room) + self._lines(
            host.city, self.closely.host, room
        )
        return named + (13.4 if has_flags else 0)

    def _title_and_below(self, masthead: Masthead) -> Iterator[float]:
        closely = self.closely
        titles = closely.titles_rtl if self.direction == "rtl" else closely.titles
        yield self._lines(masthead.title, titles[("", "long", "very-long").index(masthead.size)])
        if masthead.subtitle:
            yield closely.subtitle_above + self._lines(masthead.subtitle, closely.subtitle)
        if masthead.theme:
            yield 1.0 + self._lines(masthead.theme, closely.theme)
        if masthead.other_title:
            yield closely.other_above + self._lines(masthead.other_title, Type(11.4, 1.36, 1.3))
        yield closely.when + self._lines(" · ".join(masthead.when), Type(12.4), self.width - 40)
        yield self._lines(masthead.where, Type(11.2), self.width - 40)

    def _section(self) -> float:
        """Return the room around a heading, its line, and the head of the table below it."""
        rtl = self.direction == "rtl"
        size = 11 if not rtl or self.closely.is_brief else 13
        return self.closely.section + self._line(Type(size)) + (5.8 if rtl else 4.2)

    def _order(self, order: Order) -> float:
        what = self.width - WHO - 7 - (TIME if order.has_times else 0)
        height = 0.0
        for group in order.groups:
            if group.heading:
                height += self.closely.heading
                height += self._lines(group.heading, self.closely.heading_type, self.width - 6)
            height += sum(self._row(row, what) for row in group.rows)
        return height

    def _row(self, row: Row, what: float) -> float:
        closely = self.closely
        small = replace(closely.what, size=10.8)
        left = self._lines(row.title, closely.what, what)
        left += sum(self._lines(line, small, what) for line in (row.dedication, *row.below))
        right = sum(self._lines(line, closely.who, WHO - 3) for line in self._beside(row))
        paired = sum(self._line(closely.who) + closely.row / 2 for _ in row.pairs)
        padding = closely.silence if row.is_silence else closely.row
        return padding + max(left, right and right + self._lowered()) + paired

    def _lowered(self) -> float:
        """Return how far the smaller type is moved down to stand in line with the larger one."""
        what, who = self.closely.what, self.closely.who
        leading = (self._line(what) - self._line(who)) / 2
        return max(0, leading + (what.size - who.size) * 0.3 / POINTS_IN_MM)

    def _beside(self, row: Row) -> Iterator[str]:
        for each in row.contributors:
            yield f"{each.role} {each.name}"
            if not (self.closely.is_brief and each.is_listed):
                yield each.offices
        yield from row.beside
        yield from row.cues

    def _lines(self, html: str, type_: Type, room: float = 0) -> float:
        """Return how high a text stands in a column, or across the sheet."""
        return lines_of(html, type_.size, room or self.width, self.direction) * self._line(type_)

    def _line(self, type_: Type) -> float:
        leading = type_.leading
        if self.direction == "rtl":
            leading = type_.leading_rtl or self.closely.leading_rtl
        return type_.size * leading / POINTS_IN_MM


def lines_of(html: str, size: float, room: float, direction: str) -> int:
    """Return how many lines a text of this size takes at least in a column."""
    drawn = size / POINTS_IN_MM * DRAWN_TOGETHER[direction]
    return sum(ceil(_width(line) * drawn / room) for line in html.split(BREAK) if line)


# Each setting asks for the same texts.
@lru_cache(maxsize=2048)
def _width(html: str) -> float:
    return width_of(unescape(TAG.sub("", html)).strip())
