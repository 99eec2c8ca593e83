"""Local customs are dated rules of a city."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from events.programme.agenda import Place, Span
from events.programme.customs import CUSTOMS, kept_hours
from events.programme.text import Text

ZONE = ZoneInfo("Asia/Karachi")
ISLAMABAD = Place(
    Text.of({"en": "A hall"}),
    "Asia/Karachi",
    city=Text.of({"ur": "اسلام آباد", "en": "Islamabad"}),
    country="PK",
)


def span(day: date, begins: time, ends: time, until: date | None = None) -> Span:
    return Span(datetime.combine(day, begins, tzinfo=ZONE), datetime.combine(until or day, ends, tzinfo=ZONE))


def slugs(place: Place, asked: Span) -> list[str]:
    return [custom.slug for custom, _ in kept_hours(place, asked, CUSTOMS)]


def test_every_custom_has_a_name_and_a_source():
    assert [custom.slug for custom in CUSTOMS if not (custom.name and custom.source)] == []


@pytest.mark.parametrize(
    ("day", "begins", "ends", "expected"),
    [
        (date(2023, 1, 20), time(13), time(13, 1), ["islamabad-friday-2022"]),
        (date(2023, 1, 20), time(10), time(12, 30), []),
        (date(2023, 1, 20), time(10), time(12, 30, 1), ["islamabad-friday-2022"]),
        (date(2023, 1, 20), time(14, 30), time(16), []),
        (date(2023, 1, 19), time(13), time(14), []),
        (date(2010, 1, 15), time(12), time(12, 20), ["islamabad-friday-2010"]),
        (date(2010, 1, 15), time(14), time(14, 20), []),
        (date(2015, 1, 16), time(13), time(14), []),
        (date(2009, 12, 25), time(13), time(14), []),
        (date(2010, 12, 31), time(13), time(14), ["islamabad-friday-2010"]),
    ],
)
def test_friday_break_of_islamabad_depends_on_the_year_and_is_half_open(day, begins, ends, expected):
    assert slugs(ISLAMABAD, span(day, begins, ends)) == expected


def test_customs_are_those_of_the_city():
    friday = span(date(2023, 1, 20), time(13), time(14))

    assert slugs(replace(ISLAMABAD, city=Text.of({"en": "Lahore"})), friday) == []
    assert slugs(replace(ISLAMABAD, country="AZ"), friday) == []
    assert slugs(replace(ISLAMABAD, city=Text()), friday) == []


def test_hours_of_a_custom_are_told_in_the_zone_of_the_event():
    baku = ZoneInfo("Asia/Baku")
    asked = Span(datetime(2023, 1, 20, 12, tzinfo=baku), datetime(2023, 1, 20, 12, 1, tzinfo=baku))

    ((_, hours),) = kept_hours(ISLAMABAD, asked, CUSTOMS)

    assert (hours.start.tzinfo, f"{hours.start:%H:%M}", f"{hours.end:%H:%M}") == (baku, "11:30", "13:30")


def test_custom_is_met_on_every_friday_of_a_long_span():
    asked = span(date(2023, 1, 19), time(9), time(17), until=date(2023, 1, 28))

    assert [hours.start.date() for _, hours in kept_hours(ISLAMABAD, asked, CUSTOMS)] == [
        date(2023, 1, 20),
        date(2023, 1, 27),
    ]


def test_custom_is_kept_on_the_first_and_the_last_day_of_its_rule():
    friday = date(2023, 1, 20)
    once = replace(CUSTOMS[1], valid_from=friday, valid_until=friday)
    fridays = [friday + timedelta(weeks=week) for week in (-1, 0, 1)]

    kept = [[*kept_hours(ISLAMABAD, span(day, time(13), time(14)), [once])] for day in fridays]

    assert [len(hours) for hours in kept] == [0, 1, 0]
