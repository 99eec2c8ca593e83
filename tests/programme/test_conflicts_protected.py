"""What may never be cut and what may run beside it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from events.programme.choices import Audience, Cue, Kind
from events.programme.conflicts import Conflict, ConflictKind, Level, conflicts
from tests.programme.agendas import (
    ALONGSIDE,
    agenda,
    at,
    fixed,
    item,
    noon_in_baku,
    silence,
    speech,
    told,
)

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Kind.ANTHEM, Kind.REFRESHMENTS),
        (Kind.ADDRESS, Kind.ANTHEM),
        (Kind.RECITATION, Kind.TOUR),
        (Kind.SILENCE, Kind.GROUP_PHOTOGRAPH),
    ],
)
def test_nothing_runs_alongside_a_protected_item(first, second):
    programme = agenda(item("one", first, 5, Cue.RISE), item("two", second, 1, Cue.RISE, start=ALONGSIDE))

    assert told(programme) == [("protected-overlapped", ("one", "two"))]


@pytest.mark.parametrize(
    ("first", "second"),
    [(Kind.ANTHEM, Kind.FLAG), (Kind.FLAG, Kind.BUGLE_CALL), (Kind.WREATH_LAYING, Kind.BUGLE_CALL)],
)
def test_flag_and_wreath_go_together_with_anthem_and_bugle(first, second):
    assert conflicts(agenda(item("one", first, 5), item("two", second, 1, start=ALONGSIDE))) == []


def test_what_staff_do_alongside_a_protected_item_is_no_conflict():
    aside = item("note", Kind.OTHER, 1, start=ALONGSIDE, audience=Audience.STAFF)

    assert conflicts(agenda(item("anthem", Kind.ANTHEM, 2, Cue.RISE), aside)) == []


def test_protected_item_overlapped_by_a_fixed_one_is_told():
    programme = agenda(item("anthem", Kind.ANTHEM, 5), speech("one", start=fixed(10, 3)))

    assert conflicts(programme) == [
        Conflict(
            ConflictKind.PROTECTED_OVERLAPPED,
            Level.WARNING,
            ("anthem", "one"),
            at(10, 3),
            at(10, 5),
            2 * MINUTE,
        )
    ]


def test_neighbour_of_an_anchored_silence_would_have_to_be_cut_to_its_start():
    programme = agenda(
        speech("long", 30), silence(start=noon_in_baku()), speech("after"), starts_at=at(12, 40)
    )

    assert conflicts(programme) == [
        Conflict(
            ConflictKind.NEIGHBOUR_CUT,
            Level.WARNING,
            ("long", "silence"),
            at(13),
            at(13, 1),
            10 * MINUTE,
        ),
        Conflict(ConflictKind.OVERLAP, Level.WARNING, ("long", "after"), at(13, 1), at(13, 10), 9 * MINUTE),
    ]


def test_neighbour_that_begins_within_a_pinned_silence_has_to_wait_for_its_end():
    pinned = replace(silence(start=fixed(10, 30)), duration=timedelta(minutes=5))
    programme = agenda(speech("one", 30), pinned, speech("two", 30, start=fixed(10, 33)))

    assert [(each.kind, each.uids, each.amount) for each in conflicts(programme)][-1] == (
        ConflictKind.NEIGHBOUR_CUT,
        ("silence", "two"),
        2 * MINUTE,
    )


def test_neighbour_that_begins_with_a_pinned_silence_has_to_wait_for_its_end():
    programme = agenda(
        silence(start=fixed(10, 30)), speech("one", 30, start=fixed(10, 30)), starts_at=at(10, 30)
    )

    assert [(each.kind, each.amount) for each in conflicts(programme)] == [
        (ConflictKind.NEIGHBOUR_CUT, MINUTE)
    ]


def test_silence_over_another_protected_item_asks_nobody_to_cut():
    programme = agenda(item("recitation", Kind.RECITATION, 10), silence(start=fixed(10, 5)))

    assert told(programme) == [("protected-overlapped", ("recitation", "silence"))]
