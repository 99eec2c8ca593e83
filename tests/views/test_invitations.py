"""Invitations: a link that is good once, for fourteen days, and for one mission."""

import re

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from events.models import Invitation, User
from events.models.invitation import hash_of
from events.operations.membership import InvitationIsUsedError, accept, accept_as_new, invite
from events.scoping import every_mission
from tests.desk import forget_limits, log_in
from tests.factories import make_member, make_mission

pytestmark = pytest.mark.django_db

PEOPLE = "/desk/azembassy-islamabad/members/"
NEW = {"first_name": "Aysel", "last_name": "Quliyeva"}
SECRET = {"password1": "seven quiet words", "password2": "seven quiet words"}


@pytest.fixture(autouse=True)
def _no_limits_left_over():
    forget_limits()


def roles(mission):
    return {member.user.email.partition("@")[0]: member.role for member in mission.members.all()}


def link_in(message):
    return re.search(r"http://127\.0\.0\.1:8000(/desk/\S+)", message.body)[1]


def test_invitation_makes_an_account_that_is_logged_in(desk, mission):
    desk.post(f"{PEOPLE}invite/", {"email": "Aysel@example.org", "role": "officer"})
    (message,) = mail.outbox
    assert message.to == ["aysel@example.org"]
    assert message.subject == "Invitation to the desk of Embassy of Azerbaijan in Pakistan"
    guest = Client()
    link = link_in(message)
    assert "You are invited as" in guest.get(link).content.decode()

    response = guest.post(link, {**NEW, **SECRET})

    assert response.url == "/desk/azembassy-islamabad/"
    assert guest.get(response.url).status_code == 200
    assert roles(mission)["aysel"] == "officer"
    assert log_in(Client(), User.objects.get(email="aysel@example.org"), SECRET["password1"]).url == "/desk/"


def test_link_works_once(desk, mission):
    desk.post(f"{PEOPLE}invite/", {"email": "aysel@example.org", "role": "officer"})
    link = link_in(mail.outbox[0])
    Client().post(link, {**NEW, **SECRET})

    again = Client().post(link, {**NEW, **SECRET})

    assert again.status_code == 404
    assert "This invitation is not open" in again.content.decode()
    assert User.objects.filter(email="aysel@example.org").count() == 1


def test_token_is_nowhere_in_the_database(desk):
    desk.post(f"{PEOPLE}invite/", {"email": "aysel@example.org", "role": "officer"})
    token = re.search(r"invitation/([^/]+)/", mail.outbox[0].body)[1]

    (kept,) = Invitation._base_manager.values()

    assert len(token) == 43
    assert kept["token_hash"] == hash_of(token)
    assert token not in str(kept)


def test_link_ends_after_fourteen_days(mission, administrator):
    with time_machine.travel("2026-11-01T10:00:00Z", tick=False), every_mission():
        _, token = invite(mission, "a@example.org", "viewer", by=administrator.user, now=timezone.now())
    address = f"/desk/account/invitation/{token}/"
    with time_machine.travel("2026-11-15T09:59:59Z", tick=False):
        assert Client().get(address).status_code == 200
    with time_machine.travel("2026-11-15T10:00:00Z", tick=False):
        assert Client().get(address).status_code == 404
        assert Client().post(address, {**NEW, **SECRET}).status_code == 404


def test_withdrawn_invitation_is_not_open(desk):
    desk.post(f"{PEOPLE}invite/", {"email": "aysel@example.org", "role": "officer"})
    pk = Invitation._base_manager.get().pk

    desk.post(f"{PEOPLE}invitations/{pk}/withdraw/")

    assert Client().get(link_in(mail.outbox[0])).status_code == 404


def test_second_invitation_to_an_address_ends_the_first(desk):
    for role in ("officer", "viewer"):
        desk.post(f"{PEOPLE}invite/", {"email": "aysel@example.org", "role": role})

    assert Client().get(link_in(mail.outbox[0])).status_code == 404
    assert Client().get(link_in(mail.outbox[1])).status_code == 200


def test_invitation_of_another_mission_can_not_be_withdrawn(desk):
    elsewhere = make_mission(slug="migration-service")
    boss = make_member(elsewhere, role="administrator").user
    with every_mission():
        theirs, _ = invite(elsewhere, "a@example.org", "viewer", by=boss, now=timezone.now())

    assert desk.post(f"{PEOPLE}invitations/{theirs.pk}/withdraw/").status_code == 404
    assert Invitation._base_manager.filter(pk=theirs.pk).exists()


def test_invitation_opens_its_own_mission_alone(desk, mission):
    make_mission(slug="migration-service")
    desk.post(f"{PEOPLE}invite/", {"email": "aysel@example.org", "role": "administrator"})
    guest = Client()
    guest.post(link_in(mail.outbox[0]), {**NEW, **SECRET})

    assert guest.get("/desk/migration-service/").status_code == 404


