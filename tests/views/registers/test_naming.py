"""The register shows how somebody is named in each language, live, and lets each form be written otherwise."""

from datetime import date

import pytest
import time_machine

from events.models import Person
from events.snapshot import take_snapshot
from events.snapshot.registers import person_value
from tests.factories import (
    make_contribution,
    make_event,
    make_item,
    make_organisation,
    make_part,
    make_person,
)
from tests.views.registers.entries import PEOPLE

pytestmark = pytest.mark.django_db
NAMES = {"en": "Khazar Farhadov", "az": "Xəzər Fərhadov"}


@pytest.fixture
def farhadov(mission):
    person = make_person(mission, name=NAMES, honorific={"en": "H.E. Mr", "az": "Zati-aliləri"})
    person.offices.create(title={"en": "Ambassador of Azerbaijan to Pakistan"})
    return person


def told(page):
    return {
        each.language: {form.name: (form.words, form.is_set) for form in each.forms}
        for each in page.context["naming"]
    }


def form_data(desk, person, **changed):
    form = desk.get(f"{PEOPLE}{person.pk}/change/").context["form"]
    data = {name: form[name].value() for name in form.fields}
    counts = {"offices-TOTAL_FORMS": 0, "offices-INITIAL_FORMS": 0}
    return {**{n: v for n, v in data.items() if v not in (None, False)}, **counts, **changed}


def test_entry_shows_the_forms_in_each_language_by_its_rules(desk, farhadov):
    assert told(desk.get(f"{PEOPLE}{farhadov.pk}/")) == {
        "az": {
            "first_mention": ("Zati-aliləri Xəzər Fərhadov", False),
            "second_mention": ("X. Fərhadov", False),
            "spoken": ("Zati-aliləri Xəzər Fərhadov", False),
            "place_card": ("Zati-aliləri Xəzər Fərhadov", False),
            "envelope": ("Zati-aliləri Xəzər Fərhadov", False),
        },
        "en": {
            "first_mention": ("H.E. Mr Khazar Farhadov, Ambassador of Azerbaijan to Pakistan", False),
            "second_mention": ("H.E. Mr Farhadov", False),
            "spoken": ("His Excellency Mr Khazar Farhadov", False),
            "place_card": ("H.E. Mr Khazar Farhadov", False),
            "envelope": ("H.E. Mr Khazar Farhadov\nAmbassador of Azerbaijan to Pakistan", False),
        },
    }


def test_each_form_is_written_otherwise_and_says_so(desk, farhadov):
    wanted = {
        "first_mention_en": "His Excellency the Ambassador",
        "second_mention_en": "the Ambassador",
        "spoken_en": "KHA-zar far-HA-dov",
        "place_card_en": "The Ambassador of Azerbaijan",
        "envelope_en": "The Ambassador\n1 A Street",
    }

    saved = desk.post(f"{PEOPLE}{farhadov.pk}/change/", form_data(desk, farhadov, **wanted))

    assert saved.status_code == 302
    forms = told(desk.get(f"{PEOPLE}{farhadov.pk}/"))
    assert forms["en"] == {
        "first_mention": ("His Excellency the Ambassador", True),
        **{name.removesuffix("_en"): (words, True) for name, words in list(wanted.items())[1:]},
    }
    assert forms["az"]["place_card"] == ("Zati-aliləri Xəzər Fərhadov", False)


def test_forms_follow_what_is_typed_and_nothing_is_kept(desk, mission):
    institute = make_organisation(mission, name={"en": "An institute"})

    page = desk.post(
        f"{PEOPLE}naming/",
        {
            "name_en": "Khalid  Rahman",
            "name_ru": "Халид Рахман",
            "honorific_en": "H.E",
            "offices-0-title_en": "Director",
            "offices-0-organisation": str(institute.pk),
            "offices-1-title_en": "Dean",
            "offices-1-until": "1 January 2020",
            "offices-2-title_en": "Rector",
            "offices-2-DELETE": "on",
            "offices-3-title_en": "Adviser",
            "offices-3-organisation": "no-number",
        },
    )

    forms = told(page)
    assert forms["en"]["first_mention"][0] == "H.E. Khalid Rahman, Director, An institute; Adviser"
    assert forms["en"]["envelope"][0] == "H.E. Khalid Rahman\nDirector\nAn institute"
    assert forms["ru"]["second_mention"][0] == "Х. Рахман"
    assert not Person.objects.exists()


