"""Two officers at once: the second save meets the first, and both are shown."""

from datetime import timedelta

import pytest

from events.operations import agenda as operations
from events.scoping import every_mission
from tests.factories import make_member
from tests.views.builder import HTMX, editor, make_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    desk = make_desk()
    with every_mission():
        operations.change_item(
            desk.items["talk"],
            desk.items["talk"].version,
            by=desk.member.user,
            staff_text={"en": "Lectern microphone."},
        )
    return desk


@pytest.fixture
def begun(desk):
    """What the officer's editor held before the press officer saved."""
    return editor(desk, "talk")


@pytest.fixture
def changed(desk, begun):
    """The press officer saves while the officer writes."""
    with every_mission():
        other = make_member(desk.event.mission, name="press")
        item = desk.item("talk")
        operations.change_item(
            item,
            item.version,
            by=other.user,
            title={"en": "Address on the day"},
            duration=timedelta(minutes=8),
            staff_text={"en": "Lectern microphone. Photograph from the left aisle only."},
        )
    return item


def address(desk, rest=""):
    return f"agenda/items/{desk.items['talk'].uid}/{rest}"


def mine(begun, **changes):
    return {**begun, "title_en": "Address on relations", **changes}


def test_second_save_is_refused_and_both_versions_stand_side_by_side(desk, begun, changed):
    answer = desk.swap(address(desk), **mine(begun))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Two people changed the same item" in page
    for words in ("Address by the Ambassador", "the day", "relations"):
        assert words in page
    assert "press@azembassy-islamabad.example" in page
    assert answer["HX-Retarget"] == "#main"
    assert desk.item("talk").title.data == {"en": "Address on the day"}


def test_only_fields_that_differ_are_asked_for(desk, begun, changed):
    page = desk.swap(address(desk), **mine(begun)).content.decode()

    assert 'name="pick-title_en"' in page
    assert 'name="pick-staff_text_en"' in page
    assert 'name="pick-kind"' not in page
    assert 'name="pick-title_az"' not in page


def test_field_that_one_did_not_touch_is_proposed_as_the_other_kept_it(desk, begun, changed):
    page = desk.swap(address(desk), **mine(begun)).content.decode()

    assert 'name="pick-staff_text_en" value="theirs" checked' in page
    assert 'name="pick-title_en" value="yours" checked' in page
    assert "You did not change it" in page


def test_two_additions_can_both_be_kept(desk, begun, changed):
    page = desk.swap(
        address(desk), **mine(begun, staff_text_en="Lectern microphone. Place card 3.")
    ).content.decode()

    assert 'name="pick-staff_text_en" value="both" checked' in page
    desk.post(
        address(desk, "resolve/"),
        **{
            **mine(begun, staff_text_en="Lectern microphone. Place card 3."),
            "began": begun["version"],
            "version": desk.item("talk").version,
            "pick-title_en": "yours",
            "pick-staff_text_en": "both",
        },
    )
    assert desk.item("talk").staff_text.data == {
        "en": "Lectern microphone. Photograph from the left aisle only. Place card 3."
    }


def test_chosen_version_is_kept_and_what_was_not_asked_stays(desk, begun, changed):
    answer = desk.post(
        address(desk, "resolve/"),
        **{
            **mine(begun),
            "began": begun["version"],
            "version": desk.item("talk").version,
            "pick-title_en": "yours",
            "pick-staff_text_en": "theirs",
        },
    )

    item = desk.item("talk")
    assert answer.status_code == 303
    assert item.title.data == {"en": "Address on relations"}
    assert item.staff_text.data == {"en": "Lectern microphone. Photograph from the left aisle only."}
    assert item.duration == timedelta(minutes=8)


@pytest.mark.parametrize(("choice", "checked"), [("theirs", "theirs"), ("yours", "yours")])
def test_all_of_one_side_is_chosen_at_once_and_not_saved_yet(desk, begun, changed, choice, checked):
    answer = desk.post(
        address(desk, "resolve/"),
        **{
            **mine(begun),
            "began": begun["version"],
            "version": desk.item("talk").version,
            "pick-title_en": "theirs",
            "pick-staff_text_en": "yours",
            "all": choice,
        },
    )

    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'name="pick-title_en" value="{checked}" checked' in page
    assert f'name="pick-staff_text_en" value="{checked}" checked' in page
    assert desk.item("talk").title.data == {"en": "Address on the day"}


def test_third_change_in_the_meantime_is_met_as_well(desk, begun, changed):
    old = desk.item("talk")
    with every_mission():
        operations.change_item(old, old.version, by=desk.member.user, title={"en": "A third title"})

    answer = desk.post(
        address(desk, "resolve/"),
        **{**mine(begun), "began": begun["version"], "version": old.version, "pick-title_en": "yours"},
    )

    assert answer.status_code == 409
    assert "third" in answer.content.decode()
    assert desk.item("talk").title.data == {"en": "A third title"}


def test_length_alone_meets_another_length(desk, begun, changed):
    answer = desk.post(address(desk, "length/"), HTMX, length="12", version=begun["version"])

    page = answer.content.decode()
    assert answer.status_code == 409
    assert 'name="pick-length"' in page
    assert "08:00" in page
    assert "12:00" in page

    desk.post(
        address(desk, "resolve/"),
        length="12:00",
        began=begun["version"],
        version=desk.item("talk").version,
        **{"pick-length": "yours"},
    )
    assert desk.item("talk").duration == timedelta(minutes=12)
    assert desk.item("talk").title.data == {"en": "Address on the day"}
