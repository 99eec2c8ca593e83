"""A word that stands in all that was never released, in every text that a row of any model has."""

from datetime import UTC, date, datetime, time, timedelta

from django.apps import apps
from django.db import models

from events.models import (
    AudienceGroup,
    Claim,
    Event,
    FigureDecision,
    Invitation,
    NameVariant,
    Office,
    OpeningDay,
    OrderRule,
    Organisation,
    Person,
    Phrase,
    Place,
    Precedent,
    SettledMatter,
    Source,
    StillRight,
    Task,
    User,
    Work,
)
from events.models.fields import TranslatedLine, TranslatedText
from events.operations.private_feeds import make_own, make_speakers
from events.operations.release import release
from events.programme.choices import Audience
from events.scoping import every_mission
from tests.factories import (
    make_claim,
    make_contribution,
    make_edition,
    make_event,
    make_item,
    make_member,
    make_mission,
    make_part,
    make_person,
    make_source,
)

CANARY = "zyxwvut"
# By when all has to be over is for staff alone too.
OVER_BY = time(23, 17)
SECRETS = (CANARY.encode(), f"{OVER_BY:%H:%M}".encode())
NOW = datetime(2023, 1, 10, 9, tzinfo=UTC)
DAY = date(2023, 1, 20)
TRANSLATED = (TranslatedLine, TranslatedText)
TEXTS = (*TRANSLATED, models.CharField, models.TextField, models.JSONField)
# What is no secret: the public reads it as soon as it is there, ...
PUBLIC = {
    "Alias": {"name"},
    "Edition": {"message"},
    "Mission": {"name", "short_name", "city", "letterhead"},
    "Occasion": {"name", "of_name", "day_name", "silence_city"},
}
# ... or it is written in codes, countries, languages, zones, sums or keys, in which nobody can say anything.
CODES = {
    "EntryRevision": {"uid", "digest"},
    "Event": {"slug", "zone", "languages"},
    "FeedRevision": {"scope"},
    "FigureDecision": {"subject", "claims"},
    "Invitation": {"token_hash"},
    "Item": {"start_zone", "cues"},
    "KeptEntries": {"language", "made_with", "entries"},
    "KeptFeed": {"address", "made_with", "digest"},
    "Mission": {"slug", "country", "zone", "languages", "accent", "emblem"},
    "NameVariant": {"language"},
    "Occasion": {"slug", "silence_zone"},
    "OrderRule": {"rule", "language", "listed"},
    "Organisation": {"country"},
    "Person": {"formerly"},
    "Phrase": {"key"},
    "Picture": {"digest"},
    "Place": {"country", "zone"},
    "Precedent": {"elements"},
    "PrivateFeed": {"token_hash", "state"},
    "Release": {"code", "mission_slug", "event_slug", "occasion_slug", "kind", "status"},
    "ReleaseFile": {"name", "languages", "wishes", "sha256", "made_by"},
    "SettledMatter": {"key"},
    "Source": {"key", "kind", "language"},
    "Claim": {"subject"},
    "StillRight": {"key"},
    "Task": {"rule"},
    "User": {"password"},
}


def models_with_words():
    return [
        each
        for each in apps.get_app_config("events").get_models()
        if not each.__name__.startswith("Historical")
    ]


def texts_of(model):
    """Every text field of a model in which somebody may choose the words."""
    decided = PUBLIC.get(model.__name__, set()) | CODES.get(model.__name__, set())
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, TEXTS) and not field.choices and field.name not in decided
    ]


def without_canary():
    """The text fields, as Model.field, of which no row holds the word."""
    return {
        f"{model.__name__}.{field.name}"
        for model in models_with_words()
        for field in texts_of(model)
        if not any(
            CANARY in str(getattr(row, field.name)).lower()
            for row in model._base_manager.only("pk", field.name)
        )
    }


def secret(model, *but):
    """The canary in every text that somebody types into rows of the model."""
    typed = [field for field in texts_of(model) if field.editable and field.name not in but]
    return {
        field.name: {"en": told} if isinstance(field, TRANSLATED) else told
        for field in typed
        for told in [f"{CANARY} {field.name.replace('_', ' ')}"[: field.max_length or None]]
    }


def agenda_of_secrets(event, **values):
    part = make_part(event, **secret(type(event.parts.model())) | values)
    item = make_item(part, **secret(type(part.items.model())))
    words = secret(type(item.contributions.model()))
    make_contribution(item, **words | {"other_words": {}})
    make_contribution(make_item(part), manner="representing", **words)
    return part


def draft(mission, slug, **values):
    event = make_event(mission, slug, **secret(Event) | {"on": DAY, **values})
    agenda_of_secrets(event)
    return event


