"""A mission, its administrator, and a browser in which that administrator is logged in."""

import pytest

from events.scoping import every_mission
from tests.factories import make_member, make_mission


@pytest.fixture
def mission():
    with every_mission():
        return make_mission()


@pytest.fixture
def administrator(mission):
    return make_member(mission, role="administrator", name="admin")


@pytest.fixture
def desk(client, administrator):
    client.force_login(administrator.user)
    return client
