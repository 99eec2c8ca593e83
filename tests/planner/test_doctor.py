"""Each thing that the doctor looks at is broken in turn, and told with its cure."""

import json
from datetime import UTC, datetime, timedelta
from io import StringIO
from shutil import copytree

import pytest
import time_machine
from django.contrib.staticfiles.finders import get_finders
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from events import disk
from events.exports import Format
from events.models import Invitation, ReleaseFile
from events.scoping import every_mission
from events.usual_files import make_usual_files
from planner import doctor
from planner.overdue import NEWEST_BACKUP, note_backup
from tests.factories import make_mission
from tests.views.published import publish

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _well(settings, tmp_path):
    """What tests are without: collected static files and a folder of the planner's own."""
    (tmp_path / "static").mkdir()
    collected = {name: name for finder in get_finders() for name, _ in finder.list(None)}
    (tmp_path / "static" / "staticfiles.json").write_text(json.dumps({"paths": collected}))
    settings.STATIC_ROOT = tmp_path / "static"
    settings.VAR_DIR, settings.TYPESETTER_DIR = tmp_path, tmp_path / "typesetter"
    note_backup(timezone.now())


def wrong(**options):
    return {each.about: each.wrong for each in doctor.examine(**options) if each.wrong}


def test_installation_that_is_well_is_told_line_by_line():
    call_command("doctor", stdout=(said := StringIO()))

    assert said.getvalue() == "".join(f"ok     {about}\n" for about in doctor.LOOKS)


def test_what_is_wrong_is_told_with_its_cure_and_exit_1(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "nothing"
    said = StringIO()

    with pytest.raises(SystemExit) as stopped:
        call_command("doctor", stdout=said)

    assert stopped.value.code == 1
    assert "wrong  static files: not collected. Cure: manage.py collectstatic --noinput\n" in said.getvalue()


def test_static_file_that_came_with_a_newer_planner_and_was_not_collected(tmp_path):
    manifest = tmp_path / "static" / "staticfiles.json"
    told = json.loads(manifest.read_text())
    del told["paths"]["events/copy.js"]
    manifest.write_text(json.dumps(told))

    assert wrong() == {"static files": "1 not collected, events/copy.js among them"}


def test_migration_that_was_not_applied():
    MigrationRecorder(connection).record_unapplied("sessions", "0001_initial")

    assert wrong() == {"migrations": "1 not applied, from sessions.0001_initial on"}


def test_cache_of_each_process_alone(settings):
    settings.WEB_CONCURRENCY = 2

    assert wrong()["cache"] == "it is not shared by the web processes"


def test_storage_that_takes_nothing(settings, tmp_path):
    (tmp_path / "file").touch()
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "file"},
        },
    }

    assert "file" in wrong()["storage of files"]


def test_folder_that_is_not_there(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "nothing"

    assert list(wrong()) == ["var"]


@pytest.mark.parametrize(
    ("limit", "words"),
    [("FOR_UPLOADS", "% free: no file is taken from outside"), ("FULL", "% free: /readyz answers 503")],
)
def test_disk_without_room(monkeypatch, limit, words):
    monkeypatch.setattr(disk, limit, 1.1)

    assert words in wrong()["disk"]


def test_font_that_was_changed(monkeypatch, tmp_path):
    fonts = copytree(doctor.FONTS, tmp_path / "fonts")
    (fonts / "EBGaramond-Regular.ttf").write_bytes(b"another")
    monkeypatch.setattr(doctor, "FONTS", fonts)

    assert wrong() == {"fonts": "EBGaramond-Regular.ttf missing or changed"}


def test_library_that_is_not_there(monkeypatch):
    monkeypatch.setattr(doctor, "LIBRARIES", (*doctor.LIBRARIES, "pango-of-tomorrow"))

    assert wrong() == {"print libraries": "pango-of-tomorrow cannot be found"}


def test_language_that_was_not_compiled(settings, tmp_path):
    (tmp_path / "az" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "az" / "LC_MESSAGES" / "django.po").touch()
    settings.LOCALE_PATHS = [tmp_path]

    assert wrong() == {"translations": "az not compiled"}


def test_setting_that_would_refuse_to_start(settings):
    settings.ALLOWED_HOSTS = ["*"]

    assert wrong()["settings"].startswith("planner.E003")


@pytest.mark.parametrize(("year", "about"), [(2001, "clock"), (2040, "time zones")])
def test_clock_of_another_year_and_zones_of_long_ago(year, about):
    with time_machine.travel(datetime(year, 1, 2, tzinfo=UTC)):
        note_backup(timezone.now())
        assert list(wrong()) == [about]


def test_mail_server_that_does_not_answer(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    assert wrong() == {}
    assert "refused" in wrong(mail=True)["mail server"]


def test_file_of_a_release_that_the_storage_damaged():
    with every_mission():
        release = publish(make_mission(), at=timezone.now())
    file = ReleaseFile.kept.keep(release, "json", ("en",), "", octets=b"whole", suffix="json", made_by="test")
    assert wrong() == {}

    with file.file.open("wb") as damaged:
        damaged.write(b"broken")

    assert wrong() == {"files of releases": f"1 lost or damaged, first {file.file.name}"}


def test_backup_that_was_never_made_or_not_last_night():
    note_backup(timezone.now() - timedelta(hours=27))
    told = wrong()
    default_storage.delete(NEWEST_BACKUP)

    assert list(told) == ["backup"]
    assert told["backup"].startswith("the newest is of ")
    assert wrong() == {"backup": "none was made yet"}


def test_release_whose_files_nobody_made():
    with every_mission():
        release = publish(make_mission(), at=timezone.now() - timedelta(hours=2))

    told = {"files to make": f"1 releases lack some or have them of another version, first {release.code}"}
    assert wrong() == told


def test_release_whose_data_an_older_version_wrote(monkeypatch):
    monkeypatch.setattr(Format, "render", lambda self, *_: self.name.encode())
    with every_mission():
        release = publish(make_mission(), at=timezone.now() - timedelta(hours=2))
    make_usual_files(release)
    assert wrong() == {}

    monkeypatch.setattr("events.printing.code_version", lambda: "newer")

    assert list(wrong()) == ["files to make"]
    make_usual_files(release)
    assert wrong() == {}


def test_invitation_that_no_mail_server_took():
    mission = make_mission()
    at = timezone.now() - timedelta(hours=2)
    invited = {"mission": mission, "email": "a@b.example", "invited_at": at, "expires_at": at}
    invitation = Invitation._base_manager.create(**invited)

    assert wrong()["mails to send"].startswith("1 invitations were not sent, the first of ")

    Invitation._base_manager.filter(pk=invitation.pk).update(sent_at=at)
    assert wrong() == {}


def test_looking_leaves_nothing_in_the_storage():
    wrong()

    assert [name for name in default_storage.listdir("")[1] if name.startswith("doctor")] == []


def test_readyz_says_ok_without_cookies(client):
    answer = client.get("/readyz")

    assert (answer.status_code, answer.content, dict(answer.cookies)) == (200, b"ok", {})


def test_readyz_refuses_where_the_disk_is_full(client, monkeypatch):
    monkeypatch.setattr(disk, "FULL", 1.1)

    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (503, b"disk is full")


def test_readyz_refuses_where_the_cache_does_not_answer(client, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1",
        }
    }

    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (503, b"cache does not answer")
