from dataclasses import replace

from events.programme.choices import Audience
from events.programme.value import AudienceGroup
from tests.programmes import seminar, walk

PUBLIC = seminar().seen_by(Audience.PUBLIC)


def test_public_sees_no_staff_item_and_no_staff_text():
    assert {item.audience for item in PUBLIC.items} == {Audience.PUBLIC}
    assert not any(item.staff_text for item in PUBLIC.items)
    assert [part.heading.wording("en").text for part in PUBLIC.parts] == ["Before", "Programme", "After"]


def test_public_part_begins_with_the_first_item_that_the_public_sees():
    """The set-up at 09:00 is for staff: its hour must not be told by the part that holds it."""
    before = PUBLIC.parts[0]

    assert (before.starts_at, before.items[0].span.start) == (before.items[0].span.start,) * 2
    assert f"{before.starts_at:%H:%M}" == "09:30"


def test_public_does_not_see_how_many_are_invited():
    programme = replace(seminar(), audience_groups=(AudienceGroup(seminar().title, 120),))

    assert [group.quota for group in programme.seen_by(Audience.PUBLIC).audience_groups] == [None]


def test_staff_see_all_and_each_view_says_for_whom_it_is():
    assert seminar().seen_by(Audience.STAFF) == seminar()
    assert (seminar().audience, PUBLIC.audience) == (Audience.STAFF, Audience.PUBLIC)


def test_no_word_of_a_staff_text_is_left_anywhere():
    staff = {text for item in seminar().items for _, text in item.staff_text.versions}

    assert staff
    assert not staff & {value for value in walk(PUBLIC) if isinstance(value, str)}
