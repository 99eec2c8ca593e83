"""Two entries that are one: found, shown side by side and merged."""

import pytest

from events.models import NameVariant, Organisation, Person, Place
from events.operations.registers import change_entry
from tests.factories import make_mission, make_person
from tests.views.registers.entries import DESK, PEOPLE, text

pytestmark = pytest.mark.django_db


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
