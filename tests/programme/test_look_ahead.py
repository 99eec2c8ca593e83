"""The editions to come: their days and weekdays, holidays in both states, round numbers, and what suits better."""

from dataclasses import replace
from datetime import date

import pytest

from events.programme.languages import weekday_name
from events.programme.look_ahead import DaysOff, Holiday, coming_editions, is_milestone, observed_on
from events.programme.text import Text
from tests.programmes import seminar

OCCASION = seminar().edition.occasion
SATURDAY_SUNDAY = frozenset({5, 6})
MARTYRS_DAY = Holiday(Text.of({"en": "Martyrs' Day"}))


def state(country, *days):
    return DaysOff(country, SATURDAY_SUNDAY, dict.fromkeys(days, MARTYRS_DAY))


AZERBAIJAN = state("AZ", *(date(year, 1, 20) for year in range(2020, 2045)))
PAKISTAN = state("PK")


def coming(today=date(2026, 11, 28), years=12, states=(AZERBAIJAN, PAKISTAN), occasion=OCCASION):
    return list(coming_editions(occasion, today, years, states))


def test_weekdays_of_20_january_are_those_of_the_calendar():
    assert {each.on.year: weekday_name(each.on, "en") for each in coming()[:4]} == {
        2027: "Wednesday",
        2028: "Thursday",
        2029: "Saturday",
        2030: "Sunday",
    }


def test_twelve_years_are_looked_ahead_from_today_on():
    assert [each.edition.year for each in coming()] == list(range(2027, 2039))
    assert coming(date(2027, 1, 20))[0].on == date(2027, 1, 20)
    assert coming(date(2027, 1, 21))[0].on == date(2028, 1, 20)


def test_anniversaries_are_counted_and_the_40th_is_a_milestone():
    assert [each.edition.anniversary for each in coming()] == list(range(37, 49))
    assert [each.edition.year for each in coming() if each.is_milestone] == [2030]


@pytest.mark.parametrize(("number", "is_one"), [(0, False), (1, False), (10, True), (25, True), (36, False)])
def test_milestones_are_tens_and_quarters(number, is_one):
    assert is_milestone(number) == is_one
    assert [n for n in range(20, 101) if is_milestone(n)] == [20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 100]


def test_day_off_at_home_asks_for_the_eve_or_the_next_working_day():
    wednesday = coming()[0]

    assert (wednesday.eve, wednesday.after) == (date(2027, 1, 19), date(2027, 1, 21))


def test_weekend_and_holidays_of_either_state_are_passed_over():
    states = (AZERBAIJAN, state("PK", date(2029, 1, 19), date(2029, 1, 22)))
    saturday = next(each for each in coming(states=states) if each.on.year == 2029)

    assert (saturday.eve, saturday.after) == (date(2029, 1, 18), date(2029, 1, 23))


def test_working_day_in_both_asks_for_nothing():
    first = coming(states=(PAKISTAN,))[0]

    assert (first.eve, first.after, first.holidays) == (None, None, ())


def test_day_has_its_own_name_at_home_and_that_of_the_calendar_elsewhere():
    elsewhere = state("PK", date(2027, 1, 20))

    assert coming(states=(AZERBAIJAN, elsewhere))[0].holidays == (
        ("AZ", Holiday(OCCASION.day_name)),
        ("PK", MARTYRS_DAY),
    )


def test_29_february_comes_in_leap_years_alone():
    leap = replace(OCCASION, observed_month=2, observed_day=29)

    assert observed_on(leap, 2027) is None
    assert [each.edition.year for each in coming(occasion=leap)] == [2028, 2032, 2036]


def test_occasion_that_lies_ahead_begins_with_its_own_year():
    later = replace(OCCASION, base_on=date(2030, 1, 20))

    assert coming(occasion=later)[0].edition.anniversary == 0
