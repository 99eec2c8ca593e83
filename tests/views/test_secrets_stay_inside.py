"""A word that stands in what was never released is found nowhere outside: no page, file, feed, header or error."""

import subprocess
from dataclasses import replace
from errno import ENOSPC
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
import time_machine
from django.core.management import call_command
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from events import urls
from events.exports import FORMATS
from events.models import Event, Release, ReleaseFile
from events.printing import file_of, make
from events.programme.languages import LANGUAGES
from events.programme.text import Text
from events.programme.value import Programme
from events.usual_files import PUBLIC_PAPERS
from tests.exports.printed import reader
from tests.views.secrets import CANARY, DAY, NOW, SECRETS, plant
from typesetter.client import Typesetter
from typesetter.errors import BusyError

pytestmark = pytest.mark.django_db


@pytest.fixture
def seminar():
    return plant()


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
        "private_calendar": [["nothing", "own"], [event.token_of_a_speaker, "own"]],
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
    return f"{response.reason_phrase} {response.headers}".lower().encode() + unpacked(body)


@cache
def unpacked(octets):
    """What a file says, with all that a PDF holds: text, metadata, enclosures, bookmarks, what is read aloud."""
    told = octets
    if octets.startswith(b"%PDF"):
        pdf = reader(octets)
        told += subprocess.run(["pdftotext", "-", "-"], input=octets, capture_output=True, check=True).stdout
        told += b"".join(content for each in pdf.attachments.values() for content in each)
        for part in objects(pdf):
            told += str(part).encode() + (part.get_data() if hasattr(part, "get_data") else b"")
    elif octets.startswith(b"PK"):
        with ZipFile(BytesIO(octets)) as packed:
            told += b"".join(name.encode() + packed.read(name) for name in packed.namelist())
    return told.lower()


def objects(pdf):
    return [pdf.get_object(number) for number in range(1, len(pdf.xref_objStm) + pdf.trailer["/Size"])]


def tells(told):
    return any(secret in told for secret in SECRETS)


def answers_to(address):
    client = Client()
    yield client.get(address)
    if "?" not in address:
        yield client.post(address)
        yield client.head(address)


@time_machine.travel(NOW, tick=False)
def test_word_that_was_never_released_is_found_nowhere_outside(seminar, monkeypatch):
    being_made = {
        address: Client().get(address) for address in everything_outside(seminar) if ".pdf" in address
    }
    assert [address for address, answer in being_made.items() if tells(readable(answer))] == []
    # As the second release made them, and the first one before it.
    call_command("files", *Release.published.values_list("code", flat=True))
    # Whatever a stranger asks for, what was made after the release is enough.
    monkeypatch.setattr(Typesetter, "job", lambda *_: pytest.fail("A stranger set the typesetter to work."))
    told = {address: [*answers_to(address)] for address in everything_outside(seminar)}

    leaks = [
        (address, answer.status_code)
        for address, answers in told.items()
        for answer in answers
        if tells(readable(answer))
    ]
    assert leaks == []
    assert [file for file in ReleaseFile.kept.all() if tells(unpacked(file.octets()))] == []
    # What is public was there to be read, and to be printed.
    there = {address for address, answers in told.items() if answers[0].status_code == 200}
    page = reverse("events:event", args=["azembassy-islamabad", "seminar"])
    assert "Leyla Huseynova" in told[page][0].content.decode()
    assert {f"{page}programme.pdf?format={name}" for name in PAPERS} <= there
    assert [answers[0].status_code for address, answers in told.items() if "slip" in address].count(200) == 1
    assert {answers[0].status_code for answers in told.values()} <= {200, 302, 404, 410}
    assert {answer.status_code for answer in being_made.values()} == {202, 404}
    assert (
        ReleaseFile.kept.filter(release__code__in=[each.code for each in Release.published.all()]).count()
        > 20
    )
    assert {f"{page}programme.json", f"{page}event.ics"} <= there


@time_machine.travel(NOW, tick=False)
def test_word_is_in_no_file_to_edit_by_hand_of_what_guests_have_nor_in_its_properties(seminar):
    for kept in Release.published.of_event("azembassy-islamabad", "seminar"):
        assert not tells(unpacked(make(FORMATS["docx"], kept.programme, ("en",))))
    assert tells(unpacked(make(FORMATS["run-sheet-docx"], kept.programme, ("en",))))


ERRORS = {
    "database": (OperationalError(CANARY), 503),
    "disk": (OSError(ENOSPC, CANARY, CANARY), 503),
    "typesetter": (BusyError(), 503),
    "mistake of ours": (RuntimeError(CANARY), 500),
}


@pytest.mark.parametrize("what", ERRORS)
def test_what_an_error_says_stays_inside(what, seminar, monkeypatch):
    error, status = ERRORS[what]
    error.args = (*error.args, CANARY)

    def fail(*_):
        raise error

    monkeypatch.setattr(type(Release.published), "get_queryset", fail)
    stranger, here = Client(raise_request_exception=False), "/azembassy-islamabad/seminar/"
    files = ("", "programme.pdf", "programme.json", "event.ics")
    answers = [stranger.get(here + file, {"lang": "en"}) for file in files]

    assert {answer.status_code for answer in answers} == {status}
    assert not any(tells(readable(answer)) for answer in answers)
    assert all("Retry-After" in answer for answer in answers) or status == 500


def test_word_in_a_staff_text_would_be_found_in_print(seminar, monkeypatch):
    told = Text.of({"en": CANARY})
    monkeypatch.setattr(Programme, "seen_by", lambda programme, audience: replace(programme, title=told))
    for kept in Release.published.current().of_event("azembassy-islamabad", "seminar"):
        file_of(kept, "a4", ("en",))

    sheet = Client().get(reverse("events:programme_pdf", args=["azembassy-islamabad", "seminar"]))

    assert CANARY.encode() in readable(sheet)
    # In what no page shows as well: its title and its bookmarks.
    assert sum(CANARY in str(each).lower() for each in objects(reader(sheet.content))) > 1
