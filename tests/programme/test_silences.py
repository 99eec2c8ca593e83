"""A silence is kept standing, to the second, without music or applause, inside the event."""

from dataclasses import replace
from datetime import timedelta

import pytest

from events.programme.choices import Audience, Cue, Kind, Phase
from events.programme.conflicts import Conflict, ConflictKind, Level, conflicts
from tests.programme.agendas import (
    ALONGSIDE,
    agenda,
    at,
    event,
    fixed,
    item,
    noon_in_baku,
    part,
    silence,
    speech,
    told,
)

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    "before",
    [
        [],
        [item("anthem", Kind.ANTHEM, 2)],
        [item("anthem", Kind.ANTHEM, 2, Cue.RISE), item("wait", Kind.OTHER, 1)],
        [item("anthem", Kind.ANTHEM, 2, Cue.RISE), item("seated", Kind.OTHER, 1, Cue.BE_SEATED)],
        [item("anthem", Kind.ANTHEM, 2, Cue.RISE, Cue.BE_SEATED)],
        [item("standing", Kind.OTHER, 1, Cue.REMAIN_STANDING)],
    ],
)
def test_silence_without_a_cue_to_rise_before_it_is_told(before):
    programme = agenda(*before, silence("silence", Cue.REMAIN_STANDING, Cue.NO_APPLAUSE))

    assert told(programme) == [("silence-without-rise", ("silence",))]


@pytest.mark.parametrize(
    "before",
    [
        [item("opening", Kind.OPENING, 2, Cue.RISE)],
        [
            item("anthem", Kind.ANTHEM, 2, Cue.RISE),
            item("second", Kind.ANTHEM, 2, Cue.REMAIN_STANDING),
        ],
        [item("anthem", Kind.ANTHEM, 2, Cue.RISE), item("flag", Kind.FLAG, 1, start=ALONGSIDE)],
        [item("seated", Kind.OTHER, 1, Cue.BE_SEATED, Cue.RISE)],
        [
            item("anthem", Kind.ANTHEM, 2, Cue.RISE),
            item("lights", Kind.OTHER, 1, audience=Audience.STAFF),
        ],
    ],
)
def test_silence_after_a_cue_to_rise_is_kept_standing(before):
    programme = agenda(*before, silence("silence", Cue.REMAIN_STANDING, Cue.NO_APPLAUSE))

    assert conflicts(programme) == []


def test_silence_takes_the_cue_to_rise_from_the_part_before_it():
    programme = event(
        part("a", [item("anthem", Kind.ANTHEM, 2, Cue.RISE)], at(10)),
        part("b", [silence("silence", Cue.REMAIN_STANDING)]),
    )

    assert conflicts(programme) == []


def test_silence_of_staff_does_not_take_the_cue_of_the_guests():
    programme = event(
        part("a", [item("anthem", Kind.ANTHEM, 2, Cue.RISE)], at(10)),
        part("b", [silence("silence", Cue.REMAIN_STANDING)], audience=Audience.STAFF),
    )

    assert [(each.kind, each.level) for each in conflicts(programme)] == [
        (ConflictKind.SILENCE_WITHOUT_RISE, Level.INFORMATION)
    ]


def test_applause_that_would_touch_a_silence_is_told():
    assert conflicts(agenda(speech("one"), silence())) == [
        Conflict(
            ConflictKind.APPLAUSE_BEFORE_SILENCE,
            Level.WARNING,
            ("one", "silence"),
            at(10, 10),
            at(10, 11),
        )
    ]


@pytest.mark.parametrize(
    "before",
    [
        [item("one", Kind.ADDRESS, 10, Cue.NO_APPLAUSE)],
        [item("anthem", Kind.ANTHEM, 2)],
        [item("bugle", Kind.BUGLE_CALL, 1)],
        [speech("one", 10), item("opening", Kind.OPENING, 1)],
    ],
)
def test_silence_is_not_touched_by_what_draws_no_applause(before):
    assert conflicts(agenda(*before, silence())) == []


def test_applause_has_died_away_where_a_gap_comes_before_the_silence():
    assert told(agenda(speech("one", 10), silence(start=fixed(10, 15)))) == [("gap", ("one", "silence"))]


@pytest.mark.parametrize("kind", [Kind.MUSIC, Kind.VIDEO, Kind.ANTHEM, Kind.BUGLE_CALL, Kind.MARCH])
def test_music_alongside_a_silence_is_told(kind):
    programme = agenda(silence(), item("music", kind, 5, start=ALONGSIDE))

    assert conflicts(programme) == [
        Conflict(
            ConflictKind.MUSIC_IN_SILENCE, Level.WARNING, ("silence", "music"), at(10), at(10, 1), MINUTE
        )
    ]


def test_music_that_runs_into_a_silence_is_told():
    programme = agenda(item("music", Kind.MUSIC, 10), silence(start=fixed(10, 9)))

    assert told(programme) == [("music-in-silence", ("music", "silence"))]


@pytest.mark.parametrize(
    "duration",
    [timedelta(0), timedelta(seconds=-60), timedelta(seconds=59, milliseconds=500)],
)
def test_silence_lasts_whole_seconds(duration):
    programme = agenda(replace(silence(), duration=duration))

    assert [(each.kind, each.amount) for each in conflicts(programme)] == [
        (ConflictKind.SILENCE_LENGTH, duration)
    ]


def test_silence_of_90_seconds_is_fine():
    assert conflicts(agenda(replace(silence(), duration=timedelta(seconds=90)))) == []


def test_anchored_silence_outside_the_event_is_told():
    programme = agenda(speech("one"), silence(start=noon_in_baku()))

    assert [(each.kind, each.level, each.amount) for each in conflicts(programme)][1:] == [
        (ConflictKind.SILENCE_OUTSIDE, Level.WARNING, timedelta(hours=2, minutes=50))
    ]


def test_anchored_silence_before_the_event_is_told():
    programme = event(
        part("a", [silence(start=noon_in_baku())], at(12)), part("b", [speech("one"), speech("two")], at(14))
    )

    assert ("silence-outside", ("silence",)) in told(programme)


@pytest.mark.parametrize("start", [at(12, 30), at(12, 50)])
def test_anchored_silence_within_the_event_or_at_its_end_is_fine(start):
    applauseless = item("one", Kind.ADDRESS, (at(13) - start) / MINUTE, Cue.NO_APPLAUSE)

    assert conflicts(agenda(applauseless, silence(start=noon_in_baku()), starts_at=start)) == []


def test_anchored_silence_alone_is_the_event():
    assert conflicts(agenda(silence(start=noon_in_baku()), starts_at=at(13))) == []


def test_anchored_silence_for_staff_outside_the_event_is_only_told():
    programme = event(
        part("a", [speech("one")], at(10)),
        part("b", [silence(start=noon_in_baku())], audience=Audience.STAFF, phase=Phase.AFTER),
    )

    assert [each.level for each in conflicts(programme)] == [Level.INFORMATION] * 2


def test_silence_is_checked_also_before_anything_is_timed():
    programme = event(part("a", [speech("one"), silence("silence", Cue.NO_APPLAUSE)]), on=None)

    assert told(programme) == [
        ("silence-without-rise", ("silence",)),
        ("applause-before-silence", ("one", "silence")),
        ("no-day", ("event",)),
    ]


def test_silence_between_the_first_and_the_last_item_is_inside_although_nothing_touches_it():
    programme = agenda(
        speech("one"), silence(start=noon_in_baku()), speech("two", start=fixed(15)), starts_at=at(12)
    )

    assert told(programme) == [("gap", ("one", "silence")), ("gap", ("silence", "two"))]
