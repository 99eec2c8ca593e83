"""What does not fit in a programme, what is missing and what is good to know."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.programme.choices import Audience, Cue, Kind, Manner, Phase
from events.programme.conflicts import Conflict, ConflictKind, Level, conflicts
from events.programme.customs import CUSTOMS
from events.programme.explanations import explain
from events.programme.people import Contribution, Party
from events.programme.text import NOTHING, Text
from events.programme.value import Programme
from tests.programme.agendas import (
    ALONGSIDE,
    agenda,
    at,
    event,
    fixed,
    item,
    noon_in_baku,
    part,
    person,
    silence,
    speech,
)
from tests.programmes import empty, exhibition, people, seminar

MINUTE = timedelta(minutes=1)
FRIDAY = date(2023, 1, 20)


def told(programme: Programme) -> list[tuple[str, tuple[str, ...]]]:
    return [(conflict.kind.value, conflict.uids) for conflict in conflicts(programme)]


def test_seminar_has_ten_minutes_in_reserve_one_open_spelling_and_a_video_without_position():
    (unconfirmed,) = [each for each in people(seminar()) if not each.confirmed]
    found = conflicts(seminar())

    assert [explain(each, seminar()) for each in found if each.level is not Level.INFORMATION] == [
        "The spelling of Seyid Abrar Huseyin has not been confirmed by the person’s own office.",
        "The source does not state where “Video about the events of January 20” stands in the programme.",
    ]
    assert [each.uids[0] for each in found if each.kind is ConflictKind.SPELLING_UNCONFIRMED] == [
        unconfirmed.uid
    ]
    assert [explain(each, seminar()) for each in found if each.kind is ConflictKind.RESERVE] == [
        "10 minutes remain between the end of the programme at 12:20 and the hard end at 12:30."
    ]


def test_seminar_is_told_about_the_silence_of_the_staff_in_the_friday_break_and_nothing_else():
    assert [explain(each, seminar()) for each in conflicts(seminar())][3:] == [
        "30 minutes are free between “Departure of guests of honour”, which ends at 12:30, "
        "and “Nationwide minute of silence”, which begins at 13:00.",
        "“Nationwide minute of silence” falls into the Friday break, 12:30 to 14:30 "
        "(notification on the hours of federal offices, 2022).",
        "“Nationwide minute of silence” at 13:00 (12:00 in Baku) is kept by staff alone, outside the event.",
    ]


def test_exhibition_has_only_the_free_time_after_the_set_up_of_its_ceremony():
    assert [explain(each, exhibition()) for each in conflicts(exhibition())] == [
        "30 minutes are free between “Panels, book tables, labels; lectern; sound”, which ends at 10:00, "
        "and “Arrival of visitors”, which begins at 10:30."
    ]


def test_event_of_which_nothing_is_stated_is_to_be_completed():
    assert conflicts(empty()) == [
        Conflict(ConflictKind.NO_DAY, Level.TO_COMPLETE, (empty().uid,)),
        Conflict(ConflictKind.NO_PLACE, Level.TO_COMPLETE, (empty().uid,)),
    ]


def test_agenda_in_order_has_no_conflict():
    assert conflicts(agenda(speech("one"), speech("two"))) == []


def test_gap_is_what_is_left_before_a_fixed_item():
    assert conflicts(agenda(speech("one", 25), speech("two", start=fixed(10, 30)))) == [
        Conflict(
            ConflictKind.GAP, Level.WARNING, ("one", "two"), at(10, 25), at(10, 30), timedelta(minutes=5)
        )
    ]


def test_gap_of_a_second_counts_and_none_does_not():
    programme = agenda(speech("one", 29 + 59 / 60), speech("two", start=fixed(10, 30)))

    assert conflicts(programme)[0].amount == timedelta(seconds=1)
    assert conflicts(agenda(speech("one", 30), speech("two", start=fixed(10, 30)))) == []


def test_gap_is_not_there_while_something_alongside_goes_on():
    programme = agenda(
        speech("one", 5), item("film", Kind.OTHER, 30, start=ALONGSIDE), speech("two", start=fixed(10, 30))
    )

    assert conflicts(programme) == []


def test_gap_lies_also_between_two_parts():
    programme = event(part("a", [speech("one")], at(10)), part("b", [speech("two")], at(11)))

    assert told(programme) == [("gap", ("one", "two"))]


def test_gap_beside_an_item_for_staff_alone_is_only_told():
    programme = agenda(
        item("set-up", Kind.SET_UP, 20, audience=Audience.STAFF), speech("one", start=fixed(10, 30))
    )

    assert [each.level for each in conflicts(programme)] == [Level.INFORMATION]


def test_overlap_is_what_runs_past_a_fixed_start():
    programme = agenda(speech("closing", 48), item("photo", Kind.GROUP_PHOTOGRAPH, 5, start=fixed(10, 45)))

    assert conflicts(programme) == [
        Conflict(
            ConflictKind.OVERLAP,
            Level.WARNING,
            ("closing", "photo"),
            at(10, 45),
            at(10, 48),
            timedelta(minutes=3),
        )
    ]


def test_overlap_is_found_with_every_item_that_it_reaches():
    programme = agenda(speech("long", 60), speech("two", 5, start=fixed(10, 10)), speech("three", 5))

    assert told(programme) == [("overlap", ("long", "two")), ("overlap", ("long", "three"))]


def test_overlap_between_two_parts_before_guests_counts_but_staff_work_beside_them():
    guests = part("a", [speech("one", 30)], at(10))
    more = part("b", [speech("two", 30)], at(10, 10))
    staff = part("c", [item("press", Kind.SET_UP, 30)], at(10, 10), audience=Audience.STAFF)

    assert told(event(guests, more)) == [("overlap", ("one", "two"))]
    assert told(event(guests, staff)) == []


def test_items_alongside_each_other_do_not_overlap():
    assert conflicts(agenda(speech("one"), item("music", Kind.MUSIC, 5, start=ALONGSIDE))) == []


def test_item_with_a_clock_time_before_the_one_it_follows_is_out_of_order():
    programme = agenda(
        speech("one", 30, start=fixed(23)), speech("midnight", start=fixed(0, 30)), starts_at=at(22)
    )

    assert conflicts(programme) == [
        Conflict(
            ConflictKind.OUT_OF_ORDER,
            Level.WARNING,
            ("one", "midnight"),
            at(0, 30),
            at(23),
            timedelta(hours=22, minutes=30),
        )
    ]


@pytest.mark.parametrize(
    ("minutes", "kind", "level", "starts_at", "ends_at", "amount"),
    [
        (20, ConflictKind.RESERVE, Level.INFORMATION, at(10, 20), at(10, 30), 10 * MINUTE),
        (30, ConflictKind.RESERVE, Level.INFORMATION, at(10, 30), at(10, 30), 0 * MINUTE),
        (45, ConflictKind.OVERRUN, Level.WARNING, at(10, 30), at(10, 45), 15 * MINUTE),
    ],
)
def test_hard_end_leaves_a_reserve_or_is_overrun(minutes, kind, level, starts_at, ends_at, amount):
    programme = agenda(speech("one", minutes), ends_by=at(10, 30))

    assert conflicts(programme) == [Conflict(kind, level, ("one",), starts_at, ends_at, amount)]


def test_hard_end_does_not_count_what_staff_do_afterwards():
    programme = agenda(
        speech("one", 20), item("clear", Kind.SET_UP, 60, audience=Audience.STAFF), ends_by=at(10, 30)
    )

    assert told(programme) == [("reserve", ("one",))]


def test_overrun_names_every_item_past_the_hard_end():
    programme = agenda(speech("one", 20), speech("two", 20), speech("three", 20), ends_by=at(10, 30))

    assert told(programme) == [("overrun", ("two", "three"))]


JANE = person("jane", "Jane Roe")


def test_person_is_twice_at_a_time_in_items_that_overlap():
    programme = agenda(speech("one", 30, JANE), speech("two", 30, JANE, start=fixed(10, 20)))

    assert conflicts(programme)[1] == Conflict(
        ConflictKind.PERSON_TWICE,
        Level.WARNING,
        ("one", "two", "jane"),
        at(10, 20),
        at(10, 30),
        10 * MINUTE,
    )


def test_person_is_twice_at_a_time_in_items_alongside():
    programme = agenda(speech("one", 30, JANE), speech("two", 5, JANE, start=ALONGSIDE))

    assert told(programme) == [("person-twice", ("one", "two", "jane"))]


def test_person_is_twice_at_a_time_in_an_event_and_one_within_it():
    child = agenda(speech("inside", 30, JANE), uid="child", starts_at=at(10, 20))
    programme = agenda(speech("outside", 30, JANE), children=(child,))

    assert told(programme) == [("person-twice", ("outside", "inside", "jane"))]


def test_person_who_goes_from_one_item_to_the_next_is_not_twice():
    assert conflicts(agenda(speech("one", 10, JANE), speech("two", 10, JANE))) == []


def test_person_whose_message_is_read_need_not_be_there():
    read = Contribution(
        Party(person=person("joe", "Joe")), manner=Manner.READING_MESSAGE_OF, other=Party(person=JANE)
    )
    message = replace(item("message", Kind.MESSAGE, 5, start=ALONGSIDE), contributions=(read,))

    assert conflicts(agenda(speech("one", 10, JANE), message)) == []


def test_spelling_that_is_not_confirmed_is_asked_for_once_with_every_item():
    unsure = person("unsure", "Someone", confirmed=False)
    read = Contribution(Party(person=JANE), manner=Manner.READING_MESSAGE_OF, other=Party(person=unsure))
    message = replace(item("message", Kind.MESSAGE, 5), contributions=(read,))

    assert conflicts(agenda(speech("one", 10, unsure), message)) == [
        Conflict(
            ConflictKind.SPELLING_UNCONFIRMED,
            Level.TO_COMPLETE,
            ("unsure", "one", "message"),
            at(10),
            at(10, 10),
        )
    ]


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


def test_silence_over_another_protected_item_asks_nobody_to_cut():
    programme = agenda(item("recitation", Kind.RECITATION, 10), silence(start=fixed(10, 5)))

    assert told(programme) == [("protected-overlapped", ("recitation", "silence"))]


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
    programme = event(part("a", [silence(start=noon_in_baku())], at(12)), part("b", [speech("one")], at(14)))

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


def test_custom_warns_of_what_guests_attend_in_its_hours():
    programme = event(part("a", [speech("one", 40), speech("two", 40)], at(12, day=FRIDAY)), on=FRIDAY)

    (custom,) = conflicts(programme)

    assert (custom.kind, custom.level, custom.uids) == (ConflictKind.CUSTOM, Level.WARNING, ("one", "two"))
    assert (custom.starts_at, custom.ends_at) == (at(12, 30, day=FRIDAY), at(14, 30, day=FRIDAY))
    assert custom.custom in CUSTOMS


def test_customs_are_those_that_are_given():
    programme = event(part("a", [speech("one", 60)], at(12, day=FRIDAY)), on=FRIDAY)

    assert conflicts(programme, customs=()) == []


def test_custom_is_that_of_the_place_of_the_part():
    elsewhere = replace(agenda().place, city=Text.of({"en": "Lahore"}))
    away = replace(part("a", [speech("one", 60)], at(12, day=FRIDAY)), place=elsewhere)

    assert conflicts(event(away, on=FRIDAY)) == []


def test_clocks_that_change_during_the_event_are_told():
    start = datetime(2023, 10, 28, 23, 30, tzinfo=ZoneInfo("Europe/London"))
    programme = event(part("night", [speech("vigil", 180)], start), on=date(2023, 10, 28))

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


def test_silence_is_checked_also_before_anything_is_timed():
    programme = event(part("a", [speech("one"), silence("silence", Cue.NO_APPLAUSE)]), on=None)

    assert told(programme) == [
        ("silence-without-rise", ("silence",)),
        ("applause-before-silence", ("one", "silence")),
        ("no-day", ("event",)),
    ]


def test_event_within_an_event_is_held_at_its_place():
    child = agenda(speech("one"), uid="child", place=None)

    assert conflicts(agenda(children=(child,))) == []
    assert told(agenda(children=(child,), place=None)) == [("no-place", ("event",)), ("no-place", ("child",))]


def test_conflicts_come_in_the_order_of_time_and_those_without_one_last():
    programme = agenda(
        speech("one", 30, JANE),
        silence(start=fixed(10, 40)),
        speech("two", 30, JANE, start=fixed(10, 20)),
        place=None,
    )

    times = [each.starts_at for each in conflicts(programme)]

    assert times == [*sorted(time for time in times if time), None]


def test_key_of_a_conflict_stays_when_times_change():
    before = conflicts(agenda(speech("one", 25), speech("two", start=fixed(10, 30))))
    after = conflicts(agenda(speech("one", 20), speech("two", start=fixed(10, 35))))

    assert [each.key for each in before] == [each.key for each in after] == ["gap:one:two"]
    assert before != after


KINDS = st.sampled_from(Kind)
STARTS = st.one_of(
    st.none(),
    st.just(ALONGSIDE),
    st.builds(fixed, st.integers(9, 14), st.integers(0, 59)),
    st.just(noon_in_baku()),
)
AGENDAS = st.lists(
    st.tuples(
        KINDS,
        st.integers(0, 60),
        STARTS,
        st.sampled_from(Audience),
        st.lists(st.sampled_from(Cue), max_size=2),
    ),
    max_size=7,
)


@given(AGENDAS)
def test_any_agenda_is_checked_and_explained(rows):
    items = [
        item(f"item-{number}", kind, minutes, *cues, start=start, audience=audience)
        for number, (kind, minutes, start, audience, cues) in enumerate(rows)
    ]
    programme = agenda(*items, ends_by=at(12))

    found = conflicts(programme)

    assert found == conflicts(programme)
    assert len({each.key for each in found}) == len(found)
    for each in found:
        sentence = explain(each, programme)
        assert sentence.endswith((".", ")."))
        assert "gone" not in sentence
        assert each.amount is None or each.amount >= timedelta(0)
        if each.starts_at and each.ends_at:
            assert each.starts_at <= each.ends_at


@given(st.lists(st.integers(1, 60), min_size=1, max_size=7))
def test_linked_items_never_leave_a_gap_nor_overlap(lengths):
    programme = agenda(*(speech(f"item-{number}", minutes) for number, minutes in enumerate(lengths)))

    assert conflicts(programme) == []
