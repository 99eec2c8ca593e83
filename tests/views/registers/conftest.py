"""A mission with an officer and a viewer, inside the scope of all missions."""

import pytest

from events.models import Member
from events.scoping import every_mission
from tests.factories import (
    make_contribution,
    make_event,
    make_item,
    make_member,
    make_mission,
    make_organisation,
    make_part,
    make_person,
)


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


@pytest.fixture
def asked(mission):
    """Khalid is invited, the institute has confirmed; Parviz is in the register."""
    item = make_item(make_part(make_event(mission)))
    khalid = make_person(mission, name={"en": "Khalid Rahman"})
    make_person(mission, name={"en": "Parviz Musayev"})
    institute = make_organisation(mission, name={"en": "An institute"})
    make_contribution(item, words={"en": "Moderator"}, order=0)
    return (
        make_contribution(item, person=khalid, answer="invited", order=1),
        make_contribution(item, organisation=institute, answer="confirmed", order=2),
    )
