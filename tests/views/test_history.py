from datetime import date, timedelta

import pytest
from django.utils import timezone

from events.models import Event, Member, Mission
from events.operations.agenda import change_item, remove_item
from events.operations.planning import change_event, set_hosts
from events.operations.removal import delete_event
from events.scoping import every_mission
from events.views.history_labels import FIELDS
from events.views.history_words import MODELS, Change, Telling
from tests.factories import make_event, make_member, make_mission, make_organisation
from tests.views.event_desk import make_desk

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/azembassy-islamabad/seminar/history/"
DELETED = "/desk/azembassy-islamabad/deleted/"


@pytest.fixture
def desk():
    return make_desk()


def newest(desk):
    with every_mission():
        return Telling(Event.objects.get(pk=desk.event.pk)).deeds()[0]


def test_fields_are_named_with_what_they_were_and_what_they_are(desk):
    with every_mission():
        change_event(
            Event.objects.get(),
            desk.version,
            by=desk.member.user,
            on=date(2023, 2, 5),
            status="tentative",
            title={"en": "Another", "ur": "عنوان"},
        )

    done = newest(desk)

    assert (done.by, done.words) == (desk.member.user, "Changed the facts")
    assert set(done.changes) == {
        Change("The event", "Title, English", "A seminar", "Another"),
        Change("The event", "Title, اردو", "nothing", "عنوان"),
        Change("The event", "Date", "20 January 2023", "5 February 2023"),
        Change("The event", "Status", "Confirmed", "Tentative"),
    }


def test_items_are_named_by_their_title_and_lengths_in_words(desk):
    with every_mission():
        item = type(desk.item).objects.get()
        change_item(item, item.version, duration=timedelta(seconds=90), audience="staff", by=desk.member.user)

    done = newest(desk)

    assert done.words == "Changed an item"
    assert set(done.changes) == {
        Change("Item “A minute of silence”", "Length", "1 min", "90 s"),
        Change("Item “A minute of silence”", "Shown to", "Everybody", "Staff alone"),
    }


def test_what_was_taken_out_or_added_is_said_so(desk):
    with every_mission():
        host = make_organisation(desk.mission, name={"en": "Institute"})
        set_hosts(Event.objects.get(), desk.version, [(host, "host")], by=desk.member.user)
    assert newest(desk).changes == [Change("Host “Institute” was added.")]

    with every_mission():
        item = type(desk.item).objects.get()
        remove_item(item, item.version, by=desk.member.user)

    assert Change("Item “A minute of silence” was taken out.") in newest(desk).changes


def test_page_tells_it_with_name_and_day_to_a_viewer_as_well(desk):
    with every_mission():
        change_event(Event.objects.get(), desk.version, by=desk.member.user, title={"en": "Another <b>"})

    page = desk.as_(Member.Role.VIEWER).get(ADDRESS).content.decode()

    assert "Changed the facts" in page
    assert "officer@azembassy-islamabad.example" in page
    assert "Another &lt;b&gt;" in page
    assert "A seminar" in page


def test_history_of_another_event_is_not_told(desk):
    with every_mission():
        other = make_event(desk.mission, "other")
        change_event(other, other.version, by=desk.member.user, title={"en": "Of the other one"})
        stranger = make_mission("migration-service")
        make_event(stranger, "theirs")

    assert "Of the other one" not in desk.client.get(ADDRESS).content.decode()
    assert desk.client.get("/desk/migration-service/theirs/history/").status_code == 404


def test_every_field_with_a_name_is_one_of_its_model():
    for model in MODELS:
        columns = {field.attname for field in model._meta.concrete_fields}
        assert set(FIELDS[model.__name__]) <= columns


def delete(desk, ago=timedelta(0)):
    with every_mission():
        delete_event(Event.objects.get(), desk.version, by=desk.member.user, now=timezone.now() - ago)


def test_deleted_event_is_listed_and_brought_back(desk):
    delete(desk)
    assert "A seminar" in desk.client.get(DELETED).content.decode()

    answer = desk.client.post(f"{DELETED}seminar/restore/")

    assert answer.url == "/desk/azembassy-islamabad/seminar/"
    assert "Nothing has been deleted" in desk.client.get(DELETED).content.decode()


def test_event_deleted_31_days_ago_is_gone(desk):
    delete(desk, timedelta(days=31))

    assert "A seminar" not in desk.client.get(DELETED).content.decode()
    assert desk.client.post(f"{DELETED}seminar/restore/").status_code == 404


def test_viewer_sees_what_was_deleted_and_brings_nothing_back(desk):
    delete(desk)
    viewer = desk.as_(Member.Role.VIEWER)

    page = viewer.get(DELETED).content.decode()

    assert "A seminar" in page
    assert "Bring back" not in page.split("<tbody>")[1]
    assert viewer.post(f"{DELETED}seminar/restore/").status_code == 404


def test_deleted_events_of_another_mission_are_not_listed(desk):
    delete(desk)
    with every_mission():
        elsewhere = make_mission("migration-service")
        stranger = make_member(elsewhere, "administrator", "stranger")
    desk.client.force_login(stranger.user)

    assert desk.client.get(DELETED).status_code == 404
    assert "A seminar" not in desk.client.get("/desk/migration-service/deleted/").content.decode()


def test_administrator_keeps_the_settings_of_the_mission():
    desk = make_desk(Member.Role.ADMINISTRATOR)
    address = "/desk/azembassy-islamabad/settings/"
    assert "Nobody releases their own work alone" in desk.client.get(address).content.decode()

    answer = desk.client.post(address, {"four_eyes": "on"})

    assert answer.url == address
    kept = Mission.objects.get()
    assert (kept.four_eyes, kept.requires_second_factor) == (True, False)
    assert desk.as_(Member.Role.HEAD).post(address, {}).status_code == 404
    assert Mission.objects.get().four_eyes
