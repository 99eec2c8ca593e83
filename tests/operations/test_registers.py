from datetime import date

import pytest
from django.core.exceptions import ValidationError

from events.models import Contribution, Event, Item, NameVariant, Office, Organisation, Person, Place
from events.models.fields import text_of
from events.operations.agenda import StaleError, remove_item
from events.operations.contributors import add_contribution, answer
from events.operations.merging import NotMergeableError, merge
from events.operations.planning import change_event, set_hosts
from events.operations.registers import (
    add_organisation,
    add_person,
    add_place,
    add_variant,
    change_entry,
    remove_variant,
    set_offices,
    used_in,
)
from events.programme.choices import Answer
from tests.factories import make_event, make_mission, make_organisation, make_person

pytestmark = pytest.mark.django_db
SOURCE = "Invitation of 5 January 2023"


def test_person_is_entered_with_offices_from_within_the_agenda(desk):
    institute = add_organisation(desk.mission, name={"en": "An institute"}, by=desk.officer)
    offices = [{"title": {"en": "Director"}, "organisation": institute, "since": date(2020, 1, 1)}]

    person = add_person(desk.mission, name={"en": "Khalid Rahman"}, offices=offices, by=desk.officer)

    assert [(str(o.title), o.organisation) for o in person.offices.all()] == [("Director", institute)]
    assert add_place(desk.mission, name={"en": "A hall"}, by=desk.officer).zone == "Asia/Karachi"


def test_entry_without_a_name_is_refused(desk):
    with pytest.raises(ValidationError) as refused:
        add_person(desk.mission, by=desk.officer)

    assert "name" in refused.value.message_dict


def test_office_that_ends_before_it_begins_is_refused_by_its_row(desk):
    person = make_person(desk.mission)
    offices = [
        {"title": {"en": "Dean"}},
        {"title": {"en": "Rector"}, "since": date(2023, 1, 2), "until": date(2023, 1, 1)},
    ]

    with pytest.raises(ValidationError) as refused:
        set_offices(person, 1, offices, by=desk.officer)

    assert (refused.value.index, list(refused.value.message_dict)) == (1, ["until"])
    assert Office.objects.count() == 0


def test_offices_are_set_as_a_whole_and_keep_their_rows(desk):
    person = make_person(desk.mission)
    set_offices(person, 1, [{"title": {"en": "Dean"}}, {"title": {"en": "Rector"}}], by=desk.officer)
    dean = person.offices.first()

    set_offices(person, 2, [{"pk": dean.pk, "until": date(2023, 1, 1)}], by=desk.officer)

    assert list(person.offices.values_list("pk", "until")) == [(dean.pk, date(2023, 1, 1))]


def test_second_officer_on_an_entry_is_refused(desk):
    person = make_person(desk.mission)
    change_entry(person, 1, honorific={"en": "H.E."}, by=desk.head)

    with pytest.raises(StaleError) as refused:
        change_entry(person, 1, name={"en": "Khalid Rahman"}, by=desk.officer)

    assert (refused.value.fields, refused.value.by) == (["honorific"], desk.head)


def test_changed_entry_counts_as_a_change_of_the_events_that_name_it(desk):
    person = make_person(desk.mission)
    add_contribution(desk.remarks, 1, person=person, by=desk.officer)

    change_entry(person, 1, name={"en": "Khalid Rahman"}, by=desk.officer)

    assert desk.version == 3


def test_used_in_names_the_events_and_leaves_out_what_was_taken_out(desk):
    person, institute = make_person(desk.mission), make_organisation(desk.mission)
    hall = Place.objects.create(mission=desk.mission, name={"en": "A hall"}, zone="Asia/Karachi")
    add_contribution(desk.remarks, 1, person=person, by=desk.officer)
    set_hosts(desk.event, desk.version, [(institute, "host")], by=desk.officer)
    change_event(desk.event, desk.version, place=hall, by=desk.officer)

    assert [list(used_in(each)) for each in (person, institute, hall)] == [[desk.event]] * 3

    remove_item(desk.remarks, 2, by=desk.officer)
    assert list(used_in(person)) == []


