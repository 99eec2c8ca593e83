from dataclasses import replace
from datetime import timedelta

from events.views.release_words import side_by_side
from tests.programmes import exhibition, seminar


def words(before, after):
    return [
        (row.before and row.before.uid, row.after and row.after.uid, row.words)
        for row in side_by_side(before, after)
    ]


def with_items(programme, items):
    part = programme.parts[0]
    return replace(programme, parts=(replace(part, items=tuple(items)), *programme.parts[1:]))


def test_programme_beside_itself_is_as_before():
    programme = seminar()

    assert {told for _, _, told in words(programme, programme)} == {"As before"}


def test_item_taken_out_stands_after_the_one_that_was_before_it():
    programme = seminar()
    first, second, *others = programme.parts[0].items
    shorter = with_items(programme, [first, *others])

    told = words(programme, shorter)

    assert told[0][:2] == (first.uid, first.uid)
    assert told[1] == (second.uid, None, "Taken out")


def test_first_item_taken_out_stands_first_and_an_added_one_where_it_is():
    programme = seminar()
    first, *others = programme.parts[0].items
    shorter = with_items(programme, others)

    assert words(programme, shorter)[0] == (first.uid, None, "Taken out")
    assert words(shorter, programme)[0] == (None, first.uid, "Added")


def test_length_is_told_before_the_hour():
    programme = seminar()
    first, *others = programme.parts[0].items
    longer = with_items(programme, [replace(first, duration=first.duration + timedelta(minutes=5)), *others])

    assert words(programme, longer)[0] == (first.uid, first.uid, "5 min longer")


def test_items_of_an_event_held_within_are_there_too():
    programme = exhibition()
    within = [item.uid for child in programme.children for item in child.items]

    assert within
    assert set(within) <= {uid for _, uid, _ in words(programme, programme)}
