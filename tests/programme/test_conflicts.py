"""What does not fit in a programme, what is missing and what is good to know."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from events.programme.choices import Audience, Kind, Manner
from events.programme.conflicts import Conflict, ConflictKind, Level, conflicts
from events.programme.explanations import explain
from events.programme.people import Contribution, Party
from tests.programme.agendas import (
    ALONGSIDE,
    agenda,
    at,
    event,
    fixed,
    item,
    part,
    person,
    silence,
    speech,
    told,
)
from tests.programmes import empty, exhibition, people, seminar

MINUTE = timedelta(minutes=1)
FRIDAY = date(2023, 1, 20)


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


def test_items_fixed_at_one_time_overlap_but_are_in_order():
    programme = agenda(speech("one", start=fixed(10)), speech("two", start=fixed(10)))

    assert told(programme) == [("overlap", ("one", "two"))]


@pytest.mark.parametrize(
    ("minutes", "kind", "level", "starts_at", "ends_at", "amount"),
    [
        (20, ConflictKind.RESERVE, Level.INFORMATION, at(10, 20), at(10, 30), 10 * MINUTE),
        (30, ConflictKind.RESERVE, Level.INFORMATION, at(10, 30), at(10, 30), 0 * MINUTE),
        (45, ConflictKind.OVERRUN, Level.WARNING, at(10, 30), at(10, 45), 15 * MINUTE),
    ],
)
def test_hard_end_leaves_a_reserve_or_is_overrun(minutes, kind, level, starts_at, ends_at, amount):
    programme = agenda(item("opening", Kind.OPENING, 5), speech("one", minutes - 5), ends_by=at(10, 30))

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
