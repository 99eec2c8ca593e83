from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from events.models import PrivateFeed
from events.operations.private_feeds import make_own, make_speakers
from events.scoping import every_mission
from tests.factories import make_event, make_item, make_member, make_mission, make_part

NOW = datetime(2023, 1, 18, 4, tzinfo=UTC)


class Subscription:
    """A calendar as a program reads it, which has seen nothing yet."""

    def __init__(self, client, feed: PrivateFeed, token: str) -> None:
        self.client = client
        self.address = f"/calendars/private/{token}/calendar.ics"

    def read(self):
        """Return the entries by what they say first, up to the event that they are of."""
        entries = Calendar.from_ical(self.client.get(self.address).content).walk("VEVENT")
        return {str(each["SUMMARY"]): each for each in entries}


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(NOW, tick=False)
    return time_machine


@pytest.fixture
def officer(db):
    return make_member(make_mission())


@pytest.fixture
def event(officer):
    with every_mission():
        event = make_event(officer.mission, title={"en": "Seminar"})
        part = make_part(event)
        make_item(part, title={"en": "Words of welcome"})
        return event


@pytest.fixture
def own(client, officer):
    return Subscription(client, *make_own(officer.user, "My missions", NOW))


@pytest.fixture
def slots(client, officer):
    """Return a function: the subscription to the slots of a person."""
    return lambda person: Subscription(client, *make_speakers(person, "Slots", by=officer.user, now=NOW))
