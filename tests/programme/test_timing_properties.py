"""What holds of every running order, also on nights on which the clocks change."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, given
from hypothesis import strategies as st

from events.programme.agenda import Start
from events.programme.choices import StartMode
from events.programme.timing import (
    NonexistentTimeError,
    elapsed,
    in_utc,
    later,
    moment,
    running_order,
)

DAY = date(2023, 1, 20)
ALONGSIDE = Start(StartMode.ALONGSIDE)

# A start on the eve of every kind of change: forward, back, by half an hour, in a year of no rule, by a whole day.
EVES = [
    ("Europe/London", date(2023, 3, 25)),
    ("Europe/London", date(2023, 10, 28)),
    ("America/New_York", date(2023, 3, 11)),
    ("America/New_York", date(2023, 11, 4)),
    ("Australia/Lord_Howe", date(2023, 4, 1)),
    ("Australia/Lord_Howe", date(2023, 9, 30)),
    ("Asia/Karachi", date(2008, 5, 31)),
    ("Asia/Karachi", date(2008, 10, 31)),
    ("Asia/Karachi", date(2009, 4, 14)),
    ("Asia/Karachi", date(2009, 10, 31)),
    ("Asia/Baku", date(2015, 3, 28)),
    ("Asia/Baku", date(2015, 10, 24)),
    ("Pacific/Apia", date(2011, 12, 29)),
    ("Asia/Karachi", DAY),
]


@dataclass(frozen=True)
class Timed:
    duration: timedelta
    start: Start = field(default_factory=Start)


durations = st.integers(0, 6 * 3600).map(lambda seconds: timedelta(seconds=seconds))
clocks = st.times().map(lambda at: at.replace(microsecond=0))
zones = st.sampled_from(sorted({zone for zone, _ in EVES}))


@st.composite
def starts(draw):
    zone, eve = draw(st.sampled_from(EVES))
    noon = moment(time(12), eve, zone)
    return later(noon, draw(st.integers(0, 24 * 3600).map(lambda seconds: timedelta(seconds=seconds))))


@st.composite
def timed_items(draw):
    mode = draw(st.sampled_from(StartMode))
    start = Start(mode)
    if mode in (StartMode.FIXED, StartMode.ANCHORED):
        start = Start(mode, draw(clocks), draw(zones) if mode is StartMode.ANCHORED else None)
    return Timed(draw(durations), start)


@given(starts(), st.lists(durations, max_size=8))
def test_linked_items_fill_their_time_without_gap_or_overlap(start, lengths):
    spans = running_order([Timed(length) for length in lengths], start)

    edges = [start, *(span.end for span in spans)]
    assert [in_utc(span.start) for span in spans] == [in_utc(edge) for edge in edges[:-1]]
    assert elapsed(start, edges[-1]) == sum(lengths, timedelta(0))


@given(starts(), st.lists(timed_items(), max_size=8))
def test_every_item_keeps_its_length_its_zone_and_its_way_of_starting(start, items):
    try:
        spans = running_order(items, start)
    except NonexistentTimeError:
        assume(False)
    assert len(spans) == len(items)
    for timed, span in zip(items, spans, strict=True):
        assert elapsed(span.start, span.end) == timed.duration
        assert span.start.tzinfo is span.end.tzinfo is start.tzinfo
        if timed.start.mode is StartMode.FIXED:
            assert (span.start.date(), span.start.time()) == (start.date(), timed.start.at)
        if timed.start.mode is StartMode.ANCHORED:
            there = span.start.astimezone(ZoneInfo(timed.start.zone))
            assert (there.date(), there.time()) == (start.date(), timed.start.at)


@given(starts(), durations, st.lists(durations, max_size=5), durations)
def test_companions_start_together_and_are_all_waited_for(start, main, companions, after):
    items = [Timed(main), *(Timed(each, ALONGSIDE) for each in companions), Timed(after)]

    *group, following = running_order(items, start)

    assert {in_utc(span.start) for span in group} == {in_utc(start)}
    assert elapsed(start, following.start) == max([main, *companions])


@given(st.sampled_from(EVES), st.integers(0, 1), clocks)
def test_moment_either_is_the_clock_time_asked_for_or_is_refused(eve, days, at):
    zone, day = eve[0], eve[1] + timedelta(days=days)
    try:
        found = moment(at, day, zone)
    except NonexistentTimeError as refused:
        after = refused.resumes_at
        assert in_utc(after).astimezone(ZoneInfo(zone)) == after
        assert after.replace(tzinfo=None) > datetime.combine(day, at)
    else:
        back = in_utc(found).astimezone(ZoneInfo(zone))
        assert (back.date(), back.time(), back.fold) == (day, at, 0)
