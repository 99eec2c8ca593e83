"""Entries of the registers: added and changed, with their offices, by one officer or two at once."""

from datetime import date

import pytest

from events.models import Office, Person, Place
from events.operations.registers import change_entry, set_offices
from tests.factories import make_member, make_organisation, make_person
from tests.views.registers.entries import DESK, PEOPLE, new_person, sent, text

pytestmark = pytest.mark.django_db


# Adding and changing


def test_person_is_added_with_names_in_each_language_and_an_office(desk, mission):
    institute = make_organisation(mission)
    office = {"title_en": "Director", "organisation": institute.pk, "since": "1 September 2020", "ORDER": 1}

    answer = new_person(desk, [office], name_en=" Khalid  Rahman", name_az="Xalid Rəhman", rank_en="Colonel")

    person = Person.objects.get()
    assert answer.url == f"{PEOPLE}{person.pk}/"
    assert person.name.data == {"en": "Khalid  Rahman", "az": "Xalid Rəhman"}
    assert list(person.offices.values_list("organisation", "since", "until")) == [
        (institute.pk, date(2020, 9, 1), None)
    ]


def test_inputs_carry_the_language_and_direction_of_what_is_typed(desk, mission):
    mission.languages = ["en", "ur"]
    mission.save()

    page = text(desk.get(f"{PEOPLE}new/"))

    assert 'name="name_ur"' in page
    assert 'dir="rtl" lang="ur"' in page or 'lang="ur"' in page.split('name="name_ur"')[1].split(">")[0]


def test_text_in_a_language_that_is_not_the_missions_has_its_input_and_stays(desk, mission):
    person = make_person(mission, name={"en": "Khalid", "ru": "Халид"})
    address = f"{PEOPLE}{person.pk}/change/"

    desk.post(address, sent(desk.get(address).context["form"], honorific_en="Dr"))

    person.refresh_from_db()
    assert person.name.data == {"en": "Khalid", "ru": "Халид"}
    assert person.honorific.data == {"en": "Dr"}


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({}, "id_name_en", "Write the name in at least one language."),
        ({"name_en": "a" * 10_000}, "id_name_en", "At most 300 characters; this text has 10000."),
        ({"name_en": "A", "spoken_az": "a" * 301}, "id_spoken_az", "At most 300 characters"),
    ],
)
def test_refused_entry_keeps_what_was_typed_and_says_why_at_the_field(desk, mission, typed, field, words):
    answer = new_person(desk, rank_en="Colonel", **typed)

    page = text(answer)
    assert answer.status_code == 422
    assert f'<a href="#{field}">' in page
    assert words in page.split(f'id="{field}_error"')[1].split("</div>")[0]
    assert 'value="Colonel"' in page
    assert typed.get("name_en", "") in page
    assert not Person.objects.exists()


def test_office_on_30_february_or_ended_before_it_began_is_refused_at_its_field(desk, mission):
    offices = [
        {"title_en": "Dean", "since": "30 February 2020", "ORDER": 1},
        {"title_en": "Rector", "since": "2 January 2023", "until": "1 January 2023", "ORDER": 2},
        {"since": "2 January 2023", "ORDER": 3},
    ]

    answer = new_person(desk, offices, name_en="Khalid")

    page = text(answer)
    assert answer.status_code == 422
    assert 'id="id_offices-0-since_error"' in page
    assert "The office ends before it begins." in page.split('id="id_offices-1-until_error"')[1][:200]
    assert "Write the office" in page.split('id="id_offices-2-title_en_error"')[1][:200]
    assert 'value="30 February 2020"' in page


def test_another_office_is_asked_for_without_losing_what_was_typed(desk, mission):
    first = {"title_en": "Dean", "since": "sometime", "ORDER": 1}

    page = desk.post(
        f"{PEOPLE}new/",
        {**sent(desk.get(f"{PEOPLE}new/").context["form"], [first], name_en="Khalid"), "more_offices": "1"},
    )

    forms = page.context["offices"].forms
    assert page.status_code == 200
    assert [form["title_en"].value() for form in forms] == ["Dean", None]
    assert 'value="sometime"' in text(page)
    assert 'value="Khalid"' in text(page)
    assert "error-text" not in text(page)


def test_offices_are_changed_ordered_and_taken_out(desk, mission):
    person = make_person(mission)
    dean, rector, guest = (
        Office.objects.create(person=person, title={"en": title}, order=order)
        for order, title in enumerate(("Dean", "Rector", "Guest"))
    )
    address = f"{PEOPLE}{person.pk}/change/"
    offices = [
        {"pk": dean.pk, "title_en": "Dean", "until": "31.12.2022", "ORDER": 2},
        {"pk": rector.pk, "title_en": "Rector", "ORDER": 1},
        {"pk": guest.pk, "title_en": "Guest", "ORDER": 3, "DELETE": "on"},
    ]

    desk.post(address, sent(desk.get(address).context["form"], offices))

    kept = list(person.offices.values_list("pk", "until"))
    assert kept == [(rector.pk, None), (dean.pk, date(2022, 12, 31))]


