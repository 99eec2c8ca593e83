"""A new event as a copy of another: its day, its anniversary, what is forgotten, and only once."""

from datetime import date, time

import pytest

from events.models import Contribution, Event
from events.scoping import every_mission
from tests.factories import make_contribution, make_edition, make_event, make_item, make_part, make_person
from tests.views.new_event.form import NEW

pytestmark = pytest.mark.django_db

COPY = f"{NEW}copy/seminar/"


@pytest.fixture
def seminar(mission):
    event = make_event(mission, edition=make_edition(), languages=["en", "az"])
    part = make_part(event)
    make_item(part, "silence", 1, title={"en": "The silence of 2023"})
    speech = make_item(part, "address", 20)
    make_contribution(speech, person=make_person(mission), answer="confirmed")
    return event


def test_copy_moves_the_day_and_the_anniversary_and_forgets_the_answers(client, mission, officer, seminar):
    answer = client.post(COPY, {"on": "20 January 2024"})

    copy = Event.objects.exclude(pk=seminar.pk).get()
    assert answer.url == f"/desk/azembassy-islamabad/{copy.slug}/agenda/"
    assert (copy.on, copy.edition.year, copy.status) == (date(2024, 1, 20), 2024, "tentative")
    assert not copy.releases.exists()
    assert Contribution.objects.get(item__part__event=copy).answer == "invited"


def test_page_proposes_the_same_day_next_year_and_shows_the_orders_of_other_years(
    client, mission, officer, seminar
):
    earlier = make_event(mission, "earlier", edition=make_edition(2022), on=date(2022, 1, 20))
    make_item(make_part(earlier), "poetry", 3, title={"en": "The poem of 2022"})

    text = client.get(COPY).content.decode()

    assert 'value="20 January 2024"' in text
    assert "34th anniversary of the 20 January tragedy" in text
    assert "The silence of 2023" in text
    assert "The poem of 2022" in text


def test_29_february_is_proposed_as_the_28th(client, mission, officer, seminar):
    with every_mission():
        Event.objects.update(on=date(2024, 2, 29))

    assert 'value="28 February 2025"' in client.get(COPY).content.decode()


@pytest.mark.parametrize("on", ["30 February 2024", "never"])
def test_copy_to_a_day_that_is_none_is_refused_at_the_field(client, mission, officer, seminar, on):
    page = client.post(COPY, {"on": on})

    assert page.status_code == 422
    assert f'value="{on}"' in page.content.decode()
    assert 'href="#id_on"' in page.content.decode()
    assert Event.objects.count() == 1


def test_copy_onto_a_day_that_skips_an_hour_of_the_agenda_is_refused_at_the_day(
    client, mission, officer, seminar
):
    with every_mission():
        Event.objects.update(zone="Europe/Berlin")
        seminar.parts.update(starts_at=time(2, 30))

    page = client.post(COPY, {"on": "31 March 2024"})

    assert page.status_code == 422
    assert 'href="#id_on"' in page.content.decode()
    assert Event.objects.count() == 1


def test_copy_sent_twice_is_made_once_and_may_have_no_day(client, mission, officer, seminar):
    for _ in range(2):
        client.post(COPY, {"on": "", "once": "a-key"})

    assert Event.objects.exclude(pk=seminar.pk).get().on is None


def test_event_to_copy_is_found_by_search(client, mission, officer, seminar):
    make_event(mission, "other", title={"en": "Reception"})

    page = client.get(f"{NEW}copy/", {"q": "seminar"})

    assert [event.slug for event in page.context["events"]] == ["seminar"]
    assert "No event is found" in client.get(f"{NEW}copy/", {"q": "xyz"}).content.decode()
