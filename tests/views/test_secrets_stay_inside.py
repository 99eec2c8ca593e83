"""A word that stands in what was never released is found nowhere outside: no page, file, feed, header or error."""

import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import models
from django.test import Client
from django.urls import reverse

from events import urls
from events.models import (
    Event,
    FigureDecision,
    NameVariant,
    Office,
    Person,
    Release,
    Task,
)
from events.models.fields import LineField, TranslatedLine, TranslatedText
from events.operations.release import release
from events.printing import file_of
from events.programme.choices import Audience
from events.programme.languages import LANGUAGES
from events.programme.text import Text
from events.programme.value import Programme
from events.scoping import every_mission
from events.usual_files import PUBLIC_PAPERS
from tests.exports.printed import reader
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
from typesetter.client import Typesetter

pytestmark = pytest.mark.django_db

CANARY = "zyxwvut"
# By when all has to be over is for staff alone too.
OVER_BY = time(23, 17)
SECRETS = (CANARY.encode(), f"{OVER_BY:%H:%M}".encode())
NOW = datetime(2023, 1, 10, 9, tzinfo=UTC)
DAY = date(2023, 1, 20)
TEXTS = (TranslatedLine, TranslatedText)
# Words, not choices or codes.
PLAIN = {"responsible", "made", "confirmed_by", "source", "what", "because", "note", "carrier"}


def secret(model, *but):
    """The canary in every text that rows of the model have."""
    names = [field.name for field in model._meta.get_fields() if isinstance(field, TEXTS)]
    names += [f.name for f in model._meta.get_fields() if isinstance(f, LineField) and f.name in PLAIN]
    told = {field.name: field for field in model._meta.get_fields() if isinstance(field, models.Field)}
    return {
        name: {"en": f"{CANARY} {name}"} if isinstance(told[name], TEXTS) else f"{CANARY} {name}"
        for name in names
        if name not in but
    }


def agenda_of_secrets(event, **values):
    part = make_part(event, **secret(type(event.parts.model())) | values)
    item = make_item(part, **secret(type(part.items.model())))
    make_contribution(item, **secret(type(item.contributions.model())) | {"other_words": {}})
    return part


def draft(mission, slug, **values):
    event = make_event(mission, slug, **secret(Event) | {"on": DAY, **values})
    agenda_of_secrets(event)
    return event


@pytest.fixture
def seminar():
    """A seminar that is public, and whatever a mission has that is not."""
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
        mission=mission, person=person, name=f"L. {CANARY}", language="en", source=f"{CANARY} card"
    )
    Office.objects.create(person=person, title={"en": f"{CANARY}, then"}, until=DAY - timedelta(days=1))
    Office.objects.create(person=person, title={"en": f"{CANARY}, later"}, since=DAY + timedelta(days=1))
    return person


def around(event, officer):
    """What the team notes beside the agenda."""
    Task.objects.create(event=event, on=DAY, what=f"{CANARY} task", responsible=f"{CANARY} man")
    source = make_source(event.mission, carrier=f"{CANARY} carrier")
    make_claim(source, note=f"{CANARY} note")
    FigureDecision.objects.create(
        event=event, subject="killed", choice="record", claims=[], by=officer, at=NOW
    )
    Event.objects.filter(pk=event.pk).update(
        submission_state="submitted",
        submission_at=NOW,
        submission_note=f"{CANARY} note",
        submission_by=officer,
    )


def change(event):
    """What was typed since the release."""
    Event.objects.filter(pk=event.pk).update(**secret(Event), version=models.F("version") + 1)
    for part in event.parts.all():
        type(part).objects.filter(pk=part.pk).update(**secret(type(part)))
        part.items.update(**secret(part.items.model))
    agenda_of_secrets(event)


def names_of_addresses():
    return {each.name for each in urls.urlpatterns}


def addresses(event):
    """Each address of the public with every name that somebody may try, whether it is there or not."""
    codes = list(Release._base_manager.values_list("code", flat=True))
    here = event.mission.slug
    events = [(here, slug) for slug in Event._base_manager.values_list("slug", flat=True)]
    return {
        "home": [""],
        "robots": [""],
        "favicon": [""],
        "sheets": [""],
        "sheet": [[code] for code in codes],
        "slip": [[code] for code in codes],
        "all_calendar": [""],
        "occasion_calendar": [[event.edition.occasion.slug]],
        "private_calendar": [["nothing", "own"]],
        "mission_calendar": [[here]],
        "mission": [[here]],
        "year_pdf": [[here, DAY.year]],
        "event": events,
        "programme_pdf": events,
        "event_ics": events,
        "programme_json": events,
    }


