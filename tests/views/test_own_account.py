"""A member's own name and address."""

import re

import pytest
import time_machine
from django.core import mail
from django.test import Client

from tests.desk import PASSWORD, forget_limits, log_in
from tests.factories import make_member, make_mission

pytestmark = pytest.mark.django_db

OLD, NEW = "officer@azembassy-islamabad.example", "new@example.org"
ADDRESS = "/desk/account/address/"


@pytest.fixture
def officer(client):
    forget_limits()
    user = make_member(make_mission()).user
    log_in(client, user)
    return user


def link_in(body):
    return re.search(r"http://127\.0\.0\.1:8000(/\S+)", body)[1]


def kept(user):
    user.refresh_from_db()
    return user.username, user.email


def test_member_changes_their_name(client, officer):
    answer = client.post("/desk/account/name/", {"first_name": " Aygün ", "last_name": "Əliyeva"})

    officer.refresh_from_db()
    assert (answer.url, str(officer)) == ("/desk/account/", "Aygün Əliyeva")


def test_empty_name_is_refused_at_its_field_with_what_was_typed(client, officer):
    answer = client.post("/desk/account/name/", {"first_name": "", "last_name": "Əliyeva"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert '<a href="#id_first_name">' in page
    assert 'value="Əliyeva"' in page


def test_new_address_counts_once_its_link_was_followed_and_the_old_one_is_told(client, officer):
    officer.username = OLD
    officer.save()

    client.post(ADDRESS, {"email": "New@example.org"})
    assert [message.to for message in mail.outbox] == [[NEW]]
    link = link_in(mail.outbox[0].body)
    assert kept(officer) == (OLD, OLD)
    assert NEW in client.get(link).content.decode()
    assert kept(officer) == (OLD, OLD), "a mail program that follows links changes nothing"

    client.post(link)

    assert kept(officer) == (NEW, NEW)
    assert mail.outbox[-1].to == [OLD]
    assert f"has the address {NEW} now" in mail.outbox[-1].body
    assert client.post(link).status_code == 404
    assert Client().post("/desk/login/", {"login": NEW, "password": PASSWORD}).status_code == 302


def test_link_is_good_for_one_hour(client, officer):
    with time_machine.travel("2026-11-25T10:00:00Z", tick=False) as traveller:
        log_in(client, officer)
        client.post(ADDRESS, {"email": NEW})
        link = link_in(mail.outbox[0].body)
        traveller.move_to("2026-11-25T10:30:00Z")
        assert client.get(link).status_code == 200
        traveller.move_to("2026-11-25T11:00:01Z")
        answer = client.post(link)

    assert answer.status_code == 404
    assert "This link is not open" in answer.content.decode()


def test_link_is_good_for_its_own_account_alone(client, officer):
    client.post(ADDRESS, {"email": NEW})
    other = make_member(make_mission(slug="migration-service"), name="other").user
    stranger = Client()
    stranger.force_login(other)

    assert stranger.post(link_in(mail.outbox[0].body)).status_code == 404


def test_address_of_another_account_is_told_to_its_owner_alone(client, officer):
    other = make_member(make_mission(slug="migration-service"), name="other").user

    answer = client.post(ADDRESS, {"email": other.email}, follow=True)

    assert "A mail with a link is on its way" in answer.content.decode()
    assert [message.to for message in mail.outbox] == [[other.email]]
    assert "belongs to another account already" in mail.outbox[0].body


def test_address_that_was_given_away_meanwhile_is_refused(client, officer):
    client.post(ADDRESS, {"email": NEW})
    other = make_member(make_mission(slug="migration-service"), name="other").user
    other.email = NEW
    other.save()

    answer = client.post(link_in(mail.outbox[0].body), follow=True)

    assert "Another account has this address by now" in answer.content.decode()
    assert kept(officer)[1] == OLD


@pytest.mark.parametrize("typed", ["", "no address", OLD])
def test_wrong_address_is_refused_at_its_field(client, officer, typed):
    answer = client.post(ADDRESS, {"email": typed})

    assert answer.status_code == 422
    assert '<a href="#id_email">' in answer.content.decode()
    assert mail.outbox == []


def test_who_logged_in_long_ago_writes_the_password_first(officer):
    client = Client()
    client.force_login(officer)

    assert client.get(ADDRESS).url.startswith("/desk/account/confirm/")
