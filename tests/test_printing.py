"""Files of a release: made once, kept for good, gone with the event."""

import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection

from events import makers
from events.exports import Format
from events.exports.pdf.errors import MissingGlyphError
from events.models import Event, FileIsImmutableError, Person, ReleaseFile
from events.operations.removal import KEPT_FOR, purge
from events.printing import file_of
from events.programme.text import Text
from events.scoping import every_mission
from events.usual_files import make_usual_files, usual_files
from tests.views.published import RELEASED_AT, publish_exhibition, publish_seminar
from typesetter.client import patience
from typesetter.errors import BusyError

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def rendered(monkeypatch):
    """The names of what was rendered, in place of the seconds that a typesetter takes."""
    asked = []

    def render(self, programme, languages, site_url, wishes=None):
        asked.append((self.name, *languages))
        return f"{self.name} {languages} number {len(asked)}".encode()

    monkeypatch.setattr(Format, "render", render)
    return asked


@pytest.fixture
def seminar():
    return publish_seminar()


def test_file_stays_as_it_was_first_made_whatever_the_planner_would_make_today(
    seminar, monkeypatch, rendered
):
    first = file_of(seminar, "a4", ("en",))
    monkeypatch.setattr("events.printing.code_version", lambda: "another")

    assert file_of(seminar, "a4", ("en",)) == first
    assert rendered == [("a4", "en")]
    assert ReleaseFile.kept.get().made_by != "another"


def test_kept_file_cannot_be_changed(seminar):
    file_of(seminar, "a4", ("en",))
    kept = ReleaseFile.kept.get()

    with pytest.raises(FileIsImmutableError):
        kept.save()
    with pytest.raises(FileIsImmutableError):
        ReleaseFile.kept.update(sha256="")


def test_second_process_that_made_the_file_meanwhile_gets_what_the_first_one_kept(seminar):
    said = {"suffix": "pdf", "made_by": "1"}
    first = ReleaseFile.kept.keep(seminar, "a4", ("en",), "", octets=b"first", **said)
    second = ReleaseFile.kept.keep(seminar, "a4", ("en",), "", octets=b"second", **said)

    assert second == first
    assert second.octets() == b"first"
    assert len(default_storage.listdir(f"releases/{seminar.code}")[1]) == 1


@pytest.mark.django_db(transaction=True)
def test_document_that_two_ask_for_at_once_is_made_by_one_of_them(monkeypatch):
    seminar = publish_seminar()
    begun, waiting, made = threading.Event(), threading.Event(), []

    def render(self, programme, languages, site_url, wishes=None):
        made.append(self.name)
        begun.set()
        assert waiting.wait(60)
        return b"made once"

    def asked():
        try:
            return file_of(seminar, "a4", ("en",))
        finally:
            connection.close()

    monkeypatch.setattr(Format, "render", render)
    monkeypatch.setattr(makers, "sleep", lambda seconds: waiting.set())
    with ThreadPoolExecutor() as both:
        first = both.submit(asked)
        assert begun.wait(60)
        second = both.submit(asked)
        answers = [first.result(), second.result()]

    assert answers == [b"made once"] * 2
    assert made == ["a4"]


def test_document_is_made_where_the_cache_has_no_room_to_say_so(seminar, monkeypatch):
    monkeypatch.setattr(makers.cache, "add", lambda *args: False)

    assert file_of(seminar, "a4", ("en",)).startswith(b"a4")


def test_document_whose_maker_does_not_end_is_not_waited_for_in_vain(seminar, monkeypatch):
    monkeypatch.setattr(makers.cache, "add", lambda *args: False)
    monkeypatch.setattr(makers.cache, "get", lambda *args: "another's")
    token = patience.set(0)
    try:
        with pytest.raises(BusyError):
            file_of(seminar, "a4", ("en",))
    finally:
        patience.reset(token)


