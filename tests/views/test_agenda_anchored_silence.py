"""The silence that an occasion keeps everywhere at one moment is added to an agenda with one press."""

from datetime import time, timedelta

import pytest

from events.models import Item
from events.scoping import every_mission
from tests.factories import make_edition
from tests.views.builder import make_desk

pytestmark = pytest.mark.django_db

OFFERED = 'name="kind" value="anchored-silence"'


def added(desk):
    with every_mission():
        part = str(desk.event.parts.first().uid)
        return desk.post(
            "agenda/items/", kind="anchored-silence", part=part, after=str(desk.items["hymn"].uid)
        )


def test_silence_of_the_occasion_stands_where_it_was_asked_for_at_its_own_clock():
    with every_mission():
        desk = make_desk(edition=make_edition())

    page = desk.get("agenda/").content.decode()
    added(desk)

    assert OFFERED in page
    assert "At 12:00 in Baku" in page
    with every_mission():
        item = Item.objects.get(start="anchored")
    assert (item.kind, item.start_at, item.start_zone) == ("silence", time(12), "Asia/Baku")
    assert (item.duration, item.order) == (timedelta(minutes=1), 1)
    assert "no-applause" in item.cues


def test_event_without_such_a_silence_offers_none_and_refuses_it_in_words():
    desk = make_desk()

    answer = added(desk)

    assert OFFERED not in desk.get("agenda/").content.decode()
    assert answer.status_code == 422
    assert "The occasion of this event keeps no silence at a clock time." in answer.content.decode()
