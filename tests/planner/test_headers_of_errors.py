"""Whatever the answer is, a refusal or a file, it carries the headers that bind a browser."""

from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from events.models import Event
from events.scoping import every_mission
from events.views import home
from tests.views.event_desk import make_desk
from tests.views.published import publish

pytestmark = pytest.mark.django_db

BIND = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}
EVENT = "/desk/azembassy-islamabad/seminar/"


@pytest.fixture
def desk():
    cache.clear()
    made = make_desk("head")
    made.client.raise_request_exception = False
    return made


def withdrawn_file(desk, monkeypatch):
    kept = publish(desk.member.mission, "withdrawn")
    with every_mission():
        Event.objects.filter(pk=kept.event_id).update(withdrawn_at=datetime(2023, 1, 18, tzinfo=UTC))
    return Client().get(reverse("events:event_ics", args=["azembassy-islamabad", "withdrawn"]))


def guesses(desk, monkeypatch):
    reset = reverse("account_reset_password")
    answers = [Client().post(reset, {"email": "nobody@example.org"}) for _ in range(25)]
    return answers[-1]


def broken(desk, monkeypatch, error):
    def breaks(*_args):
        raise error

    monkeypatch.setattr(home, "page_language", breaks)
    return Client(raise_request_exception=False).get("/")


STATUSES = {
    "400 for an address": lambda *_: Client().get("/healthz%00"),
    "400 for a host": lambda *_: Client().get("/", headers={"host": "evil.example"}),
    "400 for a host at the desk": lambda *_: Client().get("/desk/login/", headers={"host": "evil.example"}),
    "403": lambda *_: Client(enforce_csrf_checks=True).post("/desk/login/", {}),
    "404": lambda *_: Client().get("/nothing/is-here/"),
    "405 for everybody": lambda *_: Client().post("/"),
    "405 at the desk": lambda desk, _: desk.client.get(f"{EVENT}release/submit/"),
    "409": lambda desk, _: desk.client.post(f"{EVENT}release/submit/", {"version": "0"}),
    "410": withdrawn_file,
    "413": lambda *_: Client().post("/desk/login/", {"login": "x" * 3_000_000}),
    "422": lambda desk, _: desk.client.post(f"{EVENT}release/approve/", {}),
    "429": guesses,
    "500": lambda desk, patch: broken(desk, patch, RuntimeError("a secret")),
    "503": lambda desk, patch: broken(desk, patch, OperationalError("could not connect to server")),
}


@pytest.mark.parametrize("what", STATUSES)
def test_answer_of_every_status_carries_the_headers(desk, monkeypatch, what):
    answer = STATUSES[what](desk, monkeypatch)

    assert str(answer.status_code) == what[:3]
    assert_bound(answer)
    assert "camera=()" in answer["Permissions-Policy"]


def test_static_file_carries_the_headers_that_bind_more_than_pages(settings):
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True

    answer = Client().get("/static/events/public.css")

    assert answer.status_code == 200
    assert_bound(answer)


def assert_bound(answer):
    assert {name: answer.headers.get(name) for name in BIND} == BIND
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer["Referrer-Policy"] in ("same-origin", "no-referrer")
