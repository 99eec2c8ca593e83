"""The one-time key of a form, seen by the deed that it guards."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone
from redis.exceptions import RedisError

from events.scoping import every_mission
from events.views import once
from tests.factories import make_event, make_item, make_member, make_mission, make_part
from tests.views.desk_addresses import addresses_of
from tests.views.test_desk_access import ROWS

SENT = SimpleNamespace(POST={"once": "a-key"}, user=SimpleNamespace(pk=1))


# The pages of which a form makes something new; a new address of that kind is among them by its name.
MAKES = [name for name in ROWS if name.startswith("desk:new_") and name != "desk:new_event_hints"]
MAKES += ["desk:copy_event", "desk:members", "desk:calendars", "desk:speaker_calendars"]
MAKES += ["desk:agenda", "desk:preparation", "desk:event", "desk:entry"]


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


def test_cache_that_is_away_stops_no_form(settings, monkeypatch):
    # What a cache in Redis raises is known from the start of a process that has one.
    monkeypatch.setattr(once, "CACHE_AWAY", (RedisError,))
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:9/0",
        }
    }

    assert once.begin(SENT) == (True, "")
    once.done(SENT, "seminar")
    assert once.came_of(SENT) == ""


@pytest.mark.django_db
@pytest.mark.parametrize("name", MAKES)
def test_page_that_makes_something_new_has_a_key(client, name):
    with every_mission():
        mission = make_mission()
        administrator = make_member(mission, role="administrator")
        make_item(make_part(make_event(mission)))
        address = addresses_of(mission, administrator)(name)
    client.force_login(administrator.user)

    page = client.get(address)

    assert '<input type="hidden" name="once" value="' in page.content.decode()