@pytest.mark.parametrize("words", ["qafarov", "Гафаров", "GAFAROV", "qafar"])
def test_people_and_their_events_are_found_in_every_spelling(desk, words):
    person = make_person(desk.mission, name={"az": "Vasif Qafarov"})
    add_contribution(desk.remarks, 1, person=person, by=desk.officer)
    make_event(desk.mission, slug="other", title={"en": "Another"})

    assert list(Person.objects.search(words)) == [person]
    assert list(Event.objects.search(words)) == [desk.event]


@pytest.mark.parametrize("words", ["sehidler", "ŞƏHİDLƏR", "yanvar sehidler", "20 january sehid"])
def test_events_are_found_by_title_and_occasion(desk, words):
    event = make_event(
        desk.mission,
        slug="other",
        title={"az": "Şəhidlər"},
        theme={"az": "20 Yanvar"},
        edition=desk.event.edition,
    )

    assert list(Event.objects.search(words)) == [event]


def test_search_needs_every_word_and_takes_wildcards_as_letters(desk):
    assert list(Event.objects.search("seminar nowhere")) == []
    assert list(Event.objects.search("%")) == [desk.event]
    assert list(Event.objects.search("  ")) == [desk.event]


def test_entry_is_found_by_a_spelling_from_when_it_is_noted_until_it_is_not(desk):
    person = make_person(desk.mission, name={"en": "Khalid Rahman"})

    variant = add_variant(person, name="K. R. Abdullah", language="en", source=SOURCE, by=desk.officer)
    assert list(Person.objects.search("abdullah")) == [person]

    remove_variant(variant, by=desk.officer)
    assert list(Person.objects.search("abdullah")) == []


@pytest.fixture
def doubles(desk):
    return (
        make_person(desk.mission, name={"en": "Khalid Rahman", "az": "Xalid Rəhman"}),
        make_person(desk.mission, name={"en": "Khaled Rehman", "az": "Xalid Rəhman"}),
    )


def test_merged_double_is_gone_and_everything_names_the_entry(desk, doubles):
    entry, double = doubles
    add_contribution(desk.remarks, 1, person=double, by=desk.officer)
    NameVariant.objects.create(
        mission=desk.mission, person=double, name="K. Rehman", language="en", source="A letter"
    )
    Office.objects.create(person=double, title={"en": "Director"})

    merge(entry, double, source=SOURCE, by=desk.officer)

    assert list(Person.objects.all()) == [entry]
    assert [row.person for row in Contribution.objects.all()] == [entry]
    assert [str(office.title) for office in entry.offices.all()] == ["Director"]
    assert set(entry.variants.values_list("language", "name", "source")) == {
        ("en", "K. Rehman", "A letter"),
        ("en", "Khaled Rehman", SOURCE),
    }
    assert list(Person.objects.search("khaled")) == [entry]
    assert desk.version == 3
    assert Item.objects.get(pk=desk.remarks.pk).version == 3
    gone = Person.history.filter(id=double.pk, history_type="-").get()
    assert (gone.deed, gone.history_user) == ("merge", desk.officer)


def test_merging_fills_what_is_empty_and_overwrites_nothing(desk):
    entry = make_person(desk.mission, name={"en": "Khalid Rahman"}, rank={"en": "Colonel"})
    double = make_person(
        desk.mission,
        name={"en": "Khaled Rehman", "az": "Xalid Rəhman"},
        rank={"en": "General", "az": "Polkovnik"},
        honorific={"en": "H.E."},
    )

    merge(entry, double, source=SOURCE, by=desk.officer)

    entry.refresh_from_db()
    texts = {name: dict(text_of(getattr(entry, name)).versions) for name in ("name", "rank", "honorific")}
    assert texts == {
        "name": {"en": "Khalid Rahman", "az": "Xalid Rəhman"},
        "rank": {"en": "Colonel", "az": "Polkovnik"},
        "honorific": {"en": "H.E."},
    }
    assert set(entry.variants.values_list("name", "source")) == {
        ("Khaled Rehman", SOURCE),
        ("Xalid Rəhman", SOURCE),
    }


