from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError

from events.models import Event, Item, OpeningDay, Part
from events.operations.approval import approve_and_release, postpone
from events.operations.moving import Move, as_moved, moves
from events.operations.planning import change_event
from events.programme.text import Text
from tests.factories import make_event, make_item, make_part
from tests.operations.planned import NOW, make_desk

pytestmark = pytest.mark.django_db
TITLE = Text.of({"en": "A seminar"})


@pytest.fixture
def desk():
    """An event of three days with opening days, a part and an item on days of their own, and a ceremony within."""
    desk = make_desk()
    Event.objects.update(until=date(2023, 1, 22))
    desk.event.refresh_from_db()
    for number in range(3):
        day = date(2023, 1, 20 + number)
        OpeningDay.objects.create(event=desk.event, on=day, opens_at=time(9), closes_at=time(17))
    reception = make_part(desk.event, time(19), starts_on=date(2023, 1, 21), heading={"en": "Reception"})
    make_item(reception, "refreshments", 60, start="fixed", start_at=time(20), start_on=date(2023, 1, 21))
    ceremony = make_event(desk.mission, "ceremony", parent=desk.event, title={"en": "Ceremony"})
    make_item(make_part(ceremony, time(11)), "opening", 10)
    approve_and_release(desk.event, desk.version, name="First", by=desk.head, now=NOW)
    return desk


def later(desk, on):
    return postpone(desk.event, desk.version, name="Later", by=desk.head, now=NOW, on=on)


@pytest.mark.parametrize("days", [1, 40, -2, 366])
def test_postponing_moves_all_days_as_far_as_the_event(desk, days):
    shift = timedelta(days=days)

    kept = later(desk, date(2023, 1, 20) + shift)

    event, ceremony = Event.objects.get(slug="seminar"), Event.objects.get(slug="ceremony")
    assert (event.on, event.until) == (date(2023, 1, 20) + shift, date(2023, 1, 22) + shift)
    assert [day.on - shift for day in event.days.all()] == [date(2023, 1, day) for day in (20, 21, 22)]
    assert [day.opens_at for day in event.days.all()] == [time(9)] * 3
    assert Part.objects.get(heading__contains="Reception").starts_on == date(2023, 1, 21) + shift
    assert Item.objects.get(kind="refreshments").start_on == date(2023, 1, 21) + shift
    assert ceremony.on == date(2023, 1, 20) + shift
    assert event.edition.year == event.on.year
    assert kept.programme.children[0].on == ceremony.on
    assert (kept.status, kept.starts_on, kept.ends_on) == ("postponed", event.on, event.until)


@pytest.mark.parametrize("days", [1, -2])
def test_another_day_among_the_facts_takes_along_what_has_days_of_its_own(desk, days):
    shift = timedelta(days=days)

    values = {"on": date(2023, 1, 20) + shift, "until": date(2023, 1, 22) + shift}
    change_event(desk.event, desk.version, by=desk.officer, **values)

    event = Event.objects.get(slug="seminar")
    assert [day.on - shift for day in event.days.all()] == [date(2023, 1, day) for day in (20, 21, 22)]
    assert Part.objects.get(heading__contains="Reception").starts_on == date(2023, 1, 21) + shift
    assert Item.objects.get(kind="refreshments").start_on == date(2023, 1, 21) + shift
    assert Event.objects.get(slug="ceremony").on == date(2023, 1, 20) + shift


def test_what_moves_is_told_in_the_order_of_the_programme(desk):
    assert moves(desk.event, date(2023, 2, 20)) == [
        Move("event", TITLE, date(2023, 1, 20), date(2023, 1, 22), date(2023, 2, 20), date(2023, 2, 22)),
        Move("days", TITLE, date(2023, 1, 20), date(2023, 1, 22), date(2023, 2, 20), date(2023, 2, 22)),
        Move("part", Text.of({"en": "Reception"}), *[date(2023, 1, 21)] * 2, *[date(2023, 2, 21)] * 2),
        Move("item", Text(), *[date(2023, 1, 21)] * 2, *[date(2023, 2, 21)] * 2),
        Move("within", Text.of({"en": "Ceremony"}), *[date(2023, 1, 20)] * 2, *[date(2023, 2, 20)] * 2),
    ]


def test_programme_as_moved_is_shown_and_nothing_is_kept(desk):
    version = desk.version

    programme = as_moved(desk.event, date(2023, 2, 20), desk.head)

    assert [day.on.month for day in programme.days] == [2, 2, 2]
    assert Event.objects.get(slug="seminar").on == date(2023, 1, 20)
    assert (desk.version, OpeningDay.history.filter(history_type="~").count()) == (version, 0)


def test_postponing_without_a_day_moves_nothing(desk):
    kept = later(desk, None)

    assert (kept.status, kept.starts_on) == ("postponed", date(2023, 1, 20))
    assert (kept.programme.day_open, kept.programme.announced_on) == (True, None)
    assert kept.programme.children[0].announced_on is None
    assert [day.on.day for day in desk.event.days.all()] == [20, 21, 22]


def test_day_that_was_found_and_fell_through_is_open_again(desk):
    found = later(desk, date(2023, 2, 20))

    fell_through = later(desk, None)

    assert (found.programme.announced_on, fell_through.programme.announced_on) == (date(2023, 2, 20), None)
    assert fell_through.number == found.number + 1


def test_officer_who_postpones_leaves_the_day_open_until_there_is_another_one(desk):
    event = change_event(desk.event, desk.version, status="postponed", by=desk.officer)
    assert event.day_open
    event = change_event(event, desk.version, subtitle={"en": "Later"}, by=desk.officer)
    assert event.day_open
    event = change_event(event, desk.version, on=date(2023, 1, 21), by=desk.officer)
    assert not event.day_open
    event = change_event(event, desk.version, status="confirmed", by=desk.officer)
    assert not event.day_open


def test_event_without_a_day_gets_one_and_what_is_held_within_it_too(desk):
    Event.objects.update(on=None, until=None)
    desk.event.refresh_from_db()

    later(desk, date(2023, 2, 20))

    assert {event.on for event in Event.objects.all()} == {date(2023, 2, 20)}
    assert [day.on.month for day in desk.event.days.all()] == [1, 1, 1]


def test_day_on_which_a_time_of_what_is_held_within_is_skipped_is_refused_whole(desk):
    Event.objects.update(zone="Europe/London")
    make_part(Event.objects.get(slug="ceremony"), time(1, 30))

    with pytest.raises(ValidationError) as refused:
        later(desk, date(2026, 3, 29))

    assert list(refused.value.message_dict) == ["on"]
    assert Event.objects.get(slug="seminar").on == date(2023, 1, 20)
    assert [day.on.month for day in desk.event.days.all()] == [1, 1, 1]
