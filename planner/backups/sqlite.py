"""SQLite, copied by its own way of doing so while others write: a file copied by anything else may be broken."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection

from planner.backups.archive import BackupError, Manifest
from planner.backups.copies import Copy, Query, copied, counted

TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"


class Sqlite:
    kind = "sqlite"
    member = "database.sqlite3"

    @contextmanager
    def taken(self, folder: Path) -> Iterator[Copy]:
        path = folder / self.member
        try:
            connection.ensure_connection()
            with closing(sqlite3.connect(path)) as copy:
                connection.connection.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
                _refuse_damage(copy)
                query = _query(copy)
                found = copied(path, query, [name for (name,) in query(TABLES)])
        except sqlite3.Error as error:
            raise BackupError(f"The database cannot be copied: {error}.") from None
        yield found

    def check(self, path: Path, manifest: Manifest) -> None:
        """Open the copy. Raises BackupError where SQLite finds it damaged or other rows than the manifest says."""
        try:
            with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as copy:
                _refuse_damage(copy)
                query = _query(copy)
                rows = counted(query, [name for (name,) in query(TABLES)])
        except sqlite3.Error as error:
            raise BackupError(f"The database of the backup cannot be opened: {error}.") from None
        if rows != manifest.rows:
            raise BackupError("The database of the backup has other rows than its manifest says.")

    @contextmanager
    def workspace(self) -> Iterator[Path]:
        """A folder for the copy, beside where it goes: a file is put in place at once only within one file system."""
        folder = self.path.parent
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".restoring-", dir=folder) as name:
            yield Path(name)

    def put(self, path: Path) -> None:
        connection.close()
        os.replace(path, self.path)

    def clear(self) -> None:
        connection.close()
        for suffix in ("", "-journal", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                os.unlink(f"{self.path}{suffix}")

    @property
    def path(self) -> Path:
        return Path(connection.settings_dict["NAME"]).absolute()


def _query(database: sqlite3.Connection) -> Query:
    return lambda sql: database.execute(sql).fetchall()


def _refuse_damage(database: sqlite3.Connection) -> None:
    found = [row[0] for row in database.execute("PRAGMA integrity_check(1)")]
    if found != ["ok"]:
        raise BackupError(f"The database is damaged: {found[0]}.")
    if torn := database.execute("PRAGMA foreign_key_check").fetchone():
        raise BackupError(
            f"The database is damaged: a row of {torn[0]} names one of {torn[2]} that is not there."
        )
