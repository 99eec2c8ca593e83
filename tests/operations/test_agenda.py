from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from events.models import Event, Item, Member, Part
from events.operations.agenda import (
    StaleError,
    add_block,
    add_item,
    add_part,
    apply_fit,
    change_item,
    change_part,
    duplicate_item,
    remove_item,
    remove_part,
    reorder,
    restore_item,
    restore_part,
)
from events.operations.contributors import add_contribution
from events.operations.deeds import NotAllowedError
from events.programme.choices import Kind
from events.programme.people import TO_BE_ANNOUNCED
from events.snapshot import take_snapshot
from tests.factories import make_event, make_item, make_member, make_mission, make_part, make_person

pytestmark = pytest.mark.django_db


def minutes(number):
    return timedelta(minutes=number)


def errors(error):
    return {field: " ".join(messages) for field, messages in error.value.message_dict.items()}


def test_new_item_has_the_usual_length_and_cues_of_its_kind_and_stands_after_the_one_named(desk):
    item = add_item(desk.event, Kind.ANTHEM, part=desk.part, after=desk.anthem, by=desk.officer)

    assert desk.order() == ["anthem", "anthem", "silence", "remarks"]
    assert (item.duration, item.cues, item.audience) == (minutes(2), ["rise"], "public")
    assert desk.version == 2


def test_set_up_is_for_staff_unless_said_otherwise(desk):
    assert add_item(desk.event, Kind.SET_UP, part=desk.part, by=desk.officer).audience == "staff"


def test_item_is_never_added_to_the_part_of_another_event(desk):
    elsewhere = make_part(make_event(desk.mission, slug="other"))

    with pytest.raises(Part.DoesNotExist):
        add_item(desk.event, Kind.ANTHEM, part=elsewhere, by=desk.officer)


def test_block_adds_its_items_with_open_places_in_order(desk):
    items = add_block(desk.event, "closing", part=desk.part, by=desk.officer)

    assert desk.order() == ["anthem", "silence", "remarks", *(item.kind for item in items)]
    assert len(items) > 1
    assert all(item.title for item in take_snapshot(desk.event).items if item.kind == "refreshments")


def test_changed_length_moves_what_follows(desk):
    change_item(desk.anthem, 1, duration=minutes(6), by=desk.officer)

    starts = [item.span.start.time() for item in take_snapshot(desk.event).items]
    assert starts == [time(10), time(10, 6), time(10, 7)]
    assert Item.objects.get(pk=desk.anthem.pk).version == 2
    assert Event.objects.get(pk=desk.event.pk).changed_by == desk.officer


def test_change_to_the_same_values_is_none(desk):
    change_item(desk.anthem, 1, duration=minutes(3), title={}, by=desk.officer)

    assert (Item.objects.get(pk=desk.anthem.pk).version, desk.version) == (1, 1)


def test_second_officer_on_an_item_is_refused_and_sees_both_versions(desk):
    other = make_member(desk.mission, name="other").user
    desk.anthem.save()
    change_item(desk.anthem, 1, duration=minutes(4), title={"en": "Both anthems"}, by=other)

    with pytest.raises(StaleError, match="Nothing was saved") as refused:
        change_item(desk.anthem, 1, duration=minutes(9), by=desk.officer)

    error = refused.value
    assert (error.kept.duration, error.base.duration) == (minutes(4), minutes(3))
    assert sorted(error.fields) == ["duration", "title"]
    assert error.values == {"duration": minutes(9)}
    assert error.by == other
    assert Item.objects.get(pk=desk.anthem.pk).duration == minutes(4)


def test_change_of_another_field_is_refused_as_well_and_never_merged_unseen(desk):
    change_item(desk.anthem, 1, title={"en": "Both anthems"}, by=desk.officer)

    with pytest.raises(StaleError) as refused:
        change_item(desk.anthem, 1, duration=minutes(4), by=desk.officer)

    assert refused.value.fields == ["title"]


def test_people_changed_in_the_meantime_are_told(desk):
    add_contribution(desk.remarks, 1, person=make_person(desk.mission), by=desk.officer)

    with pytest.raises(StaleError) as refused:
        change_item(desk.remarks, 1, duration=minutes(4), by=desk.officer)

    assert refused.value.fields == ["contributions"]


def test_item_that_others_leave_alone_can_be_changed_while_they_change_the_rest(desk):
    change_item(desk.anthem, 1, duration=minutes(4), by=desk.officer)
    change_item(desk.silence, 1, title={"en": "Silence"}, by=desk.officer)

    assert desk.version == 3


