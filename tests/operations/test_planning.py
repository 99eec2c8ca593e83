from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError

from events.models import Event, Item, Member, Office, Place, Release
from events.operations.agenda import StaleError, change_item, remove_item
from events.operations.contributors import add_contribution
from events.operations.copying import copy_event
from events.operations.deeds import NotAllowedError
from events.operations.planning import ShortForm, change_event, new_event, set_days, set_hosts
from events.operations.release import release
from events.operations.removal import (
    NotDeletedError,
    TooLateError,
    delete_event,
    purge,
    restore_event,
)
from events.programme.choices import Answer, EventKind
from events.programme.patterns import PATTERNS
from events.programme.text import Text
from events.scoping import of_mission
from events.snapshot import take_snapshot
from tests.factories import (
    make_event,
    make_item,
    make_member,
    make_mission,
    make_organisation,
    make_part,
    make_person,
)
from tests.operations.planned import NOW

pytestmark = pytest.mark.django_db
TITLE = Text.of({"en": "Şəhidlər və yaddaş", "az": "Şəhidlər və yaddaş"})


def form(kind=EventKind.SEMINAR, **values):
    return ShortForm(**{"kind": kind, "title": TITLE, "on": date(2024, 1, 20), **values})


@pytest.mark.parametrize("kind", PATTERNS)
def test_every_pattern_becomes_an_event_that_begins_when_the_form_says(desk, kind):
    event = new_event(desk.mission, form(kind, starts_at=time(15)), by=desk.officer)

    programme = take_snapshot(event)
    agenda = [item for item in programme.items] or [item for c in programme.children for item in c.items]
    first = next((each for each in (programme, *programme.children) if each.parts), None)
    assert agenda or kind is EventKind.OTHER
    if first and first.span:
        assert first.span.start == datetime(2024, 1, 20, 15, tzinfo=first.span.start.tzinfo)
    assert programme.zone == "Asia/Karachi"
    assert programme.status == "tentative"
    assert programme.languages == ("en", "az")


def test_seminar_keeps_its_occasion_in_the_year_of_the_event_and_its_hosts_in_order(desk):
    hosts = [make_organisation(desk.mission, name={"en": name}) for name in ("Embassy", "Institute")]
    occasion = desk.event.edition.occasion

    event = new_event(desk.mission, form(occasion=occasion, hosts=hosts), by=desk.officer)

    programme = take_snapshot(event)
    assert programme.edition.anniversary == 34
    assert [(str(h.organisation.uid), h.role) for h in programme.hosts] == [
        (str(hosts[0].uid), "host"),
        (str(hosts[1].uid), "co-host"),
    ]
    assert "silence" in [item.kind for item in programme.items]


def test_exhibition_lasts_nine_days_with_hours_and_holds_a_ceremony(desk):
    programme = take_snapshot(new_event(desk.mission, form(EventKind.EXHIBITION), by=desk.officer))

    assert programme.until == date(2024, 1, 28)
    assert len(programme.days) == 9
    assert [child.kind for child in programme.children] == ["ceremony"]


def test_addresses_are_readable_unique_and_reserved_by_deleted_events(desk):
    first = new_event(desk.mission, form(), by=desk.officer)
    delete_event(first, first.version, by=desk.officer, now=NOW)
    second = new_event(desk.mission, form(), by=desk.officer)
    cyrillic = form(title=Text.of({"ru": "Семинар памяти"}), on=None)

    assert first.slug == "sehidler-ve-yaddas-2024"
    assert second.slug == "sehidler-ve-yaddas-2024-2"
    assert new_event(desk.mission, cyrillic, by=desk.officer).slug == "seminar-pamyati"


def test_zone_comes_from_the_place(desk):
    place = Place.objects.create(mission=desk.mission, name={"en": "A hall"}, zone="Europe/London")

    with of_mission(desk.mission.pk):
        assert new_event(desk.mission, form(place=place), by=desk.officer).zone == "Europe/London"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": Text.of({"en": "x" * 10_000})}, "title"),
        ({"title": Text()}, "title"),
        ({"until": date(2024, 1, 19)}, "until"),
        ({"zone": "UTC+5"}, "zone"),
    ],
)
def test_short_form_is_refused_at_its_field_and_nothing_is_kept(desk, values, field):
    with pytest.raises(ValidationError) as refused:
        new_event(desk.mission, form(**values), by=desk.officer)

    assert field in refused.value.message_dict
    assert Event.objects.count() == 1


def test_start_that_the_clocks_skip_is_refused(desk):
    with pytest.raises(ValidationError, match="does not exist"):
        new_event(
            desk.mission,
            form(on=date(2024, 3, 31), starts_at=time(2, 30), zone="Europe/Berlin"),
            by=desk.officer,
        )


