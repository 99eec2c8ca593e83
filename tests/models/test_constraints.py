"""What the database itself refuses, whoever writes."""

from datetime import date, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from events.models import Claim, Edition, Event, EventClaim, Host, Item, Member, Mission, OpeningDay, Source
from events.scoping import every_mission
from tests.factories import (
    make_contribution,
    make_edition,
    make_event,
    make_item,
    make_member,
    make_mission,
    make_organisation,
    make_part,
    make_person,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _every_mission():
    with every_mission():
        yield


@pytest.fixture
def event():
    return make_event(make_mission())


def refused(constraint, write, *args, **kwargs):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        write(*args, **kwargs)


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("event_has_a_title", {"title": {}}),
        ("event_kind_known", {"kind": "party"}),
        ("event_status_known", {"status": "published"}),
        ("event_begins_before_it_ends", {"until": date(2023, 1, 19)}),
        ("event_ends_on_a_day", {"on": None, "ends_by": time(12)}),
    ],
)
def test_event_that_breaks_a_rule_is_refused(event, constraint, values):
    refused(constraint, make_event, event.mission, slug="other", **values)


def test_two_events_of_a_mission_never_share_an_address(event):
    refused("UNIQUE|unique", make_event, event.mission, slug=event.slug)


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("item_kind_known", {"kind": "speech"}),
        ("item_start_is_whole", {"start": "fixed"}),
        ("item_start_is_whole", {"start": "anchored", "start_at": time(12)}),
        ("item_start_is_whole", {"start": "linked", "start_at": time(12)}),
        ("item_duration_within_a_day", {"minutes": -1}),
        ("item_duration_within_a_day", {"minutes": 24 * 60 + 1}),
        ("item_audience_known", {"audience": "everybody"}),
    ],
)
def test_item_that_breaks_a_rule_is_refused(event, constraint, values):
    refused(constraint, make_item, make_part(event), **values)


def test_silence_keeps_its_length_to_the_second(event):
    item = make_item(make_part(event), kind="silence", minutes=1)

    assert Item.objects.get(pk=item.pk).duration == timedelta(seconds=60)


def test_contribution_is_by_exactly_one(event):
    item = make_item(make_part(event))
    person, organisation = make_person(event.mission), make_organisation(event.mission)

    refused("contribution_by_exactly_one", make_contribution, item)
    refused("contribution_by_exactly_one", make_contribution, item, person=person, organisation=organisation)
    refused("contribution_by_exactly_one", make_contribution, item, person=person, words={"en": "A guest"})


def test_message_names_who_sent_it_and_nobody_else_has_an_other(event):
    item, person = make_item(make_part(event)), make_person(event.mission)

    refused(
        "contribution_in_the_name_of_one", make_contribution, item, person=person, manner="reading-message-of"
    )
    refused("contribution_in_the_name_of_one", make_contribution, item, person=person, other_person=person)


def test_opening_day_has_both_hours_or_is_closed(event):
    refused("opening_day", OpeningDay.objects.create, event=event, on=date(2023, 1, 20), opens_at=time(10))
    refused(
        "opening_day",
        OpeningDay.objects.create,
        event=event,
        on=date(2023, 1, 20),
        opens_at=time(17),
        closes_at=time(10),
    )


def test_claim_has_a_value_just_where_its_qualifier_has_one():
    source = Source.objects.create(key="a", title={"en": "A"}, kind="report", language="en", authority="low")
    wording = {"en": "150 people were killed"}

    refused("claim_value", Claim.objects.create, source=source, subject="killed", wording=wording)
    refused(
        "claim_value",
        Claim.objects.create,
        source=source,
        subject="killed",
        wording=wording,
        qualifier="not-stated",
        value=150,
    )
    for value, most in ((150, None), (170, 131), (None, 170)):
        between = {"qualifier": "between", "value": value, "most": most, "wording": wording}
        refused("claim_value", Claim.objects.create, source=source, subject="killed", **between)


def test_once_is_once(event):
    organisation = make_organisation(event.mission)
    Host.objects.create(event=event, organisation=organisation)
    member = make_member(event.mission)
    edition = make_edition()

    refused("UNIQUE|unique", Host.objects.create, event=event, organisation=organisation)
    refused("UNIQUE|unique", Member.objects.create, user=member.user, mission=event.mission, role="viewer")
    refused("UNIQUE|unique", Edition.objects.create, occasion=edition.occasion, year=edition.year)


@pytest.mark.parametrize("slug", ["desk", "calendars", "v", "admin", "static"])
def test_mission_cannot_take_an_address_that_means_something_else(slug):
    refused("mission_slug_free", make_mission, slug=slug)


def test_email_is_one_persons_however_it_is_written():
    member = make_member(make_mission())
    copy = type(member.user)(username="other", email=member.user.email.upper())

    refused("user_email_unique", copy.save)


def test_event_is_not_deleted_from_under_its_claims(event):
    source = Source.objects.create(key="a", title={"en": "A"}, kind="report", language="en", authority="low")
    claim = Claim.objects.create(source=source, subject="killed", wording={"en": "150"}, value=150)
    EventClaim.objects.create(event=event, claim=claim)

    Event.objects.all().delete()

    assert list(Claim.objects.all()) == [claim]


def test_mission_with_events_is_not_deleted(event):
    with pytest.raises(ProtectedError):
        Mission.objects.all().delete()
