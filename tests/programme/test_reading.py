"""Days, hours and lengths as people write them."""

from datetime import date, time, timedelta

import pytest

from events.programme.reading import UnreadableError, read_clock, read_day, read_length


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("10:09", time(10, 9)),
        (" 9.05 ", time(9, 5)),
        ("10", time(10)),
        ("12:00:30", time(12, 0, 30)),
        ("۱۰:۳۰", time(10, 30)),
        ("00:00", time(0)),
    ],
)
def test_clock_is_read_as_written(text, at):
    assert read_clock(text) == at


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("10:75", "Minutes go up to 59. Write, for instance, 10:15."),
        ("24:00", "Hours go up to 23. Write, for instance, 10:15."),
        ("12:00:61", "Seconds go up to 59. Write, for instance, 12:00:30."),
        ("noon", "“noon” isn’t a time of day. Write, for instance, 10:15."),
        ("x" * 10_000, f"“{'x' * 40}…” isn’t a time of day. Write, for instance, 10:15."),
        ("-1:00", "“-1:00” isn’t a time of day. Write, for instance, 10:15."),
    ],
)
def test_clock_that_does_not_exist_is_answered_with_one_that_does(text, words):
    with pytest.raises(UnreadableError) as error:
        read_clock(text)

    assert str(error.value) == words


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("7", timedelta(minutes=7)),
        ("7:30", timedelta(minutes=7, seconds=30)),
        ("1:30:00", timedelta(minutes=90)),
        ("90 s", timedelta(seconds=90)),
        ("90s", timedelta(seconds=90)),
        ("25 min", timedelta(minutes=25)),
        ("1 h 30 min", timedelta(minutes=90)),
        ("2h", timedelta(hours=2)),
        ("0", timedelta(0)),
    ],
)
def test_length_is_read_as_written(text, length):
    assert read_length(text) == length


@pytest.mark.parametrize("text", ["", "-5", "5 apples", "7:75", "25:00:00", "1440:01", "7.5"])
def test_length_that_is_none_is_refused(text):
    with pytest.raises(UnreadableError):
        read_length(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "20 January 2023",
            "Friday, 20 January 2023",
            "January 20, 2023",
            "20 Jan 2023",
            "20th January 2023",
        ),
        *("2023-01-20", "20.01.2023", "20/1/2023", "2023-01-20 00:00:00", "20 yanvar 2023-cü il"),
        *("20 января 2023 г.", "20 Январь 2023", "20 جنوری 2023", "۲۰ جنوری ۲۰۲۳", "20 Ocak 2023 Cuma"),
    ],
)
def test_day_is_read_in_every_language_and_form(text):
    assert read_day(text) == date(2023, 1, 20)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("30 February 2023", "That month of 2023 has 28 days."),
        ("29.02.2023", "That month of 2023 has 28 days."),
        ("0 May 2023", "That month of 2023 has 31 days."),
        ("1/13/2023", "A year has 12 months. Write, for instance, 20 January 2023."),
        ("20 January", "“20 January” isn’t a day. Write, for instance, 20 January 2023."),
        ("20 January 0001", "The year 1 is not one to plan for."),
        ("tomorrow", "“tomorrow” isn’t a day. Write, for instance, 20 January 2023."),
    ],
)
def test_day_that_does_not_exist_is_answered_in_words(text, words):
    with pytest.raises(UnreadableError) as error:
        read_day(text)

    assert str(error.value) == words
