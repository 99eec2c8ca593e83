"""PostgreSQL, by its own programs: all that is counted is of the very instant that ``pg_dump`` copies."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection, transaction

from planner.backups.archive import BackupError, Manifest
from planner.backups.copies import Copy, copied

# What a restore brought into a schema that was empty before it, those of extensions left alone.
FUNCTIONS = """
SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace
AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
"""


class PostgreSQL:
    kind = "postgresql"
    member = "database.dump"

    @contextmanager
    def taken(self, folder: Path) -> Iterator[Copy]:
        path = folder / self.member
        with transaction.atomic():
            query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            snapshot = query("SELECT pg_export_snapshot()")[0][0]
            _run("pg_dump", "-Fc", "--no-owner", "--no-acl", f"--snapshot={snapshot}", f"--file={path}")
            yield copied(path, query, connection.introspection.table_names())

    def check(self, path: Path, manifest: Manifest) -> None:
        """Raises BackupError where the dump cannot be read from end to end."""
        _start("pg_restore", ["--file=/dev/null", str(path)])

    @contextmanager
    def workspace(self) -> Iterator[Path]:
        with TemporaryDirectory(prefix="planner-restoring-") as name:
            yield Path(name)

    def put(self, path: Path) -> None:
        connection.close()
        _run("pg_restore", "--no-owner", "--no-acl", "--exit-on-error", "--single-transaction", path=path)

    def clear(self) -> None:
        connection.close()
        with transaction.atomic():
            for table in connection.introspection.table_names():
                query(f'DROP TABLE "{table}" CASCADE')
            for (function,) in query(FUNCTIONS):
                query(f"DROP FUNCTION {function} CASCADE")


def missing_program(server: int) -> str:
    """Return, in words, which program cannot back up or restore a server of this version; empty where both can."""
    for program in ("pg_dump", "pg_restore"):
        if not shutil.which(program):
            return f"{program} is not installed"
        told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603
        own = int("".join(re.findall(r"\d+", told)[:1]) or 0)
        if own < server:
            return f"{program} is of version {own}, and the server of {server}"
    return ""


def query(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall() if cursor.description else []


def _run(program: str, *options: str, path: Path | None = None) -> None:
    named = connection.settings_dict
    where = [f"--host={named['HOST']}"] if named["HOST"] else []
    where += [f"--port={named['PORT']}"] if named["PORT"] else []
    where += [f"--username={named['USER']}"] if named["USER"] else []
    source = [str(path)] if path else []
    _start(program, [*options, *where, f"--dbname={named['NAME']}", "--no-password", *source])


def _start(program: str, arguments: list[str]) -> None:
    password = connection.settings_dict["PASSWORD"]
    environment = {**os.environ, **({"PGPASSWORD": password} if password else {})}
    try:
        done = subprocess.run(  # noqa: S603
            [program, *arguments], env=environment, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise BackupError(
            f"{program} is not installed (on Debian: apt-get install postgresql-client)."
        ) from None
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"{program} ended with status {done.returncode}."]
        raise BackupError(said[0])
