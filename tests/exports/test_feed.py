from datetime import UTC, date, datetime, timedelta

import pytest

from events.exports.feed import ENTRIES, EVENTS, OCTETS, Head, fitting, holds_until, window
from events.exports.vevents import Entry
from events.programme.choices import Status

TODAY = date(2026, 6, 1)
RELEASED = datetime(2026, 1, 10, 9, tzinfo=UTC)
DAY = timedelta(days=1)


def head(days, code="", status=Status.CONFIRMED, **values):
    """An event that ends so many days after today."""
    return Head(code or f"{days:+05}", TODAY + days * DAY, status, RELEASED, **values)


def entry(octets):
    return Entry(RELEASED, "uid", "", b"x" * octets)


def test_window_takes_what_is_to_come_first_and_the_past_from_its_end():
    heads = [head(-2), head(3), head(-1), head(0), head(1)]

    assert window(heads, TODAY) == [head(0), head(1), head(3), head(-1), head(-2)]


def test_window_leaves_out_the_past_beyond_its_number_but_nothing_to_come():
    past = [head(-days) for days in range(1, EVENTS + 10)]
    to_come = [head(days) for days in range(5)]

    held = window(past + to_come, TODAY)
    many = window(past + [head(days) for days in range(EVENTS + 1)], TODAY)

    assert held == to_come + past[: EVENTS - 5]
    assert [each.ends_on for each in many] == [TODAY + days * DAY for days in range(EVENTS + 1)]


def test_window_does_not_depend_on_the_day():
    heads = [head(days) for days in range(-EVENTS, 20)]

    held = {frozenset(window(heads, TODAY + days * DAY)) for days in range(0, 400, 40)}

    assert len(held) == 1


@pytest.mark.parametrize(
    ("ended", "cancelled", "belongs"),
    [
        # Days before today. 30 after the end, and 60 after the cancellation at least.
        (30, 200, True),
        (31, 200, False),
        (100, 60, True),
        (100, 61, False),
        (-50, 300, True),
    ],
)
def test_cancelled_event_stays_for_a_while(ended, cancelled, belongs):
    cancelled_at = datetime.combine(TODAY - cancelled * DAY, datetime.min.time(), UTC)
    cancelled = head(-ended, status=Status.CANCELLED, cancelled_at=cancelled_at)

    assert (cancelled in window([cancelled], TODAY)) is belongs


def test_fitting_stops_before_the_first_event_that_is_too_much():
    large, small = [entry(OCTETS - 10)], [entry(10)]

    assert fitting([large, small, small]) == [large, small]
    assert fitting([[entry(1)] * ENTRIES, small]) == [[entry(1)] * ENTRIES]
    assert fitting([]) == []


def test_feed_holds_until_something_in_it_is_released():
    held = window([head(days) for days in range(-EVENTS, 20)], TODAY)

    assert holds_until(held, len(held), TODAY) is None
    assert holds_until(held, 20, TODAY) is None
    assert holds_until([], 0, TODAY) is None


def test_feed_without_room_for_all_to_come_holds_until_the_next_event_is_over():
    held = window([head(days) for days in range(3, 100)], TODAY)
    many = window([head(days) for days in range(3, EVENTS + 4)], TODAY)

    assert holds_until(held, 50, TODAY) == TODAY + 4 * DAY
    assert holds_until(many, len(many), TODAY) == TODAY + 4 * DAY


def test_feed_with_a_cancelled_event_holds_until_that_leaves():
    cancelled_at = datetime.combine(TODAY - 10 * DAY, datetime.min.time(), UTC)
    cancelled = head(-40, status=Status.CANCELLED, cancelled_at=cancelled_at)

    assert holds_until([cancelled], 1, TODAY) == TODAY + 51 * DAY
    assert cancelled.belongs(TODAY + 50 * DAY)
    assert not cancelled.belongs(TODAY + 51 * DAY)
