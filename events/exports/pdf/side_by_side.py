"""The A4 programme in two languages, column beside column, with one column of times for both."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from events.exports.pdf.back import Back, back_of
from events.exports.pdf.frame import frame
from events.exports.pdf.hours import DayRow
from events.exports.pdf.masthead import Column, Masthead, day_and_hours, masthead_of, where
from events.exports.pdf.order import Order, Row
from events.exports.pdf.proceedings import Proceedings, proceedings_of
from events.exports.pdf.stamp import stamp
from events.exports.pdf.together import Said, notes_for_guests, pairs, told_in
from events.exports.pdf.voice import WIDE, Voice, joined
from events.exports.pdf.words import words_of
from events.exports.wishes import Beside
from events.programme.languages import comma, direction
from events.programme.value import Programme

# The order fills one side and leaves the other to what follows it; only what flows lets that follow on the same page.
BRIEF = ("closest brief", "closest brief tight")
FLOWING = ("closest flowing", "closest brief flowing")
HALF_SHEET = Column(74.0, (19, 16, 13), (19, 16, 13), 12.4, 17, (8, 0.11))
BRIEF_HALF_SHEET = Column(74.0, (15, 13.4, 11.4), (15, 13.4, 11.4), 11, 17, (8, 0.11))
# The letters of a place that stand well in one line of half a sheet.
LINE_OF_PLACE = 52
# About how many lines a setting holds at best.
MOST_LINES = (("roomy", 26), ("close", 36), ("closest", 50))


@dataclass(frozen=True, slots=True)
class Side:
    """What one language says of the whole; ``masthead`` repeats no title of the other one, and has its lines in those
    settings that are not brief. Half a sheet has no room for
    day, hours and city in one line: the city follows the place in ``where``."""

    language: str
    direction: str
    comma: str
    masthead: Masthead
    brief_masthead: Masthead
    when: list[SafeString]
    where: list[SafeString]
    proceedings: Proceedings
    back: Back
    stamp: SafeString


@dataclass(frozen=True, slots=True)
class Cell:
    language: str
    direction: str
    comma: str
    row: Row


@dataclass(frozen=True, slots=True)
class PairedRow:
    """``times`` are in both languages where these say them with words; one for both where it is a clock time."""

    times: list[Said]
    cells: list[Cell]

    @property
    def is_silence(self) -> bool:
        return self.cells[0].row.is_silence

    @property
    def stays(self) -> bool:
        return self.cells[0].row.stays


@dataclass(frozen=True, slots=True)
class PairedGroup:
    heading: list[Said]
    rows: list[PairedRow]
    stays: bool


@dataclass(frozen=True, slots=True)
class PairedOrder:
    groups: list[PairedGroup]
    beside: Beside
    has_times: bool
    has_approximate_times: bool


@dataclass(frozen=True, slots=True)
class PairedWithin:
    title: list[Said]
    when: list[Said]
    order: PairedOrder


def sheet(
    programme: Programme, languages: tuple[str, ...], site_url: str, beside: Beside | None = None
) -> dict[str, Any]:
    """Return what the template shows. ``programme`` is what the public may see."""
    voice = Voice(languages[0], programme.languages, keeps=WIDE, phrases=programme.phrases)
    sides = [told_in(language, _side, programme, beside) for language in languages]
    told = [side.proceedings for side in sides]
    backs = [side.back for side in sides]
    return {
        **frame(programme, voice, site_url),
        "sides": sides,
        "is_mirrored": len({side.direction for side in sides}) == 2,
        "masthead": sides[0].masthead,
        "hosts": _hosts(sides),
        "purpose": [pair for pair in pairs(languages, *([each.purpose] for each in told)) if pair[0].lines],
        "hours": [_day(row, sides) for row in zip(*(each.hours for each in told), strict=True)],
        "order": _order([each.order for each in told], sides),
        "within": _within(told, sides),
        "is_to_be_announced": told[0].is_to_be_announced,
        "back": backs[0],
        "memory": _memory(languages, backs),
        "speakers": pairs(
            languages, *([[each.name, each.offices] for each in back.speakers] for back in backs)
        ),
        "guests": notes_for_guests(languages, backs) if backs[0].guests else [],
        "supporters": pairs(
            languages, *([[each.name, SafeString(each.role)] for each in back.supporters] for back in backs)
        ),
        "note": pairs(languages, *([back.note] if back.note else [] for back in backs)),
        "words": words_of(programme, voice, languages[1]),
    }


def settings_of(shown: dict[str, Any]) -> list[str]:
    """Return the settings worth trying."""
    lines = max(side.proceedings.lines * (1.3 if side.direction == "rtl" else 1) for side in shown["sides"])
    roomy = [name for name, most in MOST_LINES if lines <= most]
    return [*roomy, *BRIEF, *FLOWING] if roomy else ["close flowing", *FLOWING]


def _side(programme: Programme, voice: Voice, beside: Beside | None) -> Side:
    return Side(
        language=voice.language,
        direction=direction(voice.language),
        comma=comma(voice.language),
        masthead=masthead_of(programme, voice, HALF_SHEET),
        brief_masthead=masthead_of(programme, voice, BRIEF_HALF_SHEET),
        when=day_and_hours(programme, voice),
        where=_where(programme, voice),
        proceedings=proceedings_of(programme, voice, beside),
        back=back_of(programme, voice),
        stamp=stamp(programme, voice),
    )


def _where(programme: Programme, voice: Voice) -> list[SafeString]:
    """Return place and city in one line; the place over the others where it would leave a word alone."""
    place = programme.place
    if not place:
        return [where(programme, voice)]
    texts = [text for text in (place.name, place.room, place.address, place.city) if text]
    in_one_line = sum(len(voice.plain(text)) for text in texts) <= LINE_OF_PLACE
    lines = [texts] if in_one_line else [texts[:1], texts[1:]]
    return [joined(comma(voice.language), map(voice.say, line)) for line in lines if line]


def _said(side: Side, *lines: SafeString) -> Said:
    return Said(side.language, side.direction, [line for line in lines if line])


def _hosts(sides: list[Side]) -> list[dict[str, Any]]:
    """Return each host's flag, and its name and city in both languages."""
    return [
        {
            "flag": cards[0].flag,
            "said": [_said(side, card.name, card.city) for side, card in zip(sides, cards, strict=True)],
        }
        for cards in zip(*(side.masthead.hosts for side in sides), strict=True)
    ]


