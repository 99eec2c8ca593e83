"""Words that look wrong are put right by the deed that changes such a field, with its version and its history."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from events.models import AudienceGroup, Contribution, Event, Item, OpeningDay, Part, SettledMatter, Work
from events.models.fields import text_of
from events.operations.deeds import NotAllowedError
from events.operations.planning import change_event
from events.operations.settling import NotOpenError, settle
from events.operations.wording import put_right
from events.programme.lint import findings
from events.programme.text import Text
from events.snapshot import take_snapshot
from tests.factories import make_event, make_member
from tests.operations.planned import NOW

pytestmark = pytest.mark.django_db
SLIP = {"en": "H.E Farhadov", "az": "Səfir"}
RIGHT = Text.of({"en": "H.E. Farhadov", "az": "Səfir"})


def found(event):
    return findings(take_snapshot(event))


def put_all_right(desk):
    for each in found(desk.event):
        put_right(desk.event, each.key, by=desk.officer)


def test_field_of_the_event_is_put_right_with_version_and_history(desk):
    change_event(desk.event, desk.version, by=desk.officer, dedication={"en": "34 years ago"})
    before = desk.version

    said = put_right(desk.event, found(desk.event)[0].key, by=desk.head)

    assert said == "33 years"
    event = Event.objects.get(pk=desk.event.pk)
    assert text_of(event.dedication) == Text.of({"en": "33 years ago"})
    assert (event.version, event.changed_by) == (before + 1, desk.head)
    assert event.history.order_by("-history_id").first().deed == "put_right"
    assert found(desk.event) == []


@pytest.mark.parametrize("field", ["title", "dedication", "text", "staff_text", "words"])
def test_field_of_an_item_is_put_right_and_its_other_languages_stay(desk, field):
    Item.objects.filter(pk=desk.remarks.pk).update(**{field: SLIP})

    put_all_right(desk)

    item = Item.objects.get(pk=desk.remarks.pk)
    assert text_of(getattr(item, field)) == RIGHT
    assert item.version == desk.remarks.version + 1


def test_heading_of_a_part_is_put_right(desk):
    Part.objects.filter(pk=desk.part.pk).update(heading=SLIP)

    put_all_right(desk)

    assert text_of(Part.objects.get(pk=desk.part.pk).heading) == RIGHT


def test_plain_words_for_who_takes_part_are_put_right_in_their_row_alone(desk):
    for words in ({"en": "A student"}, SLIP):
        Contribution.objects.create(item=desk.remarks, words=words, order=Contribution.objects.count())

    put_all_right(desk)

    assert [text_of(row.words) for row in desk.remarks.contributions.all()] == [
        Text.of({"en": "A student"}),
        RIGHT,
    ]


def test_rows_of_the_lists_are_put_right_and_keep_what_else_they_say(desk):
    AudienceGroup.objects.create(event=desk.event, name=SLIP, quota=12)
    OpeningDay.objects.create(event=desk.event, on=date(2023, 1, 20), note=SLIP)
    Work.objects.create(event=desk.event, title={"en": "A photograph"}, caption=SLIP, made="1990")

    put_all_right(desk)

    group, day, work = AudienceGroup.objects.get(), OpeningDay.objects.get(), Work.objects.get()
    assert (text_of(group.name), group.quota) == (RIGHT, 12)
    assert (text_of(day.note), day.on) == (RIGHT, date(2023, 1, 20))
    assert (text_of(work.caption), work.made) == (RIGHT, "1990")


def test_words_of_what_is_held_within_are_put_right_from_the_event_around(desk):
    child = make_event(desk.mission, slug="opening", parent=desk.event, title=SLIP)

    put_all_right(desk)

    assert text_of(Event.objects.get(pk=child.pk).title) == RIGHT


def test_what_was_rewritten_in_the_meantime_is_not_touched(desk):
    change_event(desk.event, desk.version, by=desk.officer, note={"en": "34 years ago"})
    key = found(desk.event)[0].key
    change_event(desk.event, desk.version, by=desk.head, note={"en": "Rewritten"})

    with pytest.raises(NotOpenError):
        put_right(desk.event, key, by=desk.officer)

    assert text_of(Event.objects.get(pk=desk.event.pk).note) == Text.of({"en": "Rewritten"})


def test_viewer_puts_nothing_right(desk):
    viewer = make_member(desk.mission, "viewer", "viewer").user

    with pytest.raises(NotAllowedError):
        put_right(desk.event, "wording:x", by=viewer)


def test_words_are_called_right_with_a_reason_alone(desk):
    change_event(desk.event, desk.version, by=desk.officer, note={"en": "34 years ago"})
    key = found(desk.event)[0].key

    with pytest.raises(ValidationError, match="Say why it is right"):
        settle(desk.event, key, by=desk.officer, now=NOW)
    settle(desk.event, key, by=desk.officer, now=NOW, because="It quotes the statement of 2024")

    assert [(row.by, row.because) for row in SettledMatter.objects.all()] == [
        (desk.officer, "It quotes the statement of 2024")
    ]
