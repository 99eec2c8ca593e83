"""What an event lacks in one of its languages, or has there older than in the original."""

import pytest
from django.utils import timezone

from events.models import Event, Item, Person
from events.operations.import_programme import import_programme
from events.operations.parity import Gap, answers_to, ask_translation_again, call_still_right, gaps
from events.operations.settling import NotOpenError
from events.scoping import every_mission
from tests.factories import make_event, make_item, make_member, make_mission, make_part, make_person
from tests.programmes import seminar

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    with every_mission():
        yield make_event(
            make_mission(languages=["en", "az"]),
            languages=["en", "az"],
            title={"en": "Evening", "az": "Axşam"},
        )


def told(event):
    return [(type(gap.row).__name__, gap.field, gap.language, gap.since is not None) for gap in gaps(event)]


def saved(row, **texts):
    for name, versions in texts.items():
        setattr(row, name, versions)
    row.save()


def test_event_with_every_text_in_every_language_is_level(event):
    assert gaps(event) == []


def test_text_that_is_there_in_another_language_is_missing_and_one_in_none_is_not(event):
    saved(event, theme={"az": "Mövzu"})

    assert gaps(event) == [Gap(event, "theme", "en", "az")]
    assert gaps(event)[0].text == "Mövzu"


def test_text_is_older_while_its_original_alone_has_changed(event):
    saved(event, title={"en": "Evening of memory", "az": "Axşam"})
    assert told(event) == [("Event", "title", "az", True)]

    saved(event, title={"en": "Evening of memory", "az": "Xatirə axşamı"})

    assert told(event) == []


def test_text_that_is_called_still_right_is_asked_for_when_its_original_changes_again(event):
    officer = make_member(event.mission, role="officer").user
    saved(event, title={"en": "Evening of memory", "az": "Axşam"})
    (gap,) = gaps(event)

    kept = call_still_right(event, gap.key, gap.since.isoformat(), by=officer, now=timezone.now())
    assert answers_to(event, gaps(event)) == {gap.key: kept}
    assert (kept.by, kept.text) == (officer, "Axşam")

    saved(event, title={"en": "Evening of remembrance", "az": "Axşam"})
    assert answers_to(event, gaps(event)) == {}
    with pytest.raises(NotOpenError):
        call_still_right(event, gap.key, gap.since.isoformat(), by=officer, now=timezone.now())

    (gap,) = gaps(event)
    call_still_right(event, gap.key, gap.since.isoformat(), by=officer, now=timezone.now())
    assert list(answers_to(event, gaps(event))) == [gap.key]
    ask_translation_again(event, gap.key, by=officer)
    assert answers_to(event, gaps(event)) == {}


def test_what_is_missing_cannot_be_called_still_right(event):
    officer = make_member(event.mission, role="officer").user
    saved(event, theme={"az": "Mövzu"})
    (gap,) = gaps(event)

    with pytest.raises(NotOpenError):
        call_still_right(event, gap.key, "", by=officer, now=timezone.now())


def test_name_called_still_right_at_one_event_holds_for_the_others_of_the_mission(event):
    officer = make_member(event.mission, role="officer").user
    speaker = make_person(event.mission, name={"en": "A. Speaker", "az": "A. Natiq"})
    other = make_event(event.mission, "other", languages=["en", "az"], title={"en": "Other", "az": "Başqa"})
    for each in (event, other):
        make_item(make_part(each), title={"en": "Welcome", "az": "Salam"}).contributions.create(
            person=speaker
        )
    saved(speaker, name={"en": "Ann Speaker", "az": "A. Natiq"})
    gap = next(gap for gap in gaps(event) if gap.row == speaker)

    call_still_right(event, gap.key, gap.since.isoformat(), by=officer, now=timezone.now())

    assert list(answers_to(other, gaps(other))) == [gap.key]


def test_translation_that_changes_alone_makes_its_original_no_older(event):
    saved(event, title={"en": "Evening", "az": "Xatirə axşamı"})

    assert told(event) == []


def test_both_changed_at_once_are_level(event):
    saved(event, title={"en": "Evening of memory", "az": "Xatirə axşamı"})

    assert told(event) == []


def test_items_are_asked_for_unless_staff_alone_see_them_and_a_kinds_own_title_is_there(event):
    part = make_part(event)
    make_item(part, title={})
    make_item(part, title={"en": "Set-up"}, audience="staff")
    make_item(part, title={"en": "Address"}, staff_text={"en": "Lectern"})

    assert [gap for gap in told(event) if gap[0] == "Item"] == [("Item", "title", "az", False)]


def test_names_that_the_event_prints_are_asked_for_and_others_of_the_register_are_not(event):
    make_person(event.mission, name={"en": "Nobody Here"})
    speaker = make_person(event.mission, name={"en": "A. Speaker"})
    make_item(make_part(event), title={}).contributions.create(person=speaker)

    named = [gap.row for gap in gaps(event) if isinstance(gap.row, Person)]

    assert named == [speaker]


def test_number_of_queries_is_the_same_for_one_item_and_for_thirty(event, django_assert_num_queries):
    part = make_part(event)
    make_item(part, title={"en": "One"})
    with every_mission(), django_assert_num_queries(14):
        gaps(Event.objects.get(pk=event.pk))
    for order in range(1, 30):
        make_item(part, title={"en": f"Item {order}"})

    with every_mission(), django_assert_num_queries(14):
        gaps(Event.objects.get(pk=event.pk))


def test_canonical_seminar_names_what_it_lacks():
    with every_mission():
        make_mission(languages=["en", "az", "ur", "ru"])
        event = import_programme(seminar()).event

        found = gaps(event)

    assert {gap.since for gap in found} == {None}
    assert not [gap for gap in found if isinstance(gap.row, Event | Item)]
