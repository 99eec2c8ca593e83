"""Public holidays of both states, as the package has them."""

from datetime import date

from events.public_holidays import country_of, days_off


def test_20_january_is_off_in_azerbaijan_and_not_in_pakistan():
    azerbaijan, pakistan = days_off("AZ", [2027]), days_off("PK", [2027])

    assert date(2027, 1, 20) in azerbaijan.holidays
    assert date(2027, 1, 20) not in pakistan.holidays
    assert dict(azerbaijan.holidays[date(2027, 1, 20)].name.versions)["az"] == "Ümumxalq hüzn günü"


def test_5_february_is_off_in_pakistan_and_named_in_urdu():
    holiday = days_off("PK", [2027]).holidays[date(2027, 2, 5)]

    assert set(holiday.name.languages) == {"en", "ur"}
    assert not holiday.is_estimated


def test_days_that_follow_the_moon_are_estimated():
    azerbaijan, pakistan = days_off("AZ", [2027]), days_off("PK", [2027])

    assert azerbaijan.holidays[date(2027, 3, 9)].is_estimated
    assert pakistan.holidays[date(2027, 3, 10)].is_estimated
    assert not azerbaijan.holidays[date(2027, 11, 8)].is_estimated


def test_weekend_is_known():
    assert days_off("PK", [2027]).holds(date(2027, 1, 23))
    assert not days_off("PK", [2027]).holds(date(2027, 1, 22))


def test_state_of_which_nothing_is_known_has_no_days():
    assert days_off("XX", [2027]) is None
    assert days_off("", [2027]) is None


def test_state_is_that_of_the_clocks():
    assert [country_of(zone) for zone in ("Asia/Karachi", "Asia/Baku", "Europe/Belgrade", "UTC")] == [
        "PK", "AZ", "RS", "",
    ]  # fmt: skip
