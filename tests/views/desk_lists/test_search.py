"""What is found at the desk."""

import pytest

from events.models import Person, Place
from tests.factories import (
    make_edition,
    make_event,
    make_organisation,
    make_person,
)
from tests.views.desk_lists.planned import whole_event

pytestmark = pytest.mark.django_db


def found(client, words):
    context = client.get("/desk/search/", {"q": words}).context
    return {
        name: [str(getattr(each, "name", "") and each.name.wording("en")) for each in context[name]]
        for name in ("people", "organisations", "places")
        if context.get(name)
    }


def test_person_is_found_in_every_spelling(client, mission, officer):
    make_person(mission, name={"en": "Vasif Gafarov", "az": "Vasif Qafarov"})

    for words in ("Qafarov", "gafarov", "Гафаров", "QAFAROV vasif"):
        assert found(client, words) == {"people": ["Vasif Gafarov"]}, words


def test_place_is_found_from_both_keyboards(client, mission, officer):
    Place.objects.create(mission=mission, name={"en": "Karachi hall", "ur": "کراچی ہال"}, zone="Asia/Karachi")

    assert found(client, "كراچي") == found(client, "کراچی") == {"places": ["Karachi hall"]}


def test_occasion_and_its_events_are_found_by_every_name(client, mission, officer):
    edition = make_edition(name={"en": "20 January tragedy", "az": "Şəhidlər günü"})
    make_event(mission, edition=edition)

    page = client.get("/desk/search/", {"q": "sehidler"})

    assert [each.slug for each in page.context["occasions"]] == ["20-january"]
    assert [each.slug for each in page.context["events"]] == ["seminar"]
    assert [each.slug for each in client.get("/desk/search/?occasion=20-january").context["events"]] == [
        "seminar"
    ]


@pytest.mark.parametrize("words", ["", " ", "…", "'", "%", "\u202e", "x" * 10_000, "🕊"])
def test_search_for_nothing_or_nonsense_finds_nothing(client, mission, officer, words):
    make_event(mission)

    page = client.get("/desk/search/", {"q": words})

    assert page.status_code == 200
    assert page.context["number"] == 0


def test_search_says_in_which_events_somebody_is(client, mission, officer):
    event = whole_event(mission)
    person = Person.objects.get()

    text = client.get("/desk/search/", {"q": str(person.name)}).content.decode()

    assert f"/desk/azembassy-islamabad/{event.slug}/agenda/" in text
    assert f"/desk/azembassy-islamabad/people/{person.pk}/" in text
    make_organisation(mission, name={"en": "Nobody's"})
    assert "In no event yet" in client.get("/desk/search/", {"q": "Nobody's"}).content.decode()
