"""The year of a mission as a file: at once where it is short, in the background where it is long."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.cache import cache

from events import year_printing
from tests.exports.printed import text
from tests.factories import make_mission
from tests.views.published import publish, publish_seminar

pytestmark = pytest.mark.django_db

YEAR = "/azembassy-islamabad/calendar-2023.pdf"


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()
    with time_machine.travel(datetime(2023, 1, 18, 9, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def background(monkeypatch):
    """Every year is a long one, and its work waits here until somebody does it."""
    waiting = []

    class Waiting:
        def __init__(self, target, args, daemon):
            self.work = lambda: target(*args)

        def start(self):
            waiting.append(self.work)

    monkeypatch.setattr(year_printing, "MOST_AT_ONCE", 0)
    monkeypatch.setattr(year_printing, "Thread", Waiting)
    monkeypatch.setattr(year_printing.connections, "close_all", lambda: None)
    return waiting


def test_short_year_is_answered_at_once_and_not_again_while_nothing_changed(client):
    publish_seminar()

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


def test_long_year_tells_how_far_it_is_and_is_begun_once(client, background):
    publish_seminar()

    first, second = client.get(YEAR), client.get(YEAR)

    assert (first.status_code, first["Refresh"], first["Cache-Control"]) == (202, "3", "no-store")
    assert "The calendar is being set" in first.content.decode()
    assert second.status_code == 202
    assert len(background) == 1

    background[0]()
    assert client.get(YEAR)["Content-Type"] == "application/pdf"


def test_long_year_is_begun_anew_where_the_one_who_worked_is_gone(client, background):
    publish_seminar()
    client.get(YEAR)

    # The note runs out where nobody renews it.
    cache.clear()
    client.get(YEAR)

    assert len(background) == 2


def test_long_year_that_cannot_be_set_is_said_in_words(client, background, monkeypatch):
    publish_seminar()
    client.get(YEAR)
    monkeypatch.setattr(year_printing.year_in_print, "render", lambda *_: 1 / 0)

    background[0]()

    answer = client.get(YEAR)
    assert answer.status_code == 404
    assert "This calendar cannot be printed" in answer.content.decode()


def test_mission_offers_the_year_in_the_language_of_the_page(client):
    mission = make_mission(languages=["en", "az"])
    publish(mission, on=date(2023, 1, 25), languages=["en", "az"])

    answer = client.get(f"/{mission.slug}/", {"lang": "az"})

    assert f"/{mission.slug}/calendar-2023.pdf?lang=az" in answer.content.decode()


def test_year_holds_the_public_holidays_of_the_sending_and_of_the_receiving_state(client):
    publish_seminar()

    told = text(client.get(YEAR).content)

    assert "Public holiday: Azerbaijan" in told
    assert "28 May" in told.partition("Public holidays")[2]
    assert "14 August" in told.partition("Public holidays")[2]
