"""Clock times, lengths, lists and figures in the five languages."""

from datetime import UTC, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from events.programme.languages import (
    LANGUAGES,
    clock,
    comma,
    figure,
    isolate,
    join_list,
    length,
    quoted,
    semicolon,
    utc_offset,
)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (time(10, 9), "10:09"),
        (time(9), "09:00"),
        (time(12, 0, 30), "12:00:30"),
        (datetime(2023, 1, 20, 0, 0, tzinfo=ZoneInfo("Asia/Karachi")), "00:00"),
        (datetime(2023, 1, 20, 23, 59, 59, tzinfo=UTC), "23:59:59"),
    ],
)
def test_clock_shows_seconds_only_where_they_matter(at, expected):
    assert clock(at) == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, "0 min"),
        (1, "1 s"),
        (60, "1 min"),
        (90, "90 s"),
        (120, "2 min"),
        (150, "2 min 30 s"),
        (1500, "25 min"),
        (3600, "1 h"),
        (3605, "1 h 5 s"),
        (5400, "1 h 30 min"),
        (90000, "25 h"),
    ],
)
def test_length_is_said_to_the_second(seconds, expected):
    assert length(timedelta(seconds=seconds), "en") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("90 s", "25 min", "1 h 30 min", "2 h")),
        ("az", ("90 san", "25 dəq", "1 saat 30 dəq", "2 saat")),
        ("ru", ("90 с", "25 мин", "1 ч 30 мин", "2 ч")),
        ("ur", ("90 سیکنڈ", "25 منٹ", "1 گھنٹہ 30 منٹ", "2 گھنٹے")),
        ("tr", ("90 sn.", "25 dk.", "1 sa. 30 dk.", "2 sa.")),
    ],
)
def test_length_has_the_units_of_its_language(language, expected):
    lengths = (timedelta(seconds=90), timedelta(minutes=25), timedelta(minutes=90), timedelta(hours=2))

    assert tuple(length(each, language) for each in lengths) == expected


def test_length_that_is_negative_is_refused():
    with pytest.raises(ValueError, match="cannot be negative"):
        length(timedelta(seconds=-1), "en")


@pytest.mark.parametrize(
    ("hours", "expected"),
    [(5, "UTC+5"), (5.5, "UTC+5:30"), (-3, "UTC−3"), (-3.5, "UTC−3:30"), (0, "UTC"), (14, "UTC+14")],
)
def test_utc_offset_is_short(hours, expected):
    assert utc_offset(datetime(2023, 1, 20, tzinfo=timezone(timedelta(hours=hours)))) == expected


def test_utc_offset_of_a_moment_without_zone_is_refused():
    with pytest.raises(ValueError, match="without a zone"):
        utc_offset(datetime(2023, 1, 20))


def test_lists_have_the_comma_and_the_conjunction_of_their_language():
    names = ["A", "B", "C"]

    assert [join_list(names, language) for language in LANGUAGES] == [
        "A, B and C",
        "A, B və C",
        "A, B и C",
        "A، B اور C",
        "A, B ve C",
    ]
    assert [join_list(names[:count], "en") for count in range(3)] == ["", "A", "A and B"]


def test_urdu_has_its_own_comma_and_semicolon():
    assert (comma("ur"), semicolon("ur"), comma("ru"), semicolon("de")) == ("، ", "؛ ", ", ", "; ")


def test_quotes_and_thousands_are_those_of_the_language():
    assert [quoted("x", language) for language in LANGUAGES] == ["“x”", "“x”", "«x»", "“x”", "“x”"]
    assert [figure(250_000, language) for language in LANGUAGES] == [
        "250,000",
        "250.000",
        "250\N{NO-BREAK SPACE}000",
        "250,000",
        "250.000",
    ]


def test_isolated_text_stands_between_first_strong_isolate_and_its_end():
    assert isolate("x") == "\u2068x\u2069"
