"""Who changed what and when, seen by the members of the mission alone."""

from datetime import timedelta

import pytest
from django.apps import apps
from django_scopes.exceptions import ScopeError

from events.models import Event, Item
from events.operations.agenda import change_item, remove_part
from events.scoping import every_mission, of_mission
from tests.factories import make_event, make_mission, make_person
from tests.operations.planned import make_desk

pytestmark = pytest.mark.django_db
TRACED = [
    *("AudienceGroup", "Contribution", "Event", "Host", "Item", "Member", "NameVariant"),
    *("Office", "OpeningDay", "Organisation", "Part", "Person", "Place", "SettledMatter"),
]


@pytest.fixture
def desk():
    with every_mission():
        return make_desk()


@pytest.mark.parametrize("name", TRACED)
def test_copies_need_a_scope_as_the_rows_do(name):
    model = apps.get_model("events", name)

    with pytest.raises(ScopeError):
        list(model.history.all())
    with pytest.raises(ScopeError):
        model.history.count()


def test_copies_of_another_mission_are_not_there(desk):
    with every_mission():
        theirs = make_mission(slug="migration-service")
        event = make_event(theirs, slug="exhibition")

    with of_mission(theirs.pk):
        assert {copy.slug for copy in Event.history.all()} == {"exhibition"}
        assert list(desk.event.history.all()) == []
    with of_mission(desk.mission.pk):
        assert list(event.history.all()) == []


def test_copy_names_the_member_the_deed_and_the_event(desk):
    with of_mission(desk.mission.pk):
        change_item(desk.anthem, 1, duration=timedelta(minutes=4), by=desk.officer)

        copy = Item.history.filter(deed="change_item").get()
        assert (copy.history_user, copy.of_event, copy.event_version) == (desk.officer, desk.event, 2)
        assert [change.field for change in copy.diff_against(copy.prev_record).changes] == ["duration"]


def test_rows_of_one_deed_are_kept_together(desk):
    with of_mission(desk.mission.pk):
        remove_part(desk.part, 1, by=desk.officer)

        copies = [*Item.history.filter(deed="remove_part"), *desk.part.history.filter(deed="remove_part")]
        assert len(copies) == 4
        assert len({copy.deed_uid for copy in copies}) == 1


def test_what_nobody_did_at_the_desk_has_no_member(desk):
    with every_mission():
        copy = make_person(desk.mission).history.get()

    assert (copy.history_user, copy.deed, copy.deed_uid) == (None, "", None)
