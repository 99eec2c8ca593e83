"""The least number of pages of an A4 programme in two languages, told from its texts before anything is laid out.

As ``heights`` for one language; the numbers are those of ``styles/a4-pair.css`` over ``styles/a4.css``. What is
doubtful is left out: a setting is laid out once more, and never passed over that would have fitted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from events.exports.pdf.heights import FLOWING, PAPERS, lines_of, pages_of
from events.exports.pdf.measure import POINTS_IN_MM
from events.exports.pdf.side_by_side import Cell, PairedOrder, PairedRow, Side
from events.exports.pdf.together import Said
from events.programme.choices import PaperSize

# Parts of the sheet that each language has: of its columns, of what stands in pairs.
BESIDE, HALF = 0.47, 0.49
HOST = 62.0
# The heads of the columns, and the heading over them with the room between.
HEADS = 4.2


@dataclass(frozen=True, slots=True)
class Closely:
    """What a setting changes: type in points, all else in millimetres, above and below together."""

    tight_rtl: float = 1.65
    row: float = 4.1
    silence: float = 6.8
    group: float = 4.5
    group_type: float = 10.8
    what: float = 11.4
    said: float = 10.0
    section: float = 10.0
    time: float = 17.0
    cell: float = 6.0
    flag: float = 13.4
    host: float = 10.4
    is_brief: bool = False
    motif: float = 31.0
    hosts: float = 6.0
    titles: tuple[float, ...] = (19.0, 16.0, 13.0)
    subtitle: float = 12.4
    when: float = 9.8
    back: float = 3.0
    pair: float = 3.0
    told: float = 10.2
    code: float = 33.0


CLOSE = Closely(row=2.8, silence=4.8, group=2.8, what=10.8, said=9.6, section=7.8)
CLOSEST = Closely(
    tight_rtl=1.5,
    row=1.5,
    silence=3.4,
    group=2.4,
    group_type=10.2,
    what=10.2,
    said=9.2,
    section=6.0,
    host=9.4,
    motif=20.0,
    hosts=3.6,
    titles=(17.0, 14.6, 12.0),
    when=6.8,
    back=2.0,
    pair=1.8,
    told=9.6,
)
BRIEF = replace(
    CLOSEST,
    tight_rtl=1.42,
    row=0.9,
    silence=2.0,
    group=1.1,
    group_type=9.6,
    section=3.6,
    time=14.0,
    cell=2.8,
    flag=11.4,
    host=8.8,
    is_brief=True,
    hosts=2.4,
    titles=(15.0, 13.4, 11.4),
    subtitle=11.0,
    when=3.8,
    pair=1.0,
    told=9.2,
    code=29.0,
)
TIGHT = replace(
    BRIEF, tight_rtl=1.34, what=9.7, said=8.8, section=1.8, when=2.4, flag=10.0, motif=18.0, hosts=0.8
)
SETTINGS = {
    "roomy": Closely(),
    "close": CLOSE,
    "closest": CLOSEST,
    "closest brief": BRIEF,
    "closest brief tight": TIGHT,
}


def least_pages(shown: dict[str, Any], setting: str, paper: PaperSize) -> int:
    """Return how many pages what ``side_by_side.sheet`` shows has at least in a setting."""
    sheet = _Sheet(SETTINGS[setting.removesuffix(FLOWING)], PAPERS[paper][0])
    return pages_of(sum(sheet.front(shown)), sum(sheet.back(shown)), shown, setting, paper)


@dataclass(frozen=True, slots=True)
class _Sheet:
    closely: Closely
    width: float

    def front(self, shown: dict[str, Any]) -> Iterator[float]:
        closely = self.closely
        sides: list[Side] = shown["sides"]
        if shown["hosts"]:
            motif = closely.motif if shown["masthead"].motif_stands_between else 0
            yield closely.hosts + max(motif, *(sum(self._host(each, shown)) for each in shown["hosts"]))
        yield max(sum(self._titles(side)) for side in sides)
        yield closely.when + max(sum(self._when(side)) for side in sides)
        if shown["order"].groups:
            yield closely.section + self._line(10.4, "ltr")
            yield from self._order(shown["order"])
        if shown["hours"]:
            yield closely.section + self._line(10.4, "ltr")
            yield from (min(closely.row, 2.6) + self._line(closely.what, "ltr") for _ in shown["hours"])
        for held in shown["within"]:
            yield 2.8 + self._line(10.4, "ltr") + self._line(9.6, "ltr")
            yield from self._order(held.order)

    def back(self, shown: dict[str, Any]) -> Iterator[float]:
        closely = self.closely
        memory = shown["memory"] or {}
        for pairs in memory.values():
            yield from (max(map(self._told, pair)) for pair in pairs)
        sections = [shown["speakers"], shown["guests"], shown["supporters"], shown["note"]]
        for pairs in filter(None, sections):
            yield closely.back + self._line(10.4, "ltr")
            yield from (closely.pair + max(map(self._told, pair)) for pair in pairs)
        if shown["qr_code"]:
            yield closely.code

    def _host(self, host: dict[str, Any], shown: dict[str, Any]) -> Iterator[float]:
        if shown["masthead"].has_flags:
            yield self.closely.flag
        room = 110.0 if len(shown["hosts"]) == 1 else HOST
        for said in host["said"]:
            for line in said.lines[: 1 if self.closely.is_brief else None]:
                yield self._lines(line, self.closely.host, room, said.direction)

    def _titles(self, side: Side) -> Iterator[float]:
        masthead = side.brief_masthead if self.closely.is_brief else side.masthead
        room = self.width * BESIDE
        size = self.closely.titles[("", "long", "very-long").index(masthead.size)]
        leading = 1.55 if side.direction == "rtl" else 1.15
        if masthead.kicker:
            yield len(masthead.kicker) * 8 * 1.36 / POINTS_IN_MM + 1.4
        yield lines_of(masthead.title, size, room, side.direction) * size * leading / POINTS_IN_MM
        if masthead.subtitle:
            yield self._lines(masthead.subtitle, self.closely.subtitle, room, side.direction)
        if masthead.theme:
            yield self._lines(masthead.theme, 11.2, room, side.direction)

    def _when(self, side: Side) -> Iterator[float]:
        for line in (" · ".join(side.when), *side.where):
            yield self._lines(line, 9.8, self.width * HALF, side.direction)

    def _order(self, order: PairedOrder) -> Iterator[float]:
        closely = self.closely
        room = (self.width - (closely.time if order.has_times else 0)) / 2 - closely.cell
        yield HEADS
        for group in order.groups:
            if group.heading:
                yield closely.group + self._line(closely.group_type, "ltr")
            yield from (self._row(row, room) for row in group.rows)

    def _row(self, row: PairedRow, room: float) -> float:
        padding = self.closely.silence if row.is_silence else self.closely.row
        return padding + max(sum(self._cell(cell, room)) for cell in row.cells)

    def _cell(self, cell: Cell, room: float) -> Iterator[float]:
        row, way = cell.row, cell.direction
        yield self._lines(row.title, self.closely.what, room, way)
        said = [
            cell.comma.join(
                f"{each.role} {each.name}" + (f"{cell.comma}{each.offices}" if not each.is_listed else "")
                for each in row.contributors
            ),
            " · ".join(row.asides),
            *row.below,
        ]
        for line in filter(None, said):
            yield self._lines(line, self.closely.said, room, way)
        yield sum(map(len, row.pairs)) * self._line(self.closely.said, way)

    def _told(self, said: Said) -> float:
        return sum(
            self._lines(line, self.closely.told, self.width * BESIDE, said.direction) for line in said.lines
        )

    def _lines(self, html: str, size: float, room: float, direction: str) -> float:
        return lines_of(html, size, room, direction) * self._line(size, direction)

    def _line(self, size: float, direction: str) -> float:
        return size * (self.closely.tight_rtl if direction == "rtl" else 1.26) / POINTS_IN_MM
