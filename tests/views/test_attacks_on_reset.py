"""A new password by mail, attacked from outside: links that are old, forged hosts, addresses with more in them."""

import re

import pytest
from django.core import mail
from django.test import Client

from tests.desk import PASSWORD, forget_limits, log_in, set_up_second_factor
from tests.factories import make_member, make_mission
from tests.views.test_second_factor import SHOW

pytestmark = pytest.mark.django_db

RESET = "/desk/account/password/reset/"
FRESH = {"password1": "a new password of mine", "password2": "a new password of mine"}


@pytest.fixture(autouse=True)
def _no_limits_left_over():
    forget_limits()


@pytest.fixture
def officer():
    return make_member(make_mission()).user


def ask_for_a_link(client, officer, **headers):
    client.post(RESET, {"email": officer.email}, **headers)
    return mail.outbox[-1].body


def link_in(body):
    return re.search(r"http://127\.0\.0\.1:8000(/desk/account/password/reset/\S+)", body)[1]


def is_open(link):
    page = Client().get(link, follow=True).content.decode()
    return "This link is not open" not in page


def test_link_is_closed_by_a_password_that_was_changed_meanwhile(client, officer):
    link = link_in(ask_for_a_link(client, officer))
    assert is_open(link)
    log_in(client, officer)
    client.post("/desk/account/password/", {"oldpassword": PASSWORD, **FRESH})

    assert not is_open(link)


def test_second_link_is_closed_by_the_use_of_the_first(client, officer):
    first, second = (link_in(ask_for_a_link(client, officer)) for _ in range(2))
    visitor = Client()
    visitor.post(visitor.get(first).url, FRESH)
    officer.refresh_from_db()
    assert officer.check_password(FRESH["password1"])

    assert not is_open(second)


def test_link_is_closed_by_another_address(client, officer):
    link = link_in(ask_for_a_link(client, officer))
    officer.email = "new@example.org"
    officer.save()

    assert not is_open(link)


def test_form_that_a_link_opened_is_closed_by_another_address_too(client, officer):
    visitor = Client()
    form = visitor.get(link_in(ask_for_a_link(client, officer))).url
    officer.email = "new@example.org"
    officer.save()

    visitor.post(form, FRESH)

    officer.refresh_from_db()
    assert officer.check_password(PASSWORD)


def test_new_password_does_not_show_the_second_factor(client, officer):
    set_up_second_factor(officer)
    visitor = Client()
    visitor.post(visitor.get(link_in(ask_for_a_link(client, officer))).url, FRESH)
    assert visitor.get("/desk/").status_code == 302

    assert log_in(visitor, officer, FRESH["password1"]).url == SHOW
    assert visitor.get("/desk/").status_code == 302


@pytest.mark.parametrize(
    "forged",
    [
        {"HTTP_X_FORWARDED_HOST": "evil.example"},
        {"HTTP_X_FORWARDED_SERVER": "evil.example", "HTTP_X_FORWARDED_PORT": "1"},
        {"HTTP_FORWARDED": "host=evil.example;proto=http"},
        {"HTTP_X_ORIGINAL_HOST": "evil.example", "HTTP_X_HOST": "evil.example"},
        {"HTTP_HOST": "localhost"},
        {"HTTP_X_FORWARDED_PROTO": "javascript"},
        {"QUERY_STRING": "next=https://evil.example/&lang=en"},
    ],
)
def test_link_is_that_of_the_site_whatever_host_is_forged(client, officer, forged):
    body = ask_for_a_link(client, officer, **forged)

    assert "evil.example" not in body
    assert re.findall(r"\w+://[^/\s]+", body) == ["http://127.0.0.1:8000"] * body.count("://")
    assert is_open(link_in(body))


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1:8000@evil.example", "127.0.0.1\r\nBcc: a@b.example"]
)
def test_host_that_is_not_ours_gets_no_answer_and_no_mail(client, officer, host):
    answer = client.post(RESET, {"email": officer.email}, HTTP_HOST=host)

    assert answer.status_code == 400
    assert mail.outbox == []


@pytest.mark.parametrize(
    "email", ["officer@example.org\r\nBcc: b@example.org", "a@b.example, c@d.example", "ａdmin@x"]
)
def test_address_with_more_than_an_address_gets_no_mail(client, email):
    assert client.post(RESET, {"email": email}).status_code == 422
    assert mail.outbox == []
