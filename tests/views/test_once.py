"""The one-time key of a form, seen by the deed that it guards."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone

from events.views import once

SENT = SimpleNamespace(POST={"once": "a-key"}, user=SimpleNamespace(pk=1))


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


def test_form_is_done_once_and_its_second_sending_learns_what_came_of_it():
    assert once.begin(SENT) == (True, "")
    assert once.begin(SENT) == (False, "")
    once.done(SENT, "seminar")

    assert once.begin(SENT) == (False, "seminar")
    assert once.came_of(SENT) == "seminar"


def test_form_whose_making_was_cut_off_can_be_sent_again_after_a_minute():
    once.begin(SENT)

    with time_machine.travel(timezone.now() + timedelta(seconds=once.AT_WORK_FOR + 1), tick=False):
        assert once.begin(SENT) == (True, "")


def test_what_was_done_is_known_for_a_day():
    once.begin(SENT)
    once.done(SENT, "seminar")

    with time_machine.travel(timezone.now() + timedelta(hours=23), tick=False):
        assert once.begin(SENT) == (False, "seminar")


def test_cache_that_keeps_nothing_stops_no_form(settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}

    assert once.begin(SENT) == (True, "")


def test_cache_that_is_away_stops_no_form(settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:9/0",
        }
    }

    assert once.begin(SENT) == (True, "")
    once.done(SENT, "seminar")
    assert once.came_of(SENT) == ""
