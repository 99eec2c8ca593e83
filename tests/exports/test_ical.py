import os
import subprocess
import sys
from pathlib import Path

import pytest
from icalendar import Calendar

from events.exports.ical import PRODID, About, calendar, render
from events.exports.vevents import vevents
from events.programme.text import Wording
from tests.exports.released import MARK, SITE, released
from tests.goldens import golden
from tests.programmes import exhibition, seminar

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", ["en", "az", "ur"])
@pytest.mark.parametrize("name", ["seminar", "exhibition"])
def test_canonical_programmes_give_the_golden_files(name, language):
    programme = released({"seminar": seminar, "exhibition": exhibition}[name]())

    octets = render(programme, (language,), SITE)

    assert octets == golden(f"{name}.{language}.ics", octets), (
        "If this is meant, raise VERSION in ical.py too."
    )


def test_same_octets_in_every_process():
    """The order of a set differs from one process to the next."""
    script = (
        "import django; django.setup()\n"
        "from hashlib import sha256\n"
        "from events.exports import FORMATS, ical, vevents\n"
        "from tests.exports.released import released, SITE\n"
        "from tests.programmes import seminar, exhibition\n"
        "both = [released(seminar()), released(exhibition())]\n"
        "files = [FORMATS[f].render(p, ('az',), SITE) for f in ('ics', 'json') for p in both]\n"
        "files.append(ical.calendar([e for p in both for e in vevents.vevents(p, 'ur', SITE, items=True)]))\n"
        "print([sha256(octets).hexdigest() for octets in files])\n"
    )
    digests = [
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "DJANGO_SETTINGS_MODULE": "tests.settings"},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert digests[0] == digests[1]
    assert digests[0].count(",") == 4


def test_feed_says_what_it_is_without_a_uid_or_a_method():
    about = About(
        name=Wording("Embassy, of\nAzerbaijan; in Pakistan", "en"),
        description="All of it",
        url=f"{SITE}/azembassy-islamabad/",
        source=f"{SITE}/calendars/azembassy-islamabad.ics",
        zone="Asia/Karachi",
        revised_at=MARK.released_at,
    )

    octets = calendar(vevents(released(seminar()), "en", SITE), about)

    head = octets.partition(b"BEGIN:VTIMEZONE")[0].replace(b"\r\n ", b"").decode().split("\r\n")
    assert sorted(head[:-1]) == sorted(
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            f"PRODID:{PRODID}",
            "CALSCALE:GREGORIAN",
            "NAME:Embassy\\, of Azerbaijan\\; in Pakistan",
            "X-WR-CALNAME:Embassy\\, of Azerbaijan\\; in Pakistan",
            "DESCRIPTION:All of it",
            "X-WR-CALDESC:All of it",
            "X-WR-TIMEZONE:Asia/Karachi",
            "COLOR:darkslategray",
            "X-APPLE-CALENDAR-COLOR:#2F4F4FFF",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
            "X-PUBLISHED-TTL:PT1H",
            "LAST-MODIFIED:20230118T040000Z",
            f"URL:{SITE}/azembassy-islamabad/",
            f"SOURCE;VALUE=URI:{SITE}/calendars/azembassy-islamabad.ics",
        ]
    )


def test_feed_is_in_order_whatever_the_order_given():
    both = vevents(released(seminar()), "en", SITE) + vevents(released(exhibition()), "en", SITE)

    octets = calendar(both)

    assert octets == calendar(both[::-1])
    assert [part["TZID"] for part in Calendar.from_ical(octets).walk("VTIMEZONE")] == [
        "Asia/Baku",
        "Asia/Karachi",
    ]


def test_feed_without_events_holds_its_time_zone():
    about = About(Wording("Embassy", "en"), "All", SITE, SITE, "Asia/Karachi")

    parsed = Calendar.from_ical(calendar([], about))

    assert [part.name for part in parsed.subcomponents] == ["VTIMEZONE"]
