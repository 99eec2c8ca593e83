from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from events.models import Event, Release
from events.operations.release import release
from events.scoping import every_mission
from tests.factories import make_edition, make_event, make_item, make_mission, make_part

pytestmark = pytest.mark.django_db

NOW = datetime(2023, 1, 18, 4, tzinfo=UTC)
MISSION = "/calendars/azembassy-islamabad.ics"
ALL = "/calendars/all.ics"


@pytest.fixture
def mission():
    return make_mission()


def made(mission, slug="seminar", at=NOW, **values):
    """A released event with one item."""
    with every_mission():
        event = make_event(mission, slug, **values)
        make_item(make_part(event), title={"en": "Words of welcome"})
        release(event, name="Final", released_at=at)
        return event


def changed(event, at, **values):
    """The event, changed and released again."""
    with every_mission():
        Event.objects.filter(pk=event.pk).update(**values)
        return release(event, name="Changed", released_at=at)


def withdrawn_from_the_public(event):
    with every_mission():
        event.withdrawn_at = NOW
        event.keep_change(None)


def events(response):
    return Calendar.from_ical(response.content).walk("VEVENT")


def summaries(response):
    return [str(event["SUMMARY"]) for event in events(response)]


def test_mission_feed_holds_its_released_events_and_no_others(client, mission):
    made(mission, title={"en": "Seminar", "az": "Seminar (az)"})
    made(make_mission("migration-service"), "exhibition", title={"en": "Elsewhere"})
    with every_mission():
        make_event(mission, "draft", title={"en": "A draft"})

    response = client.get(MISSION)

    assert summaries(response) == ["Seminar"]
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'inline; filename="azembassy-islamabad.ics"'
    assert response["Cache-Control"] == "private, max-age=0, must-revalidate"
    assert response["X-Robots-Tag"] == "noindex"
    assert b"X-WR-CALNAME:Embassy of Azerbaijan in Pakistan\r\n" in response.content


def test_change_in_the_working_copy_reaches_no_feed_before_its_release(client, mission):
    event = made(mission)
    before = client.get(MISSION)
    with every_mission():
        Event.objects.filter(pk=event.pk).update(title={"en": "Not yet released"})

    assert client.get(MISSION).content == before.content
    with every_mission():
        release(event, name="Second", released_at=NOW + timedelta(hours=1))
    (after,) = events(client.get(MISSION))
    assert (after["SUMMARY"], after["SEQUENCE"]) == ("Not yet released", 1)
    assert after["UID"] == str(event.uid)


def test_every_feed_holds_what_belongs_to_it(client, mission):
    edition = make_edition()
    made(mission, "memorial", title={"en": "Memorial"}, edition=edition)
    made(mission, "reception", title={"en": "Reception"}, kind="reception", on=date(2023, 2, 1))
    made(
        make_mission("migration-service", zone="Asia/Baku"),
        "ceremony",
        title={"en": "Ceremony"},
        edition=edition,
    )

    assert summaries(client.get(ALL)) == ["Memorial", "Ceremony", "Reception"]
    assert summaries(client.get("/calendars/occasion/20-january.ics")) == ["Memorial", "Ceremony"]
    assert summaries(client.get(f"{MISSION}?kind=reception")) == ["Reception"]
    assert summaries(client.get(f"{MISSION}?kind=visit")) == []


def test_language_comes_from_the_address_alone(client, mission):
    made(mission, title={"en": "Seminar", "az": "Seminarımız"}, languages=["en", "az"])

    azerbaijani = client.get(f"{MISSION}?lang=az", headers={"accept-language": "ur"})

    assert summaries(azerbaijani) == ["Seminarımız"]
    assert f"SOURCE;VALUE=URI:http://127.0.0.1:8000{MISSION}?lang=az" in azerbaijani.content.decode().replace(
        "\r\n ", ""
    )
    assert summaries(client.get(MISSION, headers={"accept-language": "az"})) == ["Seminar"]


def test_items_on_request(client, mission):
    made(mission, title={"en": "Seminar"})

    assert summaries(client.get(f"{MISSION}?items=1")) == ["Words of welcome (Seminar)"]


@pytest.mark.parametrize(
    "address",
    [
        "/calendars/nobody.ics",
        "/calendars/occasion/nothing.ics",
        f"{MISSION}?lang=xx",
        f"{MISSION}?kind=party",
        "/azembassy-islamabad/nothing/event.ics",
        "/nobody/seminar/event.ics",
        "/azembassy-islamabad/seminar/event.ics?lang=xx",
    ],
)
def test_what_is_not_there_is_not_found(client, mission, address):
    made(mission)

    assert client.get(address).status_code == 404


def copied(kept, document):
    """A release as it might have come from elsewhere, with that document."""
    values = {
        field.attname: getattr(kept, field.attname)
        for field in Release._meta.concrete_fields
        if field.attname != "id"
    }
    return Release.published.create(
        **{**values, "number": kept.number + 1, "code": "another", "document": document}
    )


def test_event_as_a_file(client, mission):
    event = made(mission, title={"en": "Seminar", "az": "Seminarımız"}, languages=["en", "az"])

    response = client.get("/azembassy-islamabad/seminar/event.ics")

    (only,) = events(response)
    assert (only["UID"], only["SUMMARY"]) == (str(event.uid), "Seminar")
    assert response["Content-Disposition"] == 'attachment; filename="seminar.ics"'
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert b"METHOD" not in response.content
    assert summaries(client.get("/azembassy-islamabad/seminar/event.ics?lang=az")) == ["Seminarımız"]


def test_file_and_feed_hold_the_same_entry(client, mission):
    made(mission)

    file, feed = client.get("/azembassy-islamabad/seminar/event.ics"), client.get(MISSION)

    assert events(file)[0].to_ical() == events(feed)[0].to_ical()


def test_unchanged_file_costs_one_query(client, mission, django_assert_num_queries):
    made(mission)
    address = "/azembassy-islamabad/seminar/event.ics"
    etag = client.get(address)["ETag"]

    with django_assert_num_queries(1):
        assert client.get(address, headers={"if-none-match": etag}).status_code == 304


def test_event_without_a_day_is_in_no_feed_and_no_file(client, mission):
    made(mission, on=None)

    assert events(client.get(MISSION)) == []
    assert client.get("/azembassy-islamabad/seminar/event.ics").status_code == 404


def test_withdrawn_event_and_draft_have_no_file(client, mission):
    event = made(mission)
    with every_mission():
        make_event(mission, "draft")
    withdrawn_from_the_public(event)

    assert client.get("/azembassy-islamabad/seminar/event.ics").status_code == 410
    assert client.get("/azembassy-islamabad/draft/event.ics").status_code == 404
