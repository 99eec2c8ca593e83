"""The days of an exhibition, as they are printed."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from events.exports.pdf.voice import Voice, sentence
from events.programme.languages import clock, day_and_month, weekday_name
from events.programme.value import OpeningDay


@dataclass(frozen=True, slots=True)
class DayRow:
    day: SafeString
    hours: SafeString
    note: SafeString
    is_closed: bool


def opening_hours(days: tuple[OpeningDay, ...], voice: Voice) -> list[DayRow]:
    return [
        DayRow(_day(each, voice), _hours(each), voice.say(each.note), not each.opens_at)
        for each in sorted(days, key=lambda day: day.on)
    ]


def _day(day: OpeningDay, voice: Voice) -> SafeString:
    return sentence(
        gettext("%(weekday)s, %(day)s"),
        weekday=weekday_name(day.on, voice.language),
        day=day_and_month(day.on, voice.language),
    )


def _hours(day: OpeningDay) -> SafeString:
    if not day.opens_at:
        return SafeString(pgettext("opening hours", "Closed"))
    if not day.closes_at:
        return format_html(gettext("from {}"), clock(day.opens_at))
    return format_html(
        pgettext("from one hour to another", "{}–{}"), clock(day.opens_at), clock(day.closes_at)
    )
