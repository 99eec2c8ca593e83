"""OpenID Connect, against a provider that the test plays itself."""

import json
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from events.models import User
from tests.desk import PASSWORD, code_of, forget_limits, log_in, set_up_second_factor
from tests.factories import make_member, make_mission

pytestmark = pytest.mark.django_db

PROVIDER = "https://login.ministry.example"
START, BACK = "/desk/account/sign-on/oidc/", "/desk/account/sign-on/oidc/back/"
CONFIGURATION = {
    "issuer": PROVIDER,
    "authorization_endpoint": f"{PROVIDER}/authorize",
    "token_endpoint": f"{PROVIDER}/token",
    "userinfo_endpoint": f"{PROVIDER}/userinfo",
    "jwks_uri": f"{PROVIDER}/keys",
    "token_endpoint_auth_methods_supported": ["client_secret_post"],
}


class Provider:
    """Answers what allauth asks of a provider, for one person."""

    def __init__(self):
        self.person = {"sub": "person-1", "email": "stranger@example.org", "email_verified": True}
        self.asked_for_token = {}

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None

    def get(self, url, **kwargs):
        return self.answer(CONFIGURATION if url.endswith("openid-configuration") else self.person)

    def request(self, method, url, data=None, **kwargs):
        self.asked_for_token = data
        return self.answer({"access_token": "a", "token_type": "Bearer"})

    def answer(self, content):
        return SimpleNamespace(
            status_code=200,
            headers={"content-type": "application/json"},
            json=lambda: content,
            text=json.dumps(content),
            raise_for_status=lambda: None,
        )


@pytest.fixture
def provider(settings, monkeypatch):
    forget_limits()
    app = {
        "provider_id": "oidc",
        "name": "Ministry login",
        "client_id": "planner",
        "secret": "kept",
        "settings": {"server_url": PROVIDER, "oauth_pkce_enabled": True},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    settings.OIDC_NAME = "Ministry login"
    played = Provider()
    monkeypatch.setattr(DefaultSocialAccountAdapter, "get_requests_session", lambda self: played)
    return played


@pytest.fixture
def officer():
    return make_member(make_mission()).user


def go_through(client, process="login"):
    """Press the button, and come back from the provider."""
    there = client.post(f"{START}?process={process}")
    query = parse_qs(urlsplit(there.url).query)
    return client.get(BACK, {"code": "c", "state": query["state"][0]})


def connect(client, user):
    log_in(client, user)
    return go_through(client, "connect")


def test_nothing_of_it_is_shown_where_it_is_not_set(client, officer):
    forget_limits()
    log_in(client, officer)

    assert "sign-on" not in Client().get("/desk/login/").content.decode()
    assert "sign-on" not in client.get("/desk/account/").content.decode()
    assert client.post(START).status_code == 404


def test_button_leads_to_the_provider_with_state_and_proof_key(client, provider):
    assert "Ministry login" in client.get("/desk/login/").content.decode()
    assert client.get(START).status_code == 200, "a link alone starts nothing"

    there = urlsplit(client.post(f"{START}?process=login").url)

    query = parse_qs(there.query)
    assert (there.netloc, there.path) == ("login.ministry.example", "/authorize")
    assert query["code_challenge_method"] == ["S256"]
    assert query["response_type"] == ["code"]
    assert {"openid"} <= set(query["scope"][0].split())


def test_stranger_gets_no_account(client, provider):
    page = go_through(client)

    assert "Accounts are made by invitation" in page.content.decode()
    assert User.objects.count() == 0
    assert client.get("/desk/").status_code == 302


def test_same_address_alone_opens_no_account(client, provider, officer):
    provider.person["email"] = officer.email

    go_through(client)

    assert client.get("/desk/").status_code == 302
    assert not SocialAccount.objects.exists()


def test_member_connects_once_and_then_logs_in_with_it(client, provider, officer):
    assert connect(client, officer).url == "/desk/account/sign-on/"
    assert provider.asked_for_token["code_verifier"]
    assert SocialAccount.objects.get().uid == "person-1"

    other = Client()

    assert go_through(other).url == "/desk/"
    assert other.get("/desk/").wsgi_request.user == officer


def test_forged_state_is_refused(client, provider):
    client.post(f"{START}?process=login")

    answer = client.get(BACK, {"code": "c", "state": "forged"})

    assert answer.status_code == 401
    assert "You were not logged in" in answer.content.decode()


def test_closed_account_cannot_come_in_this_way(client, provider, officer):
    connect(client, officer)
    User.objects.update(is_active=False)

    assert go_through(Client()).url == "/desk/account/inactive/"


def test_second_factor_is_asked_for_all_the_same(client, provider, officer):
    connect(client, officer)
    set_up_second_factor(officer)

    assert go_through(Client()).url == "/desk/account/second-factor/show/"


def test_member_disconnects_it(client, provider, officer):
    connect(client, officer)
    pk = SocialAccount.objects.get().pk

    client.post("/desk/account/sign-on/", {"account": pk})

    assert not SocialAccount.objects.exists()


def test_account_elsewhere_is_neither_connected_nor_let_go_in_a_session_that_was_left_open(
    client, provider, officer
):
    with time_machine.travel("2026-11-25T10:00:00Z", tick=False) as traveller:
        log_in(client, officer)
        traveller.move_to("2026-11-25T10:06:00Z")
        assert go_through(client, "connect").url.startswith("/desk/account/confirm/")
        assert not SocialAccount.objects.exists()

        client = Client()
        connect(client, officer)
        pk = SocialAccount.objects.get().pk
        traveller.move_to("2026-11-25T10:12:00Z")

        assert client.post("/desk/account/sign-on/", {"account": pk}).url.startswith("/desk/account/confirm/")
    assert SocialAccount.objects.exists()


def test_password_alone_connects_nothing_elsewhere_to_an_account_with_a_second_factor(
    client, provider, officer
):
    secret = set_up_second_factor(officer)
    with time_machine.travel("2026-11-25T10:00:00Z", tick=False) as traveller:
        log_in(client, officer)
        client.post("/desk/account/second-factor/show/", {"code": code_of(secret)})
        traveller.move_to("2026-11-25T10:06:00Z")
        asked = go_through(client, "connect").url

        client.post(asked, {"password": PASSWORD})
        assert not SocialAccount.objects.exists()
        asked = client.get(asked).url
        assert asked.startswith("/desk/account/second-factor/confirm/")
        client.post(asked, {"code": code_of(secret)})
        assert SocialAccount.objects.get().user == officer