def _order(orders: list[Order], sides: list[Side]) -> PairedOrder:
    groups = [
        PairedGroup(
            [_said(side, group.heading) for side, group in zip(sides, both, strict=True)]
            if both[0].heading
            else [],
            [_row(rows, sides) for rows in zip(*(group.rows for group in both), strict=True)],
            both[0].stays,
        )
        for both in zip(*(order.groups for order in orders), strict=True)
    ]
    first = orders[0]
    return PairedOrder(groups, first.beside, first.has_times, first.has_approximate_times)


def _row(rows: tuple[Row, ...], sides: list[Side]) -> PairedRow:
    times = _once([_said(side, row.time) for side, row in zip(sides, rows, strict=True)])
    cells = [
        Cell(side.language, side.direction, side.comma, row) for side, row in zip(sides, rows, strict=True)
    ]
    return PairedRow(times, cells)


def _once(said: list[Said]) -> list[Said]:
    """Return both, or one where they say the same."""
    return said[:1] if said[0].lines == said[1].lines else said


def _day(rows: tuple[DayRow, ...], sides: list[Side]) -> dict[str, Any]:
    return {
        "is_closed": rows[0].is_closed,
        "days": [_said(side, row.day, row.note) for side, row in zip(sides, rows, strict=True)],
        "hours": _once([_said(side, row.hours) for side, row in zip(sides, rows, strict=True)]),
    }


def _within(told: list[Proceedings], sides: list[Side]) -> list[PairedWithin]:
    return [
        PairedWithin(
            title=[_said(side, held.title) for side, held in zip(sides, both, strict=True)],
            when=[_said(side, *held.when, held.where) for side, held in zip(sides, both, strict=True)],
            order=_order([held.order for held in both], sides),
        )
        for both in zip(*(each.within for each in told), strict=True)
    ]


def _memory(languages: tuple[str, ...], backs: list[Back]) -> dict[str, Any] | None:
    memories = [back.remembrance for back in backs if back.remembrance]
    if len(memories) < len(languages):
        return None
    return {
        "days": pairs(languages, *([[each.day, each.anniversary]] for each in memories)),
        "message": [
            pair for pair in pairs(languages, *([each.message] for each in memories)) if pair[0].lines
        ],
        "figures": pairs(
            languages, *([[figure.text, figure.source] for figure in each.figures] for each in memories)
        ),
    }
