"""Tasks of an event: proposed, done, moved with it, copied undone."""

from datetime import date

import pytest

from events.models import Task
from events.operations.copying import copy_event
from events.operations.deeds import NotAllowedError
from events.operations.planning import ShortForm, change_event, new_event
from events.operations.preparation import (
    add_task,
    change_task,
    finish_task,
    propose_tasks,
    remove_task,
    reopen_task,
)
from events.operations.stale import StaleError
from events.programme.choices import EventKind
from events.programme.text import Text
from events.snapshot import take_snapshot
from tests.factories import make_member, make_mission
from tests.operations.planned import NOW

pytestmark = pytest.mark.django_db


def task_of(desk, rule="note-verbale"):
    return Task.objects.get(event=desk.event, rule=rule)


def test_new_event_begins_with_the_usual_tasks_of_its_kind_and_what_is_within_it_has_none(desk):
    form = ShortForm(EventKind.EXHIBITION, Text.of({"en": "Photographs"}), on=date(2023, 1, 20))

    event = new_event(desk.mission, form, by=desk.officer)

    due = {task.rule: task.due for task in event.tasks.all()}
    assert due["note-verbale"] == date(2022, 12, 21)
    assert due["works"] == date(2023, 1, 6)
    assert not Task.objects.filter(event__parent=event).exists()


def test_usual_tasks_are_added_once_and_change_neither_version_nor_programme(desk):
    before, programme = desk.version, take_snapshot(desk.event)

    added = propose_tasks(desk.event, by=desk.officer)

    assert len(added) == 6
    assert propose_tasks(desk.event, by=desk.officer) == []
    assert (desk.version, take_snapshot(desk.event)) == (before, programme)
    assert added[0].history.get().deed == "propose_tasks"


def test_task_is_done_by_whom_said_so_first_and_can_be_opened_again(desk):
    propose_tasks(desk.event, by=desk.officer)
    finish_task(task_of(desk), by=desk.officer, now=NOW)
    finish_task(task_of(desk), by=desk.head, now=NOW)
    done = task_of(desk)
    assert (done.done_at, done.done_by, done.version) == (NOW, desk.officer, 2)

    reopen_task(done, by=desk.head)

    again = task_of(desk)
    assert (again.done_at, again.done_by, again.version) == (None, None, 3)


def test_tasks_go_with_the_event_to_another_day(desk):
    propose_tasks(desk.event, by=desk.officer)
    own = add_task(desk.event, "Call the caterer", on=date(2023, 1, 10), by=desk.officer)

    change_event(desk.event, desk.version, on=date(2023, 1, 27), by=desk.officer)

    assert task_of(desk).due == date(2022, 12, 28)
    own.refresh_from_db()
    assert own.due == date(2023, 1, 17)


def test_copy_has_the_same_tasks_undone_on_their_new_days(desk):
    propose_tasks(desk.event, by=desk.officer)
    finish_task(task_of(desk), by=desk.officer, now=NOW)
    add_task(desk.event, "Call the caterer", on=date(2023, 1, 10), by=desk.officer)

    copy = copy_event(desk.event, date(2024, 1, 20), by=desk.officer)

    tasks = {str(task): (task.due, task.done_at) for task in copy.tasks.all()}
    assert tasks["Note verbale to the foreign ministry"] == (date(2023, 12, 21), None)
    assert tasks["Call the caterer"] == (date(2024, 1, 10), None)
    assert len(tasks) == desk.event.tasks.count() == 7


def test_changed_task_refuses_a_change_made_on_what_it_was_before(desk):
    task = add_task(desk.event, "Call the caterer", days=-7, by=desk.officer)
    change_task(task, 1, what="Call the hotel", by=desk.officer)

    with pytest.raises(StaleError) as refused:
        change_task(task, 1, what="Call the school", by=desk.head)

    assert refused.value.kept.what == "Call the hotel"
    with pytest.raises(StaleError):
        remove_task(task, 1, by=desk.head)
    remove_task(task, 2, by=desk.head)
    assert not Task.objects.filter(pk=task.pk).exists()


def test_task_of_an_event_whose_day_is_open_has_no_day(desk):
    propose_tasks(desk.event, by=desk.officer)
    change_event(desk.event, desk.version, status="postponed", by=desk.officer)

    assert task_of(desk).due is None


def test_viewer_and_stranger_may_do_none_of_it(desk):
    viewer = make_member(desk.mission, "viewer", "viewer").user
    stranger = make_member(make_mission("migration-service")).user

    with pytest.raises(NotAllowedError):
        propose_tasks(desk.event, by=viewer)
    with pytest.raises(NotAllowedError):
        add_task(desk.event, "Nothing", days=0, by=stranger)
