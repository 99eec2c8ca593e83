"""What is to come of an occasion, at the desk."""

from datetime import date

import pytest

from events.models import Event
from events.scoping import every_mission
from tests.factories import make_edition, make_event, make_mission
from tests.views.event_desk import make_desk

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-28 10:00:00Z", tick=False)]
LIST = "/desk/azembassy-islamabad/occasions/"
ADDRESS = f"{LIST}20-january/"
NEW = "/desk/new/azembassy-islamabad/"


@pytest.fixture
def desk():
    desk = make_desk(country="AZ")
    with every_mission():
        names = {"en": "20 January – National Mourning Day", "ur": "20 جنوری – یومِ سوگ"}
        edition = make_edition(2027, day_name=names)
        Event.objects.filter(pk=desk.event.pk).update(edition=edition, on=date(2027, 1, 19))
    return desk


def page(desk, address=ADDRESS, language="en"):
    return desk.client.get(address, headers={"Accept-Language": language})


def test_each_year_has_its_number_weekday_holidays_and_working_days(desk):
    text = page(desk).content.decode()

    assert "37th" in text
    assert "thirty-seventh" in text
    assert "Wednesday, 20 January 2027" in text
    assert "Public holidays:" in text
    assert "Azerbaijan, Pakistan" in text
    assert "National Mourning Day" in text
    assert "Martyrs&#x27; Day" not in text
    assert "Tuesday, 19 January 2027" in text
    assert "Thursday, 21 January 2027" in text


def test_40th_is_told_as_a_milestone(desk):
    years = page(desk).context["years"]

    assert [year.number for year in years if year.coming.is_milestone] == ["40th"]
    assert page(desk).content.decode().count("Milestone year") == 1


def test_event_that_is_planned_stands_beside_its_year(desk):
    assert [[event.slug for event in year.events] for year in page(desk).context["years"]][:2] == [
        ["seminar"],
        [],
    ]


def test_day_that_is_proposed_begins_a_new_event_with_day_and_occasion(desk):
    occasion = page(desk).context["occasion"]
    address = f"{NEW}?occasion={occasion.pk}&on=2027-01-21"
    assert address.replace("&", "&amp;") in page(desk).content.decode()

    form = desk.client.get(address).context["form"]
    assert (form["occasion"].value(), form["on"].value()) == (str(occasion.pk), "2027-01-21")


@pytest.mark.parametrize("query", ["?on=yesterday&occasion=x", "?occasion=999999", "?on="])
def test_nonsense_in_the_address_of_a_new_event_is_only_shown(desk, query):
    assert desk.client.get(NEW + query).status_code == 200


def test_viewer_reads_the_days_and_is_offered_no_event(desk):
    text = desk.as_("viewer").get(ADDRESS).content.decode()

    assert "Tuesday, 19 January 2027" in text
    assert NEW not in text


def test_list_tells_when_each_occasion_comes_next(desk):
    text = page(desk, LIST).content.decode()

    assert f'href="{ADDRESS}"' in text
    assert "Wednesday, 20 January 2027" in text


def test_event_of_another_mission_is_not_told(desk):
    with every_mission():
        other = make_mission("another")
        make_event(other, "secret", title={"en": "Secret"}, on=date(2027, 1, 20), edition=desk.event.edition)

    assert "Secret" not in page(desk).content.decode()


def test_mission_without_a_state_of_its_own_is_told_so():
    desk = make_desk(slug="mission-to-the-un", zone="UTC")
    with every_mission():
        make_edition()

    text = desk.client.get("/desk/mission-to-the-un/occasions/20-january/").content.decode()
    assert "no state" in text
    assert "none" in text
