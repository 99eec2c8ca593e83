"""A mission with an officer and a viewer, inside the scope of all missions."""

import pytest

from events.models import Member
from events.scoping import every_mission
from tests.factories import make_member, make_mission


@pytest.fixture(autouse=True)
def _every_mission():
    with every_mission():
        yield


@pytest.fixture
def mission():
    return make_mission()


@pytest.fixture
def officer(mission):
    return make_member(mission)


@pytest.fixture
def desk(client, officer):
    client.force_login(officer.user)
    return client


@pytest.fixture
def reader(client, mission):
    client.force_login(make_member(mission, Member.Role.VIEWER, "viewer").user)
    return client
