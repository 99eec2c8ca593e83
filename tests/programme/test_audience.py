from dataclasses import replace

from events.programme.choices import Answer, Audience, Manner
from events.programme.people import Contribution, Party, Person
from events.programme.text import Text
from events.programme.value import AudienceGroup
from tests.programmes import people, seminar, walk

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


def test_public_is_told_neither_when_all_has_to_be_over_nor_how_names_are_spoken():
    speaker = Person("speaker", Text.of({"en": "A. Speaker"}), spoken=Text.of({"en": "ay SPEE-ker"}))
    others = [Party(replace(speaker, uid=uid)) for uid in ("behalf", "in-their-place")]
    first = next(item for item in seminar().items if item.audience is Audience.PUBLIC)
    told = (
        Contribution(Party(speaker), manner=Manner.ON_BEHALF_OF, other=others[0]),
        Contribution(others[0], answer=Answer.REPLACED, replaced_by=others[1].person),
    )
    parts = tuple(
        replace(
            part,
            items=tuple(replace(item, contributions=told) if item == first else item for item in part.items),
        )
        for part in seminar().parts
    )
    programme = replace(seminar(), parts=parts)
    event = replace(programme, children=(programme,))

    seen = event.seen_by(Audience.PUBLIC)

    assert event.ends_by
    assert [each.ends_by for each in (seen, *seen.children)] == [None, None]
    assert len({each.uid for each in people(seen)} & {"speaker", "behalf", "in-their-place"}) == 3
    assert not any(each.spoken for each in people(seen))


def test_staff_see_all_and_each_view_says_for_whom_it_is():
    assert seminar().seen_by(Audience.STAFF) == seminar()
    assert (seminar().audience, PUBLIC.audience) == (Audience.STAFF, Audience.PUBLIC)


def test_no_word_of_a_staff_text_is_left_anywhere():
    staff = {text for item in seminar().items for _, text in item.staff_text.versions}

    assert staff
    assert not staff & {value for value in walk(PUBLIC) if isinstance(value, str)}
