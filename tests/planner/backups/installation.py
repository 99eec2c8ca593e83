"""Installations of a test's own: each has a folder and a database, and is used by processes, as a real one is."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
from django.db import connection

ROOT = Path(__file__).resolve().parents[3]
PASSWORD = "for the rehearsal only"
OFFICER = "officer@azembassy-islamabad.example"
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
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

    def kept(self):
        """Return all that is there: the files with anything in them, and what a server keeps for it."""
        files = [path for path in self.folder.rglob("*") if path.is_file() and path.stat().st_size]
        found = {str(path.relative_to(self.folder)): path.read_bytes() for path in files}
        if self.database.startswith("postgres"):
            with psycopg.connect(self.database) as beside:
                for (name,) in beside.execute(TABLES).fetchall():
                    found[name] = beside.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608
        return found

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


# Where the tests' own database is PostgreSQL, each installation has another one on the same server.
databases = []


def installed(folder):
    """Return an installation with nothing in it yet: its database is a copy of the tests' own."""
    if connection.vendor == "postgresql":
        # A database that somebody is connected to cannot be copied so.
        connection.close()
        here = at(folder, database(connection.settings_dict["NAME"]))
    else:
        here = empty(folder)
        connection.ensure_connection()
        with closing(sqlite3.connect(folder / "db.sqlite3")) as copy:
            connection.connection.backup(copy)
    here.must("createcachetable")
    return here


def empty(folder):
    if connection.vendor == "postgresql":
        return at(folder, database("template0"))
    return at(folder, f"sqlite:///{folder}/db.sqlite3")


def at(folder, address):
    folder.mkdir()
    return Installation(folder, address)


def database(template):
    """Make a database on the tests' server; return its address."""
    name = f"installation_{uuid4().hex}"
    on_the_server(f"CREATE DATABASE {name} TEMPLATE {template}")
    databases.append(name)
    return address_of(name)


def drop_databases():
    while databases:
        on_the_server(f"DROP DATABASE {databases.pop()} WITH (FORCE)")


def on_the_server(statement):
    with psycopg.connect(address_of("postgres"), autocommit=True) as beside:
        beside.execute(statement)


def address_of(name):
    return urlsplit(os.environ["TEST_DATABASE_URL"])._replace(path=f"/{name}").geturl()
