"""The year of a mission as a file: made by the command that follows a release, and handed out as it was made."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.core.management import call_command

from events import year_printing
from events.models import Event, Mission
from events.scoping import every_mission
from tests.exports.printed import text
from tests.factories import make_mission
from tests.views.published import publish, publish_seminar, release_again

pytestmark = pytest.mark.django_db

MISSION = "azembassy-islamabad"
YEAR = f"/{MISSION}/calendar-2023.pdf"


@pytest.fixture(autouse=True)
def _on_the_eve():
    cache.clear()
    default_storage.delete("years")
    with time_machine.travel(datetime(2023, 1, 18, 9, tzinfo=UTC), tick=False):
        yield


def make_years():
    call_command("files", years=MISSION)


def kept_names():
    return sorted(name.rpartition("-")[0] for name in default_storage.listdir(f"years/{MISSION}")[1])


def test_year_is_answered_as_it_was_made_and_not_again_while_nothing_changed(client):
    publish_seminar()
    make_years()

    answer = client.get(YEAR)
    again = client.get(YEAR, headers={"If-None-Match": answer["ETag"]})

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'inline; filename="azembassy-islamabad-2023-en.pdf"'
    assert "33rd anniversary" in text(answer.content)
    assert again.status_code == 304


@pytest.mark.parametrize("path", ["calendar-2022.pdf", "calendar-0.pdf", "calendar-99999999999999999999.pdf"])
def test_year_without_events_is_not_there(client, path):
    publish_seminar()

    assert client.get(f"/azembassy-islamabad/{path}").status_code == 404


def test_year_is_not_there_in_a_language_that_the_mission_has_not(client):
    publish_seminar()

    assert client.get(YEAR, {"lang": "tr"}).status_code == 404


def test_year_that_is_not_made_yet_says_so_and_looks_again(client):
    publish_seminar()

    answer = client.get(YEAR)

    assert (answer.status_code, answer["Refresh"], answer["Cache-Control"]) == (202, "20", "no-store")
    assert "It is made soon after each release." in answer.content.decode()


def test_year_that_is_being_made_tells_how_far_it_is(client, monkeypatch):
    publish_seminar()
    seen = []

    def asked_meanwhile(year, language, site_url, made):
        made(1, 4)
        seen.append(client.get(YEAR, {"lang": language}))
        return b"%PDF"

    monkeypatch.setattr(year_printing.year_in_print, "render", asked_meanwhile)
    make_years()

    assert {(answer.status_code, answer["Refresh"]) for answer in seen} == {(202, "3")}
    assert "25 % is done." in seen[0].content.decode()


def test_year_with_an_event_that_was_withdrawn_is_handed_out_to_nobody(client):
    event = publish(make_mission(languages=["en"]), on=date(2023, 1, 25)).event
    publish(Mission.objects.get(), "another", on=date(2023, 2, 25))
    make_years()
    before = client.get(YEAR)
    with every_mission():
        Event.objects.filter(pk=event.pk).update(withdrawn_at=datetime(2023, 1, 18, tzinfo=UTC))

    at_once = client.get(YEAR)
    make_years()

    assert (before.status_code, at_once.status_code) == (200, 202)
    assert "25 January" not in text(client.get(YEAR).content)
    # What is not true any more is not kept.
    assert kept_names() == ["2023-en"]


def test_release_has_the_years_made_in_which_it_is_held(client):
    mission = make_mission(languages=["en"])
    kept = publish(mission, on=date(2023, 12, 30), until=date(2024, 1, 2))
    publish(mission, "another", on=date(2022, 5, 5))

    call_command("files", kept.code)

    assert kept_names() == ["2023-en", "2024-en"]
    call_command("files")
    assert kept_names() == ["2022-en", "2023-en", "2024-en"]
    release_again(kept.event, on=date(2023, 12, 29))
    assert client.get(YEAR).status_code == 202


def test_mission_offers_the_year_in_the_language_of_the_page(client):
    mission = make_mission(languages=["en", "az"])
    publish(mission, on=date(2023, 1, 25), languages=["en", "az"])

    answer = client.get(f"/{mission.slug}/", {"lang": "az"})

    assert f"/{mission.slug}/calendar-2023.pdf?lang=az" in answer.content.decode()


def test_year_holds_the_public_holidays_of_the_sending_and_of_the_receiving_state(client):
    publish_seminar()
    make_years()

    told = text(client.get(YEAR).content)

    assert "Public holiday: Azerbaijan" in told
    assert "28 May" in told.partition("Public holidays")[2]
    assert "14 August" in told.partition("Public holidays")[2]
