from datetime import UTC, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil.tz import tzical
from icalendar import Timezone

from events.exports.vtimezone import tells, vtimezone

HOUR = timedelta(hours=1)


def read(zone):
    """What another program makes of our VTIMEZONE."""
    return tzical(StringIO(vtimezone(zone).decode())).get(zone)


def moments(zone, first, last, step):
    at = datetime(first, 1, 1, tzinfo=UTC)
    while at.year <= last:
        yield at.astimezone(ZoneInfo(zone))
        at += step


@pytest.mark.parametrize(
    "zone", ["Europe/London", "America/New_York", "Asia/Baku", "Asia/Karachi", "Australia/Lord_Howe"]
)
def test_vtimezone_agrees_with_the_zone_over_ten_years(zone):
    theirs = read(zone)

    wrong = [
        moment
        for moment in moments(zone, 2020, 2029, 6 * HOUR)
        if moment.replace(tzinfo=theirs).utcoffset() != moment.utcoffset()
    ]

    assert wrong == []


@pytest.mark.parametrize("zone", ["Europe/London", "Australia/Lord_Howe"])
def test_vtimezone_is_right_in_the_hours_around_each_change(zone):
    theirs = read(zone)
    half_hours = list(moments(zone, 2023, 2023, HOUR / 2))
    changes = [
        index
        for index in range(1, len(half_hours))
        if half_hours[index].utcoffset() != half_hours[index - 1].utcoffset()
    ]

    around = [moment for index in changes for moment in half_hours[index - 6 : index + 6]]

    assert len(changes) == 2
    for moment in around:
        if tells(zone, moment):
            assert moment.replace(tzinfo=theirs).utcoffset() == moment.utcoffset(), moment


def test_zone_whose_clocks_stand_still_has_one_standard_part_and_nothing_else():
    assert vtimezone("Asia/Karachi").decode().splitlines() == [
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Karachi",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZNAME:PKT",
        "TZOFFSETFROM:+0500",
        "TZOFFSETTO:+0500",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


def test_zone_with_summer_time_has_yearly_rules_by_the_clock_before_the_change():
    assert vtimezone("Europe/London").decode().splitlines() == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/London",
        "BEGIN:STANDARD",
        "DTSTART:19701025T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:GMT",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0000",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700329T010000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:BST",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0100",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
    ]


def test_dublin_stands_on_winter_time_although_its_file_says_the_reverse():
    dublin = Timezone.from_ical(vtimezone("Europe/Dublin"))

    assert [part.name for part in dublin.subcomponents] == ["STANDARD", "DAYLIGHT"]
    assert dublin.subcomponents[0]["TZOFFSETTO"].to_ical() == "+0000"


@pytest.mark.parametrize("zone", ["Africa/Cairo", "Asia/Jerusalem", "No/Such_zone", "Europe", "localtime"])
def test_zone_that_no_plain_rule_tells_has_no_vtimezone(zone):
    assert vtimezone(zone) == b""
    assert not tells(zone, datetime(2023, 1, 20, 10, tzinfo=UTC))


def test_nearly_every_zone_can_be_told_and_is_read_back():
    untold = {zone for zone in available_timezones() if not vtimezone(zone)} - {"localtime"}

    assert len(untold) <= 15
    for zone in sorted(available_timezones() - untold - {"localtime"}):
        parts = Timezone.from_ical(vtimezone(zone)).subcomponents
        assert [part.name for part in parts] in (["STANDARD"], ["STANDARD", "DAYLIGHT"]), zone


@pytest.mark.parametrize(
    ("zone", "local", "told"),
    [
        ("Asia/Baku", datetime(2015, 1, 19, 11), True),
        ("Asia/Baku", datetime(2015, 7, 1, 11), False),
        ("Asia/Karachi", datetime(2008, 7, 1, 11), False),
        ("Europe/Istanbul", datetime(2015, 1, 19, 11), False),
        ("America/New_York", datetime(2006, 3, 20, 11), False),
        ("Europe/London", datetime(2023, 7, 1, 11), True),
        ("Europe/London", datetime(1969, 7, 1, 11), False),
        ("UTC", datetime(2023, 7, 1, 11), False),
        ("Etc/GMT-5", datetime(2023, 7, 1, 11), False),
    ],
)
def test_only_what_the_rule_tells_rightly_names_the_zone(zone, local, told):
    assert tells(zone, local.replace(tzinfo=ZoneInfo(zone))) is told


def test_of_two_equal_local_times_only_the_first_names_the_zone():
    twice = datetime(2023, 10, 29, 1, 30, tzinfo=ZoneInfo("Europe/London"))

    assert tells("Europe/London", twice)
    assert not tells("Europe/London", twice.replace(fold=1))
