"""Plain words in an item that mean somebody of the registers: the entry is offered in their place."""

import pytest

from events.models import Contribution, Person
from events.models.fields import text_of
from events.operations.registers import add_variant
from events.scoping import every_mission
from tests.factories import make_contribution, make_organisation
from tests.views.builder import make_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    desk = make_desk()
    with every_mission():
        Person.objects.update(honorific={"en": "H.E."})
    return desk


def written(desk, words, language="en"):
    with every_mission():
        return make_contribution(desk.items["talk"], words={language: words})


def editor_of(desk):
    return desk.client.get(
        f"/desk/azembassy-islamabad/seminar/agenda/items/{desk.items['talk'].uid}/edit/"
    ).context["editor"]


def offered(desk):
    return [str(each.name) for one in editor_of(desk).contributors for each in one.offered]


def at(desk, row, rest="name/"):
    return f"agenda/items/{desk.items['talk'].uid}/people/{row.pk}/{rest}"


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("H.E Farhadov", "en"),
        ("Mr. Farhadov", "en"),
        ("H.E. Khazar Farhadov, Ambassador of Azerbaijan to Pakistan", "en"),
        ("X. Fərhadov", "az"),
        ("Хазар Фархадов", "ru"),
    ],
)
def test_words_that_resemble_a_person_in_any_spelling_offer_the_entry(desk, words, language):
    written(desk, words, language)

    assert offered(desk) == ["H.E. Khazar Farhadov"]


def test_words_that_resemble_a_noted_spelling_offer_the_entry(desk):
    with every_mission():
        person, by = Person.objects.get(), desk.member.user
        add_variant(person, name="Khezer Ferhadoglu", language="en", source="A card", by=by)
    written(desk, "Khezer Ferhadoglu")

    assert offered(desk) == ["H.E. Khazar Farhadov"]


def test_words_that_resemble_an_organisation_offer_it(desk):
    with every_mission():
        make_organisation(desk.event.mission, name={"en": "Institute of Policy Studies"})
    written(desk, "Institute of Policy Studies")

    assert offered(desk) == ["Institute of Policy Studies"]


@pytest.mark.parametrize("words", ["A student", "The Ambassador", "To be announced", "H.E.", "–"])
def test_words_that_name_nobody_of_the_registers_are_left_alone(desk, words):
    written(desk, words)

    assert offered(desk) == []


def test_one_click_puts_the_entry_in_the_place_of_the_words_and_keeps_role_and_answer(desk):
    row = written(desk, "H.E Farhadov")
    with every_mission():
        Contribution.objects.update(role="chair", answer="confirmed")
    (found,) = editor_of(desk).contributors[0].offered

    answer = desk.swap(at(desk, row), add=found.value, version=desk.item("talk").version)

    assert answer.status_code == 200
    with every_mission():
        kept = Contribution.objects.get()
        assert (str(kept.person), kept.role, kept.answer) == ("Khazar Farhadov", "chair", "confirmed")
        assert not text_of(kept.words)
    assert "H.E. Khazar Farhadov" in answer.content.decode()


def test_nobody_chosen_is_refused_in_words_and_the_words_stay(desk):
    row = written(desk, "H.E Farhadov")

    answer = desk.swap(at(desk, row), version=desk.item("talk").version)

    assert answer.status_code == 422
    assert "Choose somebody who was found." in answer.content.decode()
    with every_mission():
        assert Contribution.objects.get().person is None


def test_person_in_an_item_is_not_replaced_as_if_it_were_words(desk):
    with every_mission():
        person = Person.objects.get()
        row = make_contribution(desk.items["talk"], person=person)

    answer = desk.swap(at(desk, row), add=f"person:{person.uid}", version=desk.item("talk").version)

    assert answer.status_code == 404


def test_quick_add_keeps_what_is_before_the_name_as_the_honorific(desk):
    desk.swap(
        f"agenda/items/{desk.items['talk'].uid}/people/new/",
        q="H.E Asif Farooq",
        version=desk.item("talk").version,
    )

    with every_mission():
        added = Person.objects.get(name__contains="Asif")
        assert (str(added.name), str(added.honorific)) == ("Asif Farooq", "H.E.")
