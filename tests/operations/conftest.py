"""Deeds are done within a scope, which the middleware opens for the desk."""

import pytest

from events.scoping import every_mission
from tests.operations.planned import make_desk


@pytest.fixture(autouse=True)
def _every_mission():
    with every_mission():
        yield


@pytest.fixture
def desk():
    return make_desk()
