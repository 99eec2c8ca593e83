"""The second factor: set up, shown, and not walked around where a mission requires it."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import get_resolver

from events.middleware import OPEN_WITHOUT_SECOND_FACTOR
from events.models import Mission, User
from events.scoping import every_mission
from tests.desk import (
    code_of,
    forget_limits,
    has_second_factor,
    log_in,
    set_up_second_factor,
    show_second_factor,
)
from tests.factories import make_event, make_member, make_mission
from tests.views.desk_addresses import addresses_of
from tests.views.test_desk_access import names_of

pytestmark = pytest.mark.django_db

SET_UP = "/desk/account/second-factor/set-up/"
SHOW = "/desk/account/second-factor/show/"
CONFIRM = "/desk/account/second-factor/confirm/"


@pytest.fixture(autouse=True)
def _no_limits_left_over():
    forget_limits()


@pytest.fixture
def mission():
    return make_mission(requires_second_factor=True)


@pytest.fixture
def member(mission):
    return make_member(mission, role="administrator")


def secret_of(page):
    return re.search(r'class="secret"[^>]*>([A-Z2-7]+)<', page.content.decode())[1]


@pytest.mark.django_db(transaction=True)
def test_set_up_opens_the_desk_and_gives_recovery_codes_once(client, member):
    log_in(client, member.user)
    assert client.get("/desk/").url == f"{SET_UP}?next=%2Fdesk%2F"
    page = client.get(SET_UP)
    assert "Your mission asks for it" in page.content.decode()

    response = client.post(SET_UP, {"code": code_of(secret_of(page))})

    codes = re.findall(r"<li>(\d{8})</li>", client.get(response.url).content.decode())
    assert len(set(codes)) == 10
    assert codes[0] not in client.get(response.url).content.decode()
    assert client.get("/desk/").status_code == 200
    assert mail.outbox[-1].subject == "Your second factor is set up"


def test_set_up_refuses_a_wrong_code(client, member):
    log_in(client, member.user)
    client.get(SET_UP)

    response = client.post(SET_UP, {"code": "000000"})

    assert "This code is not right" in response.content.decode()
    assert not has_second_factor(member.user)


def test_set_up_draws_the_picture_without_inline_style(client, member):
    log_in(client, member.user)

    page = client.get(SET_UP).content.decode()

    assert "<path" in page.partition('class="qr"')[2]
    assert re.findall(r"<script(?! src=)|\sstyle=|<style|data:", page) == []


def test_login_asks_for_a_code_that_is_good_once(client, member):
    secret = set_up_second_factor(member.user)
    code = code_of(secret)

    assert log_in(client, member.user).url == SHOW
    assert client.get("/desk/").status_code == 302
    assert client.post(SHOW, {"code": code}).url == "/desk/"
    assert client.get("/desk/").status_code == 200

    other = Client()
    log_in(other, member.user)
    assert "This code is not right" in other.post(SHOW, {"code": code}).content.decode()


def test_guessing_codes_is_limited(client, member):
    secret = set_up_second_factor(member.user)
    log_in(client, member.user)
    for number in range(10):
        client.post(SHOW, {"code": "000000"}, REMOTE_ADDR=f"192.0.2.{number}")

    refused = client.post(SHOW, {"code": code_of(secret)}, REMOTE_ADDR="198.51.100.1")
    assert "Too many codes." in refused.content.decode()


# Where a mission requires it


def test_every_address_of_the_desk_stays_closed_without_it(client, member):
    with every_mission():
        make_event(member.mission)
    address_of = addresses_of(member.mission, member)
    client.force_login(member.user)

    answers = {}
    for name in names_of_the_desk() - OPEN_WITHOUT_SECOND_FACTOR:
        for ask in (client.get, client.post):
            answer = ask(address_of(name))
            answers[name, ask.__name__] = getattr(answer, "url", answer.status_code)

    assert {key: url for key, url in answers.items() if not str(url).startswith(SET_UP)} == {}


def names_of_the_desk():
    resolver = get_resolver()
    names = set()
    for pattern in resolver.url_patterns:
        if str(pattern.pattern) == "desk/":
            prefix = f"{pattern.namespace}:" if pattern.namespace else ""
            names |= {prefix + name for name in names_of(pattern.url_patterns)}
    return names


def test_session_from_before_the_set_up_has_to_show_a_code(client, member):
    client.force_login(member.user)
    secret = set_up_second_factor(member.user)

    assert client.get("/desk/").url.startswith(CONFIRM)
    assert client.get("/desk/account/second-factor/remove/").url.startswith(CONFIRM)
    assert client.get(SET_UP).status_code == 302
    assert client.post(f"{CONFIRM}?next=/desk/", {"code": code_of(secret)}).url == "/desk/"
    assert client.get("/desk/").status_code == 200


def test_password_again_is_no_second_factor(client, member):
    client.force_login(member.user)
    set_up_second_factor(member.user)

    client.post("/desk/account/confirm/", {"password": "a-password-for-tests"})

    assert client.get("/desk/").url.startswith(CONFIRM)


def test_proof_of_another_account_counts_for_nothing(client, member):
    other = make_member(member.mission, name="other").user
    client.force_login(member.user)
    show_second_factor(client, other)

    assert client.get("/desk/").url.startswith(SET_UP)


def test_removing_it_closes_the_desk_again(client, member):
    secret = set_up_second_factor(member.user)
    log_in(client, member.user)
    client.post(SHOW, {"code": code_of(secret)})
    client.post("/desk/account/second-factor/remove/")
    assert not has_second_factor(member.user)

    fresh = Client()
    log_in(fresh, member.user)

    assert fresh.get("/desk/").url.startswith(SET_UP)


def test_mission_that_does_not_ask_leaves_it_to_the_member(client):
    member = make_member(make_mission())
    log_in(client, member.user)

    assert client.get("/desk/").status_code == 200
    assert client.get(SET_UP).status_code == 200


def test_one_mission_that_asks_is_enough(client, member):
    second = make_mission(slug="migration-service")
    second.members.create(user=member.user, role="viewer")
    client.force_login(member.user)

    assert client.get("/desk/migration-service/").url.startswith(SET_UP)
    Mission.objects.update(requires_second_factor=False)
    assert client.get("/desk/migration-service/").status_code == 200


def test_admin_asks_support_staff_for_it(client):
    staff = User.objects.create_superuser("support", "support@example.org", "a-password-for-tests")
    assert client.get("/admin/").url.startswith("/admin/login/")
    assert client.get("/admin/login/").url.startswith("/desk/login/")
    log_in(client, staff)

    asked = client.get("/admin/").url
    assert asked.startswith(SET_UP)
    assert "Support staff need it" in client.get(asked).content.decode()
    show_second_factor(client, staff)
    assert client.get("/admin/").status_code == 200


def test_member_is_no_support_staff(client):
    log_in(client, make_member(make_mission(), role="administrator").user)

    assert client.get("/admin/login/").status_code == 403
