"""A mission on 1 November 2022 whose officer is logged in."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.core.cache import cache

from events.scoping import every_mission
from tests.factories import make_member, make_mission

NOW = datetime(2022, 11, 1, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _now():
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def mission():
    with every_mission():
        yield make_mission(languages=["en", "az"], country="AZ")


@pytest.fixture
def officer(mission, client):
    member = make_member(mission)
    client.force_login(member.user)
    return member.user
