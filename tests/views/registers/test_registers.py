"""The registers of people, organisations and places: entries are found and read, with where they are used."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events.operations.contributors import add_contribution, remove_contribution
from events.operations.registers import add_place
from events.operations.release import release
from tests.factories import make_event, make_item, make_mission, make_organisation, make_part, make_person
from tests.views.registers.entries import DESK, PEOPLE, text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("words", ["qafarov", "Гафаров", "GAFAROV"])
def test_people_are_found_in_every_spelling_and_script(reader, mission, words):
    make_person(mission, name={"az": "Vasif Qafarov"})
    make_person(mission, name={"en": "Khalid Rahman"})

    page = reader.get(PEOPLE, {"q": words})

    assert [str(line.name) for line in page.context["page"]] == ["Vasif Qafarov"]
    assert '<bdi lang="az" dir="ltr">Vasif Qafarov</bdi>' in text(page)


def test_list_goes_by_name_whatever_its_marks_and_tells_the_office_held(reader, mission):
    rector = make_person(mission, name={"en": "Şəhriyar"}, honorific={"en": "H.E."})
    rector.offices.create(title={"en": "Rector"}, order=0)
    rector.offices.create(title={"en": "Dean"}, order=1, until=date(2019, 1, 1))
    make_person(mission, name={"en": "Tariq"})
    make_person(mission, name={"en": "Ömər"})

    lines = reader.get(PEOPLE).context["page"]

    assert [(str(line.name), str(line.more)) for line in lines] == [
        ("Ömər", ""),
        ("H.E. Şəhriyar", "Rector"),
        ("Tariq", ""),
    ]


@pytest.mark.parametrize(
    ("register", "words"),
    [("people", "Nobody is in the register"), ("organisations", "No organisation"), ("places", "No place")],
)
def test_empty_register_says_what_it_is_for(reader, register, words):
    assert words in text(reader.get(f"{DESK}{register}/"))


def test_search_that_finds_nothing_offers_to_enter_it_to_officers(desk, mission):
    make_person(mission)

    page = text(desk.get(PEOPLE, {"q": "Xəzər"}))

    assert "Nothing is written like “Xəzər”." in page
    assert f"{PEOPLE}new/?name=X%C9%99z%C9%99r" in page


def test_list_has_the_same_queries_for_one_and_for_twenty(reader, mission):
    def queries_after_adding(number):
        for _ in range(number):
            institute = make_organisation(mission, parent=make_organisation(mission))
            make_person(mission).offices.create(title={"en": "Dean"}, organisation=institute)
        with CaptureQueriesContext(connection) as queries:
            reader.get(PEOPLE)
        return len(queries)

    reader.get(PEOPLE)

    assert queries_after_adding(1) == queries_after_adding(19)


def test_registers_of_another_mission_are_not_there(desk, mission):
    elsewhere = make_mission(slug="migration-service")
    stranger = make_person(elsewhere, name={"en": "Somebody else"})

    assert "Somebody else" not in text(desk.get(PEOPLE))
    assert desk.get(f"{PEOPLE}{stranger.pk}/").status_code == 404
    assert desk.get(f"/desk/migration-service/people/{stranger.pk}/").status_code == 404
    assert desk.post(f"{PEOPLE}{stranger.pk}/change/", {"name_en": "Mine"}).status_code == 404


def test_viewer_reads_an_entry_and_has_nothing_to_change_it_with(reader, mission):
    person = make_person(mission)

    page = text(reader.get(f"{PEOPLE}{person.pk}/"))

    assert "A speaker" in page
    assert 'method="post"' not in page.split("<main")[1]
    assert "change/" not in page


def test_entry_tells_the_events_and_releases_that_name_it(desk, mission, officer):
    person = make_person(mission, name={"en": "Khalid Rahman"})
    event = make_event(mission, title={"en": "The seminar"})
    item = make_item(make_part(event))
    row = add_contribution(item, 1, person=person, by=officer.user, answer="confirmed")
    release(event, name="First", released_at=timezone.now())
    item.refresh_from_db()
    remove_contribution(row, item.version, by=officer.user)

    page = desk.get(f"{PEOPLE}{person.pk}/")

    uses = page.context["uses"]
    assert [(u.event, u.is_planned, [r.number for r in u.releases]) for u in uses] == [(event, False, [1])]
    assert f'href="{DESK}seminar/releases/1/"' in text(page)


def test_place_tells_the_events_and_releases_held_there(desk, mission, officer):
    hall = add_place(mission, name={"en": "A hall"}, by=officer.user)
    event = make_event(mission, place=hall)
    make_item(make_part(event))
    release(event, name="First", released_at=timezone.now())

    uses = desk.get(f"{DESK}places/{hall.pk}/").context["uses"]

    assert [(u.event, u.is_planned, [r.number for r in u.releases]) for u in uses] == [(event, True, [1])]
