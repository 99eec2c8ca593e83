"""The second factor, and all that changes how one logs in, attacked from outside."""

import re

import pytest
import time_machine
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core import mail
from django.test import Client

from events.scoping import every_mission
from tests.desk import PASSWORD, code_of, forget_limits, has_second_factor, log_in, set_up_second_factor
from tests.factories import make_event, make_member, make_mission
from tests.views.desk_addresses import addresses_of
from tests.views.test_second_factor import CONFIRM, SET_UP, SHOW, names_of_the_desk, secret_of

pytestmark = pytest.mark.django_db

# Whatever any of the forms that change a login would take.
FRESH_ALL = {
    "email": "thief@example.org",
    "oldpassword": PASSWORD,
    "password1": "a new password of mine",
    "password2": "a new password of mine",
}
FRESH = {"password1": "a new password of mine", "password2": "a new password of mine"}
REFUSED_CODE = "This code is not right, or it was used already."


@pytest.fixture(autouse=True)
def _no_limits_left_over():
    forget_limits()


@pytest.fixture
def member():
    return make_member(make_mission(), role="administrator")


@pytest.fixture
def officer(member):
    return member.user


def kept_login(officer):
    officer.refresh_from_db()
    return officer.email, officer.password, len(mail.outbox)


def half_way(officer):
    """Return a browser that knows the password, and has shown no code."""
    client = Client()
    assert log_in(client, officer).url == SHOW
    return client


def is_inside(client):
    return client.get("/desk/").status_code == 200


# Codes


@pytest.mark.parametrize("ahead", [-1, 0, 1])
def test_code_that_was_used_is_good_for_nobody_as_long_as_it_lasts(officer, ahead):
    """A code is taken half a minute before and after its own: it has to be remembered as long."""
    with time_machine.travel("2026-11-25T10:00:01Z", tick=False) as traveller:
        secret = set_up_second_factor(officer)
        code = code_of(secret, ahead)
        first = half_way(officer)
        first.post(SHOW, {"code": code})
        assert is_inside(first)
        for clock in ("10:00:02", "10:00:29", "10:00:31", "10:00:59", "10:01:01", "10:01:29"):
            traveller.move_to(f"2026-11-25T{clock}Z")
            spy = half_way(officer)
            for written in (code, f"{code[:3]} {code[3:]}", f"{code[:3]}-{code[3:]}"):
                spy.post(SHOW, {"code": written})
                forget_guesses(officer)
            assert not is_inside(spy), clock


def forget_guesses(officer):
    """Let the limits out of the way, and remember which codes were used."""
    from allauth.core import ratelimit
    from django.test import RequestFactory

    request = RequestFactory().post("/")
    ratelimit.clear(request, action="second_factor", key=f"user-{officer.pk}")
    ratelimit.clear(request, action="login_failed", key=f"mfa-auth-user-{officer.pk}")


def test_code_that_set_it_up_opens_no_second_session(client, officer):
    log_in(client, officer)
    code = code_of(secret_of(client.get(SET_UP)))
    client.post(SET_UP, {"code": code})

    spy = half_way(officer)
    spy.post(SHOW, {"code": code})

    assert not is_inside(spy)


def test_code_that_logged_in_confirms_nothing_later(officer):
    with time_machine.travel("2026-11-25T10:00:01Z", tick=False) as traveller:
        secret = set_up_second_factor(officer)
        code = code_of(secret, 1)
        client = half_way(officer)
        client.post(SHOW, {"code": code})
        traveller.move_to("2026-11-25T10:00:40Z")

        refused = client.post(CONFIRM, {"code": code})

    assert REFUSED_CODE in refused.content.decode()


def recovery_codes(client, officer):
    log_in(client, officer)
    response = client.post(SET_UP, {"code": code_of(secret_of(client.get(SET_UP)))})
    return re.findall(r"<li>(\d{8})</li>", client.get(response.url).content.decode())


@pytest.mark.django_db(transaction=True)
def test_recovery_code_is_good_once(client, officer):
    first, second, *_ = recovery_codes(client, officer)
    assert half_way(officer).post(SHOW, {"code": first}).url == "/desk/"

    assert REFUSED_CODE in half_way(officer).post(SHOW, {"code": first}).content.decode()
    assert half_way(officer).post(SHOW, {"code": second}).url == "/desk/"


