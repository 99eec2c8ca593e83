"""What the builder asks and sends after a deed: as many queries for any length, and what changed alone."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.scoping import every_mission
from tests.factories import make_item
from tests.views.builder import HTMX, make_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return make_desk()


def known_on(page):
    """What the script sends of a page: the marks of what it shows."""
    return {**HTMX, "Planner-Known": " ".join(re.findall(r'data-mark="(\w+)"', page.content.decode()))}


def deeds_on(desk, name):
    """The builder's deeds, each as its address with what is sent; the item is read when its turn comes."""
    uid, part = desk.items[name].uid, desk.items[name].part.uid
    yield f"agenda/items/{uid}/length/", {"version": desk.item(name).version, "length": "2"}
    yield "agenda/items/", {"part": part, "after": uid, "kind": "video"}
    yield f"agenda/items/{uid}/duplicate/", {}
    order = desk.order()
    order[1], order[2] = order[2], order[1]
    yield "agenda/order/", {"version": desk.version, "moved": uid, "order": order}
    yield f"agenda/items/{uid}/remove/", {}


def measured(desk, name):
    """The queries and the bytes of each deed on a page that shows the agenda already."""
    found = []
    for address, sent in deeds_on(desk, name):
        headers = known_on(desk.get("agenda/"))
        with CaptureQueriesContext(connection) as queries:
            answer = desk.post(address, headers, **sent)
        assert answer.status_code == 200, address
        found.append((len(queries), len(answer.content)))
    return found


def test_deed_asks_the_same_number_of_queries_for_five_items_and_for_thirty(desk):
    few = [queries for queries, _size in measured(desk, "silence")]
    with every_mission():
        for number in range(27):
            make_item(desk.items["talk"].part, title={"en": f"Remarks {number}"})
    many = [queries for queries, _size in measured(desk, "talk")]

    assert few == many
    assert max(few) <= 56


def test_answer_to_a_deed_carries_what_changed_alone(desk):
    for number in range(25):
        with every_mission():
            make_item(desk.items["talk"].part, title={"en": f"Remarks {number}"})
    page = len(desk.get("agenda/").content)

    sizes = [size for _queries, size in measured(desk, "silence")]

    assert max(sizes) < 45_000 < page / 3
