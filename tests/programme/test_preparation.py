"""What is to be done before an event, and how it stands on a day."""

from datetime import date

import pytest

from events.programme.choices import EventKind
from events.programme.languages import LANGUAGES
from events.programme.preparation import DUTIES, State, due_day, duties_for, state_of

DAY = date(2023, 1, 20)


def test_every_kind_begins_with_note_verbale_invitations_replies_and_print_on_their_days():
    for kind in EventKind:
        days = {duty.key: duty.days for duty in duties_for(kind)}

        assert {key: days[key] for key in ("note-verbale", "invitations", "replies", "print")} == {
            "note-verbale": -30,
            "invitations": -14,
            "replies": -7,
            "print": -1,
        }
        assert list(days.values()) == sorted(days.values())


def test_kind_brings_tasks_of_its_own():
    assert "wreaths" in {duty.key for duty in duties_for(EventKind.WREATH_LAYING)}
    assert "wreaths" not in {duty.key for duty in duties_for(EventKind.SEMINAR)}


@pytest.mark.parametrize("duty", DUTIES.values(), ids=DUTIES)
def test_duty_has_words_and_the_source_of_its_rule_in_every_language(duty):
    assert set(duty.words.languages) == set(duty.source.languages) == set(LANGUAGES)


def test_day_is_counted_from_that_of_the_event_unless_the_task_has_its_own():
    assert due_day(DAY, -30) == date(2022, 12, 21)
    assert due_day(DAY, None, date(2023, 1, 2)) == date(2023, 1, 2)
    assert due_day(None, -30) is None
    assert due_day(date.min, -30) is None


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2023, 1, 12), State.OPEN),
        (date(2023, 1, 13), State.SOON),
        (DAY, State.SOON),
        (date(2023, 1, 21), State.OVERDUE),
    ],
)
def test_task_is_soon_a_week_before_and_overdue_the_day_after(today, state):
    assert state_of(DAY, False, today) is state


def test_done_task_is_never_overdue_and_one_without_a_day_waits():
    assert state_of(DAY, True, date(2023, 2, 1)) is State.DONE
    assert state_of(None, False, DAY) is State.UNDATED
