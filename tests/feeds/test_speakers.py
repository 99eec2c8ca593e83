"""A speaker's calendar after two entries of the register became one."""

from events.operations.merging import merge
from events.operations.preparation import propose_tasks
from events.operations.release import release
from events.scoping import every_mission
from tests.factories import make_contribution, make_item, make_person
from tests.feeds.conftest import NOW

WELCOME = "Words of welcome (Seminar)"


def test_calendar_of_a_double_goes_over_to_the_entry_with_what_is_released(slots, officer, event):
    with every_mission():
        person = make_person(officer.mission, name={"en": "A speaker"})
        double = make_person(officer.mission, name={"en": "A. Speaker"})
        make_contribution(event.parts.get().items.get(), person=double)
        release(event, name="Final", released_at=NOW)
    doubles, persons = slots(double), slots(person)
    before = doubles.read(), persons.read()
    with every_mission():
        merge(person, double, by=officer.user, source="An invitation")

    assert [list(read) for read in before] == [[WELCOME], []]
    assert list(doubles.read()) == list(persons.read()) == [WELCOME]


def test_calendar_after_merging_follows_the_next_release(slots, officer, event):
    with every_mission():
        person = make_person(officer.mission, name={"en": "A speaker"})
        double = make_person(officer.mission, name={"en": "A. Speaker"})
        make_contribution(event.parts.get().items.get(), person=double)
        release(event, name="Final", released_at=NOW)
    doubles = slots(double)
    with every_mission():
        merge(person, double, by=officer.user, source="An invitation")
        make_contribution(make_item(event.parts.get(), title={"en": "Closing words"}), person=person)
        event.refresh_from_db()
        release(event, name="Second", released_at=NOW)

    assert list(doubles.read()) == [WELCOME, "Closing words (Seminar)"]


def test_preparation_is_not_there(slots, officer, event):
    with every_mission():
        propose_tasks(event, by=officer.user)
        speaker = make_person(officer.mission)
        make_contribution(event.parts.get().items.get(), person=speaker)
        release(event, name="Final", released_at=NOW)

    assert list(slots(speaker).read()) == [WELCOME]
