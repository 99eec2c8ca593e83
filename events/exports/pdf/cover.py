"""The cover of a booklet: what stands on it, and how large, so that all of it stands within its frame."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from django.utils.safestring import SafeString

from events.exports.pdf.labels import EVENT_KINDS
from events.exports.pdf.masthead import Column, Masthead, city_of, masthead_of, when
from events.exports.pdf.measure import GOES_ON, lines_in, width_of
from events.exports.pdf.together import Said
from events.exports.pdf.voice import WIDE, Voice, joined
from events.programme.choices import PaperSize
from events.programme.languages import comma, date_range, direction, full_date
from events.programme.scripts import scripts_of
from events.programme.value import Programme

TAG = re.compile(r"<[^>]*>")
BREAK = "<br>"
# The title's column, and what is within the frame from its top to the room below the foot, in millimetres; the numbers
# here are those of styles/booklet.css.
COLUMNS = {
    PaperSize.A4: Column(108.0, (22, 18, 14.4), (22, 18, 14.4), 12.6, 17, (8.2, 0.11)),
    PaperSize.LETTER: Column(99.0, (22, 18, 14.4), (22, 18, 14.4), 12.6, 17, (8.2, 0.11)),
}
HEIGHTS = {PaperSize.A4: 178.0, PaperSize.LETTER: 183.9}
FLAGS, STATUS, ABOVE = 12.6, 10.5, 12.0
# The drawing with what is around it, and the white where there is none.
SETTINGS = (
    ("", 57.5, 26.0),
    ("lower", 45.0, 12.0),
    ("low", 35.0, 6.0),
    ("bare", 4.0, 4.0),
    ("bare dense", 4.0, 4.0),
)
# What fits no cover goes on over the next page.
OVER = "bare dense over"
# Of the size of the type in a dense setting.
DENSE = 0.8
# The leading of both ways to write; that of Urdu is enough for Nastaliq.
LEADING = {"ltr": 1.36, "rtl": 2.0}
POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Cover:
    """``setting`` is a class of the cover: how large its drawing is, and whether all is set closely."""

    masthead: Masthead
    kind: str
    other_titles: list[Said]
    dated: SafeString
    setting: str


def cover_of(programme: Programme, languages: tuple[str, ...], voice: Voice) -> Cover:
    paper = programme.mission.look.paper
    masthead = masthead_of(programme, voice, COLUMNS[paper])
    others = list(_other_titles(programme, languages))
    dated = _dated(programme, voice)
    kind = str(EVENT_KINDS.get(programme.kind, ""))
    measured = _Measured(masthead, kind, others, dated, direction(voice.language), COLUMNS[paper])
    room = HEIGHTS[paper]
    fitting = (
        name
        for name, drawing, white in SETTINGS
        if measured.height(DENSE if "dense" in name else 1) + (drawing if masthead.motif else white) <= room
    )
    return Cover(masthead, kind, others, dated, next(fitting, OVER))


@dataclass(frozen=True, slots=True)
class _Measured:
    masthead: Masthead
    kind: str
    other_titles: list[Said]
    dated: SafeString
    direction: str
    column: Column

    def height(self, scale: float) -> float:
        """Return how high all takes but the drawing, in millimetres."""
        masthead = self.masthead
        fixed = ABOVE + (FLAGS if masthead.has_flags else 0) + (STATUS if masthead.status else 0)
        return fixed + sum(self._blocks(scale))

    def _blocks(self, scale: float) -> Iterator[float]:
        masthead, way = self.masthead, self.direction
        size = dict(zip(("", "long", "very-long"), self.column.type, strict=True))[masthead.size]
        for host in masthead.hosts:
            yield self._block(host.name, 9.8 * scale, way)
        if self.kind:
            yield self._block(self.kind, 8.2 if way == "ltr" else 10, way) + 2.6
        yield self._block(masthead.title, size * scale, way, 1.2 if way == "ltr" else 2)
        yield self._block(masthead.subtitle, 12.6 * scale, way) + 2.2
        yield self._block(masthead.theme, 11 * scale, way) + 1.4
        for said in self.other_titles:
            yield self._block(said.lines[0], 11.6 * scale, said.direction) + 2.4
        yield self._block(self.dated, 10.8 * scale, way) + 2.4
        yield self._block(masthead.where, 9.4 * scale, way)

    def _block(self, html: str, points: float, way: str, leading: float = 0) -> float:
        plain = (unescape(TAG.sub("", line)) for line in html.split(BREAK))
        measure = self.column.measure(points)
        count = sum(_lines(line, measure, way) for line in plain)
        return count * points * (leading or LEADING[way]) * POINT


def _lines(text: str, measure: float, way: str) -> int:
    """Count them by the letters that there are: a title may be in another language than its cover."""
    joins = "ARABIC" in scripts_of(text)
    # A word that is too long for its line goes on in the next one.
    over = sum(int(width_of(word) / measure) for word in text.replace(GOES_ON, " ").split())
    return lines_in(text, measure, way if joins else "ltr") + over


def _dated(programme: Programme, voice: Voice) -> SafeString:
    """Return city and day, as a cover says them."""
    first, last = programme.announced_on, programme.until
    if not first:
        return when(programme, voice)[0]
    day = (
        date_range(first, last, voice.language) if last and last > first else full_date(first, voice.language)
    )
    return joined(comma(voice.language), [voice.say(city_of(programme)), day])


def _other_titles(programme: Programme, languages: tuple[str, ...]) -> Iterator[Said]:
    for language in languages[1:]:
        if language in programme.title.languages:
            voice = Voice(language, keeps=WIDE, phrases=programme.phrases)
            yield Said(language, direction(language), [voice.say(programme.title)])
