"""Who is found, chosen or entered from the row of a speaker."""

import pytest

from events.models import Contribution, Person
from tests.views.registers.answers import ANSWERS, mission_people, replaced_by, sent_by, shown, text

pytestmark = pytest.mark.django_db


def typed(desk, row, name, **more):
    """What a browser sends once a name was typed in a row."""
    return shown(desk) | {f"c{row.pk}-q": name, **more}


def test_register_is_searched_from_the_row_in_any_spelling(desk, asked, mission):
    first, _second = asked
    uid = Person.objects.get(pk=replaced_by(mission, "Parviz Musayev")).uid

    found = desk.get(f"{ANSWERS}people/", {"row": first.pk, f"c{first.pk}-q": "musaev"})

    assert f'name="choose" value="{first.pk}:{uid}"' in text(found)
    assert "An institute" not in text(desk.get(f"{ANSWERS}people/", {"row": "1", "c1-q": "institute"}))
    assert desk.get(f"{ANSWERS}people/", {"row": "x"}).status_code == 404


def test_without_a_script_a_button_finds_and_keeps_what_was_typed_in_other_rows(desk, asked, mission):
    first, second = asked
    sent = typed(desk, first, "Parviz", find=first.pk, **{f"c{second.pk}-answer": "declined"})

    page = desk.post(ANSWERS, sent)

    assert page.status_code == 200
    assert "<b><bdi>Parviz Musayev</bdi></b>" in text(page)
    assert page.context["asked"][1].form["answer"].value() == "declined"
    assert Contribution.objects.get(pk=second.pk).answer == "confirmed"


def test_name_that_was_typed_and_not_chosen_is_looked_for_instead_of_lost(desk, asked):
    page = desk.post(ANSWERS, typed(desk, asked[0], "Parviz"))

    assert page.status_code == 200
    assert "<b><bdi>Parviz Musayev</bdi></b>" in text(page)


def test_who_is_chosen_stands_in_the_row_until_it_is_saved(desk, asked, mission):
    first, _second = asked
    parviz = Person.objects.get(pk=replaced_by(mission, "Parviz Musayev"))

    page = desk.post(ANSWERS, typed(desk, first, "Parviz", choose=f"{first.pk}:{parviz.uid}"))

    assert "Nothing is saved yet" in text(page)
    form = page.context["asked"][0].form
    assert (form["answer"].value(), form["replaced_by"].value()) == ("replaced", str(parviz.pk))
    assert Contribution.objects.get(pk=first.pk).answer == "invited"
    assert desk.post(ANSWERS, sent_by(page)).url == ANSWERS
    kept = Contribution.objects.get(pk=first.pk)
    assert (kept.answer, kept.replaced_by) == ("replaced", parviz)


def test_who_is_in_no_register_is_entered_from_the_row(desk, asked, mission):
    first, _second = asked
    sent = typed(
        desk, first, "Rashid Wali Janjua", new=first.pk, **{f"c{first.pk}-office": "Director of research"}
    )

    page = desk.post(ANSWERS, sent)

    rashid = mission_people(mission).get(pk=replaced_by(mission, "Rashid Wali Janjua"))
    assert rashid.offices.get().title.data == {"en": "Director of research"}
    assert page.context["asked"][0].form["replaced_by"].value() == str(rashid.pk)


@pytest.mark.parametrize("name", ["", "x" * 301])
def test_new_person_needs_a_name_of_a_length(desk, asked, mission, name):
    before = mission_people(mission).count()

    page = desk.post(ANSWERS, typed(desk, asked[0], name, new=asked[0].pk))

    assert page.status_code == 200
    assert "Write the name, and the office if it is known" in text(page)
    assert mission_people(mission).count() == before


@pytest.mark.parametrize("chosen", ["x", "00000000-0000-0000-0000-000000000000"])
def test_stranger_is_not_chosen(desk, asked, chosen):
    assert desk.post(ANSWERS, typed(desk, asked[0], "", choose=f"{asked[0].pk}:{chosen}")).status_code == 404
