"""The typesetter begins when somebody is at the desk, not when they wait for their first sheet."""

import pytest

from events.typesetting import TYPESETTER
from tests.factories import make_member, make_mission

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "times"),
    [("/desk/", 1), ("/desk/azembassy-islamabad/", 1), ("/", 0), ("/desk/login/", 0), ("/desk/nothing/", 0)],
)
def test_page_of_the_desk_has_the_typesetter_begin(client, monkeypatch, address, times):
    asked = []
    monkeypatch.setattr(TYPESETTER, "stand_by", asked.append)
    member = make_member(make_mission())
    if address != "/desk/login/":
        client.force_login(member.user)
    client.get(address)

    assert len(asked) == times
