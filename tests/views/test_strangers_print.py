"""Nobody outside sets a typesetter to work: what is not made yet is being made, and then it is there."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.core.management import call_command

from events import making, year_printing
from events.exports import Format
from events.making import PLACES
from events.models import ReleaseFile
from events.urls import urlpatterns
from events.usual_files import PUBLIC_PAPERS
from tests.factories import make_edition, make_mission
from tests.views.published import publish, release_again
from typesetter.client import Typesetter

pytestmark = pytest.mark.django_db

NOW = datetime(2023, 1, 18, 9, tzinfo=UTC)
MISSION = "azembassy-islamabad"
EVENT = f"/{MISSION}/seminar/"
PDF = f"{EVENT}programme.pdf"
LANGUAGES = ["en", "ur", "az"]


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    """What is rendered, in place of the seconds that a typesetter takes."""
    cache.clear()
    monkeypatch.setattr(Format, "render", lambda self, *_: b"%PDF " + self.name.encode())
    monkeypatch.setattr(year_printing.year_in_print, "render", lambda *_: b"%PDF")
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def begun(monkeypatch, settings):
    settings.FILES_AT_RELEASE = True
    words = []
    monkeypatch.setattr(making.subprocess, "Popen", lambda command, **_: words.append(tuple(command[3:])))
    return words


@pytest.fixture
def releases():
    """Two releases of an event on a fresh installation, of which nothing was made."""
    mission = make_mission(languages=LANGUAGES)
    first = publish(mission, at=NOW, on=date(2023, 1, 20), languages=LANGUAGES, edition=make_edition())
    later = NOW + timedelta(minutes=1)
    return first, release_again(first.event, at=later, title={"en": "Another title"})


def addresses(first, second):
    """Each address of the public; of the documents with all languages, scripts and releases that are offered."""
    of_papers = [
        f"format={name}&{query}"
        for name in PUBLIC_PAPERS
        for query in (
            "lang=ur&release=1",
            "lang=en,ur,az",
            "lang=ur,en",
            "lang=en,ur&script=nastaliq&release=2",
        )
    ]
    slips = [f"/v/{first.code}/slip.pdf?lang={lang}" for lang in LANGUAGES]
    return {
        "home": ["/", "/?view=list"],
        "robots": ["/robots.txt"],
        "favicon": ["/favicon.ico"],
        "sheets": ["/v/"],
        "sheet": [f"/v/{each.code}/" for each in (first, second)],
        "slip": [*slips, f"/v/{second.code}/slip.pdf"],
        "all_calendar": ["/calendars/all.ics", "/calendars/all.ics?items=1"],
        "occasion_calendar": ["/calendars/occasion/20-january.ics"],
        "private_calendar": ["/calendars/private/nothing/own.ics"],
        "mission_calendar": [f"/calendars/{MISSION}.ics"],
        "mission": [f"/{MISSION}/"],
        "year_pdf": [f"/{MISSION}/calendar-2023.pdf?lang={lang}" for lang in LANGUAGES],
        "event": [EVENT],
        "programme_pdf": [PDF, f"{PDF}?beside=numbers", *(f"{PDF}?{query}" for query in of_papers)],
        "event_ics": [f"{EVENT}event.ics"],
        "programme_json": [f"{EVENT}programme.json", f"{EVENT}programme.json?release=1"],
    }


def walked(client, releases):
    answers = {}
    for places in addresses(*releases).values():
        client.head(places[0])
        client.get(places[0], headers={"range": "bytes=0-99", "if-none-match": '"nothing"'})
        answers |= {address: client.get(address) for address in places}
    return answers


def test_every_address_of_the_public_is_walked(releases):
    assert set(addresses(*releases)) == {each.name for each in urlpatterns}


def test_no_stranger_sets_a_typesetter_to_work_and_what_was_missed_is_there_afterwards(
    client, releases, begun, monkeypatch
):
    with monkeypatch.context() as outside:
        outside.setattr(
            Typesetter, "job", lambda *_, **__: pytest.fail("A stranger set a typesetter to work.")
        )
        before = walked(client, releases)

    # One process for all that they missed: two releases and the years of a mission.
    assert begun == [("--asked",)]
    assert len(cache.get_many(PLACES)) == 3
    call_command("files", asked=True)
    after = walked(client, releases)

    being_made = {address for address, answer in before.items() if answer.status_code == 202}
    # The sheet in three ways, each booklet in another one as well, the slips, the years.
    assert len(being_made) == (1 + 2) + 2 * 3 + 2 * len(LANGUAGES)
    for address in being_made:
        assert before[address]["Retry-After"] == before[address]["Refresh"] == "20"
        assert before[address]["Cache-Control"] == "no-store"
        assert not before[address].has_header("ETag")
    assert {after[address].status_code for address in being_made} == {200}
    assert all(
        after[address].status_code == before[address].status_code for address in after.keys() - being_made
    )


def test_file_that_is_being_made_says_so_in_its_own_language_and_to_a_question_for_its_head(client, releases):
    page = client.get(f"{PDF}?lang=ur,en&release=1")
    urdu = client.get(f"{PDF}?lang=ur")
    head = client.head(f"{PDF}?lang=ur")

    assert page.status_code == 404
    assert '<html lang="ur" dir="rtl">' in urdu.content.decode()
    assert "noindex" in urdu.content.decode()
    assert (head.status_code, head.content, head["Refresh"]) == (202, b"", "20")


def test_reader_who_has_the_file_already_is_told_so_although_the_storage_lost_it(
    client, releases, monkeypatch
):
    call_command("files", releases[1].code)
    etag = client.get(PDF)["ETag"]
    for file in ReleaseFile.kept.all():
        default_storage.delete(file.file.name)

    assert client.get(PDF, headers={"if-none-match": etag}).status_code == 304
    assert client.get(PDF).status_code == 202
    call_command("files", asked=True)
    assert client.get(PDF)["ETag"] == etag


def test_file_that_the_storage_does_not_hand_out_is_not_made_again_for_it(
    client, releases, begun, monkeypatch
):
    def away(*args, **kwargs):
        raise OSError("Connection refused")

    call_command("files", releases[1].code)
    monkeypatch.setattr(type(default_storage._wrapped), "_open", away)

    answers = [
        client.get(each) for each in (PDF, f"/v/{releases[0].code}/slip.pdf", f"/{MISSION}/calendar-2023.pdf")
    ]

    assert [answer.status_code for answer in answers] == [202] * 3
    assert begun == []
