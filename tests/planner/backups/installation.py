"""Installations of a test's own: each has a folder and a database, and is used by processes, as a real one is."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).resolve().parents[3]
PASSWORD = "for the rehearsal only"
OFFICER = "officer@azembassy-islamabad.example"
BEGINNING = "import django, json, sys\ndjango.setup()\n"


@dataclass(frozen=True)
class Installation:
    folder: Path
    database: str

    @property
    def environment(self):
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "DJANGO_SETTINGS_MODULE": "tests.planner.backups.drill_settings",
            "INSTALLATION": str(self.folder),
            "DATABASE_URL": self.database,
            "SECRET_KEY": "f0Wc7" * 12,
            "EMAIL_URL": "smtp://planner:mail-s3cret@mail.example:25",
            "ALLOWED_HOSTS": "testserver",
            "DEMO_PASSWORD": PASSWORD,
            "LOG_LEVEL": "ERROR",
        }

    def command(self, *words, **options):
        """Return how a management command ended."""
        return subprocess.run(
            [sys.executable, "manage.py", *map(str, words)],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            **options,
        )

    def must(self, *words):
        done = self.command(*words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def python(self, code, *arguments):
        """Run it with Django set up; return what it printed last, as JSON."""
        with self.begin(code, *arguments) as process:
            told, complaints = process.communicate()
        assert process.returncode == 0, complaints
        return json.loads(told.splitlines()[-1])

    def begin(self, code, *arguments):
        return subprocess.Popen(
            [sys.executable, "-c", BEGINNING + code, *arguments],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


def installed(folder):
    """Return an installation with nothing in it yet, on SQLite a copy of the tests' own database."""
    here = empty(folder)
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(folder / "db.sqlite3")) as copy:
            connection.connection.backup(copy)
    else:
        here.must("migrate", "--verbosity=0")
    here.must("createcachetable")
    return here


def empty(folder, database=None):
    folder.mkdir()
    return Installation(folder, database or f"sqlite:///{folder}/db.sqlite3")