def test_filled_entry_raises_the_version_of_the_events_that_name_it(desk):
    entry, double = make_person(desk.mission), make_person(desk.mission, honorific={"en": "H.E."})
    add_contribution(desk.remarks, 1, person=entry, by=desk.officer)

    merge(entry, double, source=SOURCE, by=desk.officer)

    assert desk.version == 3


def test_merged_organisation_takes_kind_country_and_what_it_belongs_to(desk):
    above = make_organisation(desk.mission, name={"en": "A university"})
    double = make_organisation(desk.mission, kind="think-tank", country="PK", parent=above)
    entry = make_organisation(desk.mission, kind="other", country="", name={"en": "Institute"})

    merge(entry, double, source=SOURCE, by=desk.officer)

    entry.refresh_from_db()
    assert (entry.kind, entry.country, entry.parent) == ("think-tank", "PK", above)


def test_merged_organisation_does_not_come_to_belong_to_itself(desk):
    entry = make_organisation(desk.mission)
    below = make_organisation(desk.mission, name={"en": "A centre"}, parent=entry)
    double = make_organisation(desk.mission, parent=below)

    merge(entry, double, source=SOURCE, by=desk.officer)

    entry.refresh_from_db()
    assert entry.parent is None


def test_merged_place_is_filled_with_where_it_stands(desk):
    place = {"mission": desk.mission, "zone": "Asia/Karachi"}
    entry = Place.objects.create(name={"en": "A hall"}, country="PK", **place)
    double = Place.objects.create(name={"en": "Hall"}, country="AZ", latitude=33.7, longitude=73.1, **place)

    merge(entry, double, source=SOURCE, by=desk.officer)

    entry.refresh_from_db()
    assert (entry.country, entry.latitude, entry.longitude) == ("PK", 33.7, 73.1)


def test_merged_double_of_a_removed_item_is_named_anew_as_well(desk, doubles):
    entry, double = doubles
    add_contribution(desk.remarks, 1, person=double, by=desk.officer)
    remove_item(desk.remarks, 2, by=desk.officer)

    merge(entry, double, source=SOURCE, by=desk.officer)

    assert Contribution.objects.get().person == entry


def test_who_was_replaced_by_their_own_double_simply_comes(desk, doubles):
    entry, double = doubles
    row = add_contribution(desk.remarks, 1, person=entry, by=desk.officer)
    answer(row, Answer.REPLACED, replaced_by=double, by=desk.officer)

    merge(entry, double, source=SOURCE, by=desk.officer)

    row.refresh_from_db()
    assert (row.person, row.answer, row.replaced_by) == (entry, "confirmed", None)


def test_merged_organisations_host_an_event_once(desk):
    entry, double = make_organisation(desk.mission), make_organisation(desk.mission, name={"en": "Institute"})
    child = make_organisation(desk.mission, name={"en": "A centre"}, parent=double)
    set_hosts(desk.event, 1, [(double, "host"), (entry, "co-host")], by=desk.officer)

    merge(entry, double, source=SOURCE, by=desk.officer)

    assert [host.organisation for host in desk.event.hosts.all()] == [entry]
    child.refresh_from_db()
    assert child.parent == entry


def test_organisation_that_belonged_to_its_double_belongs_to_what_is_above(desk):
    above = make_organisation(desk.mission, name={"en": "A university"})
    double = make_organisation(desk.mission, parent=above)
    entry = make_organisation(desk.mission, parent=double)

    merge(entry, double, source=SOURCE, by=desk.officer)

    assert Organisation.objects.get(pk=entry.pk).parent == above


def test_merged_places_are_named_by_their_events(desk):
    entry, double = (
        Place.objects.create(mission=desk.mission, name={"en": name}, zone="Asia/Karachi")
        for name in ("A hall", "The hall")
    )
    change_event(desk.event, 1, place=double, by=desk.officer)

    merge(entry, double, source=SOURCE, by=desk.officer)

    assert Event.objects.get().place == entry
    assert list(Place.objects.search("the hall")) == [entry]


def test_only_two_entries_of_one_register_are_merged(desk, doubles):
    entry, _ = doubles
    stranger = make_person(make_mission(slug="migration-service"))

    for double in (entry, stranger, make_organisation(desk.mission)):
        with pytest.raises(NotMergeableError):
            merge(entry, double, source=SOURCE, by=desk.officer)
