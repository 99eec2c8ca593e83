"""Rows for tests: what a test does not name is filled with the least that holds."""

from datetime import date, time, timedelta

from model_bakery import baker

from events.models import (
    Claim,
    Contribution,
    Edition,
    Event,
    Item,
    Member,
    Mission,
    Occasion,
    Organisation,
    Part,
    Person,
    Source,
    User,
)

EMBASSY = {"en": "Embassy of Azerbaijan in Pakistan"}


def make_mission(slug="azembassy-islamabad", **values):
    defaults = {"kind": "embassy", "name": EMBASSY, "zone": "Asia/Karachi", "languages": ["en", "az"]}
    return baker.make(Mission, slug=slug, **{**defaults, **values})


def make_member(mission, role=Member.Role.OFFICER, name="officer"):
    email = f"{name}@{mission.slug}.example"
    user = User.objects.create_user(username=email, email=email, password="a-password-for-tests")
    return Member.objects.create(user=user, mission=mission, role=role)


def make_edition(year=2023, **values):
    defaults = {
        "name": {"en": "20 January tragedy"},
        "of_name": {"en": "the 20 January tragedy"},
        "base_on": date(1990, 1, 20),
        "observed_month": 1,
        "observed_day": 20,
        "register": "mourning",
        "silence_at": time(12),
        "silence_zone": "Asia/Baku",
        "silence_city": {"en": "Baku"},
    }
    slug = values.pop("slug", "20-january")
    occasion, _ = Occasion.objects.get_or_create(slug=slug, defaults={**defaults, **values})
    return Edition.objects.create(occasion=occasion, year=year)


def make_event(mission, slug="seminar", **values):
    defaults = {
        "kind": "seminar",
        "title": {"en": "A seminar"},
        "zone": mission.zone,
        "on": date(2023, 1, 20),
        "status": "confirmed",
        "languages": ["en"],
    }
    return Event.objects.create(mission=mission, slug=slug, **{**defaults, **values})


def make_part(event, starts_at=time(10), **values):
    return Part.objects.create(event=event, starts_at=starts_at, order=event.parts.count(), **values)


def make_item(part, kind="address", minutes=5, **values):
    return Item.objects.create(
        part=part, kind=kind, duration=timedelta(minutes=minutes), order=part.items.count(), **values
    )


def make_organisation(mission, **values):
    return Organisation.objects.create(mission=mission, **{"name": {"en": "An institute"}, **values})


def make_person(mission, **values):
    return Person.objects.create(mission=mission, **{"name": {"en": "A speaker"}, **values})


def make_contribution(item, **values):
    return Contribution.objects.create(item=item, **values)


def make_source(mission=None, key="M", **values):
    defaults = {
        "title": {"en": "A statement"},
        "kind": "statement",
        "issuer": {"en": "The ministry"},
        "language": "en",
        "authority": "high",
    }
    return Source.objects.create(mission=mission, key=key, **{**defaults, **values})


def make_claim(source, value=150, **values):
    wording = {"en": f"{value} killed"}
    defaults = {"mission": source.mission, "subject": "killed", "value": value, "wording": wording}
    return Claim.objects.create(source=source, **{**defaults, **values})