@pytest.mark.django_db(transaction=True)
def test_guesses_at_recovery_codes_and_at_codes_are_counted_together(client, officer):
    first, *_ = recovery_codes(client, officer)
    guesser = half_way(officer)
    for number in range(10):
        guess = f"{number:08}" if number % 2 else f"{number:06}"
        guesser.post(SHOW, {"code": guess}, REMOTE_ADDR=f"192.0.2.{number}")

    refused = half_way(officer).post(SHOW, {"code": first}, REMOTE_ADDR="198.51.100.1")

    assert "Too many codes." in refused.content.decode()


# A session that knows the password alone

# What strangers may open too.
FOR_STRANGERS = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "desk:invitation",
    "mfa_authenticate",
    "openid_connect_login",
    "openid_connect_callback",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
}


def test_password_alone_opens_no_address_of_the_desk_and_the_account(member):
    with every_mission():
        make_event(member.mission)
    address_of = addresses_of(member.mission, member)
    set_up_second_factor(member.user)
    client = half_way(member.user)

    answers = {}
    for name in names_of_the_desk() - FOR_STRANGERS:
        for ask in (client.get, client.post):
            answer = ask(address_of(name))
            answers[name, ask.__name__] = getattr(answer, "url", answer.status_code)

    assert {key: url for key, url in answers.items() if not str(url).startswith("/desk/login/")} == {}


# What changes how one logs in

SENSITIVE = (
    ("/desk/account/address/", {"email": "thief@example.org"}),
    ("/desk/account/second-factor/set-up/", {"code": "000000"}),
    ("/desk/account/second-factor/remove/", {}),
    ("/desk/account/recovery-codes/new/", {}),
    ("/desk/account/recovery-codes/", {}),
)


@pytest.mark.parametrize("has_second_factor", [False, True])
def test_nothing_of_the_login_is_changed_in_a_session_that_was_left_open(officer, has_second_factor):
    with time_machine.travel("2026-11-25T10:00:00Z", tick=False) as traveller:
        client = Client()
        if has_second_factor:
            secret = set_up_second_factor(officer)
            RecoveryCodes.activate(officer)
            client = half_way(officer)
            client.post(SHOW, {"code": code_of(secret)})
        else:
            log_in(client, officer)
        traveller.move_to("2026-11-25T10:06:00Z")
        answers = {
            (address, ask.__name__): ask(address, sent)
            for address, sent in SENSITIVE
            for ask in (client.get, client.post)
        }

    # Without a second factor there is none to remove, and no recovery codes are kept.
    not_there = [key for key, answer in answers.items() if answer.status_code in (404, 405)]
    assert len(not_there) == (0 if has_second_factor else 4), not_there
    led = {key: getattr(answer, "url", answer.status_code) for key, answer in answers.items()}
    assert {
        key: url
        for key, url in led.items()
        if key not in not_there and not str(url).startswith(("/desk/account/confirm/", CONFIRM))
    } == {}
    assert mail.outbox == []


@pytest.mark.parametrize(
    "address",
    [
        "second-factor/remove/",
        "recovery-codes/new/",
        "recovery-codes/",
        "address/",
        "password/",
        "sign-on/",
        "sessions/end/",
    ],
)
def test_password_alone_changes_nothing_of_the_login_of_whoever_has_a_second_factor(officer, address):
    with time_machine.travel("2026-11-25T10:00:00Z", tick=False) as traveller:
        secret = set_up_second_factor(officer)
        RecoveryCodes.activate(officer)
        client = half_way(officer)
        client.post(SHOW, {"code": code_of(secret)})
        traveller.move_to("2026-11-25T10:06:00Z")
        client.post("/desk/account/confirm/", {"password": PASSWORD})
        kept = kept_login(officer)

        for ask in (client.get, client.post):
            assert ask(f"/desk/account/{address}", FRESH_ALL).url.startswith(CONFIRM)
        assert has_second_factor(officer)
        assert kept_login(officer) == kept
        asked = client.get(f"/desk/account/{address}").url
        assert client.post(asked, {"code": code_of(secret)}).url == f"/desk/account/{address}"
        assert client.get(f"/desk/account/{address}").status_code == 200


def test_password_is_changed_by_who_knows_the_old_one_alone(client, officer):
    client.force_login(officer)

    client.post("/desk/account/password/", {"oldpassword": "guessed", **FRESH})

    officer.refresh_from_db()
    assert officer.check_password(PASSWORD)
