"""The demonstration on one day or another, and by its command."""

from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.core.management import call_command

from events.models import Release, User
from events.operations.demonstration import load_demonstration
from events.programme.choices import Status
from tests.programmes import people

pytestmark = pytest.mark.django_db
TODAY = datetime(2026, 11, 25, 8, tzinfo=UTC)


def released(slug):
    return Release.published.current().get(event_slug=slug).programme


@pytest.mark.parametrize(
    ("today", "on"),
    [
        (TODAY, date(2027, 1, 20)),
        (datetime(2027, 1, 20, 23, tzinfo=UTC), date(2027, 1, 20)),
        (datetime(2027, 1, 21, tzinfo=UTC), date(2028, 1, 20)),
    ],
)
def test_next_20_january_is_tentative_and_names_nobody(today, on):
    load_demonstration(today, "a-password")

    coming = released(f"islamabad-seminar-{on.year}")

    assert (coming.on, coming.status, coming.edition.anniversary) == (on, Status.TENTATIVE, on.year - 1990)
    assert people(coming) == []
    assert coming.claims == ()
    assert coming.span.start.date() == on


def test_command_prints_the_accounts_and_their_password(monkeypatch):
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    printed = StringIO()

    call_command("demo", stdout=printed)

    password = printed.getvalue().rsplit(": ", 1)[1].strip()
    assert "head@migration-service.example" in printed.getvalue()
    assert User.objects.get(username="head@migration-service.example").check_password(password)
