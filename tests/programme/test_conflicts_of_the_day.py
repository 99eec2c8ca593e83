"""Customs, clocks that change and what is still open."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from events.programme.choices import Audience, Kind
from events.programme.conflicts import ConflictKind, Level, conflicts
from events.programme.customs import CUSTOMS
from events.programme.text import NOTHING, Text
from tests.programme.agendas import (
    agenda,
    at,
    event,
    item,
    part,
    person,
    speech,
    told,
)

JANE = person("jane", "Jane Roe")
FRIDAY = date(2023, 1, 20)


def test_custom_warns_of_what_guests_attend_in_its_hours():
    programme = event(part("a", [speech("one", 40), speech("two", 40)], at(12, day=FRIDAY)), on=FRIDAY)

    (custom,) = conflicts(programme)

    assert (custom.kind, custom.level, custom.uids) == (ConflictKind.CUSTOM, Level.WARNING, ("one", "two"))
    assert (custom.starts_at, custom.ends_at) == (at(12, 30, day=FRIDAY), at(14, 30, day=FRIDAY))
    assert custom.custom in CUSTOMS


def test_custom_warns_where_guests_are_there_beside_staff():
    staff = part("b", [item("clear", Kind.SET_UP, 30)], audience=Audience.STAFF)
    programme = event(part("a", [speech("one", 60)], at(12, day=FRIDAY)), staff, on=FRIDAY)

    assert [(each.level, each.uids) for each in conflicts(programme)] == [(Level.WARNING, ("one", "clear"))]


def test_customs_are_those_that_are_given():
    programme = event(part("a", [speech("one", 60)], at(12, day=FRIDAY)), on=FRIDAY)

    assert conflicts(programme, customs=()) == []


def test_custom_is_that_of_the_place_of_the_part():
    elsewhere = replace(agenda().place, city=Text.of({"en": "Lahore"}))
    away = replace(part("a", [speech("one", 60)], at(12, day=FRIDAY)), place=elsewhere)

    assert conflicts(event(away, on=FRIDAY)) == []


def test_clocks_that_change_during_the_event_are_told():
    start = datetime(2023, 10, 28, 23, 30, tzinfo=ZoneInfo("Europe/London"))
    programme = event(part("night", [speech("one", 30), speech("vigil", 150)], start), on=date(2023, 10, 28))

    (change,) = conflicts(programme)

    assert (change.kind, change.level, change.uids) == (
        ConflictKind.CLOCKS_CHANGE,
        Level.INFORMATION,
        ("event",),
    )
    assert change.starts_at.astimezone(UTC) == datetime(2023, 10, 29, 1, tzinfo=UTC)
    assert change.amount == timedelta(hours=-1)


def test_times_of_one_zone_are_compared_as_moments_when_the_clocks_go_back():
    # The second item begins at 01:30 for the second time, when the first, begun at 01:00, ended half an hour ago.
    start = datetime(2023, 10, 29, 1, 0, tzinfo=ZoneInfo("Europe/London"))
    programme = event(part("night", [speech("one", 60), speech("two", 30)], start), on=date(2023, 10, 29))

    assert [each.kind for each in conflicts(programme)] == [ConflictKind.CLOCKS_CHANGE]


def test_position_title_place_and_start_that_are_not_given_are_to_be_completed():
    unplaced = item("video", Kind.VIDEO, 8, position_stated=False)
    unnamed = item("unnamed", Kind.OTHER, 5, title=NOTHING)
    programme = agenda(unplaced, unnamed, place=None)

    assert told(programme) == [
        ("position-not-stated", ("video",)),
        ("untitled", ("unnamed",)),
        ("no-place", ("event",)),
    ]
    assert {each.level for each in conflicts(programme)} == {Level.TO_COMPLETE}


def test_items_of_a_day_without_a_start_are_untimed():
    assert told(event(part("a", [speech("one"), speech("two")]))) == [("untimed", ("one", "two"))]


def test_items_without_a_time_stand_beside_those_that_have_one():
    programme = event(part("a", [speech("one", 5, JANE)]), part("b", [speech("two", 5, JANE)], at(10)))

    assert told(programme) == [("untimed", ("one",))]
