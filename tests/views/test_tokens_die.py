"""Whatever lets somebody in without the password dies with the account and the membership of whoever gave it out."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from events.models import Invitation, User
from events.operations.membership import InvitationIsUsedError, accept, change_role, invite, remove
from events.operations.private_feeds import make_own, make_speakers
from events.scoping import every_mission
from tests.desk import PASSWORD, code_of, forget_limits, log_in, set_up_second_factor
from tests.factories import make_member, make_mission, make_person

pytestmark = pytest.mark.django_db

PEOPLE = "/desk/azembassy-islamabad/members/"
RESET = "/desk/account/password/reset/"
SHOW = "/desk/account/second-factor/show/"
NEW = {
    "first_name": "Aysel",
    "last_name": "Quliyeva",
    "password1": "seven quiet words",
    "password2": "seven quiet words",
}


@pytest.fixture(autouse=True)
def _no_limits_left_over():
    forget_limits()


@pytest.fixture
def second(mission):
    """Another administrator, so that the first may go."""
    return make_member(mission, role="administrator", name="second")


def offered(mission, by):
    with every_mission():
        offer, token = invite(mission, "aysel@example.org", "administrator", by=by, now=timezone.now())
    return offer, f"/desk/account/invitation/{token}/"


def is_open(link):
    return Client().get(link).status_code == 200


def lose_the_role(member, by):
    with every_mission():
        change_role(member, "viewer", by=by)


def be_removed(member, by):
    with every_mission():
        remove(member, by=by)


def be_closed(member, by):
    User.objects.filter(pk=member.user_id).update(is_active=False)


def go_by_the_admin(member, by):
    """Support staff take the row out, past what the desk does."""
    type(member).objects.filter(pk=member.pk).delete()


@pytest.mark.parametrize("lose", [lose_the_role, be_removed, be_closed, go_by_the_admin])
def test_invitation_dies_with_the_right_of_whoever_sent_it(mission, administrator, second, lose):
    offer, link = offered(mission, administrator.user)
    assert is_open(link)

    lose(administrator, second.user)

    assert not is_open(link)
    assert Client().post(link, NEW).status_code == 404
    assert not User.objects.filter(email="aysel@example.org").exists()
    with every_mission(), pytest.raises(InvitationIsUsedError):
        accept(offer, make_member(make_mission(slug="migration-service")).user, timezone.now())


@pytest.mark.parametrize("lose", [lose_the_role, be_removed])
def test_invitation_does_not_come_back_with_the_role(mission, administrator, second, lose):
    _, link = offered(mission, administrator.user)
    lose(administrator, second.user)

    mission.members.filter(user=administrator.user).delete()
    mission.members.create(user=administrator.user, role="administrator")

    assert not is_open(link)


def test_other_administrators_see_that_it_ended_and_may_send_it_again(mission, administrator, second, client):
    _, link = offered(mission, administrator.user)
    client.force_login(second.user)
    assert "Ended with the role" not in client.get(PEOPLE).content.decode()
    lose_the_role(administrator, second.user)

    page = client.get(PEOPLE).content.decode()
    assert "Ended with the role of whoever sent it" in page
    client.post(re.search(r'action="([^"]+/again/)"', page)[1])

    assert "Ended with the role" not in client.get(PEOPLE).content.decode()
    again = re.search(r"http://127\.0\.0\.1:8000(/desk/\S+)", mail.outbox[-1].body)[1]
    assert is_open(again)
    assert not is_open(link)


def test_end_of_an_invitation_is_told_in_the_history_of_the_members(mission, administrator, second, client):
    offered(mission, administrator.user)
    lose_the_role(administrator, second.user)
    client.force_login(second.user)

    page = client.get("/desk/azembassy-islamabad/settings/history/").content.decode()

    assert "Ended the invitation of aysel@example.org" in page


def test_invitation_of_support_staff_stands_while_they_are_support_staff(mission):
    support = User.objects.create_superuser("support", "support@example.org", PASSWORD)
    _, link = offered(mission, support)
    assert is_open(link)

    User.objects.filter(pk=support.pk).update(is_superuser=False)

    assert not is_open(link)


def test_administrator_of_another_mission_gives_no_right_here(mission, administrator, second):
    _, link = offered(mission, administrator.user)
    make_mission(slug="migration-service").members.create(user=administrator.user, role="administrator")

    be_removed(administrator, second.user)

    assert not is_open(link)


def test_calendar_of_a_member_dies_with_account_and_membership(client, mission, administrator):
    officer = make_member(mission)
    _, token = make_own(officer.user, "Mine", timezone.now())
    address = f"/calendars/private/{token}/own.ics"
    assert client.get(address).status_code == 200

    be_closed(officer, administrator.user)
    assert client.get(address).status_code == 410
    User.objects.update(is_active=True)
    be_removed(officer, administrator.user)
    mission.members.create(user=officer.user, role="officer")
    assert client.get(address).status_code == 410


def test_calendar_of_a_speaker_is_the_missions_and_stays_when_the_officer_leaves(
    client, mission, administrator
):
    officer = make_member(mission)
    with every_mission():
        person = make_person(mission)
        _, token = make_speakers(person, "Slots", by=officer.user, now=timezone.now())
    be_removed(officer, administrator.user)

    assert client.get(f"/calendars/private/{token}/slots.ics").status_code == 200


def test_reset_link_dies_with_the_account(client, mission):
    officer = make_member(mission).user
    client.post(RESET, {"email": officer.email})
    link = re.search(r"http://127\.0\.0\.1:8000(/desk/account/password/reset/\S+)", mail.outbox[0].body)[1]
    form = Client()
    opened = form.get(link).url
    User.objects.update(is_active=False)

    assert "This link is not open" in Client().get(link, follow=True).content.decode()
    form.post(opened, {"password1": "seven quiet words", "password2": "seven quiet words"})

    officer.refresh_from_db()
    assert officer.check_password(PASSWORD)


def test_login_that_waits_for_its_code_dies_with_the_account(client, mission):
    officer = make_member(mission).user
    secret = set_up_second_factor(officer)
    assert log_in(client, officer).url == SHOW
    User.objects.update(is_active=False)

    client.post(SHOW, {"code": code_of(secret)})

    assert client.get("/desk/").status_code == 302


def test_link_to_a_new_address_is_nothing_without_the_session_of_its_account(client, mission):
    officer = make_member(mission).user
    log_in(client, officer)
    client.post("/desk/account/address/", {"email": "new@example.org"})
    link = re.search(r"http://127\.0\.0\.1:8000(/\S+)", mail.outbox[0].body)[1]
    User.objects.update(is_active=False)

    for asker in (client, Client()):
        assert asker.post(link).url.startswith("/desk/login/")
    officer.refresh_from_db()
    assert officer.email != "new@example.org"


def test_file_that_was_looked_at_is_not_kept_once_the_officer_is_removed(client, mission, administrator):
    officer = make_member(mission)
    client.force_login(officer.user)
    sheet = SimpleUploadedFile("a.csv", b"kind,length\nopening,2\n")
    page = client.post("/desk/new/azembassy-islamabad/file/", {"file": sheet, "title": "T"})
    sealed = re.search(r'name="sealed" value="([^"]+)"', page.content.decode())[1]
    be_removed(officer, administrator.user)

    assert client.post("/desk/new/azembassy-islamabad/file/keep/", {"sealed": sealed}).status_code == 404


def test_every_invitation_keeps_its_fourteen_days_while_its_sender_stays(mission, administrator):
    with time_machine.travel("2026-11-01T10:00:00Z", tick=False):
        _, link = offered(mission, administrator.user)
    with time_machine.travel("2026-11-15T09:59:00Z", tick=False):
        assert is_open(link)
    with every_mission():
        kept = Invitation.objects.get()
    assert kept.expires_at - kept.invited_at == timedelta(days=14)
