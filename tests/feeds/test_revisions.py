"""Each entry of a member's calendar that says something else is a later revision, whatever changed it."""

from datetime import timedelta

import pytest

from events.operations.release import release
from events.scoping import every_mission
from tests.factories import make_contribution, make_item, make_person
from tests.feeds.conftest import NOW

HOUR = timedelta(hours=1)
WELCOME, OTHER = "Draft: Words of welcome (Seminar)", "Draft: Another item (Seminar)"


@pytest.fixture
def person(officer, event):
    with every_mission():
        person = make_person(officer.mission, name={"en": "A. Speeker"})
        make_contribution(event.parts.get().items.get(), person=person)
        make_item(event.parts.get(), title={"en": "Another item"})
        return person


def revision(entry):
    return entry["SEQUENCE"], entry["LAST-MODIFIED"].dt, entry["DTSTAMP"].dt, entry["CREATED"].dt


def test_corrected_register_revises_the_entries_that_name_it_and_no_other(own, person, clock):
    before = own.read()
    clock.move_to(NOW + HOUR, tick=False)
    with every_mission():
        person.name = {"en": "A. Speaker"}
        person.save()
    after = own.read()

    assert "A. Speaker" in after[WELCOME]["DESCRIPTION"]
    assert revision(before[WELCOME]) == (0, NOW, NOW, NOW)
    assert revision(after[WELCOME]) == (1, NOW + HOUR, NOW + HOUR, NOW)
    assert revision(after[OTHER]) == (0, NOW, NOW, NOW)


def test_two_changes_within_a_second_are_two_moments(own, person):
    own.read()
    for name in ("First", "Second"):
        with every_mission():
            person.name = {"en": name}
            person.save()
        latest = own.read()[WELCOME]

    assert latest["SEQUENCE"] == 2
    assert latest["LAST-MODIFIED"].dt == NOW + timedelta(seconds=2)


def test_release_of_what_was_a_draft_is_a_later_revision(own, event, person, clock):
    own.read()
    clock.move_to(NOW + HOUR, tick=False)
    with every_mission():
        release(event, name="Final", released_at=NOW + HOUR)
    entry = own.read()["Words of welcome (Seminar)"]

    assert (entry["STATUS"], entry["SEQUENCE"], entry["LAST-MODIFIED"].dt) == ("CONFIRMED", 1, NOW + HOUR)


def test_calendar_that_is_made_anew_without_a_change_has_the_same_octets(own, person, clock, officer):
    before = own.client.get(own.address).content
    clock.move_to(NOW + HOUR, tick=False)
    officer.mission.save()

    assert own.client.get(own.address).content == before
