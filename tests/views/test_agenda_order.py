"""The order: one request with the whole of it, from a grip, a button or a list; an old one is refused."""

import pytest

from events.operations import agenda as operations
from events.programme.choices import Kind
from events.scoping import every_mission
from tests.views.builder import make_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return make_desk()


def token(desk, name):
    return f"item:{desk.items[name].uid}"


def test_whole_order_is_taken_as_sent(desk):
    order = desk.order()
    at = order.index(token(desk, "talk"))
    order.insert(1, order.pop(at))

    answer = desk.swap("agenda/order/", version=desk.version, order=order, moved=str(desk.items["talk"].uid))

    assert answer.status_code == 200
    assert desk.names() == ["talk", "hymn", "silence", "questions", "photo"]
    assert "Address by the Ambassador, moved to 1 of 5, begins 10:00" in answer.content.decode()


def test_item_goes_to_another_part(desk):
    order = desk.order()
    order.remove(token(desk, "questions"))
    order.append(token(desk, "questions"))

    desk.swap("agenda/order/", version=desk.version, order=order, moved=str(desk.items["questions"].uid))

    assert desk.names() == ["hymn", "silence", "talk", "photo", "questions"]
    assert desk.item("questions").part == desk.items["photo"].part


@pytest.mark.parametrize(
    ("move", "names"),
    [
        ("up:talk", ["hymn", "talk", "silence", "questions", "photo"]),
        ("down:talk", ["hymn", "silence", "questions", "talk", "photo"]),
        ("up:hymn", ["hymn", "silence", "talk", "questions", "photo"]),
        ("down:photo", ["hymn", "silence", "talk", "questions", "photo"]),
    ],
)
def test_buttons_move_without_a_script(desk, move, names):
    way, name = move.split(":")

    answer = desk.post(
        "agenda/order/", version=desk.version, order=desk.order(), move=f"{way}:{desk.items[name].uid}"
    )

    assert answer.status_code == 303
    assert desk.names() == names


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("1", ["talk", "hymn", "silence", "questions", "photo"]),
        ("4", ["hymn", "silence", "questions", "talk", "photo"]),
        ("3", ["hymn", "silence", "talk", "questions", "photo"]),
        ("99", ["hymn", "silence", "talk", "questions", "photo"]),
        ("x", ["hymn", "silence", "talk", "questions", "photo"]),
        ("", ["hymn", "silence", "talk", "questions", "photo"]),
    ],
)
def test_item_goes_to_the_place_named(desk, place, names):
    desk.swap("agenda/order/", version=desk.version, place=place, moved=str(desk.items["talk"].uid))

    assert desk.names() == names


@pytest.mark.parametrize(("move", "part"), [("down:questions", "photo"), ("up:photo", "questions")])
def test_buttons_move_over_the_border_of_a_part(desk, move, part):
    way, name = move.split(":")

    desk.post("agenda/order/", version=desk.version, order=desk.order(), move=f"{way}:{desk.items[name].uid}")

    assert desk.item(name).part == desk.item(part).part


def test_order_made_on_an_old_list_is_refused_and_the_present_one_shown(desk):
    order, version = desk.order(), desk.version
    with every_mission():
        operations.add_item(desk.event, Kind.VIDEO, part=desk.items["talk"].part, by=desk.member.user)

    answer = desk.swap("agenda/order/", version=version, order=order)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody else changed the agenda" in page
    assert "Your last step was not taken" in page


@pytest.mark.parametrize("order", [[], ["nonsense"], ["part:x", "item:y"], ["item:y"]])
def test_order_that_is_none_is_refused(desk, order):
    before = desk.names()

    answer = desk.swap("agenda/order/", version=desk.version, order=order)

    assert answer.status_code == 409
    assert desk.names() == before


def test_undo_sends_the_order_as_it_was(desk):
    before = desk.order()

    page = desk.swap(
        "agenda/order/", version=desk.version, order=before, move=f"up:{desk.items['talk'].uid}"
    ).content.decode()
    undo = page[page.index('class="undo-bar"') : page.index('id="undo-button"')]

    assert [part.split('"')[0] for part in undo.split('name="order" value="')[1:]] == before
    desk.swap("agenda/order/", version=desk.version, order=before)
    assert desk.order() == before
