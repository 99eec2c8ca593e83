"""When a session ends by itself, and what who comes back is told."""

import re

import pytest
import time_machine
from django.core import mail
from django.test import Client

from tests.desk import code_of, forget_limits, log_in
from tests.factories import make_member, make_mission
from tests.views.test_second_factor import SET_UP, secret_of

pytestmark = pytest.mark.django_db

ENDED = "You were away for a while"
END = "/desk/account/sessions/end/"


@pytest.fixture
def officer():
    forget_limits()
    return make_member(make_mission()).user


@pytest.fixture
def at(client, officer):
    """Travel to a clock time of the day on which the officer logged in at ten."""
    with time_machine.travel("2026-11-25T10:00:00Z", tick=False) as traveller:
        log_in(client, officer)
        yield lambda clock: traveller.move_to(f"2026-11-25T{clock}:00Z")


def test_session_ends_after_an_hour_without_a_request_and_the_login_says_so(client, at):
    at("10:59")
    assert client.get("/desk/").status_code == 200
    at("11:58")
    assert client.get("/desk/").status_code == 200

    at("12:58")
    answer = client.get("/desk/azembassy-islamabad/?q=1")

    assert answer.url == "/desk/login/?next=/desk/azembassy-islamabad/%3Fq%3D1"
    assert ENDED in client.get(answer.url).content.decode()
    assert ENDED not in client.get(answer.url).content.decode()


def test_idle_time_is_a_setting(client, at, settings):
    settings.SESSION_IDLE_SECONDS = 5 * 60

    at("10:05")

    assert client.get("/desk/").status_code == 302


def test_session_ends_after_twelve_hours_however_busy(client, at):
    for hour in range(10, 22):
        at(f"{hour}:30")
        assert client.get("/desk/").status_code == 200
        at(f"{hour}:59")
        assert client.get("/desk/").status_code == 200

    at("22:00")

    assert client.get("/desk/").status_code == 302


def test_script_whose_session_ended_is_told_and_led_nowhere(client, at):
    at("11:00")

    answer = client.get("/desk/azembassy-islamabad/", headers={"HX-Request": "true"})

    assert (answer.status_code, answer.content.decode()) == (401, "You are logged out. Log in again.")


@pytest.mark.parametrize(
    ("page", "back"),
    [
        ("http://testserver/desk/azembassy-islamabad/members/", "/desk/azembassy-islamabad/members/"),
        ("https://elsewhere.example/desk/x/", "/desk/"),
        ("http://[x", "/desk/"),
        ("", "/desk/"),
    ],
)
def test_form_sent_after_the_session_ended_leads_back_to_its_page(page, back):
    answer = Client().post("/desk/account/language/", {"language": "az"}, headers={"Referer": page})

    assert answer.url == f"/desk/login/?next={back}"


@pytest.mark.parametrize("ask", ["get", "post"])
def test_login_after_a_session_that_ended_goes_on_in_its_language(client, at, officer, ask):
    officer.language = "ur"
    officer.save()
    at("11:01")

    answer = getattr(client, ask)("/desk/account/")

    assert answer.url.startswith("/desk/login/?lang=ur&next=")
    assert '<html lang="ur" dir="rtl"' in client.get(answer.url).content.decode()


def test_login_after_leaving_goes_on_in_the_language_of_whoever_left(client, at, officer):
    officer.language = "az"
    officer.save()

    assert client.post("/desk/account/logout/").url == "/desk/login/?lang=az"


@pytest.fixture
def elsewhere(officer):
    """The same officer in another browser, that was left open."""
    other = Client()
    other.force_login(officer)
    return other


def test_member_ends_all_other_sessions_and_nobody_elses(client, officer, elsewhere):
    colleague = Client()
    colleague.force_login(make_member(officer.memberships.get().mission, name="colleague").user)
    log_in(client, officer)

    client.post(END)

    assert [each.get("/desk/").status_code for each in (client, elsewhere, colleague)] == [200, 302, 200]


def test_other_sessions_are_ended_by_nobody_who_knows_no_password(client, officer, elsewhere):
    client.force_login(officer)

    assert client.post(END).url.startswith("/desk/account/confirm/")
    assert elsewhere.get("/desk/").status_code == 200


@pytest.mark.parametrize("what", ["address", "second factor", "its removal"])
def test_what_changes_the_login_ends_all_other_sessions(client, officer, elsewhere, what):
    log_in(client, officer)
    if what == "address":
        client.post("/desk/account/address/", {"email": "new@example.org"})
        client.post(re.search(r"http://[^/]+(/desk/account/address/\S+)", mail.outbox[0].body)[1])
    else:
        client.post(SET_UP, {"code": code_of(secret_of(client.get(SET_UP)))})
    if what == "its removal":
        elsewhere.force_login(officer)
        client.post("/desk/account/second-factor/remove/")

    assert client.get("/desk/").status_code == 200
    assert elsewhere.get("/desk/").status_code == 302
