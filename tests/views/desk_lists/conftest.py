"""The morning before the last day of preparation, in a mission with an officer who is logged in, and a head."""

import pytest
import time_machine

from events.scoping import every_mission
from tests.factories import (
    make_member,
    make_mission,
)
from tests.views.desk_lists.planned import NOW


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def mission():
    with every_mission():
        yield make_mission(city={"en": "Islamabad"}, languages=["en"])


@pytest.fixture
def officer(mission, client):
    member = make_member(mission)
    client.force_login(member.user)
    return member.user


@pytest.fixture
def head(mission):
    return make_member(mission, role="head", name="head").user
