"""An open matter that an officer answers counts as open no more, as long as it is the same matter."""

from datetime import date, time, timedelta

import pytest

from events.models import Place, SettledMatter
from events.operations.agenda import change_item
from events.operations.copying import copy_event
from events.operations.deeds import NotAllowedError
from events.operations.planning import change_event
from events.operations.settling import NotOpenError, ask_again, settle
from events.programme.choices import Settlement
from events.programme.completeness import missing
from events.programme.settling import answerable, unsettled
from events.snapshot import take_snapshot
from tests.factories import make_event, make_member
from tests.operations.planned import NOW

pytestmark = pytest.mark.django_db


def key_of(desk, words):
    return next(each.key for each in answerable(take_snapshot(desk.event)).values() if words in each.words)


def answers():
    return [(row.words, row.answer, row.because) for row in SettledMatter.objects.all()]


def test_answer_is_kept_with_who_when_and_why_and_changes_no_version(desk):
    before = desk.version

    row = settle(desk.event, key_of(desk, "where"), by=desk.officer, now=NOW, because="The source is silent.")

    assert (row.answer, row.by, row.at) == (Settlement.NOT_STATED, desk.officer, NOW)
    assert answers() == [
        ("It is not said where the event is held.", "not-stated", "The source is silent."),
    ]
    assert desk.version == before
    assert row.history.get().deed == "settle"


def test_second_answer_takes_the_place_of_the_first(desk):
    key = key_of(desk, "where")
    settle(desk.event, key, by=desk.officer, now=NOW)

    settle(desk.event, key, by=desk.head, now=NOW, because="Still unknown")

    assert [(row.by, row.because) for row in SettledMatter.objects.all()] == [(desk.head, "Still unknown")]


def test_what_is_asked_again_is_open_again_and_the_history_keeps_both(desk):
    key = key_of(desk, "where")
    settle(desk.event, key, by=desk.officer, now=NOW)

    ask_again(desk.event, key, by=desk.head)

    assert answers() == []
    copies = SettledMatter.history.order_by("history_id")
    assert [(copy.history_type, copy.history_user) for copy in copies] == [
        ("+", desk.officer),
        ("-", desk.head),
    ]


@pytest.mark.parametrize("words", ["holds the event", "The day is not set", "nothing like it"])
def test_what_has_to_be_filled_in_takes_no_answer(desk, words):
    found = [each.key for each in missing(take_snapshot(desk.event)) if words in each.words]

    with pytest.raises(NotOpenError):
        settle(desk.event, (found or ["no-such-key"])[0], by=desk.officer, now=NOW)

    assert answers() == []


def test_answer_to_what_was_filled_in_goes_with_the_next_one(desk):
    settle(desk.event, key_of(desk, "where"), by=desk.officer, now=NOW)
    place = Place.objects.create(mission=desk.mission, name={"en": "Hall"}, zone="Asia/Karachi")
    change_event(desk.event, desk.version, by=desk.officer, place=place)

    settle(desk.event, key_of(desk, "room"), by=desk.officer, now=NOW)

    assert [words for words, _answer, _why in answers()] == ["The room is not said."]


def test_gap_that_is_left_free_is_told_again_once_it_has_another_length(desk):
    fixed = {"start": "fixed", "start_at": time(10, 30)}
    change_item(desk.remarks, 1, by=desk.officer, **fixed)
    settle(desk.event, key_of(desk, "free between"), by=desk.officer, now=NOW, because="Tea is served")
    keys = {row.key for row in SettledMatter.objects.all()}

    def kinds():
        return [each.kind.value for each in unsettled(take_snapshot(desk.event), keys)]

    assert "gap" not in kinds()
    change_item(desk.anthem, 1, by=desk.officer, duration=timedelta(minutes=4))
    assert "gap" in kinds()


def test_copy_of_an_event_has_no_answers(desk):
    settle(desk.event, key_of(desk, "where"), by=desk.officer, now=NOW)

    copy = copy_event(desk.event, date(2024, 1, 20), by=desk.officer)

    assert list(SettledMatter.objects.filter(event=copy)) == []


def test_answers_hold_for_what_is_held_within_and_around(desk):
    child = make_event(desk.mission, slug="opening", parent=desk.event, on=desk.event.on)
    other = make_event(desk.mission, slug="other")
    settle(child, f"place:{child.uid}", by=desk.officer, now=NOW)

    def told(event):
        return [row.event for row in SettledMatter.objects.told_with(event)]

    assert (told(desk.event), told(child), told(other)) == ([child], [child], [])
    assert SettledMatter.objects.by_event([desk.event, other]) == {
        desk.event.pk: {f"place:{child.uid}"},
        other.pk: set(),
    }
    ask_again(desk.event, f"place:{child.uid}", by=desk.officer)
    assert told(child) == []


def test_viewer_answers_nothing(desk):
    viewer = make_member(desk.mission, "viewer", "viewer").user

    with pytest.raises(NotAllowedError):
        settle(desk.event, key_of(desk, "where"), by=viewer, now=NOW)
