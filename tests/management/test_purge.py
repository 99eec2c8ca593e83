from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from events.models import Event
from events.scoping import every_mission
from tests.factories import make_event, make_mission

pytestmark = pytest.mark.django_db


def test_purge_deletes_for_good_in_every_mission_what_was_deleted_31_days_ago():
    now = timezone.now()
    with every_mission():
        for slug in ("azembassy-islamabad", "migration-service"):
            mission = make_mission(slug=slug)
            make_event(mission, slug="old", deleted_at=now - timedelta(days=31))
            make_event(mission, slug="new", deleted_at=now - timedelta(days=29))

    call_command("purge", stdout=(said := StringIO()))

    assert said.getvalue() == "2 deleted for good.\n"
    with every_mission():
        assert {event.slug for event in Event.with_deleted.all()} == {"new"}
