"""What subscribers see of an event from its first release on, by the deeds of the desk."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from icalendar import Calendar

from events.models import Event, Member, Mission, Occasion
from events.operations.approval import approve_and_release, cancel, postpone, publish_again, withdraw
from events.operations.moving import move
from events.operations.removal import delete_event, restore_event
from events.scoping import every_mission
from tests.factories import (
    make_contribution,
    make_edition,
    make_event,
    make_item,
    make_member,
    make_mission,
    make_part,
    make_person,
)

pytestmark = pytest.mark.django_db

NOW = datetime(2023, 1, 10, 4, tzinfo=UTC)
HOUR = timedelta(hours=1)
MISSION = "/calendars/azembassy-islamabad.ics"
PAGE = "/azembassy-islamabad/seminar/"


@pytest.fixture(autouse=True)
def _at(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def mission():
    return make_mission()


@pytest.fixture
def head(mission):
    with every_mission():
        return make_member(mission, Member.Role.HEAD, "head").user


@pytest.fixture
def seminar(mission, head):
    with every_mission():
        event = make_event(mission, title={"en": "Seminar"})
        make_item(make_part(event))
        approve_and_release(event, event.version, name="First", by=head, now=NOW)
        return event


def present(event):
    return Event.with_deleted.get(pk=event.pk)


def seen(client):
    """UID, SEQUENCE, STATUS, SUMMARY and start of each entry."""
    entries = Calendar.from_ical(client.get(MISSION).content).walk("VEVENT")
    return [
        (str(e["UID"]), e["SEQUENCE"], str(e["STATUS"]), str(e["SUMMARY"]), e["DTSTART"].dt.date())
        for e in entries
    ]


def test_moved_event_keeps_its_uid_and_is_a_later_revision(client, seminar, head):
    with every_mission():
        moved = move(present(seminar), date(2023, 1, 23), head)
        approve_and_release(moved, moved.version, name="Moved", by=head, now=NOW + HOUR)

    assert seen(client) == [(str(seminar.uid), 1, "CONFIRMED", "Seminar", date(2023, 1, 23))]
    page = client.get(PAGE).content.decode()
    assert '"eventStatus": "https://schema.org/EventRescheduled"' in page
    assert '"previousStartDate": "2023-01-20T10:00:00+05:00"' in page


def test_event_moved_once_still_says_so_in_later_releases(client, seminar, head):
    with every_mission():
        moved = move(present(seminar), date(2023, 1, 23), head)
        approve_and_release(moved, moved.version, name="Moved", by=head, now=NOW + HOUR)
        renamed = present(seminar)
        renamed.title = {"en": "Another title"}
        renamed.keep_change(head)
        approve_and_release(renamed, renamed.version, name="Renamed", by=head, now=NOW + 2 * HOUR)

    assert '"previousStartDate": "2023-01-20T10:00:00+05:00"' in client.get(PAGE).content.decode()


def test_cancelled_event_stays_with_a_word(client, seminar, head):
    with every_mission():
        event = present(seminar)
        cancel(event, event.version, name="Cancelled", by=head, now=NOW + HOUR)

    assert seen(client) == [(str(seminar.uid), 1, "CANCELLED", "Cancelled: Seminar", date(2023, 1, 20))]


def test_event_postponed_without_a_new_day_is_tentative_with_a_word(client, seminar, head):
    with every_mission():
        event = present(seminar)
        postpone(event, event.version, name="Postponed", by=head, now=NOW + HOUR)

    assert seen(client) == [(str(seminar.uid), 1, "TENTATIVE", "Postponed: Seminar", date(2023, 1, 20))]


def test_withdrawn_event_goes_at_once_and_comes_back_as_it_was(client, seminar, head):
    before = seen(client)
    with every_mission():
        withdraw(present(seminar), by=head, now=NOW + HOUR)
    assert seen(client) == []
    with every_mission():
        publish_again(present(seminar), by=head)

    assert seen(client) == before != []


def test_deleted_event_goes_at_once_and_comes_back_as_it_was(client, seminar, head):
    before = seen(client)
    with every_mission():
        event = present(seminar)
        delete_event(event, event.version, by=head, now=NOW + HOUR)
    assert seen(client) == []
    assert client.get(f"{PAGE}event.ics").status_code == 410
    with every_mission():
        restore_event(present(seminar), by=head, now=NOW + 2 * HOUR)

    assert seen(client) == before != []


def test_change_that_is_undone_leaves_the_revision_as_it_was(client, seminar, head):
    """The transaction takes the revision back with what it told."""
    before = client.get(MISSION)
    with every_mission(), transaction.atomic():
        withdraw(present(seminar), by=head, now=NOW + HOUR)
        transaction.set_rollback(True)

    assert client.get(MISSION, headers={"if-none-match": before["ETag"]}).status_code == 304


@pytest.mark.parametrize("address", [MISSION, "/calendars/occasion/20-january.ics"])
def test_renamed_mission_and_occasion_rename_their_calendars_at_once(client, seminar, head, address):
    with every_mission():
        event = present(seminar)
        event.edition = make_edition()
        event.keep_change(head)
        approve_and_release(event, event.version, name="Second", by=head, now=NOW + HOUR)
    client.get(address)
    for each in (Mission.objects.get(), Occasion.objects.get()):
        each.name = {"en": "Another name"}
        each.save()

    assert b"X-WR-CALNAME:Another name\r\n" in client.get(address).content


def test_name_corrected_in_the_register_comes_with_the_next_release_as_a_later_revision(
    client, seminar, head
):
    with every_mission():
        person = make_person(seminar.mission, name={"en": "A. Speeker"})
        make_contribution(present(seminar).parts.get().items.get(), person=person, answer="confirmed")
        approve_and_release(present(seminar), seminar.version, name="Second", by=head, now=NOW + HOUR)
    before = client.get(MISSION)
    with every_mission():
        person.name = {"en": "A. Speaker"}
        person.save()
    unreleased = client.get(MISSION, headers={"if-none-match": before["ETag"]})
    with every_mission():
        event = present(seminar)
        approve_and_release(event, event.version, name="Third", by=head, now=NOW + 2 * HOUR)
    wrong, entry = (
        Calendar.from_ical(each.content).walk("VEVENT")[0] for each in (before, client.get(MISSION))
    )

    assert unreleased.status_code == 304
    assert "A. Speeker" in wrong["DESCRIPTION"]
    assert "A. Speaker" in entry["DESCRIPTION"]
    assert (entry["SEQUENCE"], entry["LAST-MODIFIED"].dt) == (2, NOW + 2 * HOUR)
