"""What a person sees who subscribes with vdirsyncer and reads with khal, through the life of an event."""

import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from events.models import Event, Member
from events.operations.approval import approve_and_release, cancel, withdraw
from events.operations.moving import move
from events.operations.private_feeds import make_own
from events.scoping import every_mission
from tests.factories import make_event, make_item, make_member, make_mission, make_part

pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2023, 1, 10, 4, tzinfo=UTC)
HOUR = timedelta(hours=1)
PROGRAMS = Path(sys.executable).parent

SYNCED = """
[general]
status_path = "{folder}/status"

[pair calendar]
a = "kept"
b = "read"
collections = null

[storage kept]
type = "filesystem"
path = "{folder}/calendar"
fileext = ".ics"

[storage read]
type = "http"
url = "{url}"
"""
READ = """
[calendars]
[[calendar]]
path = {folder}/calendar
readonly = True

[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %d.%m.%Y
longdateformat = %d.%m.%Y
datetimeformat = %d.%m.%Y %H:%M
longdatetimeformat = %d.%m.%Y %H:%M

[sqlite]
path = {folder}/{city}.db
"""


class Subscriber:
    """A person who subscribed to one address; ``sees`` asks it again first."""

    def __init__(self, folder, url):
        folder.mkdir()
        self.folder = folder
        (folder / "vdirsyncer").write_text(SYNCED.format(folder=folder, url=url))
        self.run("vdirsyncer", "discover")

    def sees(self, zone="Asia/Karachi", lines="{start-long-full} {end-time} {title}"):
        self.run("vdirsyncer", "sync")
        city = zone.rpartition("/")[2]
        (self.folder / "khal").write_text(READ.format(folder=self.folder, zone=zone, city=city))
        seen = self.run("khal", "list", "--day-format", "", "--format", lines, "01.01.2023", "28.02.2023")
        return [line.strip() for line in seen.splitlines() if line.strip()]

    def run(self, program, *arguments):
        answer = subprocess.run(
            [PROGRAMS / program, "--config", self.folder / program, *arguments],
            env={"HOME": str(self.folder), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
        )
        assert answer.returncode == 0, answer.stderr
        return answer.stdout


@pytest.fixture(autouse=True)
def _at(time_machine):
    time_machine.move_to(NOW)


@pytest.fixture
def mission():
    return make_mission()


@pytest.fixture
def head(mission):
    with every_mission():
        return make_member(mission, Member.Role.HEAD, "head").user


@pytest.fixture
def planned(mission, head):
    """A reception that stays as it is: a feed that becomes empty is one that vdirsyncer takes for broken."""
    with every_mission():
        reception = make_event(mission, "reception", on=date(2023, 1, 28), title={"en": "Reception"})
        make_item(make_part(reception, starts_at=time(18)), minutes=90)
        approve_and_release(reception, reception.version, name="First", by=head, now=NOW)
        seminar = make_event(mission, title={"en": "Seminar"})
        part = make_part(seminar)
        make_item(part, title={"en": "Words of welcome"})
        make_item(part, kind="silence", minutes=1)
        return seminar


@pytest.fixture
def subscribe(live_server, tmp_path):
    if not (PROGRAMS / "khal").exists():
        pytest.fail("khal and vdirsyncer are missing: script/test installs them (requirements-dev.txt).")

    def subscribed(path):
        return Subscriber(tmp_path / str(len(list(tmp_path.iterdir()))), f"{live_server.url}{path}")

    return subscribed


def released(event, head, after=timedelta(0), on=None):
    with every_mission():
        event = present(event)
        if on:
            event = move(event, on, head)
        approve_and_release(event, event.version, name="Next", by=head, now=NOW + after)


def present(event):
    return Event.with_deleted.get(pk=event.pk)


RECEPTION = "28.01.2023 18:00 19:30 Reception"


def test_subscriber_sees_an_event_come_move_be_cancelled_and_go(planned, head, subscribe):
    subscriber = subscribe("/calendars/azembassy-islamabad.ics")
    assert subscriber.sees() == [RECEPTION]

    released(planned, head)
    assert subscriber.sees() == ["20.01.2023 10:00 10:06 Seminar", RECEPTION]
    assert subscriber.sees("Asia/Baku")[0] == "20.01.2023 09:00 09:06 Seminar"

    released(planned, head, HOUR, on=date(2023, 1, 23))
    assert subscriber.sees() == ["23.01.2023 10:00 10:06 Seminar", RECEPTION]
    assert subscriber.sees("Asia/Baku")[0] == "23.01.2023 09:00 09:06 Seminar"

    with every_mission():
        event = present(planned)
        cancel(event, event.version, name="Cancelled", by=head, now=NOW + 2 * HOUR)
    assert subscriber.sees(lines="{title} {status}") == [
        "Cancelled: Seminar CANCELLED",
        "Reception CONFIRMED",
    ]

    with every_mission():
        withdraw(present(planned), by=head, now=NOW + 3 * HOUR)
    assert subscriber.sees() == [RECEPTION]


def test_subscriber_to_items_sees_each_one_and_its_moving(planned, head, subscribe):
    released(planned, head)
    subscriber = subscribe("/calendars/azembassy-islamabad.ics?items=1")
    assert subscriber.sees()[:2] == [
        "20.01.2023 10:00 10:05 Words of welcome (Seminar)",
        "20.01.2023 10:05 10:06 Minute of silence (Seminar)",
    ]

    released(planned, head, HOUR, on=date(2023, 1, 23))
    assert [line[:16] for line in subscriber.sees()] == [
        "23.01.2023 10:00",
        "23.01.2023 10:05",
        "28.01.2023 18:00",
    ]


def test_member_sees_a_draft_become_confirmed_in_their_own_calendar(planned, head, subscribe):
    _feed, token = make_own(head, "My missions", NOW)
    subscriber = subscribe(f"/calendars/private/{token}/own.ics")
    assert subscriber.sees(lines="{start-time} {title} {status}")[0] == (
        "10:00 Draft: Words of welcome (Seminar) TENTATIVE"
    )

    released(planned, head)
    assert subscriber.sees(lines="{start-time} {title} {status}")[0] == (
        "10:00 Words of welcome (Seminar) CONFIRMED"
    )
