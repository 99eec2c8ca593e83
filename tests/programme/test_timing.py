"""When each item begins and ends, also on nights on which the clocks change."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from events.programme.agenda import Span, Start
from events.programme.choices import StartMode
from events.programme.timing import (
    NonexistentTimeError,
    clock_changes,
    elapsed,
    in_utc,
    later,
    moment,
    running_order,
)

ISLAMABAD = ZoneInfo("Asia/Karachi")
LONDON = ZoneInfo("Europe/London")
DAY = date(2023, 1, 20)
ALONGSIDE = Start(StartMode.ALONGSIDE)


@dataclass(frozen=True)
class Timed:
    duration: timedelta
    start: Start = field(default_factory=Start)


def item(minutes: float = 5, start: Start | None = None) -> Timed:
    return Timed(timedelta(minutes=minutes), start or Start())


def fixed(hour: int, minute: int = 0, second: int = 0, on: date | None = None) -> Start:
    return Start(StartMode.FIXED, time(hour, minute, second), on=on)


def anchored(hour: int, zone: str = "Asia/Baku", on: date | None = None) -> Start:
    return Start(StartMode.ANCHORED, time(hour), zone, on)


def at(hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2023, 1, 20, hour, minute, second, tzinfo=ISLAMABAD)


def test_running_order_of_nothing_is_empty():
    assert running_order([], at(10)) == []


def test_running_order_linked_items_follow_each_other():
    assert running_order([item(2), item(4), item(3)], at(10)) == [
        Span(at(10), at(10, 2)),
        Span(at(10, 2), at(10, 6)),
        Span(at(10, 6), at(10, 9)),
    ]


def test_running_order_is_exact_to_the_second():
    silence = Timed(timedelta(seconds=60))

    assert running_order([Timed(timedelta(seconds=95)), silence, item(0)], at(10)) == [
        Span(at(10), at(10, 1, 35)),
        Span(at(10, 1, 35), at(10, 2, 35)),
        Span(at(10, 2, 35), at(10, 2, 35)),
    ]


def test_running_order_fixed_start_leaves_a_gap_before_it():
    assert running_order([item(5), item(1, fixed(11))], at(10, 45)) == [
        Span(at(10, 45), at(10, 50)),
        Span(at(11), at(11, 1)),
    ]


def test_running_order_fixed_start_overlaps_what_runs_past_it():
    assert running_order([item(30), item(5, fixed(10, 15)), item(5)], at(10)) == [
        Span(at(10), at(10, 30)),
        Span(at(10, 15), at(10, 20)),
        Span(at(10, 20), at(10, 25)),
    ]


def test_running_order_fixed_start_is_on_the_day_of_the_event_or_its_own():
    day, next_day = DAY, DAY + timedelta(days=1)
    late = [item(60), item(5, fixed(0, 30)), item(5, fixed(0, 30, on=next_day))]

    spans = running_order(late, at(23), day)

    assert [span.start for span in spans] == [at(23), at(0, 30), at(0, 30) + timedelta(days=1)]


def test_running_order_that_starts_after_midnight_still_means_the_day_of_the_event():
    (span,) = running_order([item(5, fixed(23))], at(0, 30) + timedelta(days=1), DAY)

    assert span == Span(at(23), at(23, 5))


def test_running_order_without_a_day_takes_that_of_the_start():
    assert running_order([item(5, fixed(11))], at(10)) == [Span(at(11), at(11, 5))]


def test_running_order_anchored_start_is_turned_into_the_zone_of_the_event():
    (span,) = running_order([item(1, anchored(12))], at(10), DAY)

    assert span == Span(at(13), at(13, 1))
    assert span.start.tzinfo is ISLAMABAD
    assert span.start.astimezone(ZoneInfo("Asia/Baku")).time() == time(12)


@pytest.mark.parametrize(
    ("zone", "day", "local"),
    [
        ("Asia/Karachi", date(2023, 1, 20), "13:00"),
        ("Europe/Istanbul", date(2023, 1, 20), "11:00"),
        ("Europe/Istanbul", date(2015, 1, 20), "10:00"),
        ("Europe/Moscow", date(2023, 1, 20), "11:00"),
        ("Europe/Belgrade", date(2023, 1, 20), "09:00"),
        ("Europe/London", date(2023, 1, 20), "08:00"),
        ("America/New_York", date(2023, 1, 20), "03:00"),
        ("Asia/Tokyo", date(2023, 1, 20), "17:00"),
    ],
)
def test_noon_of_baku_is_kept_at_the_clock_of_each_place(zone, day, local):
    start = moment(time(1), day, zone)

    (span,) = running_order([item(1, anchored(12))], start, day)

    assert f"{span.start:%H:%M}" == local


def test_running_order_anchored_start_west_of_the_date_line_is_on_the_day_of_the_event_there():
    start = moment(time(8), DAY, "Pacific/Honolulu")

    (span,) = running_order([item(1, anchored(12))], start, DAY)

    assert f"{span.start:%Y-%m-%d %H:%M}" == "2023-01-19 22:00"


def test_running_order_items_alongside_start_with_the_one_they_accompany():
    spans = running_order([item(10), item(3, ALONGSIDE), item(2, ALONGSIDE), item(5)], at(10))

    assert spans == [
        Span(at(10), at(10, 10)),
        Span(at(10), at(10, 3)),
        Span(at(10), at(10, 2)),
        Span(at(10, 10), at(10, 15)),
    ]


def test_running_order_linked_item_waits_for_the_longest_of_those_alongside():
    spans = running_order([item(5), item(20, ALONGSIDE), item(10, ALONGSIDE), item(5)], at(10))

    assert spans[3] == Span(at(10, 20), at(10, 25))


def test_running_order_items_alongside_a_fixed_one_start_with_it():
    spans = running_order([item(5), item(5, fixed(11)), item(5, ALONGSIDE)], at(10))

    assert spans[2] == Span(at(11), at(11, 5))


def test_running_order_item_alongside_nothing_starts_at_the_start():
    assert running_order([item(5, ALONGSIDE), item(5)], at(10)) == [
        Span(at(10), at(10, 5)),
        Span(at(10, 5), at(10, 10)),
    ]


@pytest.mark.parametrize(
    ("start", "message"),
    [
        (Start(StartMode.FIXED), "fixed, but its clock time is missing"),
        (Start(StartMode.ANCHORED, zone="Asia/Baku"), "anchored, but its clock time is missing"),
        (Start(StartMode.ANCHORED, time(12)), "the zone of its clock time is missing"),
    ],
)
def test_running_order_refuses_a_start_that_says_too_little(start, message):
    with pytest.raises(ValueError, match=message):
        running_order([item(5, start)], at(10))


def test_running_order_refuses_a_start_without_a_zone():
    with pytest.raises(ValueError, match="the zone in which it starts"):
        running_order([], datetime(2023, 1, 20, 10))


def test_running_order_refuses_a_fixed_time_that_does_not_exist():
    start = moment(time(0), date(2023, 3, 26), "Europe/London")

    with pytest.raises(NonexistentTimeError, match="01:30 on 26 March 2023"):
        running_order([item(5, fixed(1, 30))], start)


def test_running_order_over_the_night_the_clocks_go_back_keeps_lengths():
    start = moment(time(0, 30), date(2023, 10, 29), "Europe/London")

    spans = running_order([item(60), item(60), item(60)], start)

    assert [f"{span.start:%H:%M %Z}" for span in spans] == ["00:30 BST", "01:30 BST", "01:30 GMT"]
    assert f"{spans[-1].end:%H:%M %Z}" == "02:30 GMT"


def test_running_order_over_the_night_the_clocks_go_forward_keeps_lengths():
    start = moment(time(0, 30), date(2023, 3, 26), "Europe/London")

    spans = running_order([item(60), item(60)], start)

    assert [f"{span.start:%H:%M %Z}" for span in spans] == ["00:30 GMT", "02:30 BST"]


def test_moment_is_aware_in_its_zone():
    assert moment(time(12, 0, 30), DAY, "Asia/Karachi") == datetime(2023, 1, 20, 12, 0, 30, tzinfo=ISLAMABAD)
    assert moment(time(12), DAY, "Asia/Karachi").utcoffset() == timedelta(hours=5)


@pytest.mark.parametrize("fold", [0, 1])
def test_moment_that_comes_twice_is_the_first(fold):
    twice = moment(time(1, 30, fold=fold), date(2023, 10, 29), "Europe/London")

    assert in_utc(twice) == datetime(2023, 10, 29, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "on", "zone", "leaves", "resumes"),
    [
        (time(1, 30), date(2023, 3, 26), "Europe/London", "01:00 on 26", "02:00 on 26 March 2023"),
        (time(2), date(2023, 3, 12), "America/New_York", "02:00 on 12", "03:00 on 12 March 2023"),
        (time(2, 15), date(2023, 10, 1), "Australia/Lord_Howe", "02:00 on 1", "02:30 on 1 October 2023"),
        (time(0, 30), date(2008, 6, 1), "Asia/Karachi", "00:00 on 1", "01:00 on 1 June 2008"),
        (time(0, 59, 59), date(2009, 4, 15), "Asia/Karachi", "00:00 on 15", "01:00 on 15 April 2009"),
        (time(4, 30), date(2015, 3, 29), "Asia/Baku", "04:00 on 29", "05:00 on 29 March 2015"),
        (time(12), date(2011, 12, 30), "Pacific/Apia", "00:00 on 30", "00:00 on 31 December 2011"),
    ],
)
def test_moment_that_does_not_exist_is_refused_in_words(at, on, zone, leaves, resumes):
    with pytest.raises(NonexistentTimeError) as refused:
        moment(at, on, zone)

    message = str(refused.value)
    assert f"does not exist in {zone}: the clocks are put forward there" in message
    assert f"from {leaves} " in message
    assert f"to {resumes}." in message
    assert (refused.value.at, refused.value.on, refused.value.zone) == (at, on, zone)
    assert moment(refused.value.resumes_at.time(), refused.value.resumes_at.date(), zone)


@pytest.mark.parametrize("at", [time(0, 59, 59), time(2)])
def test_moment_at_the_edges_of_a_change_exists(at):
    assert moment(at, date(2023, 3, 26), "Europe/London").time() == at


def test_later_and_elapsed_count_real_time():
    before = moment(time(0, 30), date(2023, 10, 29), "Europe/London")
    after = later(before, timedelta(hours=2))

    assert f"{after:%H:%M %Z}" == "01:30 GMT"
    assert elapsed(before, after) == timedelta(hours=2)
    assert elapsed(after, before) == -timedelta(hours=2)


@pytest.mark.parametrize(
    ("zone", "eve", "expected"),
    [
        ("Europe/London", date(2023, 3, 25), ["2023-03-26T02:00:00+01:00"]),
        ("Europe/London", date(2023, 10, 28), ["2023-10-29T01:00:00+00:00"]),
        ("Australia/Lord_Howe", date(2023, 9, 30), ["2023-10-01T02:30:00+11:00"]),
        ("Pacific/Apia", date(2011, 12, 29), ["2011-12-31T00:00:00+14:00"]),
        ("Asia/Karachi", DAY, []),
    ],
)
def test_clock_changes_are_found_to_the_second(zone, eve, expected):
    start = moment(time(18, 7, 3), eve, zone)

    changes = clock_changes(start, later(start, timedelta(hours=12)))

    assert [change.isoformat() for change in changes] == expected


def test_clock_changes_of_a_long_time_are_all_found():
    start, end = (moment(time(12), day, "Asia/Karachi") for day in (date(2008, 5, 1), date(2009, 5, 1)))

    assert [change.isoformat() for change in clock_changes(start, end)] == [
        "2008-06-01T01:00:00+06:00",
        "2008-10-31T23:00:00+05:00",
        "2009-04-15T01:00:00+06:00",
    ]
