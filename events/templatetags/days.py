"""Days and hours as HTML in the language of the page, each with its machine-readable form."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from events.programme import languages
from events.programme.agenda import Item, Span
from events.programme.choices import Shown
from events.programme.document import duration_text
from events.programme.value import OpeningDay, Programme

register = template.Library()


class Hours(Protocol):
    @property
    def closed(self) -> Sequence[OpeningDay]: ...
    @property
    def closed_at_the_weekend(self) -> bool: ...


class Clock(Protocol):
    def at(self, when: datetime) -> datetime: ...


@register.simple_tag(takes_context=True)
def long_day(context: template.Context, day: date) -> SafeString:
    return _time(day.isoformat(), languages.long_date(day, context["language"]))


@register.simple_tag(takes_context=True)
def full_day(context: template.Context, day: date) -> SafeString:
    return _time(day.isoformat(), languages.full_date(day, context["language"]))


@register.simple_tag(takes_context=True)
def short_day(context: template.Context, day: date) -> SafeString:
    return _time(day.isoformat(), languages.day_and_month(day, context["language"]))


@register.simple_tag(takes_context=True)
def week_day(context: template.Context, day: date) -> SafeString:
    """A day with its weekday, without the year."""
    language = context["language"]
    text = languages.LANGUAGES[language].long_date.format(
        weekday=languages.weekday_name(day, language), date=languages.day_and_month(day, language)
    )
    return _time(day.isoformat(), text)


@register.simple_tag(takes_context=True)
def days(context: template.Context, first: date, last: date) -> str:
    return languages.date_range(first, last, context["language"])


@register.simple_tag(takes_context=True)
def short_days(context: template.Context, first: date, last: date) -> str:
    """Days without the year."""
    return languages.days_of_year(first, last, context["language"])


@register.simple_tag(takes_context=True)
def month_name(context: template.Context, first: date) -> str:
    return languages.month_title(first.year, first.month, context["language"])


@register.simple_tag(takes_context=True)
def weekdays(context: template.Context) -> list[tuple[str, str]]:
    """Return the weekdays with their short names, from Monday."""
    language = context["language"]
    return list(zip(languages.weekday_names(language), languages.short_weekday_names(language), strict=True))


@register.simple_tag(takes_context=True)
def day_number(context: template.Context, day: date) -> SafeString:
    """The number of the day for the eye, the day in words for the ear."""
    return format_html(
        '<time datetime="{}"><span aria-hidden="true">{}</span><span class="visually-hidden">{}</span></time>',
        day.isoformat(),
        day.day,
        languages.day_and_month(day, context["language"]),
    )


@register.simple_tag(takes_context=True)
def closed_words(context: template.Context, hours: Hours) -> str:
    """Say on which days an exhibition is closed."""
    language = context["language"]
    days = languages.join_list([languages.day_and_month(day.on, language) for day in hours.closed], language)
    if days and hours.closed_at_the_weekend:
        return gettext("Closed on %(days)s and at the weekend") % {"days": days}
    if days:
        return gettext("Closed on %(days)s") % {"days": days}
    return gettext("Closed at the weekend") if hours.closed_at_the_weekend else ""


@register.simple_tag(takes_context=True)
def hour(context: template.Context, at: datetime | time) -> SafeString:
    """A clock time; a moment is written with its offset."""
    return _hour(at)


@register.simple_tag(takes_context=True)
def hours(context: template.Context, span: Span) -> SafeString:
    return _hours(span.start, span.end)


@register.simple_tag(takes_context=True)
def hours_on(context: template.Context, span: Span, clock: Clock) -> SafeString:
    """The span on another clock."""
    return _hours(clock.at(span.start), clock.at(span.end))


@register.simple_tag
def hour_on(at: datetime, clock: Clock) -> SafeString:
    return _hour(clock.at(at))


@register.simple_tag
def from_to(opens_at: time, closes_at: time | None) -> SafeString:
    if closes_at is None:
        return format_html(gettext("from {}"), _hour(opens_at))
    return _hours(opens_at, closes_at)


@register.simple_tag
def offset(at: datetime) -> SafeString:
    return format_html('<bdi lang="en" dir="ltr">{}</bdi>', languages.utc_offset(at))


@register.simple_tag(takes_context=True)
def length(context: template.Context, duration: timedelta) -> SafeString:
    return _time(duration_text(duration), languages.length(duration, context["language"]))


@register.simple_tag(takes_context=True)
def dates(context: template.Context, programme: Programme) -> str:
    """The day or days of an event, where no mark-up may stand. Empty where they are not stated."""
    if not programme.on:
        return ""
    return languages.date_range(programme.on, programme.until or programme.on, context["language"])


@register.simple_tag(takes_context=True)
def released_on(context: template.Context, released_at: datetime, zone: str) -> SafeString:
    """The day of a release as it was at the place."""
    return full_day(context, released_at.astimezone(ZoneInfo(zone)).date())


@register.simple_tag
def item_hour(item: Item) -> SafeString:
    """The start of an item, as far as it is to be shown."""
    if item.span is None or item.shown is Shown.NOT_AT_ALL:
        return SafeString('<span class="at"></span>')
    start = _hour(item.span.start)
    if item.shown is Shown.ABOUT:
        start = format_html(pgettext("a clock time", "about {}"), start)
    return format_html('<span class="at">{}</span>', start)


@register.simple_tag
def zone_of(programme: Programme) -> SafeString:
    """How far the clocks of the place are from UTC on the day."""
    if not programme.on:
        return SafeString("")
    return offset(datetime.combine(programme.on, time(12), ZoneInfo(programme.zone)))


@register.simple_tag
def offset_on(at: datetime, clock: Clock) -> SafeString:
    return offset(clock.at(at))


def _hours(start: datetime | time, end: datetime | time) -> SafeString:
    return format_html(pgettext("from one hour to another", "{}–{}"), _hour(start), _hour(end))


def _hour(at: datetime | time) -> SafeString:
    return _time(at.isoformat(timespec="minutes" if not at.second else "seconds"), languages.clock(at))


def _time(machine: str, text: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', machine, text)
