"""What is coming, by month and by year, and the head of the desk."""

from datetime import date, timedelta

import pytest

from tests.factories import (
    make_edition,
    make_event,
    make_member,
    make_mission,
)
from tests.views.desk_lists.planned import DESK, whole_event
from tests.views.published import publish

pytestmark = pytest.mark.django_db


def test_coming_is_listed_by_month_with_hours_place_and_state(client, mission, officer):
    whole_event(mission)
    make_event(mission, "novruz", on=date(2023, 3, 21), status="tentative", kind="reception")

    page = client.get(DESK)

    assert [line.event.slug for line in page.context["listed"]] == ["seminar", "novruz"]
    text = page.content.decode()
    assert text.index("January 2023") < text.index("March 2023")
    assert "place not stated" in text
    assert '<time datetime="2023-01-20T10:13+05:00">10:13</time>' in text


def test_month_shows_its_events_and_leads_to_its_neighbours(client, mission, officer):
    whole_event(mission, on=date(2023, 2, 26))

    text = client.get(f"{DESK}?view=month&month=2023-02").content.decode()

    assert "?view=month&amp;month=2023-01" in text
    assert "?view=month&amp;month=2023-03" in text
    assert "A seminar" in text
    assert "No event in this month." in client.get(f"{DESK}?view=month&month=2023-04").content.decode()


def test_year_leads_to_its_calendar_in_print_once_something_of_it_is_released(client, mission, officer):
    address = 'href="/azembassy-islamabad/calendar-2023.pdf'
    assert address not in client.get(f"{DESK}?view=year&year=2023").content.decode()

    publish(mission, "released", on=date(2023, 1, 20))

    assert address in client.get(f"{DESK}?view=year&year=2023").content.decode()
    assert address not in client.get(f"{DESK}?view=year&year=2024").content.decode()


def test_year_shows_twelve_months_and_counts_an_event_once(client, mission, officer):
    make_event(mission, "exhibition", on=date(2023, 1, 30), until=date(2023, 2, 5))

    page = client.get(f"{DESK}?view=year&year=2023")

    assert len(page.context["months"]) == 12
    assert "1 event" in page.content.decode()
    days = [
        day.on
        for month in page.context["months"]
        for week in month.weeks
        for day in week
        if day.events and not day.is_outside
    ]
    assert days == [date(2023, 1, 30) + timedelta(days=number) for number in range(7)]


@pytest.mark.parametrize("query", ["?view=month&month=9999-99", "?view=year&year=0", "?month=x&view=z&need="])
def test_nonsense_in_the_address_shows_the_present(client, mission, officer, query):
    assert client.get(DESK + query).status_code == 200


def test_head_of_the_page_names_the_next_observance_and_both_clocks(client, mission, officer):
    make_edition(day_name={"en": "20 January – National Mourning Day"})

    text = client.get(DESK).content.decode()

    assert "in Islamabad" in text
    assert "10:42</time> in Islamabad" in text
    assert "09:42</time> in Baku" in text
    assert "in 2 days" in text
    assert "33rd anniversary of the 20 January tragedy" in text


def test_empty_desk_says_what_to_do_first_and_a_viewer_is_offered_nothing(client, mission, officer):
    assert "No event yet. Make one in one of the three ways." in client.get(DESK).content.decode()
    viewer = make_member(mission, role="viewer", name="viewer")
    client.force_login(viewer.user)

    text = client.get(DESK).content.decode()

    assert "No event is coming." in text
    assert "/desk/new/" not in text


def test_events_of_another_mission_are_nowhere(client, mission, officer):
    elsewhere = make_mission(slug="migration-service")
    make_event(elsewhere, "secret", title={"en": "Secret"})

    for address in (DESK, "/desk/", "/desk/search/?q=secret", f"{DESK}?view=month&month=2023-01"):
        assert "Secret" not in client.get(address).content.decode()
