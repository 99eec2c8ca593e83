"""What is added by a form that is sent twice, with and without JavaScript, is there once."""

import pytest
from django.core.cache import cache

from events.models import Item, NameVariant, Part, Person, Task
from events.scoping import every_mission
from tests.views.builder import make_desk

pytestmark = pytest.mark.django_db

PLAIN, HTMX = {}, {"HX-Request": "true"}
EVENT = "/desk/azembassy-islamabad/seminar/"


@pytest.fixture
def desk():
    cache.clear()
    return make_desk()


def first_part():
    return str(Part._base_manager.order_by("order").first().uid)


def first_item():
    return Item._base_manager.order_by("part__order", "order").first().uid


def person_page():
    return f"/desk/azembassy-islamabad/people/{Person._base_manager.first().pk}/spellings/"


# Where each is sent, what, and of what it makes one.
ADDS = {
    "item": (lambda: f"{EVENT}agenda/items/", lambda: {"part": first_part(), "kind": "address"}, Item, 1),
    "part": (
        lambda: f"{EVENT}agenda/parts/",
        lambda: {"phase": "after", "audience": "public", "heading_en": "After", "starts_at": ""},
        Part,
        1,
    ),
    "block": (lambda: f"{EVENT}agenda/blocks/", lambda: {"part": first_part(), "block": "opening"}, Item, 0),
    "copy": (lambda: f"{EVENT}agenda/items/{first_item()}/duplicate/", dict, Item, 1),
    "task": (
        lambda: f"{EVENT}preparation/",
        lambda: {"what": "Order the wreath", "on": "10 January 2023", "page": "preparation"},
        Task,
        1,
    ),
    "spelling": (
        lambda: person_page(),
        lambda: {"name": "Another Spelling", "language": "en", "source": "A card"},
        NameVariant,
        1,
    ),
}


def count(model):
    with every_mission():
        return model._base_manager.count()


@pytest.mark.parametrize("headers", [PLAIN, HTMX], ids=["plain", "htmx"])
@pytest.mark.parametrize("what", ADDS)
def test_form_sent_twice_adds_once_and_leads_to_what_is_there(desk, what, headers):
    address, sent, model, more = ADDS[what]
    values, before = {**sent(), "once": "one-key"}, count(model)

    first = desk.client.post(address(), values, headers=headers)
    added = count(model) - before
    second = desk.client.post(address(), values, headers=headers)

    assert {first.status_code, second.status_code} <= {200, 302, 303}, first.content.decode()[-3000:]
    assert added >= 1
    assert more in (0, added)
    assert count(model) - before == added


def test_another_button_of_the_same_page_adds_something_else(desk):
    address, sent, model, _ = ADDS["item"]
    before = count(model)

    for kind in ("address", "silence", "address"):
        desk.client.post(address(), {**sent(), "kind": kind, "once": "one-key"})

    assert count(model) - before == 2


def test_form_that_was_refused_is_sent_again_with_its_key(desk):
    address, sent, model, _ = ADDS["part"]
    before = count(model)
    wrong = {**sent(), "starts_at": "25:00", "once": "one-key"}

    refused = desk.client.post(address(), wrong)
    desk.client.post(address(), {**sent(), "once": "one-key"})

    assert refused.status_code == 422
    assert count(model) - before == 1


def test_somebody_new_who_is_sent_twice_is_in_the_register_once(desk):
    item = desk.item("talk")
    values = {"q": "Somebody New", "office": "", "version": item.version}
    before = count(Person)

    answers = [desk.client.post(f"{EVENT}agenda/items/{item.uid}/people/new/", values) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 409]
    assert count(Person) - before == 1
