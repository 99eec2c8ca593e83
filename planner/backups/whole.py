"""The two ways: all of an installation into one file, and out of it into an empty place."""

import json
import tomllib
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.cache import cache
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from events.models import KeptFeed, PrivateFeed
from events.operations.erasure import erase_again
from events.scoping import every_mission
from planner.backups.archive import FILES, SETTINGS, Backup, BackupError, Manifest, Writer, opened, written
from planner.backups.copies import counted
from planner.backups.erasures import Listed
from planner.backups.postgresql import PostgreSQL, query
from planner.backups.room import refuse_without_room
from planner.backups.sqlite import Sqlite
from planner.backups.told import settings_without_secrets
from planner.overdue import note_backup


def database() -> Sqlite | PostgreSQL:
    return PostgreSQL() if connection.vendor == "postgresql" else Sqlite()


def version() -> str:
    with open(settings.BASE_DIR / "pyproject.toml", "rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def back_up(path: Path, now: datetime) -> Manifest:
    """Write everything to ``path``, and read it again. Others may write meanwhile. Raises BackupError."""
    here = database()
    with written(path) as writer:
        with (
            TemporaryDirectory(prefix=".backup-", dir=path.parent) as folder,
            here.taken(Path(folder)) as copy,
        ):
            with open(copy.path, "rb") as file:
                writer.add(here.member, file)
            # The storage keeps a file before the database names it, and deletes it after: what is copied now is enough.
            missing = [name for name in copy.files if not _added(writer, name)]
            told = json.dumps(settings_without_secrets(), indent=1, ensure_ascii=False)
            writer.add(SETTINGS, BytesIO(told.encode()))
        manifest = Manifest(now.isoformat(), version(), here.kind, copy.migrations, copy.rows, missing)
        writer.close_with(manifest)
    note_backup(now)
    with opened(path) as backup:
        return backup.manifest


def _added(writer: Writer, name: str) -> bool:
    try:
        file = default_storage.open(name, "rb")
    except FileNotFoundError:
        return False
    with file:
        writer.add(f"{FILES}{name}", file)
    return True


def verify(path: Path) -> Manifest:
    """Do all that ``restore`` does before it looks at the place. Raises BackupError."""
    here = database()
    with opened(path) as backup, TemporaryDirectory(prefix="planner-verifying-") as folder:
        backup.verify()
        _refuse_strangers(path, backup.manifest, here)
        here.check(backup.extract(here.member, Path(folder)), backup.manifest)
        return backup.manifest


def restore(
    path: Path, now: datetime, *, revoke_feeds: bool = False, erased: Listed | None = None
) -> Manifest:
    """Bring all of it back, into an empty database and an empty storage. Nobody is logged in afterwards.

    Who is ``erased``, and in the backup still, is erased again. Raises BackupError; then the place is empty as before.
    """
    here = database()
    with opened(path) as backup:
        backup.verify()
        manifest = backup.manifest
        _refuse_strangers(path, manifest, here)
        _refuse_what_is_there()
        with ExitStack() as undo, here.workspace() as folder:
            refuse_without_room(manifest, folder)
            copy = backup.extract(here.member, folder)
            here.check(copy, manifest)
            for name in manifest.files:
                undo.callback(default_storage.delete, name.removeprefix(FILES))
                _put_file(backup, name)
            undo.callback(here.clear)
            here.put(copy)
            _compare(manifest)
            _begin_anew(now, revoke_feeds)
            with every_mission():
                erase_again(erased or [])
            undo.pop_all()
        return manifest


def _refuse_strangers(path: Path, manifest: Manifest, here: Sqlite | PostgreSQL) -> None:
    if manifest.database != here.kind:
        raise BackupError(f"{path} is of {manifest.database}, and DATABASE_URL names {here.kind}.")
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations or {}}
    if later := [name for name in manifest.migrations if name not in known]:
        raise BackupError(
            f"{path} was made by planner {manifest.planner}, which is newer: {later[-1]} is not known here."
        )


def _refuse_what_is_there() -> None:
    if connection.introspection.table_names():
        raise BackupError("The database is not empty: restore into a new one (DATABASE_URL).")
    if any(_files_within("")):
        raise BackupError("The storage of files is not empty: restore into a new one.")


def _files_within(folder: str) -> Iterator[str]:
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from files
    for name in folders:
        yield from _files_within(f"{folder}/{name}".lstrip("/"))


def _put_file(backup: Backup, name: str) -> None:
    wanted = name.removeprefix(FILES)
    try:
        with (
            TemporaryDirectory(prefix="planner-restoring-") as folder,
            open(backup.extract(name, Path(folder)), "rb") as file,
        ):
            kept = default_storage.save(wanted, File(file))
    except OSError as error:
        raise BackupError(f"{wanted} cannot be put into the storage: {error.strerror or error}.") from None
    if kept != wanted:
        default_storage.delete(kept)
        raise BackupError(f"{wanted} is in the storage already.")


def _compare(manifest: Manifest) -> None:
    rows = counted(query, connection.introspection.table_names())
    if other := sorted(
        table for table in rows | manifest.rows if rows.get(table) != manifest.rows.get(table)
    ):
        raise BackupError(f"What was restored has other rows than the backup in {', '.join(other)}.")


def _begin_anew(now: datetime, revoke_feeds: bool) -> None:
    """What was true of the lost installation alone: who was logged in, and what was kept to be quick."""
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    query("DELETE FROM django_session")
    cache.clear()
    # A calendar program may know a later state than the one restored: it must not hear that nothing has changed.
    KeptFeed.objects.all().delete()
    if revoke_feeds:
        PrivateFeed.objects.standing().update(revoked_at=now)
