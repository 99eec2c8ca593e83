"""Whoever guesses passwords gets no further over several web processes or under other addresses."""

import subprocess
import sys
from statistics import median
from time import perf_counter

import pytest
import requests
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from events.models import User
from tests.desk import PASSWORD, code_of
from tests.factories import make_member, make_mission
from tests.served import OFFICER, ROOT, Desk, environment, fill, served

# settings.ACCOUNT_RATE_LIMITS: so many wrong ones a minute from one address.
CHECKED = 10


ADMINISTRATOR = "admin@azembassy-islamabad.example"
SECRET = "JBSWY3DPEHPK3PXP"
# settings.ACCOUNT_RATE_LIMITS: so many guesses at codes in a quarter of an hour.
GUESSES = 10
WITH_AN_APP = f"""
import django
django.setup()
from allauth.mfa.totp.internal.auth import TOTP
from events.models import User
TOTP.activate(User.objects.get(email="{ADMINISTRATOR}"), "{SECRET}")
"""
RECOVERY_CODE = "12345678"


class From(requests.adapters.HTTPAdapter):
    """Asks from an address of this machine, over a connection of its own each time."""

    def __init__(self, address):
        self.address = address
        super().__init__()

    def init_poolmanager(self, *args, **more):
        super().init_poolmanager(*args, source_address=(self.address, 0), **more)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("guessing")
    database = f"sqlite:///{folder}/db.sqlite3"
    fill(folder, database)
    variables = environment(folder, database)
    subprocess.run([sys.executable, "-c", WITH_AN_APP], cwd=ROOT, env=variables, check=True)
    with served(folder, database, workers=3, LOG_LEVEL="INFO") as here:
        yield here


def guess(site, number, name, password="wrong"):  # noqa: S107
    """Try as somebody who says to be behind another proxy each time, on a connection of their own."""
    stranger = Desk(site.address)
    said = f"203.0.113.{number}"
    stranger.session.headers.update({"X-Forwarded-For": said, "X-Real-IP": said, "Forwarded": f"for={said}"})
    return stranger.log_in(name, password)


def test_limit_holds_over_three_processes_and_is_not_moved_by_forged_addresses(site):
    assert len(site.workers()) == 3

    answers = [guess(site, number, f"somebody-{number}@example.org") for number in range(25)]
    right = guess(site, 99, OFFICER, PASSWORD)

    assert {answer.status_code for answer in answers} == {422}
    assert site.printed.read_text().count('"action": "login-failed"') == CHECKED
    # Even the right password is not looked at any more.
    assert right.status_code == 422
    assert "Too many wrong passwords." in right.text


def test_guesses_at_codes_are_counted_over_three_processes_addresses_and_kinds_of_codes(site):
    guesser = Desk(site.address)
    guesser.session.mount("http://", From("127.0.0.2"))
    assert guesser.log_in(ADMINISTRATOR).headers["Location"] == "/desk/account/second-factor/show/"

    pages = []
    for number in range(GUESSES + 5):
        guesser.session.mount("http://", From(f"127.0.1.{number + 1}"))
        code = RECOVERY_CODE if number % 2 else "000000"
        pages.append(guesser.post("/desk/account/second-factor/show/", {"code": code}).text)
    right = guesser.post("/desk/account/second-factor/show/", {"code": code_of(SECRET)})

    assert ["Too many codes." in page for page in pages] == [False] * GUESSES + [True] * 5
    assert "Too many codes." in right.text
    assert guesser.get("/desk/").status_code == 302


@pytest.mark.django_db
def test_whoever_asks_for_a_new_password_reads_the_same_of_any_address():
    cache.clear()
    make_member(make_mission())
    told = []
    for email in (OFFICER, "nobody@example.org"):
        answer = Client().post(reverse("account_reset_password"), {"email": email}, follow=True)
        told.append((answer.status_code, answer.redirect_chain, answer.content))

    assert told[0] == told[1]


@pytest.mark.django_db
def test_password_is_checked_once_where_an_account_has_its_address_for_a_name(monkeypatch):
    cache.clear()
    make_member(make_mission())
    checked = []
    monkeypatch.setattr(User, "check_password", lambda user, password: checked.append(user.username))

    Client().post(reverse("account_login"), {"login": OFFICER, "password": "wrong"})

    assert checked == [OFFICER]


@pytest.mark.django_db
@pytest.mark.ratios
@pytest.mark.parametrize("name", ["account_login", "account_reset_password"])
def test_account_that_is_there_answers_as_fast_as_one_that_is_not(settings, name):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    make_member(make_mission())
    took = {OFFICER: [], "nobody@example.org": []}
    for _round in range(31):
        for email, times in took.items():
            cache.clear()
            client, sent = Client(), {"login": email, "password": "wrong", "email": email}
            began = perf_counter()
            client.post(reverse(name), sent)
            times.append(perf_counter() - began)

    there, not_there = (median(times) for times in took.values())
    assert 0.5 < there / not_there < 2