def test_length_of_zero_gets_a_clear_answer(desk):
    with pytest.raises(ValidationError) as refused:
        change_item(desk.silence, 1, duration=timedelta(0), by=desk.officer)

    assert "at least one second" in errors(refused)["duration"]
    assert desk.version == 1


def test_arrival_may_mark_a_moment(desk):
    item = add_item(desk.event, Kind.ARRIVAL, part=desk.part, duration=timedelta(0), by=desk.officer)

    assert item.duration == timedelta(0)


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"duration": timedelta(hours=25)}, "duration", "at most 24 hours"),
        ({"title": {"en": "x" * 10_000}}, "title", "10000"),
        ({"start": "fixed"}, "start_at", "clock time"),
        ({"start": "anchored", "start_at": time(12)}, "start_zone", "time zone"),
        ({"start": "anchored", "start_at": time(12), "start_zone": "UTC+5"}, "start_zone", "time zone"),
        ({"kind": "party"}, "kind", "party"),
    ],
)
def test_value_that_cannot_be_kept_is_refused_at_its_field(desk, values, field, words):
    with pytest.raises(ValidationError) as refused:
        change_item(desk.anthem, 1, by=desk.officer, **values)

    assert words in errors(refused)[field]
    assert (Item.objects.get(pk=desk.anthem.pk).version, desk.version) == (1, 1)


def test_fixed_start_that_the_clocks_skip_is_refused_at_its_field(desk):
    Event.objects.filter(pk=desk.event.pk).update(zone="Europe/Berlin", on=date(2023, 3, 26))

    with pytest.raises(ValidationError) as refused:
        change_item(desk.anthem, 1, start="fixed", start_at=time(2, 30), by=desk.officer)

    assert "02:30 on 26 March 2023 does not exist in Europe/Berlin" in errors(refused)["start_at"]


def test_start_that_is_linked_again_loses_its_clock_time(desk):
    item = change_item(
        desk.silence, 1, start="anchored", start_at=time(12), start_zone="Asia/Baku", by=desk.officer
    )
    item = change_item(item, 2, start="linked", by=desk.officer)

    assert (item.start_at, item.start_on, item.start_zone) == (None, None, "")


def test_least_length_follows_a_length_below_it(desk):
    item = change_item(desk.remarks, 1, least=minutes(7), by=desk.officer)
    item = change_item(item, 2, duration=minutes(5), by=desk.officer)

    assert (item.duration, item.least) == (minutes(5), minutes(5))


def test_emoji_and_mixed_directions_are_kept(desk):
    title = {"en": "🇦🇿 Həmrəylik 🎗️ یکجہتی", "ur": "20 جنوری — January"}

    assert change_item(desk.remarks, 1, title=title, by=desk.officer).title.data == title


def uids(desk, *kinds):
    items = {item.kind: str(item.uid) for item in Item.objects.filter(part__event=desk.event)}
    return [items[kind] for kind in kinds]


def test_reorder_sets_the_whole_order_across_parts_and_tells_only_what_moved(desk):
    after = add_part(desk.event, heading={"en": "After"}, phase="after", by=desk.officer)
    order = [
        (str(desk.part.uid), uids(desk, "silence", "anthem")),
        (str(after.uid), uids(desk, "remarks")),
    ]

    reorder(desk.event, 2, order, by=desk.officer)

    assert [item.kind for item in after.items.all()] == ["remarks"]
    assert desk.order() == ["silence", "anthem", "remarks"]
    assert desk.version == 3
    told = {row.kind for row in Item.history.filter(deed="reorder")}
    assert told in ({"silence", "remarks"}, {"anthem", "remarks"})
    assert {item.version for item in Item.objects.all()} == {1}


def test_reorder_made_on_an_old_list_is_refused(desk):
    order = [(str(desk.part.uid), uids(desk, "silence", "anthem", "remarks"))]
    change_item(desk.anthem, 1, duration=minutes(4), by=desk.officer)

    with pytest.raises(StaleError) as refused:
        reorder(desk.event, 1, order, by=desk.officer)

    assert refused.value.fields == ["items"]
    assert desk.order() == ["anthem", "silence", "remarks"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda part, items: [(part, items[:-1])],
        lambda part, items: [(part, [*items, str(uuid4())])],
        lambda part, items: [(part, [*items, items[0]])],
        lambda part, items: [(part, items), (str(uuid4()), [])],
        lambda part, items: [],
    ],
)
def test_reorder_of_another_set_is_refused(desk, spoil):
    items = uids(desk, "silence", "anthem", "remarks")

    with pytest.raises(StaleError):
        reorder(desk.event, 1, spoil(str(desk.part.uid), items), by=desk.officer)

    assert desk.order() == ["anthem", "silence", "remarks"]