@pytest.mark.parametrize("damage", [b"", b"%PDF of somebody else"])
def test_file_that_the_storage_lost_or_damaged_is_made_anew_and_that_is_logged(seminar, caplog, damage):
    file_of(seminar, "a4", ("en",))
    lost = ReleaseFile.kept.get()
    default_storage.delete(lost.file.name)
    if damage:
        with default_storage.open(lost.file.name, "wb") as file:
            file.write(damage)

    with caplog.at_level(logging.ERROR, "events"):
        anew = file_of(seminar, "a4", ("en",))

    assert file_of(seminar, "a4", ("en",)) == anew
    assert lost.sha256 in caplog.text


def test_file_is_given_out_although_it_cannot_be_kept(seminar, monkeypatch):
    def full(*args, **kwargs):
        raise OSError("No space left on device")

    monkeypatch.setattr(type(default_storage._wrapped), "_save", full)

    assert file_of(seminar, "a4", ("en",)).startswith(b"a4")
    assert not ReleaseFile.kept.exists()


def test_file_in_a_storage_that_does_not_answer_is_made_for_now_and_what_is_kept_stays(seminar, monkeypatch):
    kept = file_of(seminar, "a4", ("en",))

    def away(*args, **kwargs):
        raise OSError("Connection refused")

    with monkeypatch.context() as storage:
        storage.setattr(type(default_storage._wrapped), "_open", away)
        assert file_of(seminar, "a4", ("en",)).startswith(b"a4")

    assert file_of(seminar, "a4", ("en",)) == kept


def test_command_makes_all_that_the_public_is_offered_and_the_second_time_nothing(seminar, rendered):
    call_command("files", seminar.code)
    made = list(rendered)
    call_command("files")

    offered = [
        (name, *languages) for name, each in usual_files(seminar.programme).items() for languages, _ in each
    ]
    assert sorted(made) == sorted([*offered, ("json", *seminar.programme.languages)])
    assert rendered == made
    assert {("a4", "az"), ("booklet", "ur")} <= set(offered)
    assert offered.count(("a4", "ur")) == 2
    assert not any(name == "run-sheet" for name, *_ in offered)


def test_command_goes_on_and_says_what_cannot_be_made(seminar, monkeypatch):
    render = Format.render

    def fail(self, programme, languages, *rest):
        if (self.name, languages) == ("a4", ("ur",)):
            raise MissingGlyphError({"☃"})
        return render(self, programme, languages, *rest)

    monkeypatch.setattr(Format, "render", fail)

    with pytest.raises(CommandError, match="a4 in ur"):
        call_command("files", seminar.code)
    assert ReleaseFile.kept.filter(name="booklet").exists()
    with pytest.raises(CommandError, match="no release with the code “00000000”"):
        call_command("files", "00000000")


def test_files_go_with_an_event_that_is_deleted_for_good(seminar, django_capture_on_commit_callbacks):
    other = publish_exhibition()
    make_usual_files(seminar)
    file_of(other, "a4", ("en",))
    with every_mission():
        Event.objects.filter(pk=seminar.event_id).update(deleted_at=RELEASED_AT)
        purge(RELEASED_AT + KEPT_FOR - timedelta(days=1))
        assert ReleaseFile.kept.filter(release=seminar).exists()
        with django_capture_on_commit_callbacks(execute=True):
            purge(RELEASED_AT + KEPT_FOR + timedelta(days=1))

    assert [file.release for file in ReleaseFile.kept.all()] == [other]
    assert default_storage.listdir(f"releases/{seminar.code}")[1] == []


def test_kept_file_has_no_address_of_its_own(client, seminar):
    file_of(seminar, "a4", ("en",))

    assert client.get(f"/media/{ReleaseFile.kept.get().file.name}").status_code == 404


def test_envelopes_are_written_as_the_register_says_today_and_never_kept(seminar, monkeypatch):
    told = []

    def render(self, programme, languages, site_url, wishes):
        told.append(wishes.addresses)
        return b"%PDF"

    monkeypatch.setattr(Format, "render", render)
    with every_mission():
        file_of(seminar, "envelopes", ("en",))
        person = Person.objects.get(name__contains="Khazar Farhadov")
        Person.objects.filter(pk=person.pk).update(envelope={"en": "The Ambassador"})
        file_of(seminar, "envelopes", ("en",))

    assert told == [{}, {str(person.uid): Text.of({"en": "The Ambassador"})}]
    assert not ReleaseFile.kept.exists()
