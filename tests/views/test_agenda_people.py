"""Who contributes: found in any spelling, added, entered anew, taken out, given another role."""

import pytest

from events.models import Contribution, Person
from events.scoping import every_mission
from tests.factories import make_contribution, make_mission, make_organisation, make_person
from tests.views.builder import editor, make_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return make_desk()


def at(desk, rest=""):
    return f"agenda/items/{desk.items['talk'].uid}/people/{rest}"


def people(desk):
    with every_mission():
        rows = Contribution.objects.filter(item=desk.items["talk"]).select_related("person", "organisation")
        return [(str(row.person or row.organisation), row.role) for row in rows]


@pytest.mark.parametrize("typed", ["Farhadov", "xezer", "FƏRHADOV", "khazar farhadov"])
def test_people_are_found_in_any_spelling(desk, typed):
    page = desk.client.get(f"/desk/azembassy-islamabad/seminar/{at(desk)}", {"q": typed}).content.decode()

    assert "Khazar Farhadov" in page


@pytest.mark.parametrize(
    "typed",
    [
        "H.E Farhadov",
        "H.E  Farhadov",
        "Mr. Farhadov",
        "Zati-aliləri Fərhadov",
        "Его Превосходительство Фархадов",
    ],
)
def test_person_typed_with_a_form_of_address_is_offered_in_the_correct_form(desk, typed):
    with every_mission():
        Person.objects.update(honorific={"en": "H.E."})

    page = desk.client.get(f"/desk/azembassy-islamabad/seminar/{at(desk)}", {"q": typed}).content.decode()

    assert "H.E. Khazar Farhadov" in page
    assert "is written:" in page


def test_name_without_a_form_of_address_is_not_corrected(desk):
    page = desk.client.get(
        f"/desk/azembassy-islamabad/seminar/{at(desk)}", {"q": "Farhadov"}
    ).content.decode()

    assert "is written:" not in page


def test_people_of_other_missions_are_not_found(desk):
    other = make_mission("elsewhere")
    with every_mission():
        make_person(other, name={"en": "Somebody Else"})

    page = desk.client.get(
        f"/desk/azembassy-islamabad/seminar/{at(desk)}", {"q": "Somebody"}
    ).content.decode()

    assert "Nobody in the registers" in page
    assert "Add “Somebody” to the register" in page


def test_person_found_is_added(desk):
    with every_mission():
        person = Person.objects.get()

    answer = desk.swap(at(desk, "add/"), add=f"person:{person.uid}", version=desk.item("talk").version)

    assert answer.status_code == 200
    assert people(desk) == [("Khazar Farhadov", "speaker")]
    assert "Khazar Farhadov" in answer.content.decode()


def test_organisation_found_is_added(desk):
    with every_mission():
        organisation = make_organisation(desk.event.mission, name={"en": "Institute of Policy Studies"})

    desk.swap(at(desk, "add/"), add=f"organisation:{organisation.uid}", version=desk.item("talk").version)

    assert people(desk) == [("Institute of Policy Studies", "speaker")]


def test_quick_add_enters_the_register_and_the_item_unconfirmed(desk):
    answer = desk.swap(
        at(desk, "new/"), q="Asif Farooq", office="Photographer", version=desk.item("talk").version
    )

    page = answer.content.decode()
    assert people(desk) == [("Asif Farooq", "speaker")]
    assert "spelling not confirmed" in page
    with every_mission():
        added = Person.objects.get(name__contains="Asif")
        assert [str(office.title) for office in added.offices.all()] == ["Photographer"]
        assert not added.confirmed


@pytest.mark.parametrize("name", ["", "   ", "x" * 301])
def test_quick_add_without_a_name_is_refused(desk, name):
    answer = desk.swap(at(desk, "new/"), q=name, version=desk.item("talk").version)

    assert answer.status_code == 422
    assert people(desk) == []


def test_stranger_of_another_mission_is_not_added(desk):
    other = make_mission("elsewhere")
    with every_mission():
        stranger = make_person(other)

    answer = desk.swap(at(desk, "add/"), add=f"person:{stranger.uid}", version=desk.item("talk").version)

    assert answer.status_code == 404
    assert people(desk) == []


def test_person_is_taken_out(desk):
    with every_mission():
        row = make_contribution(desk.items["talk"], person=Person.objects.get())

    desk.swap(at(desk, f"{row.pk}/remove/"), version=desk.item("talk").version)

    assert people(desk) == []


def test_role_is_changed_in_the_editor(desk):
    with every_mission():
        row = make_contribution(desk.items["talk"], person=Person.objects.get())

    answer = desk.swap(
        f"agenda/items/{desk.items['talk'].uid}/", **editor(desk, "talk"), **{f"role-{row.pk}": "moderator"}
    )

    assert answer.status_code == 200
    assert people(desk) == [("Khazar Farhadov", "moderator")]


def test_page_without_a_script_finds_people_too(desk):
    answer = desk.post(at(desk, "find/"), q="Farhadov")

    page = answer.content.decode()
    assert page.startswith("<!DOCTYPE html>")
    assert 'name="add" value="person:' in page
