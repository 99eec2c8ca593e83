"""Who can see to it is told on each page that what is typed can be read on the way."""

import pytest
from django.test import Client

from events.models import Member
from tests.factories import make_member, make_mission

pytestmark = pytest.mark.django_db
WORDS = "This planner is served without encryption"


def page_of(role):
    client = Client()
    client.force_login(make_member(mission_of(role), role=role, name=role).user)
    return client.get("/desk/").content.decode()


def mission_of(role):
    return make_mission(f"mission-of-{role}")


@pytest.mark.parametrize("role", Member.Role.values)
def test_administrators_alone_are_told_where_it_was_allowed(settings, role):
    settings.SITE_URL, settings.PLAIN_HTTP = "http://planner.example", True

    assert (WORDS in page_of(role)) == (role == Member.Role.ADMINISTRATOR)


@pytest.mark.parametrize(
    ("address", "allowed"), [("https://planner.example", True), ("http://127.0.0.1:8000", False)]
)
def test_nobody_is_told_where_it_is_not_so(settings, address, allowed):
    settings.SITE_URL, settings.PLAIN_HTTP = address, allowed

    assert WORDS not in page_of(Member.Role.ADMINISTRATOR)
