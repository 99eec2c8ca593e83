"""A part: taken out with what is in it, brought back, and moved as a whole."""

import re

import pytest

from events.models import Part
from events.operations import agenda as operations
from events.programme.choices import Kind
from events.scoping import every_mission
from tests.factories import make_event, make_part
from tests.views.builder import make_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return make_desk()


def part_of(desk, name):
    return str(desk.items[name].part.uid)


def headings(desk):
    with every_mission():
        return [part.heading.data["en"] for part in desk.event.parts.all()]


def button_of(page, uid):
    """The words on the button that takes the part out."""
    form = page[page.index(f"agenda/parts/{uid}/remove/") :]
    return re.sub(r"<[^>]+>", "", form[form.index("<button") : form.index("</button>")]).strip()


def test_button_says_how_many_items_go_along(desk):
    with every_mission():
        empty = operations.add_part(desk.event, by=desk.member.user, heading={"en": "Reception"})
    page = desk.get("agenda/").content.decode()

    assert button_of(page, part_of(desk, "talk")) == "Remove the part and its 4 items"
    assert button_of(page, part_of(desk, "photo")) == "Remove the part and its item"
    assert button_of(page, empty.uid) == "Remove the part"


def test_part_goes_with_its_items_and_one_action_brings_all_back(desk):
    uid = part_of(desk, "talk")

    page = desk.swap(f"agenda/parts/{uid}/remove/", version=desk.version).content.decode()

    assert "The part “Programme” was removed, with its 4 items." in page
    assert (headings(desk), desk.names()) == (["After"], ["photo"])
    undo = re.search(r'class="undo-bar" method="post" action="([^"]+)"', page)[1]
    assert f"agenda/parts/{uid}/restore/" in undo

    page = desk.swap(f"agenda/parts/{uid}/restore/").content.decode()

    assert "The part is back where it was." in page
    assert headings(desk) == ["Programme", "After"]
    assert desk.names() == ["hymn", "silence", "talk", "questions", "photo"]


def test_item_that_was_taken_out_before_stays_out_when_the_part_comes_back(desk):
    uid = part_of(desk, "talk")
    desk.swap(f"agenda/items/{desk.items['hymn'].uid}/remove/")
    desk.swap(f"agenda/parts/{uid}/remove/", version=desk.version)

    desk.swap(f"agenda/parts/{uid}/restore/")

    assert desk.names() == ["silence", "talk", "questions", "photo"]


def test_part_of_an_agenda_that_has_changed_since_is_not_taken_out(desk):
    version = desk.version
    with every_mission():
        operations.add_item(desk.event, Kind.VIDEO, part=desk.items["photo"].part, by=desk.member.user)

    answer = desk.swap(f"agenda/parts/{part_of(desk, 'photo')}/remove/", version=version)

    assert answer.status_code == 409
    assert "Somebody else changed the agenda" in answer.content.decode()
    assert headings(desk) == ["Programme", "After"]


def test_plain_form_takes_the_part_out_and_offers_the_way_back(desk):
    answer = desk.post(f"agenda/parts/{part_of(desk, 'photo')}/remove/", version=desk.version)

    assert answer.status_code == 303
    assert "The part “After” was removed, with its item." in desk.get("agenda/").content.decode()


def test_part_of_another_event_is_not_found(desk):
    with every_mission():
        other = make_part(make_event(desk.event.mission, slug="other"))

    for deed in ("remove", "restore"):
        answer = desk.swap(f"agenda/parts/{other.uid}/{deed}/", version=desk.version)
        assert answer.status_code == 404


@pytest.mark.parametrize(
    ("way", "name", "after"),
    [
        ("part-up", "photo", ["After", "Programme"]),
        ("part-down", "talk", ["After", "Programme"]),
        ("part-up", "talk", ["Programme", "After"]),
        ("part-down", "photo", ["Programme", "After"]),
    ],
)
def test_buttons_move_a_part_with_all_that_is_in_it(desk, way, name, after):
    desk.swap("agenda/order/", version=desk.version, order=desk.order(), move=f"{way}:{part_of(desk, name)}")

    assert headings(desk) == after
    with every_mission():
        assert [part.items.count() for part in Part.objects.all()] == [
            {"Programme": 4, "After": 1}[heading] for heading in after
        ]


def test_moved_part_is_told_and_can_be_undone(desk):
    before = desk.order()

    page = desk.swap(
        "agenda/order/", version=desk.version, order=before, move=f"part-up:{part_of(desk, 'photo')}"
    ).content.decode()

    assert "After, moved to 1 of 2" in page
    desk.swap("agenda/order/", version=desk.version, order=before)
    assert desk.order() == before