def test_saving_without_a_change_makes_no_new_version(desk, mission):
    person = make_person(mission)
    office = Office.objects.create(person=person, title={"en": "Dean"}, since=date(2020, 1, 1))
    address = f"{PEOPLE}{person.pk}/change/"

    desk.post(
        address,
        sent(
            desk.get(address).context["form"],
            [{"pk": office.pk, "title_en": "Dean", "since": "1 January 2020", "ORDER": 1}],
        ),
    )

    person.refresh_from_db()
    assert person.version == 1


def test_name_that_is_there_already_is_asked_about_first(desk, mission):
    there = make_person(mission, name={"az": "Xəzər Fərhadov"})

    asked = new_person(desk, name_en="xezer ferhadov")
    assert asked.status_code == 422
    assert f"{PEOPLE}{there.pk}/" in text(asked)

    new_person(desk, name_en="xezer ferhadov", anyway="1")
    assert Person.objects.count() == 2


def test_second_save_meets_the_first_and_neither_is_lost(desk, mission, officer):
    person = make_person(mission, name={"en": "Khalid Rahman"}, rank={"en": "Colonel"})
    address = f"{PEOPLE}{person.pk}/change/"
    form = desk.get(address).context["form"]
    other = make_member(mission, name="other").user
    change_entry(person, 1, name={"en": "Khalid Rehman"}, honorific={"en": "H.E."}, by=other)

    met = desk.post(address, sent(form, name_en="Khaled Rahman"))

    page = text(met)
    assert met.status_code == 409
    assert "other@azembassy-islamabad.example changed this" in page
    assert 'value="Khaled Rahman"' in page
    assert "Khalid Rehman" in page.split('class="theirs"')[1][:120]
    assert page.count('class="theirs"') == 1
    person.refresh_from_db()
    assert str(person.name) == "Khalid Rehman"

    desk.post(address, sent(met.context["form"]))
    person.refresh_from_db()
    assert (person.name.data, person.honorific.data) == ({"en": "Khaled Rahman"}, {"en": "H.E."})


def test_offices_that_another_changed_are_taken_over_or_shown(desk, mission, officer):
    person = make_person(mission)
    address = f"{PEOPLE}{person.pk}/change/"
    page = desk.get(address)
    before = page.context["editor"].offices_were
    set_offices(person, 1, [{"title": {"en": "Rector"}}], by=officer.user)

    untouched = desk.post(address, {**sent(page.context["form"], rank_en="Colonel"), "offices_were": before})
    touched = desk.post(
        address, {**sent(page.context["form"], [{"title_en": "Dean", "ORDER": 1}]), "offices_were": before}
    )

    assert (untouched.status_code, touched.status_code) == (409, 409)
    assert [form["title_en"].value() for form in untouched.context["offices"]] == ["Rector"]
    assert [str(office) for office in touched.context["offices"].theirs] == ["Rector"]


def test_organisation_belongs_to_another_but_never_to_itself(desk, mission):
    university = make_organisation(mission, name={"en": "A university"})
    institute = make_organisation(mission, name={"en": "An institute"}, parent=university)
    address = f"{DESK}organisations/{university.pk}/change/"

    answer = desk.post(address, sent(desk.get(address).context["form"], parent=institute.pk, country="az"))

    assert answer.status_code == 422
    assert "It would belong to itself" in text(answer).split('id="id_parent_error"')[1][:200]
    assert desk.get(f"{DESK}organisations/{institute.pk}/").status_code == 200

    desk.post(address, sent(desk.get(address).context["form"], country="az", kind="university"))
    university.refresh_from_db()
    assert (university.country, university.kind, university.parent) == ("AZ", "university", None)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"country": "Azerbaijan"}, "country"),
        ({"zone": "UTC+5"}, "zone"),
        ({"latitude": "33,7"}, "longitude"),
        ({"latitude": "933", "longitude": "1"}, "latitude"),
        ({"latitude": "north", "longitude": "1"}, "latitude"),
    ],
)
def test_place_that_is_nowhere_is_refused_at_the_field(desk, mission, typed, field):
    address = f"{DESK}places/new/"

    answer = desk.post(address, sent(desk.get(address).context["form"], name_en="A hall", **typed))

    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in text(answer)
    assert not Place.objects.exists()


def test_place_is_added_with_the_zone_of_the_mission(desk, mission):
    address = f"{DESK}places/new/"
    form = desk.get(address).context["form"]

    desk.post(address, sent(form, name_en="A hall", latitude="33,6844", longitude="73.0479"))

    place = Place.objects.get()
    assert (place.zone, place.latitude, place.longitude) == ("Asia/Karachi", 33.6844, 73.0479)


def test_form_of_a_new_entry_sent_twice_makes_one(desk):
    page = desk.get(f"{PEOPLE}new/")
    data = {**sent(page.context["form"], name_en="Khalid Rahman"), "once": page.context["once"]}

    first, second = desk.post(f"{PEOPLE}new/", data), desk.post(f"{PEOPLE}new/", data)

    assert (first.status_code, second.url) == (302, first.url)
    assert Person.objects.count() == 1


def test_refused_form_of_a_new_entry_can_be_sent_again(desk):
    page = desk.get(f"{PEOPLE}new/")
    data = {**sent(page.context["form"]), "once": page.context["once"]}

    refused = desk.post(f"{PEOPLE}new/", data)
    kept = desk.post(f"{PEOPLE}new/", {**data, "name_en": "Khalid Rahman"})

    assert (refused.status_code, refused.context["once"], kept.status_code) == (422, data["once"], 302)
