from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Office, Place
from events.programme.choices import Status
from events.programme.text import Text
from events.programme.timing import NonexistentTimeError
from events.scoping import every_mission
from events.snapshot import take_snapshot, take_snapshots
from tests.factories import (
    make_contribution,
    make_edition,
    make_event,
    make_item,
    make_mission,
    make_organisation,
    make_part,
    make_person,
)

pytestmark = pytest.mark.django_db
KARACHI = ZoneInfo("Asia/Karachi")


@pytest.fixture(autouse=True)
def _every_mission():
    with every_mission():
        yield


def clocks(programme):
    return [item.span and f"{item.span.start:%H:%M}" for item in programme.items]


def test_part_without_a_start_goes_on_where_the_one_before_it_ends():
    event = make_event(make_mission())
    first, second = make_part(event), make_part(event, starts_at=None)
    for part in (first, first, second):
        make_item(part, minutes=10)

    assert clocks(take_snapshot(event)) == ["10:00", "10:10", "10:20"]


def test_anchored_item_stands_at_the_hour_of_its_own_zone():
    event = make_event(make_mission())
    silence = make_item(
        make_part(event), "silence", 1, start="anchored", start_at=time(12), start_zone="Asia/Baku"
    )

    (item,) = take_snapshot(event).items

    assert item.uid == str(silence.uid)
    assert item.span.start.isoformat() == "2023-01-20T13:00:00+05:00"


@pytest.mark.parametrize(("on", "starts_at"), [(None, time(10)), (date(2023, 1, 20), None)])
def test_event_without_day_or_hour_leaves_its_items_untimed(on, starts_at):
    event = make_event(make_mission(), on=on)
    make_item(make_part(event, starts_at=starts_at))

    programme = take_snapshot(event)

    assert (clocks(programme), programme.span, programme.doors_at) == ([None], None, None)


def test_person_stands_with_the_office_held_on_the_day():
    event = make_event(make_mission())
    person = make_person(event.mission)
    for title, since, until in (
        ("Deputy Director", None, date(2022, 12, 31)),
        ("Director", date(2023, 1, 1), date(2023, 12, 31)),
        ("Adviser", date(2024, 1, 1), None),
    ):
        Office.objects.create(person=person, title={"en": title}, since=since, until=until)
    make_contribution(make_item(make_part(event)), person=person)

    (item,) = take_snapshot(event).items

    assert [str(office.title.wording("en")) for office in item.contributions[0].who.person.offices] == [
        "Director"
    ]


def test_room_of_a_part_alone_is_one_at_the_events_place():
    mission = make_mission()
    place = Place.objects.create(mission=mission, name={"en": "Institute"}, zone="Asia/Karachi")
    event = make_event(mission, place=place, room={"en": "Hall"})
    make_item(make_part(event, room={"en": "Foyer"}))

    programme = take_snapshot(event)

    assert (programme.place.room, programme.parts[0].place.room) == (
        Text.of({"en": "Hall"}),
        Text.of({"en": "Foyer"}),
    )
    assert programme.parts[0].place.name == programme.place.name


def test_draft_has_no_release_and_counts_its_anniversary():
    event = make_event(make_mission(), edition=make_edition(2023), ends_by=time(12, 30))

    programme = take_snapshot(event)

    assert (programme.release, programme.status, programme.edition.anniversary) == (
        None,
        Status.CONFIRMED,
        33,
    )
    assert programme.ends_by.tzinfo == KARACHI
    assert programme.edition.occasion.silence.duration == timedelta(seconds=60)


def test_snapshot_takes_the_same_queries_for_one_item_and_for_thirty():
    def counted(items):
        event = make_event(mission, slug=f"with-{items}", edition=edition)
        for _ in range(items):
            person = make_person(mission)
            Office.objects.create(
                person=person, title={"en": "Dean"}, organisation=make_organisation(mission)
            )
            make_contribution(make_item(make_part(event)), person=person)
        with CaptureQueriesContext(connection) as queries:
            take_snapshot(event)
        return len(queries)

    mission, edition = make_mission(), make_edition()

    assert counted(1) == counted(30)


def test_snapshots_of_many_are_those_of_each_in_as_many_queries_as_for_one():
    mission, edition = make_mission(), make_edition()
    events = [make_event(mission, slug=f"event-{number}", edition=edition) for number in range(5)]
    for event in events:
        child = make_event(mission, slug=f"{event.slug}-ceremony", parent=event)
        make_item(make_part(child))
        make_item(make_part(event))
    with CaptureQueriesContext(connection) as for_one:
        take_snapshots(events[:1])
    with CaptureQueriesContext(connection) as for_five:
        programmes = take_snapshots(events)

    assert programmes == {event.pk: take_snapshot(event) for event in events}
    assert len(for_one) == len(for_five)


def test_event_with_a_skipped_hour_does_not_keep_the_others_from_being_read():
    mission = make_mission()
    skipped = make_event(mission, slug="skipped", on=date(2023, 3, 26), zone="Europe/Berlin")
    whole = make_event(mission, slug="whole")
    make_part(skipped, starts_at=time(2, 30))

    programmes = take_snapshots([skipped, whole])

    assert isinstance(programmes[skipped.pk], NonexistentTimeError)
    assert programmes[whole.pk] == take_snapshot(whole)
