"""Logging in and out, a new password, and what a stranger can learn or force."""

import re

import pytest
import time_machine
from django.core import mail
from django.test import Client

from events.models import User
from tests.desk import PASSWORD, forget_limits, log_in
from tests.factories import make_member, make_mission

pytestmark = pytest.mark.django_db

WRONG = "The name or the password is not right. Mind capital letters."
RESET = "/desk/account/password/reset/"


@pytest.fixture(autouse=True)
def _no_limits_left_over():
    forget_limits()


@pytest.fixture
def officer():
    return make_member(make_mission()).user


def try_login(client, login, password, **headers):
    return client.post("/desk/login/", {"login": login, "password": password}, **headers)


def shown_errors(response):
    return re.findall(r"<p>([^<]+)</p>", response.content.decode().partition("error-summary")[2])


@pytest.mark.parametrize(
    "login",
    ["kamal", "officer@azembassy-islamabad.example", "Officer@AZembassy-Islamabad.example"],
)
def test_login_takes_the_name_or_the_address(client, officer, login):
    User.objects.filter(pk=officer.pk).update(username="kamal")

    response = try_login(client, login, PASSWORD)

    assert response.url == "/desk/"
    assert client.get("/desk/").status_code == 200


@pytest.mark.parametrize(
    "login", ["officer@azembassy-islamabad.example", "nobody@example.org", "nobody", "x" * 300]
)
def test_wrong_login_says_the_same_whoever_exists(client, officer, login):
    response = try_login(client, login, "not the password")

    assert response.status_code == 422
    assert shown_errors(response) == [WRONG]
    assert client.get("/desk/").status_code == 302


def test_login_page_is_kept_by_no_browser_and_sends_no_address_elsewhere(client):
    response = client.get("/desk/login/")

    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    "target",
    [
        "//evil.example/",
        "https://evil.example/",
        "javascript:alert(1)",
        "/\\evil.example",
        "\thttps://evil.example",
    ],
)
def test_login_leads_nowhere_else(client, officer, target):
    response = client.post("/desk/login/", {"login": officer.email, "password": PASSWORD, "next": target})

    assert response.url == "/desk/"


def test_login_renews_the_session_and_ends_it_with_the_browser(client, officer):
    client.get("/desk/login/")
    session = client.session
    session["kept"] = 1
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before

    response = log_in(client, officer)

    assert client.session.session_key != before
    assert not response.cookies["sessionid"]["max-age"]


# Guessing


