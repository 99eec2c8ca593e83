"""The history of a mission's settings and membership, for its administrators."""

import pytest
from django.core import mail
from django.utils import timezone

from events.operations.membership import change_role, remove
from tests.factories import make_member, make_mission

pytestmark = pytest.mark.django_db

DESK = "/desk/azembassy-islamabad/"


def told(desk):
    """Each deed with who did it and what changed, the newest first."""
    deeds = desk.get(f"{DESK}settings/history/").context["deeds"]
    return [
        (done.words, done.by, [(each.field, each.was, each.now) for each in done.changes]) for done in deeds
    ]


def test_changed_setting_is_told_with_what_it_was(desk, administrator):
    desk.post(f"{DESK}settings/", {"four_eyes": "on"})

    assert told(desk)[0] == ("Changed the settings", administrator.user, [("Four eyes", "no", "yes")])


def test_changed_name_is_told_in_each_language_and_an_added_language_by_its_own_name(desk, administrator):
    form = desk.get(f"{DESK}settings/").context["identity"]
    sent = {name: form[name].value() or "" for name in form.fields}

    desk.post(f"{DESK}settings/mission/", {**sent, "name_az": "Səfirlik", "languages": ["az", "tr"]})

    (deed, by, changes), *_older = told(desk)
    assert (deed, by) == ("Changed the settings", administrator.user)
    assert [(field, now) for field, _was, now in changes] == [
        ("Name", "Azərbaycanca: Səfirlik; English: Embassy of Azerbaijan in Pakistan"),
        ("Languages", "English, Azərbaycanca, Türkçe"),
    ]


def test_settings_kept_as_they_were_are_no_deed(desk):
    before = told(desk)

    desk.post(f"{DESK}settings/", {})

    assert told(desk) == before


def test_role_and_removal_are_told(desk, mission, administrator):
    member = make_member(mission)
    name = str(member.user)

    change_role(member, "head", by=administrator.user)
    remove(member, by=administrator.user)

    assert told(desk)[:2] == [
        (f"Removed {name}", administrator.user, []),
        (f"Changed the role of {name}", administrator.user, [("Role", "Officer", "Head of protocol")]),
    ]


def test_invitation_and_its_end_are_told_without_its_secret(desk, mission, administrator):
    desk.post(f"{DESK}members/invite/", {"email": "guest@example.org", "role": "viewer"})
    pending = mission.invitations.model.open.get()
    desk.post(f"{DESK}members/invitations/{pending.pk}/withdraw/")

    assert [(words, by) for words, by, _ in told(desk)[:2]] == [
        ("Ended the invitation of guest@example.org", administrator.user),
        ("Invited guest@example.org", administrator.user),
    ]
    assert not hasattr(type(pending).history.model, "token_hash")
    assert len(mail.outbox) == 1
    assert pending.expires_at > timezone.now()


def test_another_missions_history_is_not_told(desk):
    make_member(make_mission(slug="migration-service"), name="stranger")

    assert "stranger" not in desk.get(f"{DESK}settings/history/").content.decode()