def test_every_address_of_the_public_is_looked_at(seminar):
    assert set(addresses(seminar)) == names_of_addresses()


# A leaflet needs more than one language; the slip has an address of its own.
PAPERS = sorted(PUBLIC_PAPERS.keys() - {"leaflet", "correction-slip"})
QUERIES = {
    "home": [
        "view=list",
        "month=2023-01",
        "mission=azembassy-islamabad",
        "occasion=20-january",
        "kind=seminar",
    ],
    "mission": ["year=2023"],
    "programme_pdf": [f"format={name}" for name in PAPERS] + ["release=1", "release=2"],
    "programme_json": ["release=1", "release=2"],
    "event_ics": ["items=1"],
    **{name: ["items=1"] for name in ("all_calendar", "occasion_calendar", "mission_calendar")},
}


def everything_outside(event):
    for name, places in addresses(event).items():
        for arguments in places:
            address = reverse(f"events:{name}", args=arguments or [])
            yield address
            yield from (f"{address}?{query}" for query in QUERIES.get(name, ()))
            if not address.endswith((".pdf", ".txt", ".ico")):
                yield from (f"{address}?lang={code}" for code in [*LANGUAGES, "xx"])


def readable(response):
    """All that an answer says: its status line, headers, octets, and what a file holds packed."""
    body = b"".join(response) if response.streaming else response.content
    told = f"{response.reason_phrase} {response.headers}".encode() + body
    if body.startswith(b"%PDF"):
        pdf = reader(body)
        told += subprocess.run(["pdftotext", "-", "-"], input=body, capture_output=True, check=True).stdout
        told += str(pdf.metadata).encode()
        told += b"".join(content for each in pdf.attachments.values() for content in each)
        told += b"".join(part.get_data() for part in streams(pdf))
    return told.lower()


def streams(pdf):
    found = (pdf.get_object(number) for number in range(1, len(pdf.xref_objStm) + pdf.trailer["/Size"]))
    return [each for each in found if hasattr(each, "get_data")]


def answers_to(address):
    client = Client()
    yield client.get(address)
    if "?" not in address:
        yield client.post(address)
        yield client.head(address)


@time_machine.travel(NOW, tick=False)
def test_word_that_was_never_released_is_found_nowhere_outside(seminar, monkeypatch):
    # As the second release made them, and the first one before it.
    call_command("files", *Release.published.values_list("code", flat=True))
    # Whatever a stranger asks for, what was made after the release is enough.
    monkeypatch.setattr(Typesetter, "job", lambda *_: pytest.fail("A stranger set the typesetter to work."))
    told = {address: [*answers_to(address)] for address in everything_outside(seminar)}

    leaks = [
        (address, answer.status_code)
        for address, answers in told.items()
        for answer in answers
        for told_of_it in [readable(answer)]
        if any(secret in told_of_it for secret in SECRETS)
    ]
    assert leaks == []
    # What is public was there to be read, and to be printed.
    there = {address for address, answers in told.items() if answers[0].status_code == 200}
    page = reverse("events:event", args=["azembassy-islamabad", "seminar"])
    assert "Leyla Huseynova" in told[page][0].content.decode()
    assert {f"{page}programme.pdf?format={name}" for name in PAPERS} <= there
    assert [answers[0].status_code for address, answers in told.items() if "slip" in address].count(200) == 1
    assert {answers[0].status_code for answers in told.values()} <= {200, 302, 404, 410}
    assert {f"{page}programme.json", f"{page}event.ics"} <= there


def test_word_in_a_staff_text_would_be_found_in_print(seminar, monkeypatch):
    told = Text.of({"en": CANARY})
    monkeypatch.setattr(Programme, "seen_by", lambda programme, audience: replace(programme, title=told))
    for kept in Release.published.current().of_event("azembassy-islamabad", "seminar"):
        file_of(kept, "a4", ("en",))

    sheet = Client().get(reverse("events:programme_pdf", args=["azembassy-islamabad", "seminar"]))

    assert CANARY.encode() in readable(sheet)
