"""Local customs: dated rules with a source. They warn and explain; they never block."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from events.programme.agenda import Place, Span
from events.programme.text import Text
from events.programme.timing import NonexistentTimeError, in_utc, moment

FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Custom:
    """Hours of a weekday (0 is Monday) that are kept free in a city, from one day to another, both included.

    ``country`` is ISO 3166 alpha-2; ``city`` is compared with every language of a place's city. Without
    ``valid_until`` the rule is in force until another one is entered.
    """

    slug: str
    name: Text
    country: str
    city: Text
    zone: str
    weekday: int
    begins: time
    ends: time
    valid_from: date
    valid_until: date | None
    source: Text

    def is_kept_at(self, place: Place) -> bool:
        return place.country == self.country and not set(self.city.versions).isdisjoint(place.city.versions)

    def windows(self, span: Span) -> Iterator[Span]:
        """Return the hours of the custom, in its zone, that ``span`` runs into."""
        zone = ZoneInfo(self.zone)
        day, last = span.start.astimezone(zone).date(), span.end.astimezone(zone).date()
        while day <= last:
            window = self._window(day)
            if window and in_utc(span.start) < in_utc(window.end) and in_utc(window.start) < in_utc(span.end):
                yield window
            day += timedelta(days=1)

    def _window(self, day: date) -> Span | None:
        until = self.valid_until or date.max
        if day.weekday() != self.weekday or not self.valid_from <= day <= until:
            return None
        try:
            return Span(moment(self.begins, day, self.zone), moment(self.ends, day, self.zone))
        except NonexistentTimeError:
            return None


def kept_hours(place: Place, span: Span, customs: Sequence[Custom]) -> Iterator[tuple[Custom, Span]]:
    """Return the customs of the place that ``span`` runs into, each with its hours in the zone of ``span``."""
    for custom in customs:
        if custom.is_kept_at(place):
            for window in custom.windows(span):
                yield custom, Span(_as(window.start, span), _as(window.end, span))


def _as(at: datetime, span: Span) -> datetime:
    return at.astimezone(span.start.tzinfo)


def _said(en: str, az: str, ru: str, ur: str, tr: str) -> Text:
    return Text.of({"en": en, "az": az, "ru": ru, "ur": ur, "tr": tr})


# The words are ours, not those of a glossary: to be read by a speaker of each language.
FRIDAY_BREAK = _said("Friday break", "Cümə fasiləsi", "Пятничный перерыв", "جمعے کا وقفہ", "Cuma arası")
ISLAMABAD = _said("Islamabad", "İslamabad", "Исламабад", "اسلام آباد", "İslamabad")

# Of the notifications only the years are known, so each rule holds for whole years. In Ramadan federal offices close
# at 12:30 on Fridays, but for which years was not stated. For 2011 to 2021 no rule is known.
CUSTOMS: tuple[Custom, ...] = (
    Custom(
        slug="islamabad-friday-2010",
        name=FRIDAY_BREAK,
        country="PK",
        city=ISLAMABAD,
        zone="Asia/Karachi",
        weekday=FRIDAY,
        begins=time(12),
        ends=time(14),
        valid_from=date(2010, 1, 1),
        valid_until=date(2010, 12, 31),
        source=_said(
            "hours of federal offices, 2010",
            "federal idarələrin iş saatları, 2010",
            "часы работы федеральных учреждений, 2010",
            "وفاقی دفاتر کے اوقات، 2010",
            "federal dairelerin çalışma saatleri, 2010",
        ),
    ),
    Custom(
        slug="islamabad-friday-2022",
        name=FRIDAY_BREAK,
        country="PK",
        city=ISLAMABAD,
        zone="Asia/Karachi",
        weekday=FRIDAY,
        begins=time(12, 30),
        ends=time(14, 30),
        valid_from=date(2022, 1, 1),
        valid_until=None,
        source=_said(
            "notification on the hours of federal offices, 2022",
            "federal idarələrin iş saatları haqqında bildiriş, 2022",
            "уведомление о часах работы федеральных учреждений, 2022",
            "وفاقی دفاتر کے اوقات کا نوٹیفکیشن، 2022",
            "federal dairelerin çalışma saatlerine ilişkin duyuru, 2022",
        ),
    ),
)
