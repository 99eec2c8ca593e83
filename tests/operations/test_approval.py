from datetime import timedelta

import pytest

from events.models import Event, Release
from events.operations.agenda import StaleError, change_item
from events.operations.approval import (
    FourEyesError,
    NoteIsMissingError,
    NotReleasedError,
    NotSubmittedError,
    approve_and_release,
    cancel,
    may_release,
    postpone,
    publish_again,
    send_back,
    submit,
    withdraw,
)
from events.operations.deeds import NotAllowedError
from events.operations.planning import change_event
from events.operations.release import HeldWithinError, NothingToReleaseError
from tests.factories import make_event, make_item, make_member, make_part
from tests.operations.planned import NOW, make_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def careful():
    return make_desk(four_eyes=True)


def approve(desk, version=None, by=None, name="First programme"):
    version = desk.version if version is None else version
    return approve_and_release(desk.event, version, name=name, by=by or desk.head, now=NOW)


def lengthen(desk, minutes, by):
    item = type(desk.anthem).objects.get(pk=desk.anthem.pk)
    return change_item(item, item.version, duration=timedelta(minutes=minutes), by=by)


def test_officer_submits_and_head_releases_what_was_submitted(desk):
    submit(desk.event, 1, note="Ready", by=desk.officer, now=NOW)
    submission = Event.objects.get().submission
    assert (submission.state, submission.by, submission.at, submission.note, submission.version) == (
        "submitted",
        desk.officer,
        NOW,
        "Ready",
        1,
    )

    kept = approve(desk)

    assert (kept.number, kept.released_by, kept.event_version) == (1, desk.head, 1)
    assert Event.objects.get().submission.state == "none"
    assert Event.objects.get().version == kept.event_version


def test_head_sends_back_with_a_note(desk):
    submit(desk.event, 1, by=desk.officer, now=NOW)

    send_back(desk.event, note=" The silence is at 12:00 in Baku. ", by=desk.head, now=NOW)

    submission = Event.objects.get().submission
    assert (submission.state, submission.by) == ("sent-back", desk.head)
    assert submission.note == "The silence is at 12:00 in Baku."
    assert desk.version == 1


def test_sending_back_needs_a_submission_and_a_note(desk):
    with pytest.raises(NotSubmittedError):
        send_back(desk.event, note="No", by=desk.head, now=NOW)
    submit(desk.event, 1, by=desk.officer, now=NOW)
    with pytest.raises(NoteIsMissingError):
        send_back(desk.event, note=" ", by=desk.head, now=NOW)


def test_officer_does_not_release(desk):
    with pytest.raises(NotAllowedError, match="Head"):
        approve(desk, by=desk.officer)
    assert not Release.objects.exists()


def test_head_releases_only_what_they_have_seen(desk):
    lengthen(desk, 4, desk.officer)

    with pytest.raises(StaleError) as refused:
        approve(desk, version=1)

    assert refused.value.fields == ["items"]
    assert not Release.objects.exists()


def test_change_after_the_release_is_told(desk):
    approve(desk)
    lengthen(desk, 4, desk.officer)

    assert desk.version > Release.objects.get().event_version
    with pytest.raises(StaleError):
        approve(desk, version=1)


def test_nothing_new_is_no_release(desk):
    approve(desk)

    with pytest.raises(NothingToReleaseError):
        approve(desk)


def test_event_within_another_is_submitted_and_released_with_that(desk):
    within = make_event(desk.mission, slug="ceremony", parent=desk.event)
    make_item(make_part(within))

    with pytest.raises(HeldWithinError):
        submit(within, 1, by=desk.officer, now=NOW)
    with pytest.raises(HeldWithinError):
        approve_and_release(within, 1, name="First programme", by=desk.head, now=NOW)


def test_four_eyes_refuse_the_one_who_changed_last(careful):
    lengthen(careful, 4, careful.head)

    assert not may_release(Event.objects.get(), careful.head)
    with pytest.raises(FourEyesError, match="alone"):
        approve(careful)


def test_four_eyes_refuse_the_one_who_submitted(careful):
    lengthen(careful, 4, careful.officer)
    submit(careful.event, careful.version, by=careful.head, now=NOW)

    with pytest.raises(FourEyesError):
        approve(careful)


def test_four_eyes_let_another_head_release(careful):
    second = make_member(careful.mission, "head", "second").user
    lengthen(careful, 4, careful.head)
    submit(careful.event, careful.version, by=careful.head, now=NOW)

    assert approve(careful, by=second).released_by == second


def test_four_eyes_are_for_cancelling_too(careful):
    lengthen(careful, 4, careful.officer)
    approve(careful)

    with pytest.raises(FourEyesError):
        cancel(careful.event, careful.version, name="Cancelled", by=careful.head, now=NOW)
    assert Event.objects.get().status == "confirmed"

    change_event(careful.event, careful.version, status="cancelled", by=careful.officer)
    assert approve(careful, name="Cancelled").status == "cancelled"


@pytest.mark.parametrize(("act", "status"), [(cancel, "cancelled"), (postpone, "postponed")])
def test_cancelling_and_postponing_are_releases(desk, act, status):
    approve(desk)

    kept = act(desk.event, desk.version, name="To all guests", by=desk.head, now=NOW + timedelta(days=1))

    assert (kept.number, kept.status) == (2, status)
    assert Event.objects.get().status == status
    assert list(Release.published.current()) == [kept]
    assert Event.objects.get().version == kept.event_version


def test_what_was_never_released_is_not_cancelled_in_public(desk):
    with pytest.raises(NotReleasedError):
        cancel(desk.event, 1, name="Cancelled", by=desk.head, now=NOW)
    assert Event.objects.get().status == "confirmed"


def test_withdrawn_releases_leave_the_public_and_may_come_again(desk):
    kept = approve(desk)

    withdraw(desk.event, by=desk.head, now=NOW)
    assert list(Release.published.all()) == []

    publish_again(desk.event, by=desk.head)
    assert list(Release.published.all()) == [kept]