def test_tenth_wrong_password_from_an_address_closes_it_whatever_is_said_of_forwarding(client, officer):
    for number in range(10):
        try_login(client, f"guess-{number}", "wrong", HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")

    refused = try_login(client, officer.email, PASSWORD, HTTP_X_FORWARDED_FOR="198.51.100.7")
    elsewhere = try_login(Client(), officer.email, PASSWORD, REMOTE_ADDR="192.0.2.9")

    assert shown_errors(refused) == ["Too many wrong passwords. Wait five minutes, then try again."]
    assert elsewhere.url == "/desk/"


def test_behind_a_proxy_the_address_is_the_one_that_the_proxy_adds(client, officer, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(10):
        try_login(client, f"guess-{number}", "wrong", HTTP_X_FORWARDED_FOR=f"10.0.0.{number}, 203.0.113.5")

    refused = try_login(client, officer.email, PASSWORD, HTTP_X_FORWARDED_FOR="10.9.9.9, 203.0.113.5")
    neighbour = try_login(Client(), officer.email, PASSWORD, HTTP_X_FORWARDED_FOR="10.9.9.9, 203.0.113.6")

    assert refused.status_code == 422
    assert neighbour.url == "/desk/"


def test_account_closes_after_twenty_wrong_passwords_from_anywhere_and_opens_again(client, officer):
    with time_machine.travel("2026-11-25T10:00:00Z", tick=False):
        for number in range(20):
            try_login(client, officer.email, "wrong", REMOTE_ADDR=f"192.0.2.{number}")
        refused = try_login(client, officer.email, PASSWORD, REMOTE_ADDR="198.51.100.1")
    with time_machine.travel("2026-11-25T10:05:01Z", tick=False):
        later = try_login(client, officer.email, PASSWORD, REMOTE_ADDR="198.51.100.1")

    assert refused.status_code == 422
    assert later.url == "/desk/"


# Closed accounts


def test_closed_account_cannot_log_in(client, officer):
    User.objects.update(is_active=False)

    response = log_in(client, officer)

    assert response.url == "/desk/account/inactive/"
    assert "This account is closed" in client.get(response.url).content.decode()
    assert client.get("/desk/").url == "/desk/login/?next=/desk/"


def test_session_ends_when_the_account_is_closed(client, officer):
    log_in(client, officer)
    assert client.get("/desk/").status_code == 200

    User.objects.update(is_active=False)

    assert client.get("/desk/").url == "/desk/login/?next=/desk/"


def test_closed_account_gets_no_new_password(client, officer):
    User.objects.update(is_active=False)

    client.post(RESET, {"email": officer.email})

    assert "There is no account with this address here." in mail.outbox[0].body


# Logging out


def test_logout_asks_first_and_then_clears_the_browser(client, officer):
    log_in(client, officer)

    assert client.get("/desk/account/logout/").status_code == 200
    assert client.get("/desk/").status_code == 200
    response = client.post("/desk/account/logout/")

    assert response.url == "/desk/login/"
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/desk/").status_code == 302


def test_logout_needs_the_token_of_the_page(officer):
    client = Client(enforce_csrf_checks=True)
    client.force_login(officer)

    assert client.post("/desk/account/logout/").status_code == 403


# A new password


def test_reset_answers_the_same_whoever_exists(client, officer):
    known = client.post(RESET, {"email": officer.email})
    unknown = client.post(RESET, {"email": "nobody@example.org"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url) == (302, f"{RESET}sent/")
    assert [message.to for message in mail.outbox] == [[officer.email], ["nobody@example.org"]]


def test_reset_answers_the_same_when_no_mail_leaves(client, officer, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    assert client.post(RESET, {"email": officer.email}).url == f"{RESET}sent/"
    assert client.post(RESET, {"email": "nobody@example.org"}).url == f"{RESET}sent/"


def reset_link(body, site):
    return re.search(re.escape(site) + r"(/desk/account/password/reset/\S+)", body)[1]


def test_reset_link_leads_to_our_own_address_and_works_once(client, officer, settings):
    settings.SITE_URL = "https://planner.example"
    client.post(RESET, {"email": officer.email}, HTTP_HOST="localhost")
    link = reset_link(mail.outbox[0].body, "https://planner.example")
    assert "localhost" not in mail.outbox[0].body

    form = client.get(link)
    assert form.url.endswith("-set-password/"), "the key leaves the address"
    fields = {"password1": "a new password of mine", "password2": "a new password of mine"}
    assert client.post(form.url, fields).url == f"{RESET}done/"

    assert "This link is not open" in Client().get(link, follow=True).content.decode()
    assert try_login(client, officer.email, "a new password of mine").url == "/desk/"


def test_reset_link_is_good_for_one_hour(client, officer):
    with time_machine.travel("2026-11-25T10:00:00Z", tick=False):
        client.post(RESET, {"email": officer.email})
        link = reset_link(mail.outbox[0].body, "http://127.0.0.1:8000")
    with time_machine.travel("2026-11-25T11:00:01Z", tick=False):
        page = client.get(link, follow=True).content.decode()

    assert "This link is not open" in page


def test_new_password_ends_the_sessions_elsewhere(client, officer):
    thief = Client()
    log_in(thief, officer)
    log_in(client, officer)

    client.post(
        "/desk/account/password/",
        {
            "oldpassword": PASSWORD,
            "password1": "a new password of mine",
            "password2": "a new password of mine",
        },
    )

    assert client.get("/desk/").status_code == 200
    assert thief.get("/desk/").status_code == 302


def test_address_that_was_changed_gets_no_link_any_more(client, officer):
    client.post(RESET, {"email": officer.email})
    old = officer.email
    officer.email = "New@example.org"
    officer.save()

    client.post(RESET, {"email": old})

    assert officer.email == "new@example.org"
    assert "There is no account with this address here." in mail.outbox[-1].body


def test_nobody_can_sign_up(client):
    page = client.get("/desk/account/by-invitation/")

    assert "Accounts are made by invitation" in page.content.decode()
    assert client.post("/desk/account/by-invitation/", {"email": "me@example.org"}).status_code == 405
    assert User.objects.count() == 0


# The language of the desk


def test_desk_speaks_the_language_of_the_member(client, officer):
    log_in(client, officer)

    assert '<html lang="en" dir="ltr">' in client.get("/desk/").content.decode()
    assert client.post("/desk/account/language/", {"language": "ur"}).url == "/desk/account/"
    assert '<html lang="ur" dir="rtl">' in client.get("/desk/").content.decode()
    assert "bootstrap-desk.rtl.min.css" in client.get("/desk/").content.decode()


def test_language_is_one_of_the_five(client, officer):
    log_in(client, officer)

    client.post("/desk/account/language/", {"language": "xx"})

    officer.refresh_from_db()
    assert officer.language == "en"


@pytest.mark.parametrize(("asked", "given"), [("az", "az"), ("xx", "en"), ("", "en")])
def test_login_page_has_the_language_that_its_address_asks_for(client, asked, given):
    assert f'<html lang="{given}"' in client.get(f"/desk/login/?lang={asked}").content.decode()


@pytest.mark.parametrize(
    ("address", "fields", "field"),
    [
        ("password/", {"oldpassword": "wrong", "password1": "x", "password2": "y"}, "id_oldpassword"),
        ("confirm/", {"password": "wrong"}, "id_password"),
        ("second-factor/set-up/", {"code": "000000"}, "id_code"),
    ],
)
def test_refused_form_of_the_account_answers_422_and_leads_to_the_field(
    client, officer, address, fields, field
):
    log_in(client, officer)

    answer = client.post(f"/desk/account/{address}", fields)

    assert answer.status_code == 422
    assert f'<a href="#{field}">' in answer.content.decode()


def test_refused_reset_answers_422(client):
    answer = client.post(RESET, {"email": "no address"})

    assert answer.status_code == 422
    assert '<a href="#id_email">' in answer.content.decode()
