"""What somebody misses is made by one process, once for each release or mission, whoever asks how often."""

import subprocess

import pytest
from django.core.cache import cache
from django.core.management import call_command

from events import making, year_printing
from events.exports import Format
from events.making import (
    MAKER,
    PLACES,
    RELEASE,
    YEARS,
    ask_for,
    asked_for,
    begin_usual_files,
    have_made_usual_files,
)
from events.models import ReleaseFile
from tests.views.published import publish_seminar

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def begun(monkeypatch, settings):
    """The words of the processes that were begun; none is."""
    cache.clear()
    settings.FILES_AT_RELEASE = True
    words = []
    monkeypatch.setattr(subprocess, "Popen", lambda command, **_: words.append(tuple(command[3:])))
    return words


def test_what_many_miss_is_noted_once_and_one_process_is_begun(begun, monkeypatch):
    for _ in range(5):
        ask_for((RELEASE, "code"))
    ask_for((YEARS, "azembassy-islamabad"))

    with monkeypatch.context() as reads_alone:
        reads_alone.setattr(cache, "add", lambda *_: pytest.fail("It was noted already."))
        ask_for((RELEASE, "code"))
    assert begun == [("--asked",)]
    assert list(asked_for()) == [(RELEASE, "code"), (YEARS, "azembassy-islamabad")]
    assert list(asked_for()) == []


def test_no_more_is_noted_than_there_are_places(begun):
    for number in range(len(PLACES) + 20):
        ask_for((RELEASE, str(number)))

    assert len(list(asked_for())) == len(PLACES)
    assert begun == [("--asked",)]


def test_next_process_is_begun_when_the_one_before_has_done_its_work_or_was_killed(begun):
    ask_for((RELEASE, "first"))
    list(asked_for())
    ask_for((RELEASE, "second"))
    # Its key in the cache ends by itself.
    cache.delete(MAKER)
    ask_for((RELEASE, "second"))

    assert begun == [("--asked",)] * 3


def test_what_a_release_just_began_to_make_is_not_asked_for_as_well(begun):
    seminar = publish_seminar()
    begin_usual_files(seminar)
    ask_for((RELEASE, seminar.code))

    assert begun == [(seminar.code,)]
    have_made_usual_files(seminar)
    ask_for((RELEASE, seminar.code))
    assert begun[1:] == [("--asked",)]


def test_what_is_asked_for_again_although_it_was_made_waits_its_time(begun):
    ask_for((RELEASE, "code"))
    list(asked_for())
    ask_for((RELEASE, "code"))

    assert begun == [("--asked",)]


def test_cache_that_is_away_costs_nobody_the_page(begun, monkeypatch):
    def away(*_):
        raise ConnectionError

    monkeypatch.setattr(making, "CACHE_AWAY", (ConnectionError,))
    monkeypatch.setattr(cache, "get_many", away)
    ask_for((RELEASE, "code"))

    assert begun == []


@pytest.mark.parametrize("words", [{"asked": True}, {}])
def test_command_makes_what_is_missed_with_what_the_storage_lost(words, monkeypatch):
    monkeypatch.setattr(Format, "render", lambda self, *_: self.name.encode())
    monkeypatch.setattr(year_printing.year_in_print, "render", lambda *_: b"%PDF")
    seminar = publish_seminar()
    call_command("files", seminar.code)
    lost = ReleaseFile.kept.filter(name="a4").first()
    lost.file.storage.delete(lost.file.name)
    for asked in ((RELEASE, seminar.code), (RELEASE, "withdrawn"), (YEARS, "nobody")):
        ask_for(asked)

    call_command("files", **words)

    assert all(file.octets() is not None for file in ReleaseFile.kept.all())