def test_mission_and_role_are_those_of_the_invitation_whatever_is_sent(desk, mission):
    other = make_mission(slug="migration-service")
    desk.post(f"{PEOPLE}invite/", {"email": "aysel@example.org", "role": "viewer"})

    sent = {
        **NEW,
        **SECRET,
        "role": "administrator",
        "mission": other.pk,
        "email": "x@example.org",
        "is_staff": "on",
    }
    Client().post(link_in(mail.outbox[0]), sent)

    user = User.objects.get(email="aysel@example.org")
    assert [(m.mission_id, m.role) for m in user.memberships.all()] == [(mission.pk, "viewer")]
    assert not user.is_staff


def test_who_has_an_account_logs_in_and_joins_with_it(desk, mission):
    known = make_member(make_mission(slug="migration-service"), name="known").user
    desk.post(f"{PEOPLE}invite/", {"email": known.email, "role": "head"})
    link = link_in(mail.outbox[0]).partition("?")[0]
    guest = Client()
    assert "You have an account already" in guest.get(link).content.decode()
    guest.force_login(known)
    assert guest.get(link).status_code == 200
    assert not mission.members.filter(user=known).exists(), "looking is not joining"

    assert guest.post(link).url == "/desk/azembassy-islamabad/"

    assert mission.members.get(user=known).role == "head"
    assert guest.get("/desk/azembassy-islamabad/").status_code == 200


def test_stranger_cannot_take_over_an_account_with_its_invitation(desk):
    known = make_member(make_mission(slug="migration-service"), name="known").user
    desk.post(f"{PEOPLE}invite/", {"email": known.email, "role": "head"})

    Client().post(link_in(mail.outbox[0]), {**NEW, **SECRET})

    known.refresh_from_db()
    assert known.check_password("a-password-for-tests")


def test_member_who_accepts_again_keeps_the_role(mission, administrator):
    with every_mission():
        offer, _ = invite(mission, "x@example.org", "viewer", by=administrator.user, now=timezone.now())
        accept(offer, administrator.user, timezone.now())

        assert mission.members.get().role == "administrator"
        with pytest.raises(InvitationIsUsedError):
            accept(offer, administrator.user, timezone.now())


def test_address_that_got_an_account_in_the_meantime_gets_no_second_one(mission, administrator):
    with every_mission():
        offer, _ = invite(mission, "x@example.org", "viewer", by=administrator.user, now=timezone.now())
        User.objects.create_user("x", "x@example.org")

        with pytest.raises(InvitationIsUsedError):
            accept_as_new(offer, User(), "seven quiet words", timezone.now())


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"password1": "short", "password2": "short"}, "at least 12 characters"),
        ({"password2": "something else"}, "The two passwords are not the same."),
        ({"first_name": ""}, "This field is required."),
        ({"password1": "aysel@example.org", "password2": "aysel@example.org"}, "too similar"),
    ],
)
def test_account_that_is_not_good_is_not_made(desk, sent, said):
    desk.post(f"{PEOPLE}invite/", {"email": "aysel@example.org", "role": "officer"})

    response = Client().post(link_in(mail.outbox[0]), {**NEW, **SECRET, **sent})

    assert response.status_code == 422
    assert said in response.content.decode()
    assert not User.objects.filter(email="aysel@example.org").exists()


@pytest.mark.parametrize("email", ["nonsense", "", "a@example.org\nBcc: b@example.org"])
def test_address_that_is_none_is_refused(desk, email):
    response = desk.post(f"{PEOPLE}invite/", {"email": email, "role": "viewer"})

    assert response.status_code == 422
    assert mail.outbox == []


def test_member_is_not_invited_again(desk, mission):
    make_member(mission)

    response = desk.post(f"{PEOPLE}invite/", {"email": "OFFICER@azembassy-islamabad.example", "role": "head"})

    assert "officer@azembassy-islamabad.example is a member already." in response.content.decode()


def test_invitation_that_cannot_be_sent_is_kept_says_so_and_goes_out_later(desk, settings):
    works = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    told = desk.post(f"{PEOPLE}invite/", {"email": "a@example.org", "role": "viewer"}, follow=True)
    html = told.content.decode()
    assert "could not be sent. The invitation is kept: send it again below." in html
    assert "Not sent yet" in html
    settings.EMAIL_BACKEND = works
    again = re.search(r'action="([^"]+/again/)"', html)[1]

    told = desk.post(again, follow=True).content.decode()

    assert "The invitation went to a@example.org again." in told
    assert "Not sent yet" not in told
    assert "You are invited as" in Client().get(link_in(mail.outbox[0])).content.decode()


def test_link_of_a_mail_that_was_sent_again_leads_nowhere(desk):
    page = desk.post(f"{PEOPLE}invite/", {"email": "a@example.org", "role": "viewer"}, follow=True)
    again = re.search(r'action="([^"]+/again/)"', page.content.decode())[1]

    desk.post(again)

    earlier, later = (link_in(message) for message in mail.outbox)
    assert Client().get(earlier).status_code == 404
    assert Client().get(later).status_code == 200
