from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from events.models import Event, Invitation
from events.operations.membership import invite
from events.scoping import every_mission
from tests.factories import make_event, make_member, make_mission

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


def test_purge_forgets_who_was_invited_and_never_came_90_days_after_the_end_also_in_the_history():
    now = timezone.now()
    with every_mission():
        mission = make_mission()
        member = make_member(mission, role="administrator")
        for name, days in (("old", 105), ("new", 103)):
            invite(mission, f"{name}@example.org", "viewer", by=member.user, now=now - timedelta(days=days))

    call_command("purge", stdout=(said := StringIO()))

    assert said.getvalue() == "1 deleted for good.\n"
    with every_mission():
        assert {row.email for row in Invitation.objects.all()} == {"new@example.org"}
        assert {row.email for row in Invitation.history.all()} == {"new@example.org"}


def test_purge_deletes_sessions_that_have_ended():
    now = timezone.now()
    for key, hours in (("over", -1), ("open", 1)):
        Session.objects.create(session_key=key, session_data="", expire_date=now + timedelta(hours=hours))

    call_command("purge", stdout=StringIO())

    assert [session.session_key for session in Session.objects.all()] == ["open"]
