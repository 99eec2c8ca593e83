import shutil

import pytest

from tests.served import fill


@pytest.fixture(scope="session")
def _filled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("filled")
    fill(folder, f"sqlite:///{folder}/db.sqlite3")
    return folder / "db.sqlite3"


@pytest.fixture
def database(_filled, tmp_path):
    """A file with the tables and the first rows, which no process has open."""
    return shutil.copy(_filled, tmp_path / "db.sqlite3")
