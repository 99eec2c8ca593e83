"""Private calendars as programs read them."""

import re
from datetime import UTC, datetime, time, timedelta

import pytest
from icalendar import Calendar

from events.models import Event, PrivateFeed
from events.operations.membership import remove
from events.operations.private_feeds import make_own, make_speakers, renew, revoke
from events.operations.release import release
from events.scoping import every_mission
from events.views.private_calendar import family
from tests.factories import (
    make_contribution,
    make_event,
    make_item,
    make_member,
    make_mission,
    make_part,
    make_person,
)

pytestmark = pytest.mark.django_db

NOW = datetime(2023, 1, 18, 4, tzinfo=UTC)
THUNDERBIRD = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.4.0"


@pytest.fixture
def officer():
    return make_member(make_mission())


@pytest.fixture
def event(officer):
    with every_mission():
        event = make_event(officer.mission, title={"en": "Seminar"})
        part = make_part(event)
        make_item(part, title={"en": "Sound check"}, audience="staff", staff_text={"en": "Bring the keys"})
        make_item(part, title={"en": "Words of welcome"})
        return event


@pytest.fixture
def own(officer):
    return address(*make_own(officer.user, "My missions", NOW))


def address(feed, token):
    return f"/calendars/private/{token}/{'own' if feed.owner else 'slots'}.ics"


def entries(response):
    return Calendar.from_ical(response.content).walk("VEVENT")


def said(response):
    return [(str(each["SUMMARY"]), str(each["STATUS"])) for each in entries(response)]


def released(event):
    with every_mission():
        release(event, name="Final", released_at=NOW)


def test_member_reads_drafts_as_tentative_with_what_is_for_staff(client, event, own):
    response = client.get(own)

    assert said(response) == [
        ("Draft: Sound check (Seminar)", "TENTATIVE"),
        ("Draft: Words of welcome (Seminar)", "TENTATIVE"),
    ]
    assert "Bring the keys" in entries(response)[0]["DESCRIPTION"]


def test_member_reads_what_stands_as_released_as_confirmed_until_it_is_changed(client, event, own):
    released(event)
    first = client.get(own)
    with every_mission():
        event.title = {"en": "Seminar, moved"}
        event.keep_change(None)
    second = client.get(own, headers={"if-none-match": first["ETag"]})

    assert said(first)[0] == ("Sound check (Seminar)", "CONFIRMED")
    assert said(second)[0] == ("Draft: Sound check (Seminar, moved)", "TENTATIVE")
    assert entries(second)[0]["SEQUENCE"] > entries(first)[0]["SEQUENCE"]


def test_same_calendar_is_not_sent_twice_and_costs_the_same_for_one_event_or_many(
    client, officer, event, own, django_assert_num_queries
):
    etag = client.get(own)["ETag"]
    with django_assert_num_queries(3):
        assert client.get(own, headers={"if-none-match": etag}).status_code == 304
    with every_mission():
        for number in range(3):
            make_item(make_part(make_event(officer.mission, f"event-{number}")))
    etag = client.get(own)["ETag"]

    with django_assert_num_queries(3):
        assert client.get(own, headers={"if-none-match": etag}).status_code == 304


def test_member_reads_nothing_of_a_mission_that_they_do_not_belong_to(client, own):
    with every_mission():
        make_event(make_mission(slug="migration-service"))

    assert said(client.get(own)) == []


def test_calendar_of_one_mission_goes_with_the_membership(client, officer, event, own):
    with every_mission():
        elsewhere = make_mission(slug="migration-service")
        make_member(elsewhere, name="other").__class__.objects.create(
            user=officer.user, mission=elsewhere, role="viewer"
        )
    before = client.get(own)
    officer.delete()

    assert (len(said(before)), said(client.get(own))) == (2, [])


def test_calendar_is_gone_with_the_last_membership_and_stays_gone(client, officer, own):
    mission, user = officer.mission, officer.user
    remove(officer, by=make_member(mission, role="administrator", name="admin").user)
    gone = client.get(own)
    officer.__class__.objects.create(user=user, mission=mission, role="viewer")

    assert (gone.status_code, client.get(own).status_code) == (410, 410)


def test_calendar_is_gone_when_the_account_is_closed(client, officer, own):
    officer.user.is_active = False
    officer.user.save()

    assert client.get(own).status_code == 410


def test_revoked_and_renewed_calendars_are_gone_and_unknown_ones_not_there(client, officer):
    first, token = make_own(officer.user, "My missions", NOW)
    second = renew(first, by=officer.user, now=NOW)
    assert client.get(address(first, token)).status_code == 410
    assert client.get(address(*second)).status_code == 200
    revoke(second[0], by=officer.user, now=NOW)

    assert client.get(address(*second)).status_code == 410
    assert client.get("/calendars/private/unknown/own.ics").status_code == 404


def test_answer_tells_its_address_to_nobody(client, event, own, caplog):
    response = client.get(own)
    token = own.split("/")[3]

    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Vary"] == "Accept-Encoding"
    assert not response.cookies
    assert token not in response.content.decode() + caplog.text
    assert not PrivateFeed.objects.filter(token_hash=token).exists()