def test_event_is_changed_while_others_change_the_agenda(desk):
    change_item(desk.anthem, 1, duration=timedelta(minutes=4), by=desk.officer)

    event = change_event(desk.event, 1, title={"en": "Another title"}, by=desk.officer)

    assert (str(event.title), event.version) == ("Another title", 3)


def test_second_officer_on_the_event_is_refused_and_sees_both(desk):
    change_event(desk.event, 1, title={"en": "Another title"}, by=desk.head)

    with pytest.raises(StaleError) as refused:
        change_event(desk.event, 1, dress={"en": "Dark suit"}, by=desk.officer)

    assert refused.value.fields == ["title"]
    assert str(refused.value.base.title) == "A seminar"
    assert refused.value.by == desk.head


def test_hosts_are_set_while_others_change_the_agenda_but_not_over_other_hosts(desk):
    ours, theirs = make_organisation(desk.mission), make_organisation(desk.mission)
    change_item(desk.anthem, 1, duration=timedelta(minutes=4), by=desk.officer)
    set_hosts(desk.event, 1, [(ours, "host")], by=desk.officer)

    with pytest.raises(StaleError) as refused:
        set_hosts(desk.event, 2, [(theirs, "host")], by=desk.officer)

    assert "hosts" in refused.value.fields
    assert [host.organisation for host in desk.event.hosts.all()] == [ours]


def test_hosts_change_their_order(desk):
    one, two = make_organisation(desk.mission), make_organisation(desk.mission)
    set_hosts(desk.event, 1, [(one, "host"), (two, "co-host")], by=desk.officer)
    set_hosts(desk.event, 2, [(two, "host"), (one, "co-host")], by=desk.officer)

    assert [host.organisation for host in desk.event.hosts.all()] == [two, one]


def test_day_that_closes_before_it_opens_is_refused_by_its_row(desk):
    days = [{"on": date(2023, 1, 20)}, {"on": date(2023, 1, 21), "opens_at": time(17), "closes_at": time(9)}]

    with pytest.raises(ValidationError) as refused:
        set_days(desk.event, 1, days, by=desk.officer)

    assert (refused.value.index, list(refused.value.message_dict)) == (1, ["closes_at"])
    assert desk.event.days.count() == 0


def test_end_before_the_first_part_is_refused_at_its_field(desk):
    with pytest.raises(ValidationError) as refused:
        change_event(desk.event, 1, ends_by=time(9), by=desk.officer)

    assert list(refused.value.message_dict) == ["ends_by"]


def test_another_day_brings_the_edition_of_its_year(desk):
    assert change_event(desk.event, 1, on=date(2025, 1, 20), by=desk.officer).edition.year == 2025


def test_day_on_which_a_time_of_the_agenda_is_skipped_is_refused(desk):
    change_event(desk.event, 1, zone="Europe/Berlin", by=desk.officer)
    change_item(desk.anthem, 1, start="fixed", start_at=time(2, 30), by=desk.officer)

    with pytest.raises(ValidationError) as refused:
        change_event(desk.event, 3, on=date(2023, 3, 26), by=desk.officer)

    assert list(refused.value.message_dict) == ["on"]
    assert Event.objects.get(pk=desk.event.pk).on == date(2023, 1, 20)


def test_address_of_a_released_event_stays(desk):
    release(desk.event, name="First programme", released_at=NOW)

    with pytest.raises(ValidationError, match="address"):
        change_event(desk.event, 1, slug="another", by=desk.officer)


@pytest.fixture
def speaker(desk):
    person = make_person(desk.mission, name={"en": "Khalid Rahman"})
    dean, director = {"en": "Dean"}, {"en": "Director"}
    Office.objects.create(person=person, title=dean, until=date(2023, 6, 30))
    Office.objects.create(person=person, title=director, since=date(2023, 7, 1))
    return person


def test_copy_moves_every_date_and_the_anniversary_and_looks_offices_up_anew(desk, speaker):
    add_contribution(desk.remarks, 1, person=speaker, answer="confirmed", by=desk.officer)
    make_part(desk.event, starts_at=time(9), starts_on=date(2023, 1, 21))
    change_event(desk.event, 2, status="confirmed", ends_by=time(13), by=desk.officer)
    release(desk.event, name="First programme", released_at=NOW)

    copy = copy_event(desk.event, date(2024, 1, 20), by=desk.officer)

    assert (copy.slug, copy.status, copy.edition.year) == (
        "a-seminar-2024",
        "tentative",
        2024,
    )
    programme = take_snapshot(copy)
    assert [part.starts_at.date() for part in programme.parts] == [date(2024, 1, 20), date(2024, 1, 21)]
    assert programme.ends_by.date() == date(2024, 1, 20)
    (remarks,) = [item for item in programme.items if item.kind == "remarks"]
    (said,) = remarks.contributions
    assert said.answer is Answer.INVITED
    assert [office.title.wording("en").text for office in said.who.person.offices] == ["Director"]
    assert not copy.releases.exists()
    originals = {item.uid for item in take_snapshot(desk.event).items}
    assert originals.isdisjoint(item.uid for item in programme.items)
    assert len(list(programme.items)) == 3


