from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from events.models import Event, Item, Release, ReleaseIsImmutableError
from events.operations.release import HeldWithinError, NothingToReleaseError, release
from events.snapshot import take_snapshot
from tests.factories import make_event, make_item, make_mission, make_part

pytestmark = pytest.mark.django_db
MONDAY = datetime(2023, 1, 16, 9, 30, 15, 999_999, tzinfo=UTC)


@pytest.fixture
def event():
    event = make_event(make_mission())
    part = make_part(event)
    make_item(part, kind="anthem", minutes=3)
    make_item(part, kind="silence", minutes=1)
    make_item(part, kind="video", minutes=8, title={"en": "Video"})
    return event


def release_again(event, hours=1, **changes):
    Event.objects.filter(pk=event.pk).update(**changes)
    return release(event, name="Again", released_at=MONDAY + timedelta(hours=hours))


def test_first_release_is_number_1_and_keeps_the_programme(event):
    kept = release(event, name="First programme", released_at=MONDAY)

    mark = Release.objects.get(pk=kept.pk).programme.release
    assert (mark.number, mark.name, mark.sequence, mark.changes) == (1, "First programme", 0, ())
    assert mark.released_at == mark.first_released_at == datetime(2023, 1, 16, 9, 30, 15, tzinfo=UTC)
    assert replace(kept.programme, release=None) == take_snapshot(event)


def test_later_release_counts_on_and_says_what_changed(event):
    first = release(event, name="First programme", released_at=MONDAY)
    Item.objects.filter(kind="anthem").update(duration=timedelta(minutes=6))

    mark = release_again(event).programme.release

    assert (mark.number, mark.sequence, mark.first_released_at) == (2, 1, first.released_at)
    assert [change.wording("en").text for change in mark.changes] == [
        "Minute of silence begins at 10:06. It was 10:03.",
        "Video begins at 10:07. It was 10:04.",
    ]


def test_nothing_changed_is_no_release(event):
    release(event, name="First programme", released_at=MONDAY)

    with pytest.raises(NothingToReleaseError, match="Nothing differs from release 1"):
        release_again(event)
    assert Release.objects.count() == 1


def test_cancelling_is_a_release_that_remembers_when(event):
    release(event, name="First programme", released_at=MONDAY)

    cancelled = release_again(event, status="cancelled").programme.release
    later = release_again(event, hours=2, title={"en": "A seminar, not held"}).programme.release

    assert cancelled.cancelled_at == later.cancelled_at == cancelled.released_at


def test_event_within_another_is_released_with_it(event):
    ceremony = make_event(event.mission, slug="ceremony", parent=event)

    kept = release(event, name="First programme", released_at=MONDAY)

    assert [child.slug for child in kept.programme.children] == ["ceremony"]
    with pytest.raises(HeldWithinError):
        release(ceremony, name="Alone", released_at=MONDAY)


def test_release_cannot_be_changed_or_deleted(event):
    kept = release(event, name="First programme", released_at=MONDAY)

    for forbidden in (kept.save, kept.delete, Release.objects.all().delete):
        with pytest.raises(ReleaseIsImmutableError):
            forbidden()
    with pytest.raises(ReleaseIsImmutableError):
        Release.objects.update(name="Other")


@pytest.mark.parametrize("column", ["name", "document", "code", "number"])
def test_database_itself_refuses_to_change_a_release(event, column):
    release(event, name="First programme", released_at=MONDAY)
    value = {"number": "7", "document": "'{}'"}.get(column, "'other'")

    with (
        pytest.raises((IntegrityError, DatabaseError), match="immutable"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE events_release SET {column} = {value}")  # noqa: S608


def test_draft_and_withdrawn_event_are_not_published(event):
    assert list(Release.published.all()) == []
    kept = release(event, name="First programme", released_at=MONDAY)
    assert list(Release.published.all()) == [kept]

    Event.objects.filter(pk=event.pk).update(withdrawn_at=MONDAY)

    assert list(Release.published.all()) == []


def test_current_is_the_latest_of_each_event(event):
    release(event, name="First programme", released_at=MONDAY)
    second = release_again(event, title={"en": "Another title"})
    other = make_event(event.mission, slug="other")
    make_item(make_part(other, starts_at=time(15)))
    only = release(other, name="First programme", released_at=MONDAY)

    assert set(Release.published.current()) == {second, only}


def test_changes_made_after_a_release_do_not_reach_it(event):
    kept = release(event, name="First programme", released_at=MONDAY)
    Event.objects.filter(pk=event.pk).update(title={"en": "UNRELEASED"})
    Item.objects.all().delete()

    read = Release.published.get(pk=kept.pk).programme

    assert (read.title.wording("en").text, len(list(read.items))) == ("A seminar", 3)