def test_who_asked_and_what_they_have_seen_is_noted(client, event, own):
    released(event)
    client.get(own, headers={"user-agent": THUNDERBIRD})
    feed = PrivateFeed.objects.get()

    assert feed.fetched_by == "Thunderbird"
    assert (feed.seen_release.event_slug, feed.seen_release.number) == ("seminar", 1)
    assert feed.fetched_at is not None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (THUNDERBIRD, "Thunderbird"),
        ("Google-Calendar-Importer", "Google-Calendar-Importer"),
        ("macOS/15.1 (24B83) dataaccessd/1.0", "macOS"),
        ("khal 0.14 ; <script>", "khal 0.14"),
        (
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140 Safari/537.36",
            "Chrome",
        ),
        ("Mozilla/5.0 (compatible; Reader) Sync/2", "Sync"),
        ("", ""),
        ("\x1b[31m\n", ""),
    ],
)
def test_program_is_named_short_and_clean(said, name):
    assert family(said) == name


def test_speaker_reads_their_own_released_slots_and_nothing_else(client, officer, event):
    with every_mission():
        person = make_person(officer.mission)
        other = make_person(officer.mission, name={"en": "Somebody else"})
        doors = make_part(event, phase="before", starts_at=time(9, 30))
        make_item(doors, kind="arrival")
        item = event.parts.order_by("pk").first().items.last()
        make_contribution(item, person=person)
        make_contribution(item, person=other)
        Event.objects.filter(pk=event.pk).update(title={"en": "Seminar"})
    slots = address(*make_speakers(person, "Your slots", by=officer.user, now=NOW))
    draft = client.get(slots)
    released(event)
    response = client.get(slots)

    assert said(draft) == []
    assert said(response) == [("Words of welcome (Seminar)", "CONFIRMED")]
    assert "Please be there at 09:30." in entries(response)[0]["DESCRIPTION"]
    assert "A speaker" in entries(response)[0]["DESCRIPTION"]
    text = response.content.decode()
    assert [word for word in ("Somebody else", "Bring the keys", "Sound check") if word in text] == []


def test_speaker_who_declined_has_no_slot(client, officer, event):
    with every_mission():
        person = make_person(officer.mission)
        make_contribution(event.parts.first().items.last(), person=person, answer="declined")
    released(event)

    assert said(client.get(address(*make_speakers(person, "Slots", by=officer.user, now=NOW)))) == []


def test_speakers_calendar_outlives_who_made_it(client, officer, event):
    with every_mission():
        person = make_person(officer.mission)
    slots = address(*make_speakers(person, "Slots", by=officer.user, now=NOW + timedelta(days=1)))
    officer.delete()

    assert client.get(slots).status_code == 200


def secret_on(page):
    return re.search(r'value="http://127\.0\.0\.1:8000(/calendars/private/[^"]+)"', page.content.decode())[1]


def test_member_makes_a_calendar_and_is_shown_its_address_once(client, officer, event):
    client.force_login(officer.user)
    made = client.post("/desk/account/calendars/", {"label": "My telephone"})
    secret = secret_on(made)

    assert "<svg" in made.content.decode()
    assert f"webcal://127.0.0.1:8000{secret}" in made.content.decode()
    assert len(said(client.get(secret))) == 2
    page = client.get("/desk/account/calendars/").content.decode()
    assert secret.split("/")[3] not in page
    assert "My telephone" in page
    assert "Last fetched on" in page


def test_calendar_without_a_name_is_refused_at_its_field(client, officer):
    client.force_login(officer.user)
    answer = client.post("/desk/account/calendars/", {"label": " "})

    assert (answer.status_code, PrivateFeed.objects.count()) == (422, 0)


def test_form_that_is_sent_twice_makes_one_calendar(client, officer):
    client.force_login(officer.user)
    for _ in range(2):
        client.post("/desk/account/calendars/", {"label": "My telephone", "once": "a-key-of-this-test"})

    assert PrivateFeed.objects.count() == 1


def test_member_renews_and_revokes_their_own_alone(client, officer):
    client.force_login(officer.user)
    theirs, _ = make_own(make_member(officer.mission, name="other").user, "Theirs", NOW)
    own, token = make_own(officer.user, "Mine", NOW)
    renewed = secret_on(client.post(f"/desk/account/calendars/{own.pk}/renew/"))
    assert client.get(address(own, token)).status_code == 410
    newest = PrivateFeed.objects.latest("pk")
    client.post(f"/desk/account/calendars/{newest.pk}/revoke/")

    assert client.get(renewed).status_code == 410
    assert client.post(f"/desk/account/calendars/{theirs.pk}/revoke/").status_code == 404


def test_officer_makes_a_speakers_calendar_at_their_entry(client, officer):
    with every_mission():
        person = make_person(officer.mission)
    client.force_login(officer.user)
    page = f"/desk/azembassy-islamabad/people/{person.pk}/"
    made = client.post(f"{page}calendars/", {"label": "Slots"})

    assert f"{page}calendars/" in client.get(page).content.decode()
    assert said(client.get(secret_on(made))) == []


@pytest.mark.parametrize(("answer", "who"), [("confirmed", [0]), ("replaced", [1]), ("declined", [])])
def test_answers_lead_to_the_calendars_of_whoever_comes(client, officer, event, answer, who):
    with every_mission():
        asked, other = make_person(officer.mission), make_person(officer.mission)
        instead = {"replaced_by": other} if answer == "replaced" else {}
        make_contribution(event.parts.first().items.last(), person=asked, answer=answer, **instead)
    client.force_login(officer.user)

    page = client.get("/desk/azembassy-islamabad/seminar/answers/").content.decode()

    led = re.findall(r'href="/desk/azembassy-islamabad/people/(\d+)/calendars/"', page)
    assert led == [str((asked, other)[index].pk) for index in who]