def test_copy_takes_the_events_within_and_the_opening_days_along(desk):
    exhibition = new_event(desk.mission, form(EventKind.EXHIBITION), by=desk.officer)

    copy = copy_event(exhibition, date(2025, 1, 18), by=desk.officer)

    assert copy.until == date(2025, 1, 26)
    assert [day.on for day in copy.days.all()][:2] == [date(2025, 1, 18), date(2025, 1, 19)]
    assert [child.on for child in copy.children.all()] == [date(2025, 1, 18)]
    assert Item.objects.filter(part__event__parent=copy).count() > 0


def test_copy_to_a_day_without_one_of_its_hours_is_refused_as_a_whole(desk):
    change_event(desk.event, 1, zone="Europe/Berlin", by=desk.officer)
    change_item(desk.anthem, 1, start="fixed", start_at=time(2, 30), by=desk.officer)

    with pytest.raises(ValidationError) as refused:
        copy_event(desk.event, date(2023, 3, 26), by=desk.officer)

    assert list(refused.value.message_dict) == ["on"]
    assert Event.objects.count() == 1


def test_deleted_event_leaves_the_desk_and_the_public_at_once_and_comes_back(desk):
    kept = release(desk.event, name="First programme", released_at=NOW)

    delete_event(desk.event, 1, by=desk.head, now=NOW)
    assert list(Event.objects.all()) == []
    assert list(Release.published.all()) == []
    assert Release.published.is_withdrawn(kept.code)

    restore_event(desk.event, by=desk.head, now=NOW + timedelta(days=30))
    assert list(Event.objects.all()) == [desk.event]
    assert list(Release.published.all()) == [kept]


def test_released_event_is_deleted_by_a_head_alone(desk):
    release(desk.event, name="First programme", released_at=NOW)

    with pytest.raises(NotAllowedError, match="Head"):
        delete_event(desk.event, 1, by=desk.officer, now=NOW)


def test_address_of_a_deleted_event_is_not_given_away(desk):
    delete_event(desk.event, 1, by=desk.officer, now=NOW)
    other = make_event(desk.mission, slug="other")

    with pytest.raises(ValidationError) as refused:
        change_event(other, 1, slug="seminar", by=desk.officer)

    assert list(refused.value.message_dict) == ["slug"]


def test_what_was_deleted_too_long_ago_or_never_is_not_brought_back(desk):
    with pytest.raises(NotDeletedError):
        restore_event(desk.event, by=desk.officer, now=NOW)
    delete_event(desk.event, 1, by=desk.officer, now=NOW)
    with pytest.raises(TooLateError):
        restore_event(desk.event, by=desk.officer, now=NOW + timedelta(days=31))


def test_purge_deletes_what_is_older_than_30_days_and_keeps_what_was_released(desk):
    remove_item(desk.anthem, 1, by=desk.officer)
    draft = make_event(desk.mission, slug="draft")
    make_item(make_part(draft))
    release(desk.event, name="First programme", released_at=NOW)
    for event in (draft, desk.event):
        delete_event(event, Event.objects.get(pk=event.pk).version, by=desk.head, now=NOW)

    assert purge(NOW + timedelta(days=29)) == 0
    assert purge(datetime(2100, 1, 1, tzinfo=UTC)) == 2

    assert [event.slug for event in Event.with_deleted.all()] == ["seminar"]
    assert not Item.with_removed.filter(pk=desk.anthem.pk).exists()
    assert Item.history.filter(uid=desk.anthem.uid, history_type="-", deed="purge").exists()


def test_viewer_makes_no_event(desk):
    viewer = make_member(desk.mission, Member.Role.VIEWER, "viewer").user

    with pytest.raises(NotAllowedError):
        new_event(desk.mission, form(), by=viewer)


def test_officer_of_another_mission_makes_no_event_here(desk):
    other = make_member(make_mission(slug="migration-service")).user

    with pytest.raises(NotAllowedError):
        new_event(desk.mission, form(), by=other)
