"""The registers of people, organisations and places: found, read, added, changed, with their offices and spellings."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events.models import Member, NameVariant, Office, Organisation, Person, Place
from events.operations.contributors import add_contribution, remove_contribution
from events.operations.registers import add_place, change_entry, set_offices
from events.operations.release import release
from events.scoping import every_mission
from tests.factories import (
    make_event,
    make_item,
    make_member,
    make_mission,
    make_organisation,
    make_part,
    make_person,
)

pytestmark = pytest.mark.django_db

DESK = "/desk/azembassy-islamabad/"
PEOPLE = f"{DESK}people/"


@pytest.fixture(autouse=True)
def _every_mission():
    with every_mission():
        yield


@pytest.fixture
def mission():
    return make_mission()


@pytest.fixture
def officer(mission):
    return make_member(mission)


@pytest.fixture
def desk(client, officer):
    client.force_login(officer.user)
    return client


@pytest.fixture
def reader(client, mission):
    client.force_login(make_member(mission, Member.Role.VIEWER, "viewer").user)
    return client


def sent(form, offices=(), **values):
    """What a browser would send: the form as it is shown, with some fields typed over."""
    kept = {name: form[name].value() for name in form.fields}
    data = {**{name: value for name, value in kept.items() if value not in (None, False)}, **values}
    rows = {f"offices-{n}-{key}": value for n, row in enumerate(offices) for key, value in row.items()}
    counts = {"offices-TOTAL_FORMS": len(offices), "offices-INITIAL_FORMS": 0}
    return {name: value for name, value in {**counts, **data, **rows}.items() if value is not None}


def new_person(desk, offices=(), **values):
    return desk.post(f"{PEOPLE}new/", sent(desk.get(f"{PEOPLE}new/").context["form"], offices, **values))


def text(response):
    return response.content.decode()


# Lists


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


# Used in


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


# Two officers


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


# Organisations and places


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


# Doubles


@pytest.fixture
def twins(mission):
    return (
        make_person(mission, name={"en": "Khazar Farhadov"}),
        make_person(mission, name={"az": "Xəzər Fərhadov"}),
    )


def merging(twins, **values):
    one, other = twins
    kept = {"one": one.pk, "other": other.pk, "seen": f"{one.version}-{other.version}"}
    return {**kept, "stays": other.pk, "source": "A card of 2022", "sure": "on", **values}


def test_names_that_sound_alike_are_offered_as_doubles(desk, mission, twins):
    make_person(mission, name={"en": "Khalid Rahman"})

    page = desk.get(f"{PEOPLE}doubles/")

    assert [{one, other} for one, other in page.context["guesses"]] == [set(twins)]


def test_two_chosen_are_shown_side_by_side_and_nothing_is_merged(desk, twins):
    page = desk.get(f"{PEOPLE}doubles/", {"one": twins[0].pk, "other": twins[1].pk})

    assert page.context["pair"] == twins
    assert 'name="stays"' in text(page)
    assert "checked" not in text(page).split("<main")[1]
    assert Person.objects.count() == 2


def test_the_one_chosen_stays_and_the_others_name_becomes_a_spelling(desk, twins):
    answer = desk.post(f"{PEOPLE}doubles/", merging(twins))

    assert answer.url == f"{PEOPLE}{twins[1].pk}/"
    assert list(Person.objects.all()) == [twins[1]]
    assert list(NameVariant.objects.values_list("name", "source")) == [("Khazar Farhadov", "A card of 2022")]


@pytest.mark.parametrize("left_out", ["stays", "sure", "source"])
def test_merging_without_a_choice_a_yes_or_a_source_is_refused(desk, twins, left_out):
    answer = desk.post(f"{PEOPLE}doubles/", merging(twins, **{left_out: ""}))

    assert answer.status_code == 422
    assert Person.objects.count() == 2


def test_merging_of_what_was_changed_meanwhile_is_shown_again(desk, twins, officer):
    data = merging(twins)
    change_entry(twins[0], 1, rank={"en": "Colonel"}, by=officer.user)

    answer = desk.post(f"{PEOPLE}doubles/", data)

    assert answer.status_code == 409
    assert "Colonel" in text(answer)
    assert Person.objects.count() == 2


@pytest.mark.parametrize("other", ["itself", "stranger", "nobody"])
def test_two_of_which_one_is_not_there_are_refused(desk, mission, twins, other):
    stranger = make_person(make_mission(slug="migration-service"))
    chosen = {"itself": twins[0].pk, "stranger": stranger.pk, "nobody": "x"}[other]

    answer = desk.post(f"{PEOPLE}doubles/", merging(twins, other=chosen))

    assert answer.status_code == 422
    assert Person.objects.count() == 3


@pytest.mark.parametrize(("register", "model"), [("organisations", Organisation), ("places", Place)])
def test_organisations_and_places_are_merged_too(desk, mission, register, model):
    zone = {"zone": "Asia/Karachi"} if model is Place else {}
    one, other = (model.objects.create(mission=mission, name={"en": name}, **zone) for name in ("A", "B"))

    shown = desk.get(f"{DESK}{register}/doubles/", {"one": one.pk, "other": other.pk})
    desk.post(f"{DESK}{register}/doubles/", merging((one, other), stays=one.pk))

    assert shown.status_code == 200
    assert list(model.objects.all()) == [one]


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


def test_preview_says_field_by_field_what_stays_and_what_is_filled(desk, mission):
    one = make_person(mission, name={"en": "Khalid Rahman"}, rank={"en": "Colonel"})
    other = make_person(mission, name={"en": "Khaled Rehman"}, rank={"en": "General", "az": "Polkovnik"})

    page = desk.get(f"{PEOPLE}doubles/", {"one": one.pk, "other": other.pk})

    first, second = page.context["outcomes"]
    assert (first.kept, first.filled, first.spellings, first.given_up) == (
        [("Name, English", "Khalid Rahman"), ("Rank, English", "Colonel")],
        [("Rank, Azərbaycanca", "Polkovnik")],
        [("Name, English", "Khaled Rehman")],
        [("Rank, English", "General")],
    )
    assert second.filled == []
    assert "filled from the other one" in text(page)