def test_duplicate_stands_after_the_item_with_its_people_and_a_start_of_its_own(desk):
    change_item(desk.remarks, 1, start="fixed", start_at=time(11), by=desk.officer)
    add_contribution(desk.remarks, 2, person=make_person(desk.mission), by=desk.officer)

    copy = duplicate_item(desk.remarks, by=desk.officer)

    assert desk.order() == ["anthem", "silence", "remarks", "remarks"]
    assert copy.uid != desk.remarks.uid
    assert (copy.start, copy.start_at, copy.version) == ("linked", None, 1)
    assert [row.person for row in copy.contributions.all()] == [desk.remarks.contributions.get().person]
    assert desk.remarks.contributions.count() == 1


def test_removed_item_is_gone_from_the_programme_and_comes_back_where_it_stood(desk):
    remove_item(desk.silence, 1, by=desk.officer)
    assert desk.order() == [item.kind for item in take_snapshot(desk.event).items] == ["anthem", "remarks"]

    restore_item(desk.silence, by=desk.officer)
    assert desk.order() == ["anthem", "silence", "remarks"]
    assert desk.version == 3


def test_item_that_somebody_changed_is_not_removed(desk):
    change_item(desk.silence, 1, duration=minutes(2), by=desk.officer)

    with pytest.raises(StaleError):
        remove_item(desk.silence, 1, by=desk.officer)


def test_part_is_removed_and_brought_back_with_the_items_that_it_had_then(desk):
    remove_item(desk.anthem, 1, by=desk.officer)
    remove_part(desk.part, 1, by=desk.officer)
    assert take_snapshot(desk.event).parts == ()

    restore_part(desk.part, by=desk.officer)
    assert desk.order() == ["silence", "remarks"]


def test_item_of_a_removed_part_comes_back_in_the_last_part(desk):
    other = add_part(desk.event, by=desk.officer)
    remove_part(desk.part, 1, by=desk.officer)

    restore_item(desk.silence, by=desk.officer)

    assert [item.kind for item in other.items.all()] == ["silence"]


def test_fit_is_applied_as_a_whole(desk):
    lengths = dict(zip(uids(desk, "anthem", "remarks"), (minutes(2), minutes(8)), strict=True))

    apply_fit(desk.event, 1, lengths, by=desk.officer)

    assert [item.duration for item in take_snapshot(desk.event).items] == [minutes(2), minutes(1), minutes(8)]
    assert desk.version == 2


def test_fit_of_an_agenda_that_moved_on_is_refused(desk):
    change_item(desk.anthem, 1, duration=minutes(4), by=desk.officer)

    with pytest.raises(StaleError):
        apply_fit(desk.event, 1, {str(desk.remarks.uid): minutes(8)}, by=desk.officer)
    with pytest.raises(StaleError):
        apply_fit(desk.event, 2, {str(uuid4()): minutes(8)}, by=desk.officer)


def test_part_start_that_the_clocks_skip_is_refused(desk):
    Event.objects.filter(pk=desk.event.pk).update(zone="Europe/Berlin", on=date(2023, 3, 26))

    with pytest.raises(ValidationError) as refused:
        change_part(Part.objects.get(), 1, starts_at=time(2, 30), by=desk.officer)

    assert "does not exist" in errors(refused)["starts_at"]


def test_change_within_counts_for_the_event_around_it(desk):
    ceremony = make_event(desk.mission, slug="ceremony", parent=desk.event)
    item = make_item(make_part(ceremony))

    change_item(item, 1, duration=minutes(9), by=desk.officer)

    assert desk.version == 2


def test_viewer_and_stranger_change_nothing(desk):
    viewer = make_member(desk.mission, Member.Role.VIEWER, "viewer").user
    stranger = make_member(make_mission(slug="migration-service"), Member.Role.ADMINISTRATOR).user

    for by in (viewer, stranger):
        with pytest.raises(NotAllowedError, match="Officer"):
            change_item(desk.anthem, 1, duration=minutes(4), by=by)
    assert desk.version == 1


def test_open_places_are_to_be_announced(desk):
    items = add_block(desk.event, "mourning-opening", part=desk.part, by=desk.officer)

    for item in items:
        for row in item.contributions.all():
            assert row.words.data == dict(TO_BE_ANNOUNCED.versions)
