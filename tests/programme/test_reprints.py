from dataclasses import replace
from datetime import timedelta

import pytest

from events.programme.choices import Status
from events.programme.people import Organisation, Party
from events.programme.reprints import reprints
from events.programme.text import Text
from events.programme.value import AudienceGroup, Host
from tests.exports.released import MARK, released
from tests.programmes import empty, exhibition, seminar

DOCUMENTS = ("a4", "door-sign", "place-cards", "lectern-cards", "reserved-signs", "badges", "run-sheet")


def stale(change, before=None):
    before = before or seminar()
    return reprints(before, change(before), DOCUMENTS)


def items_changed(change):
    """A change of each item of a programme."""

    def changed(programme):
        parts = (replace(part, items=tuple(change(item) for item in part.items)) for part in programme.parts)
        return replace(programme, parts=tuple(parts))

    return changed


def people_changed(change):
    def item_changed(item):
        contributions = (
            replace(each, who=Party(change(each.who.person))) if each.who.person else each
            for each in item.contributions
        )
        return replace(item, contributions=tuple(contributions))

    return items_changed(item_changed)


@pytest.mark.parametrize("programme", [seminar(), exhibition(), empty()])
def test_next_release_alone_makes_nothing_stale(programme):
    newer = replace(programme, release=replace(MARK, number=3, code="aaaaaaaa"))

    assert reprints(released(programme), newer, DOCUMENTS) == ()


def test_longer_item_is_on_the_programme_and_the_run_sheet_alone():
    def longer(item):
        return replace(item, duration=item.duration + timedelta(minutes=1))

    assert stale(items_changed(longer)) == ("a4", "run-sheet")


def test_staff_text_is_on_the_run_sheet_alone():
    told = items_changed(lambda item: replace(item, staff_text=Text.of({"en": "Flags"})))

    assert stale(told) == ("run-sheet",)


def test_another_name_is_on_all_that_names_people():
    renamed = people_changed(lambda person: replace(person, name=Text.of({"en": "Another Name"})))

    assert stale(renamed) == ("a4", "place-cards", "lectern-cards", "reserved-signs", "badges", "run-sheet")


def test_confirmed_spelling_is_on_no_paper():
    confirmed = people_changed(lambda person: replace(person, confirmed=not person.confirmed))

    assert stale(confirmed) == ()


def test_another_order_of_speaking_leaves_the_cards_as_they_are():
    def turned(programme):
        parts = (replace(part, items=part.items[::-1]) for part in programme.parts)
        return replace(programme, parts=tuple(parts))

    assert stale(turned) == ("a4", "run-sheet")


def test_another_place_is_on_the_door_sign_too():
    moved = stale(
        lambda programme: replace(
            programme, place=replace(programme.place, room=Text.of({"en": "Great hall"}))
        )
    )

    assert moved == ("a4", "door-sign", "run-sheet")


def test_another_host_has_a_seat():
    host = Host(Organisation("new", Text.of({"en": "A partner"})))

    assert stale(lambda programme: replace(programme, hosts=(*programme.hosts, host))) == (
        "a4",
        "door-sign",
        "reserved-signs",
        "run-sheet",
    )


def test_another_group_of_guests_has_seats():
    group = AudienceGroup(Text.of({"en": "Veterans"}))
    found = stale(lambda programme: replace(programme, audience_groups=(*programme.audience_groups, group)))

    assert "reserved-signs" in found
    assert "place-cards" not in found


def test_cancelled_event_makes_the_programme_stale_but_one_that_was_held_does_not():
    assert stale(lambda programme: replace(programme, status=Status.CANCELLED)) == (
        "a4",
        "door-sign",
        "run-sheet",
    )
    assert (
        stale(
            lambda programme: replace(programme, status=Status.HELD),
            replace(seminar(), status=Status.CONFIRMED),
        )
        == ()
    )


def test_opening_hours_are_on_the_door_sign():
    shorter = stale(lambda programme: replace(programme, days=programme.days[:-1]), exhibition())

    assert shorter == ("a4", "door-sign", "run-sheet")


def test_correction_slip_is_never_stale():
    assert reprints(seminar(), exhibition(), ("correction-slip",)) == ()
