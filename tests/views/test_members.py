"""Members of a mission: roles, invitations, and the administrator who has to stay."""

import re

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from events.models import Invitation, Member, User
from events.models.invitation import hash_of
from events.operations.membership import (
    InvitationIsUsedError,
    LastAdministratorError,
    accept,
    accept_as_new,
    change_role,
    invite,
    remove,
)
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


@pytest.fixture
def mission():
    return make_mission()


@pytest.fixture
def administrator(mission):
    return make_member(mission, role="administrator", name="admin")


@pytest.fixture
def desk(client, administrator):
    client.force_login(administrator.user)
    return client


def roles(mission):
    return {member.user.email.partition("@")[0]: member.role for member in mission.members.all()}


# Roles


@pytest.mark.parametrize(
    ("role", "edits", "releases", "administers"),
    [
        ("viewer", False, False, False),
        ("officer", True, False, False),
        ("head", True, True, False),
        ("administrator", True, True, True),
    ],
)
def test_each_role_may_do_what_the_ones_before_it_may(role, edits, releases, administers):
    member = Member(role=role)

    assert (member.may_edit, member.may_release, member.may_administer) == (edits, releases, administers)


def test_at_least_finds_the_role_and_those_above_it(mission):
    for role in Member.Role.values:
        make_member(mission, role=role, name=role)

    assert {member.role for member in Member.objects.at_least("head")} == {"head", "administrator"}


def test_administrator_changes_a_role(desk, mission):
    officer = make_member(mission)

    desk.post(f"{PEOPLE}{officer.pk}/role/", {"role": "head"})

    assert roles(mission) == {"admin": "administrator", "officer": "head"}


def test_role_that_does_not_exist_is_refused(desk, mission):
    officer = make_member(mission)

    assert desk.post(f"{PEOPLE}{officer.pk}/role/", {"role": "owner"}).status_code == 422
    assert roles(mission)["officer"] == "officer"


def test_removed_member_sees_nothing_at_once(desk, mission):
    officer = make_member(mission)
    other = Client()
    other.force_login(officer.user)
    assert other.get("/desk/azembassy-islamabad/").status_code == 200

    desk.post(f"{PEOPLE}{officer.pk}/remove/")

    assert other.get("/desk/azembassy-islamabad/").status_code == 404
    assert User.objects.filter(pk=officer.user_id).exists()


@pytest.mark.parametrize(("deed", "sent"), [("role", {"role": "officer"}), ("remove", {})])
def test_last_administrator_stays(desk, mission, administrator, deed, sent):
    response = desk.post(f"{PEOPLE}{administrator.pk}/{deed}/", sent, follow=True)

    assert "A mission needs an administrator." in response.content.decode()
    assert roles(mission) == {"admin": "administrator"}


def test_administrator_whose_account_is_closed_does_not_count(mission, administrator):
    closed = make_member(mission, role="administrator", name="closed")
    User.objects.filter(pk=closed.user_id).update(is_active=False)

    with pytest.raises(LastAdministratorError):
        remove(administrator, by=administrator.user)
    with pytest.raises(LastAdministratorError):
        change_role(administrator, "viewer", by=administrator.user)


def test_second_administrator_may_go(desk, mission, administrator):
    make_member(mission, role="administrator", name="second")

    assert desk.post(f"{PEOPLE}{administrator.pk}/remove/").url == "/desk/"
    assert roles(mission) == {"second": "administrator"}


def test_member_of_another_mission_is_not_there(desk):
    theirs = make_member(make_mission(slug="migration-service"), role="officer")

    assert desk.post(f"{PEOPLE}{theirs.pk}/role/", {"role": "viewer"}).status_code == 404
    assert desk.post(f"{PEOPLE}{theirs.pk}/remove/").status_code == 404
    theirs.refresh_from_db()
    assert theirs.role == "officer"


def test_page_reads_as_many_rows_at_once_for_one_member_and_for_nine(
    desk, mission, django_assert_max_num_queries
):
    with django_assert_max_num_queries(9):
        desk.get(PEOPLE)
    for number in range(8):
        make_member(mission, name=f"officer{number}")
    with django_assert_max_num_queries(9):
        desk.get(PEOPLE)


# Invitations


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


def test_invitation_that_cannot_be_sent_is_none(desk, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    response = desk.post(f"{PEOPLE}invite/", {"email": "a@example.org", "role": "viewer"}, follow=True)

    assert "could not be sent, so nobody was invited" in response.content.decode()
    assert not Invitation._base_manager.exists()


def test_name_of_a_member_is_text_wherever_it_stands(desk, mission):
    officer = make_member(mission).user
    officer.first_name, officer.last_name = "<b>x</b>", "<script>alert(1)</script>"
    officer.save()

    page = desk.get(PEOPLE).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
