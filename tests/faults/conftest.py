import shutil
import sqlite3
from contextlib import closing

import pytest
from django.db import connection

from tests.served import fill


@pytest.fixture(scope="session")
def _filled(tmp_path_factory, django_db_setup, django_db_blocker):
    folder = tmp_path_factory.mktemp("filled")
    if connection.vendor == "sqlite":
        # To copy the tests' own tables takes less than to make them.
        with django_db_blocker.unblock(), closing(sqlite3.connect(folder / "db.sqlite3")) as copy:
            connection.ensure_connection()
            connection.connection.backup(copy)
    fill(folder, f"sqlite:///{folder}/db.sqlite3")
    if connection.vendor == "sqlite":
        # The tests before left pages behind that rows would go into without the file growing.
        with closing(sqlite3.connect(folder / "db.sqlite3")) as packed:
            packed.execute("VACUUM")
    return folder / "db.sqlite3"


@pytest.fixture
def database(_filled, tmp_path):
    """A file with the tables and the first rows, which no process has open."""
    return shutil.copy(_filled, tmp_path / "db.sqlite3")