def test_nothing_typed_says_what_will_stand_there(desk):
    page = desk.post(f"{PEOPLE}naming/", {"name_en": " "}).content.decode()

    assert "Write a name" in page


def test_refused_form_still_shows_the_forms_of_what_was_typed(desk, farhadov):
    refused = desk.post(f"{PEOPLE}{farhadov.pk}/change/", form_data(desk, farhadov, name_en="Хазар Farhadov"))

    assert refused.status_code == 422
    assert told(refused)["en"]["second_mention"][0] == "H.E. Mr Farhadov"


def test_honorifics_of_the_language_are_offered_at_their_field(desk):
    page = desk.get(f"{PEOPLE}new/").content.decode()

    assert 'list="honorifics-az"' in page
    offered = page.split('<datalist id="honorifics-az">')[1].split("</datalist>")[0]
    assert 'value="Zati-aliləri"' in offered


def test_envelope_is_in_no_programme_for_it_may_have_the_address_of_a_home(farhadov):
    farhadov.envelope = {"en": "1 A Street"}

    assert "A Street" not in repr(person_value(farhadov, None))


def test_search_finds_a_form_that_is_written_otherwise(desk, mission):
    make_person(mission, name=NAMES, place_card={"en": "The Lord Mayor"})

    assert len(desk.get(PEOPLE, {"q": "lord mayor"}).context["page"]) == 1


# Offices with dates


@pytest.fixture
def director(mission):
    """Deputy to the end of 2022, director from 2023, and a chair whose days nobody has stated."""
    person = make_person(mission)
    person.offices.create(title={"en": "Deputy Director"}, order=0, until=date(2022, 12, 31))
    person.offices.create(title={"en": "Director"}, order=1, since=date(2023, 1, 1), until=date(2023, 12, 31))
    person.offices.create(title={"en": "Rector"}, order=2, since=date(2024, 1, 1))
    person.offices.create(title={"en": "Chair"}, order=3)
    return person


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(2022, 12, 31), ["Deputy Director", "Chair"]),
        (date(2023, 1, 1), ["Director", "Chair"]),
        (date(2023, 1, 20), ["Director", "Chair"]),
        (date(2023, 12, 31), ["Director", "Chair"]),
        (date(2024, 1, 1), ["Rector", "Chair"]),
        # Without a day: what is held still.
        (None, ["Rector", "Chair"]),
    ],
)
def test_programme_prints_the_offices_of_its_day(mission, director, day, held):
    event = make_event(mission, on=day)
    make_contribution(make_item(make_part(event)), person=director)

    (contribution,) = [c for item in take_snapshot(event).items for c in item.contributions]
    assert [str(office.title.wording("en")) for office in contribution.who.person.offices] == held


def test_office_to_come_is_not_held_while_the_day_is_unknown(mission):
    person = make_person(mission)
    person.offices.create(title={"en": "Rector"}, order=0, since=date(2035, 1, 1))
    person.offices.create(title={"en": "Dean"}, order=1, until=date(2034, 12, 31))

    with time_machine.travel(date(2026, 1, 20), tick=False):
        assert [str(office.title.wording("en")) for office in person_value(person, None).offices] == ["Dean"]


def test_offices_that_overlap_are_both_printed_in_their_order(mission):
    person = make_person(mission)
    person.offices.create(title={"en": "Dean"}, order=1, since=date(2020, 1, 1), until=date(2023, 6, 30))
    person.offices.create(title={"en": "Rector"}, order=0, since=date(2023, 1, 1))

    def held(day):
        return [str(office.title.wording("en")) for office in person_value(person, day).offices]

    assert held(date(2023, 1, 20)) == ["Rector", "Dean"]
    assert held(date(2023, 7, 1)) == ["Rector"]
    assert held(date(2022, 1, 20)) == ["Dean"]


def test_office_of_one_day_is_held_on_that_day(mission):
    person = make_person(mission)
    person.offices.create(title={"en": "Chair"}, since=date(2023, 1, 20), until=date(2023, 1, 20))

    days = [date(2023, 1, day) for day in (19, 20, 21)]
    assert [len(person_value(person, day).offices) for day in days] == [0, 1, 0]
