"""Members of a mission: their roles, and the administrator who has to stay."""

import pytest
from django.core import mail
from django.test import Client

from events.models import Member, User
from events.operations.membership import LastAdministratorError, change_role, remove
from tests.factories import make_member, make_mission

pytestmark = pytest.mark.django_db

PEOPLE = "/desk/azembassy-islamabad/members/"


def roles(mission):
    return {member.user.email.partition("@")[0]: member.role for member in mission.members.all()}


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


def test_name_of_a_member_is_text_wherever_it_stands(desk, mission):
    officer = make_member(mission).user
    officer.first_name, officer.last_name = "<b>x</b>", "<script>alert(1)</script>"
    officer.save()

    page = desk.get(PEOPLE).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_invitation_that_is_sent_twice_goes_out_once(desk, mission):
    data = {"email": "guest@example.org", "role": "viewer", "once": desk.get(PEOPLE).context["once"]}

    for _ in range(2):
        assert desk.post(f"{PEOPLE}invite/", data).status_code == 302

    assert len(mail.outbox) == 1
