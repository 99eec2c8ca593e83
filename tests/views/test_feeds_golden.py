"""The octets of whole feeds: they differ from one release of the planner to the next only where that was meant."""

import pytest

from events.models import Event
from events.operations.preparation import propose_tasks
from events.operations.private_feeds import make_own
from events.scoping import every_mission
from tests.factories import make_member
from tests.goldens import golden
from tests.views.published import RELEASED_AT, publish_exhibition, publish_seminar

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _canonical(time_machine):
    time_machine.move_to(RELEASED_AT, tick=False)
    publish_seminar()
    publish_exhibition()


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("feed-islamabad.en", "/calendars/azembassy-islamabad.ics?lang=en"),
        ("feed-islamabad-items.en", "/calendars/azembassy-islamabad.ics?lang=en&items=1"),
        ("feed-all.az", "/calendars/all.ics?lang=az"),
    ],
)
def test_public_feed_is_its_golden_file(client, name, address):
    octets = client.get(address).content

    assert octets == golden(f"{name}.ics", octets)


def test_private_feed_is_its_golden_file(client):
    with every_mission():
        event = Event.objects.get(slug="islamabad-seminar-2023")
        officer = make_member(event.mission).user
        propose_tasks(event, by=officer)
        # A task has its identity from the moment in which it is made.
        for number, task in enumerate(event.tasks.order_by("pk")):
            event.tasks.filter(pk=task.pk).update(uid=f"00000000-0000-4000-8000-{number:012}")
    _feed, token = make_own(officer, "My missions", RELEASED_AT)
    octets = client.get(f"/calendars/private/{token}/own.ics").content

    assert octets == golden("feed-private.ics", octets)