def plant():
    """Return a seminar that is public, and whatever a mission has that is not."""
    with every_mission():
        mission = make_mission(name={"en": "Embassy"}, languages=["en", "az"])
        edition = make_edition()
        officer = make_member(mission, role="administrator", name=CANARY).user
        event = make_event(
            mission,
            languages=["en", "az"],
            edition=edition,
            title={"en": "A seminar"},
            on=DAY,
            ends_by=OVER_BY,
        )
        public = make_part(event, heading={"en": "Programme"})
        speech = make_item(public, title={"en": "Address"}, **secret_of_an_item())
        make_contribution(speech, person=speaker(mission, officer))
        absent = make_person(mission, **secret(Person, "confirmed_by"))
        for answer in ("declined", "invited"):
            make_contribution(speech, person=absent, answer=answer)
        for audience in (Audience.STAFF, Audience.INVITED):
            make_item(public, audience=audience, **secret(type(speech)))
            agenda_of_secrets(event, audience=audience)
            agenda_of_secrets(event).items.update(removed_at=NOW)
        agenda_of_secrets(event, removed_at=NOW)
        around(event, officer)
        release(event, name="First programme", released_at=NOW - timedelta(days=2))
        type(speech).objects.filter(pk=speech.pk).update(title={"en": "Address of welcome"})
        release(event, name="Second programme", released_at=NOW - timedelta(days=1))
        change(event)

        inside(mission, event, officer)
        draft(mission, "a-draft")
        draft(mission, "a-draft-of-the-occasion", edition=edition)
        draft(mission, "cancelled-draft", status="cancelled")
        for slug, values in HIDDEN.items():
            hidden = draft(mission, slug, edition=edition)
            release(hidden, name=CANARY, released_at=NOW - timedelta(days=1))
            Event.objects.filter(pk=hidden.pk).update(**values)
        return event


HIDDEN = {
    "withdrawn": {"withdrawn_at": NOW},
    "thrown-away": {"deleted_at": NOW},
    "cancelled-and-withdrawn": {"status": "cancelled", "withdrawn_at": NOW},
}


def secret_of_an_item():
    return {"staff_text": {"en": f"{CANARY} staff text"}, "responsible": f"{CANARY} responsible"}


def speaker(mission, officer):
    """Somebody who is named in public, with what is noted of them beside."""
    person = make_person(
        mission,
        name={"en": "Leyla Huseynova"},
        envelope={"en": f"{CANARY} envelope"},
        spoken={"en": f"{CANARY}, as it sounds"},
        confirmed=True,
        confirmed_by=f"{CANARY} of their office",
    )
    NameVariant.objects.create(
        mission=mission, person=person, language="en", confirmed=True, confirmed_on=DAY, **secret(NameVariant)
    )
    Office.objects.create(person=person, title={"en": f"{CANARY}, then"}, until=DAY - timedelta(days=1))
    Office.objects.create(person=person, title={"en": f"{CANARY}, later"}, since=DAY + timedelta(days=1))
    return person


def around(event, officer):
    """What the team notes beside the agenda."""
    Task.objects.create(event=event, on=DAY, what=f"{CANARY} task", responsible=f"{CANARY} man")
    make_claim(make_source(event.mission, **secret(Source)), **secret(Claim))
    FigureDecision.objects.create(
        event=event, subject="killed", choice="record", claims=[], by=officer, at=NOW
    )
    Event.objects.filter(pk=event.pk).update(
        submission_state="submitted",
        submission_at=NOW,
        submission_note=f"{CANARY} note",
        submission_by=officer,
    )


def inside(mission, event, officer):
    """What a mission keeps that no programme names, and what an event has of its own that none tells."""
    type(mission).objects.filter(pk=mission.pk).update(press_contacts={"en": f"{CANARY} press"})
    User.objects.filter(pk=officer.pk).update(first_name=CANARY, last_name=CANARY)
    for model, values in OF_A_MISSION.items():
        model.objects.create(mission=mission, **secret(model), **values)
    Invitation.objects.create(
        mission=mission,
        role="viewer",
        email=f"{CANARY}@b.example",
        token_hash="0" * 64,
        invited_at=NOW,
        expires_at=NOW,
    )
    for model, values in OF_AN_EVENT.items():
        model.objects.create(event=event, **secret(model), **values)
    # What a speaker's calendar is called, the speaker reads.
    _, token = make_speakers(Person.objects.get(confirmed=True), "Your slots", by=officer, now=NOW)
    own, _ = make_own(officer, f"{CANARY} label", NOW)
    type(own).objects.filter(pk=own.pk).update(fetched_by=CANARY)
    event.token_of_a_speaker = token


OF_A_MISSION = {
    Organisation: {},
    Place: {"zone": "Asia/Karachi"},
    Phrase: {"key": "a", "kind": "closing"},
    Precedent: {"elements": ["anthems"], "at": NOW},
}
OF_AN_EVENT = {
    AudienceGroup: {},
    OpeningDay: {"on": DAY},
    OrderRule: {"ordered": "hosts", "rule": "given", "at": NOW},
    SettledMatter: {"key": "a", "answer": "right", "at": NOW},
    StillRight: {"key": "a", "at": NOW},
    Work: {},
}


def change(event):
    """What was typed since the release."""
    Event.objects.filter(pk=event.pk).update(**secret(Event), version=models.F("version") + 1)
    for part in event.parts.all():
        type(part).objects.filter(pk=part.pk).update(**secret(type(part)))
        part.items.update(**secret(part.items.model))
    agenda_of_secrets(event)
