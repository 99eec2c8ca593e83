"""A mission's year in print: what is held and observed, month by month.

A long year is set in stretches of months that are joined at the end, so that whoever waits can be told how far it is.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext, pgettext_lazy

from events.exports import EmptyProgrammeError
from events.exports.pages.entries import Entry, entries
from events.exports.pages.observances import Observance, observances
from events.exports.pdf.frame import PAPER_STYLES, check_languages
from events.exports.pdf.labels import STATUSES
from events.exports.pdf.qr import qr_code
from events.exports.pdf.render import draw_together
from events.exports.pdf.voice import NOTHING, Voice, joined, sentence
from events.exports.pdf.year_holidays import DayOff, states_of
from events.programme.anniversary import anniversary
from events.programme.choices import Audience, Register
from events.programme.languages import (
    clock,
    comma,
    day_and_month,
    days_of_year,
    direction,
    full_date,
    month_title,
    short_weekday_names,
)
from events.programme.occasion import Occasion
from events.programme.value import Mission, Programme

MONTHS = 12
# Months follow one another in one stretch until it holds so many lines: its last page is left as full as it comes.
LINES_IN_A_STRETCH = 400
REGISTERS = {
    Register.MOURNING: pgettext_lazy("register of an occasion", "Mourning"),
    Register.MOURNING_AND_PRIDE: pgettext_lazy("register of an occasion", "Mourning and pride"),
    Register.SOLEMN: pgettext_lazy("register of an occasion", "Solemn"),
    Register.FESTIVE: pgettext_lazy("register of an occasion", "Festive"),
}


@dataclass(frozen=True, slots=True)
class YearOfMission:
    """What the calendar of a year is made from: releases of the mission, occasions with a day of their own, and public
    holidays."""

    mission: Mission
    year: int
    programmes: tuple[Programme, ...]
    occasions: tuple[Occasion, ...] = ()
    days_off: tuple[DayOff, ...] = ()

    @property
    def entries(self) -> list[Entry]:
        """What is held in the year; of an event that waits for a new day, the old one is not told."""
        first, last = date(self.year, 1, 1), date(self.year, MONTHS, 31)
        return [
            entry
            for entry in entries(each.seen_by(Audience.PUBLIC) for each in self.programmes)
            if entry.first <= last and entry.last >= first and not entry.programme.day_open
        ]


@dataclass(frozen=True, slots=True)
class Line:
    day: str
    weekday: str
    hours: SafeString
    title: SafeString
    facts: list[SafeString]
    place: SafeString
    status: str = ""
    register: str = ""
    mourns: bool = False
    is_observed: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    title: str
    lines: list[Line]


def render(
    year: YearOfMission, language: str, site_url: str, made: Callable[[int, int], None] = lambda *_: None
) -> bytes:
    """Return the year as PDF in one language; the same releases give the same bytes.

    ``made`` is told how many stretches of how many are set, after each. Raises EmptyProgrammeError where nothing is
    held in the year, LanguagesNotOfferedError, and what ``draw`` raises.
    """
    check_languages((language,))
    with translation.override(language):
        months = _months(year, language)
        if not months:
            raise EmptyProgrammeError(f"Nothing is announced in {year.year}.")
        stretches = _stretches(months)
        shown = _frame(year, language, site_url)
        styles = ["base.css", "a4.css", "year.css"]
        look = year.mission.look.paper
        styles += [PAPER_STYLES[look]] if look in PAPER_STYLES else []
        styles += ["rtl.css", "year-rtl.css"] if direction(language) == "rtl" else []

        def sheets() -> Iterator[Callable[[int], str]]:
            for number, stretch in enumerate(stretches):
                if number:
                    made(number, len(stretches))
                is_last = number == len(stretches) - 1
                states = states_of(year.days_off, year.occasions, language) if is_last else []
                yield _setter(stretch, {**shown, "states": states}, is_first=not number)

        identifier = f"{year.mission.slug} year {year.year} {language}"
        return draw_together(sheets(), tuple(styles), identifier)


def _setter(stretch: list[Month], shown: dict[str, Any], *, is_first: bool) -> Callable[[int], str]:
    """Return what sets the stretch after so many pages."""

    def html(pages_before: int) -> str:
        context = {**shown, "months": stretch, "is_first": is_first, "first_page": pages_before + 1}
        return render_to_string("exports/pdf/year.html", context)

    return html


def _stretches(months: list[Month]) -> list[list[Month]]:
    stretches: list[list[Month]] = [[]]
    for month in months:
        held = sum(len(each.lines) for each in stretches[-1])
        if held and held + len(month.lines) > LINES_IN_A_STRETCH:
            stretches.append([])
        stretches[-1].append(month)
    return stretches


def _frame(year: YearOfMission, language: str, site_url: str) -> dict[str, Any]:
    voice = Voice(language, year.mission.languages)
    address = f"{site_url}/{year.mission.slug}/"
    marks = [each.release for each in year.programmes if each.release]
    latest = max((mark.released_at for mark in marks), default=None)
    title = gettext("Calendar of events, %(year)s") % {"year": year.year}
    name = voice.plain(year.mission.name)
    day = full_date(latest.astimezone(ZoneInfo(year.mission.zone)).date(), language) if latest else ""
    state = sentence(gettext("As released by %(date)s."), date=day) if day else NOTHING
    hours = gettext("Each event is shown at the hour of its own city.")
    return {
        "language": language,
        "direction": direction(language),
        "document_title": comma(language).join([title, name]),
        "running_title": comma(language).join([title, name]),
        "author": name,
        "dated_at": latest.isoformat() if latest else "",
        "address": address,
        "qr_code": qr_code(address),
        "stamp": SafeString(f"{state} {hours}".strip().replace("..", ".")),
        "warning": "",
        "mission": voice.say(year.mission.name),
        "title": title,
    }


def _months(year: YearOfMission, language: str) -> list[Month]:
    held = _by_day(year)
    if not held:
        return []
    months = []
    for number in range(1, MONTHS + 1):
        first = date(year.year, number, 1)
        days = [date.fromordinal(first.toordinal() + after) for after in range(31)]
        lines = [line for day in days if day.month == number for line in _lines_of(day, year, held, language)]
        if lines:
            months.append(Month(month_title(year.year, number, language), lines))
    return months


def _by_day(year: YearOfMission) -> dict[date, list[Entry]]:
    """Return what is held; what lasts from the year before stands on its first day of this year."""
    held: dict[date, list[Entry]] = {}
    for entry in year.entries:
        held.setdefault(max(entry.first, date(year.year, 1, 1)), []).append(entry)
    return held


def _lines_of(
    day: date, year: YearOfMission, held: Mapping[date, Sequence[Entry]], language: str
) -> Iterator[Line]:
    off = [each for each in year.days_off if each.on == day]
    for each in observances(year.occasions, day):
        yield _observed(each, day, off, language)
    for entry in held.get(day, ()):
        yield _line(entry, language)


def _observed(observance: Observance, day: date, off: Sequence[DayOff], language: str) -> Line:
    voice = Voice(language, observance.name.languages)
    return Line(
        day=str(day.day),
        weekday=short_weekday_names(language)[day.weekday()],
        hours=NOTHING,
        title=voice.say(observance.name),
        facts=[sentence(gettext("Public holiday: %(state)s"), state=voice.say(each.state)) for each in off],
        place=NOTHING,
        register=str(REGISTERS.get(observance.occasion.register, "")),
        mourns=observance.occasion.register.mourns,
        is_observed=True,
    )


def _line(entry: Entry, language: str) -> Line:
    programme = entry.programme
    voice = Voice(language, programme.languages, phrases=programme.phrases)
    edition, place = programme.edition, programme.place
    number = voice.mark(anniversary(edition, language, programme.languages)) if edition else NOTHING
    within = (
        sentence(pgettext("event within another", "within %(event)s"), event=voice.say(entry.within.title))
        if entry.within
        else NOTHING
    )
    span = programme.span
    return Line(
        day=_days(entry, language),
        weekday="" if entry.lasts_days else short_weekday_names(language)[entry.first.weekday()],
        hours=_hours(span.start, span.end)
        if span and not entry.lasts_days and not programme.days
        else NOTHING,
        title=voice.say(programme.title),
        facts=[each for each in (number if not entry.within else NOTHING, within) if each],
        place=joined(comma(language), [voice.say(place.name), voice.say(place.city)]) if place else NOTHING,
        status=str(STATUSES.get(programme.status, "")),
        register=str(REGISTERS.get(programme.register, "")) if edition else "",
        mourns=programme.register.mourns,
    )


def _days(entry: Entry, language: str) -> str:
    if not entry.lasts_days:
        return str(entry.first.day)
    if entry.first.year != entry.last.year:
        return (
            f"{day_and_month(entry.first, language)} {entry.first.year} – {full_date(entry.last, language)}"
        )
    return days_of_year(entry.first, entry.last, language)


def _hours(start: Any, end: Any) -> SafeString:
    return format_html(pgettext("from one hour to another", "{}–{}"), clock(start), clock(end))
