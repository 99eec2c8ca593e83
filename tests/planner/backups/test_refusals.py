"""Whatever is wrong with a backup or with the place for it: one line that says so, exit 1, and nothing half done."""

import json
import resource
import stat
import zipfile

import pytest
from django.core.management import CommandError, call_command

from planner.backups.postgresql import missing_program
from planner.backups.told import without_password
from tests.planner.backups.installation import empty, installed

# The tests' database is there where a test asks for one.
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def here(tmp_path_factory, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        place = installed(tmp_path_factory.mktemp("refusals") / "here")
    (place.folder / "media" / "releases").mkdir(parents=True)
    return place


@pytest.fixture(scope="module")
def backup(here):
    path = here.folder.parent / "copy.zip"
    here.must("backup", "--output", path)
    return path


def said(done):
    """Return the one line in which a command refused."""
    assert done.returncode == 1
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


def refused(path):
    """Return the one line in which a backup is refused, wherever it were to go."""
    with pytest.raises(CommandError) as error:
        call_command("restore", path, verify=True)
    assert error.value.returncode == 1
    assert "\n" not in str(error.value)
    return str(error.value)


def changed(backup, path, change):
    """Write the backup anew with what ``change`` makes of the members."""
    with zipfile.ZipFile(backup) as old:
        members = {name: old.read(name) for name in old.namelist()}
    change(members)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, octets in members.items():
            new.writestr(name, octets)
    return path


def retold(**values):
    def change(members):
        members["manifest.json"] = json.dumps({**json.loads(members["manifest.json"]), **values}).encode()

    return change


def test_backup_is_for_its_owner_alone_and_tells_no_secret(here, backup):
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    with zipfile.ZipFile(backup) as file:
        told = json.loads(file.read("settings.json"))
        secrets = file.read("settings.json") + file.read("manifest.json")
    assert told["EMAIL_URL"] == "smtp://mail.example:25"
    assert told["ALLOWED_HOSTS"] == "testserver"
    assert b"s3cret" not in secrets
    assert here.environment["SECRET_KEY"].encode() not in secrets


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("postgres://planner:p%40ss@db.example:5432/planner?x=s3cret", "postgres://db.example:5432/planner"),
        ("sqlite:////srv/planner/db.sqlite3", "sqlite:////srv/planner/db.sqlite3"),
        ("", ""),
    ],
)
def test_address_is_told_without_its_password(address, told):
    assert without_password(address) == told


@pytest.mark.parametrize("share", [0, 0.3, 0.99])
def test_backup_that_was_cut_off_is_refused(tmp_path, backup, share):
    (tmp_path / "cut.zip").write_bytes(backup.read_bytes()[: int(backup.stat().st_size * share)])

    assert refused(tmp_path / "cut.zip").endswith(
        "is no whole backup: it was cut off or is something else. Nothing was restored."
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda members: members.update({"settings.json": b"{}"}), "another checksum"),
        (lambda members: members.pop("settings.json"), "does not hold what its manifest names"),
        (lambda members: members.update({"more": b""}), "does not hold what its manifest names"),
        (lambda members: members.pop("manifest.json"), "its manifest cannot be read"),
        (retold(format=2), "has format 2, and this planner reads 1: it was made by a newer one"),
        (retold(surplus=2), "its manifest cannot be read"),
        (retold(migrations=["events.0999_later"]), "which is newer: events.0999_later is not known here"),
        (retold(database="oracle"), "is of oracle, and DATABASE_URL names"),
    ],
)
def test_backup_that_is_not_as_it_was_written_is_refused(tmp_path, backup, change, words):
    assert words in refused(changed(backup, tmp_path / "other.zip", change))


def test_backup_of_other_rows_than_it_tells_is_refused_and_nothing_of_it_stays(tmp_path, backup):
    other = changed(backup, tmp_path / "other.zip", retold(rows={"events_event": 1}))
    there = empty(tmp_path / "there")

    assert "has other rows than" in said(there.command("restore", other))
    assert there.kept() == {}


def test_octet_that_the_disk_lost_is_found(tmp_path, backup):
    octets = bytearray(backup.read_bytes())
    octets[len(octets) // 3] ^= 1
    (tmp_path / "other.zip").write_bytes(octets)

    assert "is damaged" in said(
        empty(tmp_path / "there").command("restore", tmp_path / "other.zip", "--verify")
    )


def test_place_that_is_not_empty_is_left_as_it_is(tmp_path, here, backup):
    before = here.kept()
    there = empty(tmp_path / "there")
    (there.folder / "media").mkdir()
    (there.folder / "media" / "of-somebody").write_text("kept")

    assert "The database is not empty" in said(here.command("restore", backup))
    assert "The storage of files is not empty" in said(there.command("restore", backup))

    assert here.kept() == before
    assert there.kept() == {"media/of-somebody": b"kept"}


def test_backup_never_takes_the_place_of_a_file(tmp_path, here):
    (tmp_path / "kept.zip").write_text("kept")

    assert "is there already" in said(here.command("backup", "--output", tmp_path / "kept.zip"))
    assert "cannot be written" in said(here.command("backup", "--output", tmp_path / "no-folder" / "a.zip"))

    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"kept.zip": "kept"}


@pytest.mark.parametrize(
    ("dumps", "restores", "told"),
    [
        ("15.18", "15.18", ""),
        ("17.2", "16.1", ""),
        ("14.9", "15.18", "pg_dump is of version 14, and the server of 15"),
        ("15.18", "", "pg_restore is not installed"),
    ],
)
def test_programs_of_postgresql_that_cannot_back_it_up_are_told(tmp_path, monkeypatch, dumps, restores, told):
    for name, version in (("pg_dump", dumps), ("pg_restore", restores)):
        (tmp_path / name).write_text(f"#!/bin/sh\necho '{name} (PostgreSQL) {version}'\n")
        (tmp_path / name).chmod(0o700 if version else 0o600)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert missing_program(15) == told


def test_no_room_for_a_file_is_told_and_leaves_nothing(tmp_path, here, backup):
    """A limit of the kernel on the size of files stands for a full disk."""
    half = backup.stat().st_size // 2

    def small():
        resource.setrlimit(resource.RLIMIT_FSIZE, (half, half))

    (tmp_path / "out").mkdir()
    there = empty(tmp_path / "there")

    assert said(here.command("backup", "--output", tmp_path / "out" / "copy.zip", preexec_fn=small))
    assert said(there.command("restore", backup, preexec_fn=small)).endswith("Nothing was restored.")

    assert list((tmp_path / "out").iterdir()) == []
    assert there.kept() == {}


def test_backup_of_more_than_the_disk_has_free_is_refused_before_anything_is_written(tmp_path, backup):
    big = changed(backup, tmp_path / "big.zip", retold(sizes={"database.sqlite3": 10**18}))
    there = empty(tmp_path / "there")

    assert "bytes free, and the backup needs" in said(there.command("restore", big))
    assert there.kept() == {}
