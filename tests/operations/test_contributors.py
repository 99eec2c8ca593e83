import pytest
from django.core.exceptions import ValidationError

from events.models import Contribution, Item
from events.operations.agenda import StaleError, change_item
from events.operations.contributors import (
    add_contribution,
    answer,
    change_contribution,
    remove_contribution,
)
from events.programme.choices import Answer, Audience, Manner
from events.programme.people import TO_BE_ANNOUNCED
from events.snapshot import take_snapshot
from tests.factories import make_contribution, make_mission, make_organisation, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def khalid(desk):
    return make_person(desk.mission, name={"en": "Khalid Rahman"})


@pytest.fixture
def rashid(desk):
    return make_person(desk.mission, name={"en": "Rashid Wali Janjua"})


def printed(desk, audience=Audience.PUBLIC):
    """The people of the remarks, by name or words."""
    programme = take_snapshot(desk.event).seen_by(audience)
    (item,) = [item for item in programme.items if item.kind == "remarks"]
    return [
        (each.who.person.name if each.who.person else each.who.words).wording("en").text
        for each in item.contributions
    ]


def test_person_who_is_added_is_invited_and_not_printed_until_they_confirm(desk, khalid):
    row = add_contribution(desk.remarks, 1, person=khalid, by=desk.officer)

    assert row.answer == Answer.INVITED
    assert printed(desk) == [TO_BE_ANNOUNCED.wording("en").text]
    assert printed(desk, Audience.STAFF) == ["Khalid Rahman"]

    answer(row, Answer.CONFIRMED, by=desk.officer)
    assert printed(desk) == ["Khalid Rahman"]
    assert (Item.objects.get(pk=desk.remarks.pk).version, desk.version) == (3, 3)


def test_officer_may_print_who_has_not_answered(desk, khalid):
    add_contribution(desk.remarks, 1, person=khalid, by=desk.officer)
    desk.event.prints_unconfirmed = True
    desk.event.save()

    assert printed(desk) == ["Khalid Rahman"]


def test_organisation_needs_no_answer(desk):
    row = add_contribution(desk.remarks, 1, organisation=make_organisation(desk.mission), by=desk.officer)

    assert row.answer == Answer.CONFIRMED


def test_who_is_replaced_is_represented(desk, khalid, rashid):
    row = add_contribution(desk.remarks, 1, person=khalid, by=desk.officer)

    answer(row, Answer.REPLACED, replaced_by=rashid, by=desk.officer)

    (item,) = [i for i in take_snapshot(desk.event).seen_by(Audience.PUBLIC).items if i.kind == "remarks"]
    (each,) = item.contributions
    assert each.who.person.name.wording("en").text == "Rashid Wali Janjua"
    assert each.manner is Manner.REPRESENTING
    assert each.other.person.name.wording("en").text == "Khalid Rahman"


@pytest.mark.parametrize(("said", "field"), [(Answer.REPLACED, "replaced_by"), (Answer.CONFIRMED, "answer")])
def test_replacement_and_answer_belong_together(desk, khalid, rashid, said, field):
    row = add_contribution(desk.remarks, 1, person=khalid, by=desk.officer)
    replaced_by = rashid if said is Answer.CONFIRMED else None

    with pytest.raises(ValidationError) as refused:
        answer(row, said, replaced_by=replaced_by, by=desk.officer)

    assert list(refused.value.message_dict) == [field]


def test_nobody_stands_in_for_themselves(desk, khalid):
    row = add_contribution(desk.remarks, 1, person=khalid, by=desk.officer)

    with pytest.raises(ValidationError, match="themselves"):
        answer(row, Answer.REPLACED, replaced_by=khalid, by=desk.officer)


def test_another_person_in_the_place_has_not_answered_yet(desk, khalid, rashid):
    row = add_contribution(desk.remarks, 1, person=khalid, answer="confirmed", by=desk.officer)

    row = change_contribution(row, 2, person=rashid, by=desk.officer)

    assert (row.person, row.answer) == (rashid, "invited")


def test_open_place_is_filled_by_a_person(desk, khalid):
    row = add_contribution(desk.remarks, 1, words=TO_BE_ANNOUNCED, by=desk.officer)

    row = change_contribution(row, 2, person=khalid, by=desk.officer)

    assert (row.person, str(row.words)) == (khalid, "")


@pytest.mark.parametrize("values", [{}, {"words": {"en": "Somebody"}, "person": True}])
def test_exactly_one_of_person_organisation_and_words_is_named(desk, khalid, values):
    values = {**values, **({"person": khalid} if "person" in values else {})}

    with pytest.raises(ValidationError) as refused:
        add_contribution(desk.remarks, 1, by=desk.officer, **values)

    assert "one of the three" in str(refused.value)
    assert Contribution.objects.count() == 0


def test_person_of_another_mission_is_refused(desk):
    stranger = make_person(make_mission(slug="migration-service"))

    with pytest.raises(ValidationError) as refused:
        add_contribution(desk.remarks, 1, person=stranger, by=desk.officer)

    assert list(refused.value.message_dict) == ["person"]


def test_person_is_added_to_an_item_as_it_is_alone(desk, khalid):
    change_item(desk.remarks, 1, title={"en": "Words"}, by=desk.officer)

    with pytest.raises(StaleError):
        add_contribution(desk.remarks, 1, person=khalid, by=desk.officer)


def test_contribution_is_removed_and_the_others_close_up(desk, khalid, rashid):
    first = add_contribution(desk.remarks, 1, person=khalid, by=desk.officer)
    add_contribution(desk.remarks, 2, person=rashid, by=desk.officer)

    remove_contribution(first, 3, by=desk.officer)

    assert list(Contribution.objects.values_list("person", "order")) == [(rashid.pk, 0)]


def test_person_who_is_added_takes_the_first_place_of_the_role_that_is_to_be_announced(desk, khalid, rashid):
    places = [{"words": TO_BE_ANNOUNCED, "role": role} for role in ("moderator", "speaker", "speaker")]
    for order, values in enumerate(places):
        make_contribution(desk.remarks, order=order, **values)

    add_contribution(desk.remarks, 1, by=desk.officer, role="speaker", person=khalid)

    rows = [(row.role, row.person, row.answer) for row in desk.remarks.contributions.all()]
    assert rows == [
        ("moderator", None, "confirmed"),
        ("speaker", khalid, "invited"),
        ("speaker", None, "confirmed"),
    ]
