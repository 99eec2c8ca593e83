from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from events.models import Event, Invitation, Item, Member, Person, User
from events.operations.membership import invite, remove
from events.operations.private_feeds import make_own
from events.operations.registers import add_person
from events.scoping import every_mission
from tests.factories import make_event, make_item, make_member, make_mission, make_part

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


def left(mission, name, days, **values):
    """Return a member who did something and left so many days ago."""
    now = timezone.now()
    member = make_member(mission, name=name)
    user = member.user
    User.objects.filter(pk=user.pk).update(first_name="Marcus", last_name="Marabou", **values)
    with every_mission():
        make_own(user, f"{name}'s telephone", now)
        add_person(mission, name={"en": f"Entered by {name}"}, by=user)
        administrator = mission.members.get(role="administrator")
        invite(mission, user.email, "officer", by=administrator.user, now=now)
        item = make_item(make_part(make_event(mission, slug=f"of-{name}")), responsible="Marcus Marabou")
        item.delete()
        remove(member, by=administrator.user)
        Member.history.filter(user_id=user.pk).update(history_date=now - timedelta(days=days))
    return user


def test_purge_names_who_left_24_months_ago_no_longer_and_keeps_what_they_did():
    with every_mission():
        mission = make_mission()
        make_member(mission, role="administrator", name="admin")
    old, new = left(mission, "old", 731), left(mission, "new", 729)
    support = left(mission, "support", 731, is_staff=True)

    call_command("purge", stdout=(said := StringIO()))
    call_command("purge", stdout=(again := StringIO()))

    assert said.getvalue().endswith("1 who left 24 months ago named no longer.\n")
    assert again.getvalue() == "0 deleted for good.\n"
    assert {user.username for user in User.objects.exclude(username__startswith="admin")} == {
        f"left-{old.pk}",
        new.username,
        support.username,
    }
    forgotten = User.objects.get(pk=old.pk)
    assert str(forgotten) == f"former member {old.pk}"
    assert (forgotten.is_active, forgotten.has_usable_password(), forgotten.last_login) == (
        False,
        False,
        None,
    )
    assert not forgotten.private_feeds.exists()
    with every_mission():
        assert Person.history.get(name__contains="Entered by old").history_user == forgotten
        assert not Invitation.history.filter(email=old.email).exists()
        assert not Item.history.filter(responsible="Marcus Marabou").exists()
        assert Invitation.history.filter(email=new.email).exists()


def test_who_left_one_mission_and_works_in_another_keeps_the_name():
    with every_mission():
        mission, other = make_mission(), make_mission(slug="migration-service")
        make_member(mission, role="administrator", name="admin")
        user = left(mission, "old", 731)
        Member.objects.create(user=user, mission=other, role="viewer")

    call_command("purge", stdout=StringIO())

    assert User.objects.get(pk=user.pk).username == user.username


def test_purge_deletes_sessions_that_have_ended():
    now = timezone.now()
    for key, hours in (("over", -1), ("open", 1)):
        Session.objects.create(session_key=key, session_data="", expire_date=now + timedelta(hours=hours))

    call_command("purge", stdout=StringIO())

    assert [session.session_key for session in Session.objects.all()] == ["open"]
