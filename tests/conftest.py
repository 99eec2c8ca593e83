import fcntl
import os
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection, transaction
from hypothesis import settings

# Playwright runs a loop in the test's thread, where Django would refuse to touch the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

settings.register_profile("planner", derandomize=True, deadline=None)
settings.load_profile("planner")

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    if not CHROMIUM.exists():
        pytest.fail("The browser tests need Chromium; script/test installs it.")
    return {
        **browser_type_launch_args,
        "executable_path": str(CHROMIUM),
        "args": [
            # Chromium's sandbox does not start as root, as which CI runs; the tests open the project's own pages alone.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


# What takes longest begins first, so that no process is left alone with a long file at the end. Before the first tests
# with tables stand tests without, so that nobody waits while the tables are made.
FIRST = (
    "exports",
    "browser",
    "faults",
    "planner",
    "management",
    "test_words_of_pages.py",
    "typesetter",
    "views",
)
LAST = ("programme",)
TESTS = Path(__file__).parent


def pytest_collection_modifyitems(items):
    def turn(item):
        part = item.path.relative_to(TESTS).parts[0]
        return FIRST.index(part) if part in FIRST else len(FIRST) + (part in LAST)

    items.sort(key=turn)


@contextmanager
def one_at_a_time(folder):
    """Yield a file of the whole run, which no other process of it reads or writes meanwhile."""
    with (folder / "tables").open("a+") as kept:
        fcntl.flock(kept, fcntl.LOCK_EX)
        kept.seek(0)
        yield kept


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, tmp_path_factory, worker_id):
    """The tables, made by the migrations once: the process that needs them first copies them for the others.

    A process in the place of one that crashed, which nobody counted on, makes its own.
    """
    creation, before = connection.creation, connection.settings_dict["NAME"]
    processes = {f"gw{number}" for number in range(int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", 0)))}
    folder = tmp_path_factory.getbasetemp()
    with django_db_blocker.unblock():
        with one_at_a_time(folder.parent if processes else folder) as kept:
            if processes and worker_id not in processes:
                connection.settings_dict["NAME"] = f"{before}_{worker_id}"
                creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
            elif made := kept.read():
                connection.settings_dict["NAME"] = made
                connection.settings_dict["NAME"] = creation.get_test_db_clone_settings(worker_id)["NAME"]
            else:
                kept.write(creation.create_test_db(verbosity=0, autoclobber=True, serialize=False))
                for other in processes - {worker_id}:
                    creation.clone_test_db(other, verbosity=0)
        yield
        creation.destroy_test_db(before, verbosity=0)


@pytest.fixture(scope="module")
def rows_of_the_file(django_db_setup, django_db_blocker):
    """What is written now stays there until the last test of the file, while each test takes back what it does itself.

    For what is dear to make. All tests of the file that need other rows belong into another one.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
