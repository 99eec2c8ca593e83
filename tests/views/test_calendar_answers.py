"""What polling costs, and how calendars are answered by the rules of HTTP."""

import gzip
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from events.exports.feed import EVENTS
from events.models import Event, FeedRevision, KeptFeed, Release
from events.operations.release import release
from events.scoping import every_mission
from tests.factories import make_edition, make_event, make_item, make_mission, make_part

pytestmark = pytest.mark.django_db

NOW = datetime(2023, 1, 18, 4, tzinfo=UTC)
TODAY = datetime(2023, 6, 1, 12, tzinfo=UTC)
MISSION = "/calendars/azembassy-islamabad.ics"
OCCASION = "/calendars/occasion/20-january.ics"
ALL = "/calendars/all.ics"
FILE = "/azembassy-islamabad/seminar/event.ics"


@pytest.fixture
def mission():
    return make_mission()


@pytest.fixture
def seminar(mission):
    with every_mission():
        event = make_event(mission, edition=make_edition())
        make_item(make_part(event))
        release(event, name="Final", released_at=NOW)
        return event


def many(number, seminar):
    """So many more released events, one a day, half of them to come, 200 at most."""
    kept = Release.published.get(event=seminar.pk)
    coming = min(200, number // 2)
    days = [TODAY.date() + timedelta(days=coming - number + index) for index in range(number)]
    with every_mission():
        events = Event.objects.bulk_create(
            Event(
                mission=seminar.mission, slug=f"event-{index}", uid=uuid4(), kind="seminar",
                title={"en": "Seminar"}, zone="Asia/Karachi", on=on, languages=["en"],
            )
            for index, on in enumerate(days)
        )  # fmt: skip
        Release.objects.bulk_create(
            Release(
                event=event, number=1, name="Final", code=f"c{index}", released_at=NOW, kind="seminar",
                mission_slug=seminar.mission.slug, event_slug=event.slug, occasion_slug="20-january",
                status="confirmed", starts_on=event.on, ends_on=event.on,
                # Those before the window are never read.
                document=index >= number - EVENTS and {
                    **kept.document,
                    "programme": {
                        **kept.document["programme"],
                        "uid": str(event.uid), "on": event.on.isoformat(), "parts": [],
                    },
                },
            )
            for index, event in enumerate(events)
        )  # fmt: skip
    FeedRevision.objects.rise(["all", "mission/azembassy-islamabad", "occasion/20-january"])


def days(response):
    return [event["DTSTART"].dt for event in Calendar.from_ical(response.content).walk("VEVENT")]


@pytest.mark.parametrize("number", [10, 1_000, 10_000])
def test_polling_costs_one_query_and_a_change_as_many_however_many_events_there_are(
    client, seminar, number, time_machine, django_assert_num_queries
):
    time_machine.move_to(TODAY, tick=False)
    many(number, seminar)
    first = {address: client.get(address) for address in (ALL, MISSION, OCCASION)}
    with every_mission():
        Event.objects.get(pk=seminar.pk).tell_feeds()

    for address, before in first.items():
        with django_assert_num_queries(7 if address == ALL else 8):
            made = client.get(address)
        with django_assert_num_queries(2):
            again = client.get(address)
        with django_assert_num_queries(1):
            unchanged = client.get(address, headers={"if-none-match": made["ETag"]})

        assert made.content == again.content == before.content
        assert len(days(made)) == min(number + 1, EVENTS)
        assert (unchanged.status_code, unchanged.content) == (304, b"")
        for name in ("ETag", "Cache-Control", "Vary"):
            assert unchanged[name] == made[name]


def test_feed_holds_all_to_come_and_of_the_past_the_latest(client, seminar, time_machine):
    time_machine.move_to(TODAY, tick=False)
    many(400, seminar)

    held = days(client.get(MISSION))

    assert len(held) == EVENTS
    assert held[-1] == TODAY.date() + timedelta(days=199)
    assert held[0] == TODAY.date() - timedelta(days=EVENTS - 200)


def test_feed_is_the_same_on_every_day(client, seminar, time_machine):
    time_machine.move_to(TODAY, tick=False)
    many(400, seminar)
    response = client.get(MISSION)

    for passed in (1, 100, 3_000):
        time_machine.move_to(TODAY + timedelta(days=passed), tick=False)
        # A change that changes nothing: it is made anew, and found to be the same.
        FeedRevision.objects.rise(["mission/azembassy-islamabad"])
        later = client.get(MISSION)
        assert later.content == response.content
        assert (later["ETag"], later["Last-Modified"]) == (response["ETag"], response["Last-Modified"])


def test_revision_rises_with_the_change_and_not_without_it(client, seminar):
    def numbers():
        return dict(FeedRevision.objects.values_list("scope", "number"))

    before = numbers()
    with every_mission():
        event = Event.objects.get(pk=seminar.pk)
        event.keep_change(None)
    assert numbers() == before

    with every_mission():
        event.deleted_at = TODAY
        event.keep_change(None)
    after = numbers()
    assert {scope for scope in after if after[scope] != before[scope]} == {
        "all",
        "mission/azembassy-islamabad",
        "occasion/20-january",
    }


def test_name_of_mission_and_occasion_reach_their_empty_calendars(client, mission):
    occasion = make_edition().occasion
    assert b"Embassy of Azerbaijan in Pakistan" in client.get(MISSION).content
    assert b"NAME:20 January tragedy" in client.get(OCCASION).content
    mission.name, occasion.name = {"en": "Another name"}, {"en": "Black January"}
    mission.save()
    occasion.save()

    assert b"NAME:Another name" in client.get(MISSION).content
    assert b"NAME:Black January" in client.get(OCCASION).content


@pytest.mark.parametrize("hide", ["withdrawn_at", "deleted_at"])
def test_event_that_may_not_be_seen_leaves_at_once_and_comes_back_as_it_was(client, seminar, hide):
    before = client.get(MISSION)
    with every_mission():
        event = Event.objects.get(pk=seminar.pk)
        setattr(event, hide, TODAY)
        event.save()
    gone = client.get(MISSION, headers={"if-none-match": before["ETag"]})
    file = client.get(FILE)
    with every_mission():
        event = Event.with_deleted.get(pk=seminar.pk)
        setattr(event, hide, None)
        event.save()
    back = client.get(MISSION)

    assert (gone.status_code, days(gone)) == (200, [])
    assert (file.status_code, file.content) == (410, b"This event is no longer public.\n")
    assert back.content == before.content
    assert client.get(FILE).status_code == 200


def test_last_modified_only_grows_and_answers_alone(client, seminar, time_machine):
    time_machine.move_to(TODAY, tick=False)
    first = client.get(MISSION)
    with every_mission():
        event = Event.objects.get(pk=seminar.pk)
        event.withdrawn_at = TODAY
        event.save()
    asked = {"if-modified-since": first["Last-Modified"]}
    second = client.get(MISSION, headers=asked)

    assert first["Last-Modified"] == "Thu, 01 Jun 2023 12:00:00 GMT"
    assert (second.status_code, second["Last-Modified"]) == (200, "Thu, 01 Jun 2023 12:00:01 GMT")
    assert client.get(MISSION, headers={"if-modified-since": second["Last-Modified"]}).status_code == 304


@pytest.mark.parametrize("address", [MISSION, FILE])
def test_packed_and_plain_have_a_strong_validator_each_and_both_are_known(client, seminar, address):
    plain = client.get(address)
    packed = client.get(address, headers={"accept-encoding": "br, gzip;q=0.5"})

    assert gzip.decompress(packed.content) == plain.content
    assert packed.content == client.get(address, headers={"accept-encoding": "gzip"}).content
    assert packed["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain
    assert packed["ETag"] == plain["ETag"].rstrip('"') + '-gzip"'
    for etag in (plain["ETag"], packed["ETag"], f'"other", W/{plain["ETag"]}', "*"):
        for encoding in ("gzip", "identity"):
            asked = {"if-none-match": etag, "accept-encoding": encoding}
            assert client.get(address, headers=asked).status_code == 304
    refusing = client.get(address, headers={"accept-encoding": "gzip;q=0"})
    assert refusing.content == plain.content


@pytest.mark.parametrize("address", [MISSION, OCCASION, ALL, FILE])
def test_head_answers_as_get_does_and_nothing_else_is_allowed(seminar, address):
    strict = Client(enforce_csrf_checks=True)

    got, head = strict.get(address), strict.head(address)

    assert dict(head.headers) == dict(got.headers)
    assert (head.status_code, head.content) == (200, b"")
    for method in ("POST", "PUT", "DELETE", "PROPFIND", "OPTIONS"):
        refused = strict.generic(method, address)
        assert (refused.status_code, refused["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("address", [MISSION, FILE, "/calendars/nobody.ics"])
def test_answers_carry_no_cookie_and_vary_on_nothing_of_the_reader(seminar, admin_client, address):
    for client in (Client(), admin_client):
        for answer in (client.get(address), client.get(address, headers={"if-none-match": "*"})):
            assert not answer.cookies
            assert answer.get("Vary", "Accept-Encoding") == "Accept-Encoding"
            assert "Content-Language" not in answer


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/calendars/nobody.ics", "There is no such calendar."),
        ("/calendars/occasion/nothing.ics", "There is no such calendar."),
        (f"{MISSION}?lang=xx", "There is no calendar in this language. (lang: en, az, ru, ur, tr)"),
        (f"{MISSION}?items=all", "This address has no such option. (items: 1)"),
        (f"{MISSION}?language=az", "This address has no such option. (language: lang, items, kind)"),
        (f"{FILE}?items=1", "This address has no such option. (items: lang)"),
        ("/azembassy-islamabad/nothing/event.ics", "There is no such event."),
        ("/azembassy-islamabad/nothing/event.ics?lang=az", "Belə tədbir yoxdur."),
    ],
)
def test_what_is_not_there_is_told_in_plain_words(client, seminar, address, words):
    answer = client.get(address)

    assert (answer.status_code, answer["Content-Type"]) == (404, "text/plain; charset=utf-8")
    assert answer.content.decode().strip() == words


def test_unknown_address_leaves_nothing_behind(client, seminar):
    before = FeedRevision.objects.count()

    client.get("/calendars/nobody.ics")

    assert FeedRevision.objects.count() == before


def test_texts_are_made_anew_by_another_version_of_the_code(client, seminar, monkeypatch):
    before = client.get(MISSION)
    monkeypatch.setattr("events.feeds.kept.VERSION", 10_000)
    with CaptureQueriesContext(connection) as queries:
        after = client.get(MISSION)

    assert after.content == before.content
    assert any("document" in query["sql"] and "INSERT" not in query["sql"] for query in queries)
    assert KeptFeed.objects.filter(address="mission/azembassy-islamabad").count() == 1
