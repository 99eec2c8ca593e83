"""A database of its own with the demonstration in it, for as long as something is measured."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import gettempdir

from django.db import connection
from django.test import Client
from django.test.utils import override_settings, setup_test_environment, teardown_test_environment
from django.utils import timezone
from django.utils.crypto import get_random_string

from events.models import Event, Release, User
from events.operations.demonstration import load_demonstration
from events.scoping import every_mission

SEMINAR = "islamabad-seminar-2023"
OFFICER = "officer@azembassy-islamabad.example"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    # Where they lie: nobody has to collect them before measuring.
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


@dataclass(frozen=True, slots=True)
class Scratch:
    """A released event, and a browser in which an officer of its mission is logged in."""

    event: Event
    release: Release
    client: Client
    number: int = 0
    """How many made-up events are to stand beside it where many are wanted."""

    def get(self, address: str) -> bytes:
        """Return a part of a page as htmx asks for it. Raises ValueError where it is not there."""
        response = self.client.get(address, headers={"HX-Request": "true"}, secure=True)
        if response.status_code != 200:
            raise ValueError(f"{address} answers {response.status_code}.")
        return bytes(response.content)


@contextmanager
def scratch_database(number: int = 0) -> Iterator[Scratch]:
    """Yield the scratch event; what is really kept, in database and storage, is not touched."""
    setup_test_environment(debug=False)
    kept, test = connection.settings_dict["NAME"], connection.settings_dict["TEST"]
    in_file = f"{gettempdir()}/ceremony-planner-bench-{os.getpid()}.sqlite3"
    try:
        if connection.vendor == "sqlite":
            # A file, so that a server of its own can read it.
            connection.settings_dict["TEST"] = {**test, "NAME": in_file}
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            with override_settings(STORAGES=STORAGES), every_mission():
                yield filled(number)
        finally:
            connection.creation.destroy_test_db(kept, verbosity=0)
    finally:
        connection.settings_dict["TEST"] = test
        teardown_test_environment()


def filled(number: int = 0) -> Scratch:
    """Return the scratch event of a database into which the demonstration is loaded."""
    load_demonstration(timezone.now(), get_random_string(20))
    release = Release.published.current().select_related("event__mission").get(event_slug=SEMINAR)
    client = Client()
    client.force_login(User.objects.get(email=OFFICER))
    return Scratch(release.event, release, client, number)
