"""The head of an event's pages: the hours of its agenda, how the public knows it, and the next step."""

import re

import pytest

from events.scoping import every_mission
from tests.factories import make_member
from tests.views.builder import make_desk
from tests.views.event_desk import release_it

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return make_desk()


def next_of(page):
    """Return what the head says of the release, and the next step that it leads to."""
    end = re.search(r'<div class="head-end">(.*?)</div>', page, re.DOTALL)
    return tuple(re.sub("<[^>]+>", "", end.group(1)).split("\n")) if end else ()


def facts_of(page):
    return re.sub("<[^>]+>", "", re.search(r'<p class="facts">(.*?)</p>', page, re.DOTALL).group(1))


def lengthened(desk, length):
    item = desk.item("talk")
    return desk.swap(f"agenda/items/{item.uid}/length/", length=length, version=item.version)


def test_officer_is_led_from_each_page_to_the_approval_and_told_when_the_public_is_behind(desk):
    before = [next_of(desk.get(page).content.decode()) for page in ("", "agenda/", "history/")]
    release_it()
    current = next_of(desk.get("").content.decode())
    lengthened(desk, "25")
    behind = next_of(desk.get("").content.decode())

    assert before == [("Not released", "Send for approval")] * 3
    assert current == ("Release 1, current", "")
    assert behind == ("Release 1; changed since", "Send for approval")


def test_head_of_protocol_is_led_to_the_next_release_and_a_viewer_nowhere(desk):
    heads = []
    for role in ("head", "viewer"):
        with every_mission():
            member = make_member(desk.event.mission, role, name=role)
        desk.client.force_login(member.user)
        heads.append(next_of(desk.get("agenda/").content.decode()))

    assert heads == [("Not released", "Approve and release 1"), ("Not released", "")]


def test_hours_in_the_head_follow_a_change_of_the_agenda(desk):
    page = desk.get("agenda/").content.decode()
    answer = lengthened(desk, "80").content.decode()

    assert 'id="event-head" hx-swap-oob="outerMorph"' in answer
    assert "10:00–10:39" in facts_of(page)
    assert "10:00–11:39" in facts_of(answer)
