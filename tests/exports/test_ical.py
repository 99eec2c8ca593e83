import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from events.exports import EmptyProgrammeError
from events.exports.ical import PRODID, About, calendar, render
from events.exports.ical_text import LONGEST_DESCRIPTION, clean, one_line
from events.exports.vevents import vevents
from events.programme.agenda import Place
from events.programme.choices import Audience, EventKind, Manner, Shown, Status
from events.programme.people import Contribution, Party
from events.programme.text import Text, Wording
from events.programme.value import OpeningDay
from tests.exports.released import MARK, SITE, at, item, released, small
from tests.goldens import golden
from tests.programmes import empty, exhibition, seminar

ROOT = Path(__file__).parents[2]
DAY = date(2023, 1, 20)
HOSTILE = "A, B; C\\D\nE\rF\r\nG\x00\x07H\x85I\u2028J\u2029K\ufeff:\"'<b>&amp;END:VEVENT"


def entries(octets):
    return Calendar.from_ical(octets).walk("VEVENT")


def entry(programme, language="en", **options):
    (only,) = vevents(programme, language, SITE, **options)
    (event,) = entries(calendar([only]))
    return event


def description(programme, language="en"):
    return str(entry(programme, language)["DESCRIPTION"])


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


@pytest.mark.parametrize("language", ["en", "az", "ru", "ur", "tr"])
def test_lines_are_folded_between_characters_within_75_octets(language):
    octets = render(released(seminar()), (language,), SITE)

    lines = octets.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert [line.decode() for line in lines]
    assert octets.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in octets.replace(b"\r\n", b"")


def test_seminar_is_what_guests_attend_with_its_doors_in_the_description():
    event = entry(released(seminar()))

    assert event["UID"] == "03acb09e-49be-4836-ae86-b4ee915b35bf"
    assert event["DTSTART"].dt == at(10)
    assert event["DTEND"].dt == at(12, 20)
    assert event["DTSTART"].params["TZID"] == "Asia/Karachi"
    assert event["SUMMARY"] == "National will and determination of the Azerbaijani people"
    assert event["LOCATION"] == "Seminar hall, Institute of Policy Studies, Islamabad"
    assert event["STATUS"] == "CONFIRMED"
    assert event["TRANSP"] == "OPAQUE"
    lines = str(event["DESCRIPTION"]).split("\n")
    assert lines[:8] == [
        "In memory of the martyrs of January 20",
        "",
        "Hosts: Embassy of Azerbaijan in Pakistan, Institute of Policy Studies",
        "",
        "Times are local (UTC+5).",
        "Doors open at 09:30",
        "Programme:",
        "10:00 – Opening",
    ]
    assert "10:09 – Minute of silence" in lines
    assert "10:15 – Address by the Ambassador – H.E. Khazar Farhadov" in lines
    assert lines[-3:] == [
        "",
        f"Programme page: {SITE}/azembassy-islamabad/islamabad-seminar-2023/",
        f"Programme (PDF): {SITE}/azembassy-islamabad/islamabad-seminar-2023/programme.pdf",
    ]


def test_revision_comes_from_the_release():
    event = entry(released(seminar()))

    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == MARK.released_at
    assert event["CREATED"].dt == MARK.first_released_at
    assert event["SEQUENCE"] == 1


def test_staff_items_and_texts_are_in_no_calendar():
    octets = b"".join(each.octets for each in vevents(released(seminar()), "en", SITE, items=True))
    octets += render(released(seminar()), ("en",), SITE)

    unfolded = octets.replace(b"\r\n ", b"").decode()
    for staff in seminar().items:
        if staff.audience is Audience.STAFF:
            assert staff.uid not in unfolded
            assert staff.title.wording("en").text not in unfolded or not staff.title
        if staff.staff_text:
            assert staff.staff_text.wording("en").text not in unfolded


def test_exhibition_is_a_span_of_days_and_its_ceremony_a_timed_entry():
    span, ceremony = entries(render(released(exhibition()), ("en",), SITE))

    assert (span["DTSTART"].dt, span["DTEND"].dt) == (date(2015, 1, 19), date(2015, 1, 28))
    assert span["TRANSP"] == "TRANSPARENT"
    lines = str(span["DESCRIPTION"]).split("\n")
    assert "Monday, 19 January 2015: 12:20–17:00 – After the ceremony" in lines
    assert "Tuesday, 20 January 2015: closed – 20 January – National Mourning Day" in lines
    assert "Ceremony of commemoration: Monday, 19 January 2015, 11:00" in lines
    assert ceremony["SUMMARY"] == "Ceremony of commemoration (Photo and book exhibition)"
    baku = {"zone": "Asia/Baku", "day": date(2015, 1, 19)}
    assert (ceremony["DTSTART"].dt, ceremony["DTEND"].dt) == (at(11, **baku), at(12, 20, **baku))
    assert ceremony["TRANSP"] == "OPAQUE"
    assert ceremony["RELATED-TO"] == span["UID"]
    assert ceremony["DTSTAMP"].dt == MARK.released_at


def test_event_with_a_day_but_no_times_lasts_all_day():
    event = entry(small(item("An address")))

    assert (event["DTSTART"].dt, event["DTEND"].dt) == (DAY, date(2023, 1, 21))
    assert event["TRANSP"] == "TRANSPARENT"
    assert "An address" in str(event["DESCRIPTION"]).split("\n")


def test_event_over_several_days_is_told_day_by_day():
    second = date(2023, 1, 21)
    programme = small(item("One", at(10)), item("Two", at(9, day=second)), until=second)

    event = entry(programme)

    assert (event["DTSTART"].dt, event["DTEND"].dt) == (DAY, date(2023, 1, 22))
    assert str(event["DESCRIPTION"]).split("\n")[:5] == [
        "Times are local (UTC+5).",
        "Friday, 20 January 2023",
        "10:00 – One",
        "Saturday, 21 January 2023",
        "09:00 – Two",
    ]


def test_event_without_a_day_is_in_no_calendar():
    assert vevents(released(empty()), "en", SITE) == []
    with pytest.raises(EmptyProgrammeError):
        render(released(empty()), ("en",), SITE)


@pytest.mark.parametrize(
    ("status", "ical_status", "transparency", "summary"),
    [
        (Status.TENTATIVE, "TENTATIVE", "OPAQUE", "To be planned"),
        (Status.CONFIRMED, "CONFIRMED", "OPAQUE", "To be planned"),
        (Status.POSTPONED, "TENTATIVE", "TRANSPARENT", "Postponed: To be planned"),
        (Status.CANCELLED, "CANCELLED", "TRANSPARENT", "Cancelled: To be planned"),
        (Status.HELD, "CONFIRMED", "OPAQUE", "To be planned"),
    ],
)
def test_status_is_always_said(status, ical_status, transparency, summary):
    event = entry(small(item("One", at(10)), status=status))

    assert (event["STATUS"], event["TRANSP"], event["SUMMARY"]) == (ical_status, transparency, summary)


def test_ceremony_of_a_cancelled_exhibition_is_cancelled_too():
    _, ceremony = entries(render(released(exhibition(), status=Status.CANCELLED), ("en",), SITE))

    assert ceremony["STATUS"] == "CANCELLED"
    assert ceremony["SUMMARY"].startswith("Cancelled: ")


def test_draft_says_so_and_is_stamped_with_its_day():
    event = entry(replace(small(item("One", at(10))), release=None))

    assert event["SUMMARY"] == "Draft: To be planned"
    assert event["STATUS"] == "TENTATIVE"
    assert event["DTSTAMP"].dt == datetime(2023, 1, 20, tzinfo=UTC)
    assert event["SEQUENCE"] == 0
    assert "LAST-MODIFIED" not in event


@pytest.mark.parametrize(
    ("zone", "start", "written"),
    [
        ("Europe/London", (2023, 7, 1, 10), b"DTSTART;TZID=Europe/London:20230701T100000"),
        # Baku had summer time until 2015, Istanbul winter time until 2016: their rules of today do not tell it.
        ("Asia/Baku", (2015, 7, 1, 10), b"DTSTART:20150701T050000Z"),
        ("Europe/Istanbul", (2015, 1, 20, 10), b"DTSTART:20150120T080000Z"),
        ("Asia/Jerusalem", (2023, 7, 1, 10), b"DTSTART:20230701T070000Z"),
    ],
)
def test_times_name_their_zone_where_its_rule_tells_them_and_are_utc_elsewhere(zone, start, written):
    year, month, day, hour = start
    start = at(hour, day=date(year, month, day), zone=zone)
    octets = render(small(item("One", start), on=start.date(), zone=zone), ("en",), SITE)

    assert written in octets.split(b"\r\n")
    assert (b"BEGIN:VTIMEZONE" in octets) is (b"TZID=" in octets)


def test_second_of_two_equal_local_times_is_utc():
    zone = "Europe/London"
    second = at(1, 30, day=date(2023, 10, 29), zone=zone).replace(fold=1)

    octets = render(small(item("One", second), on=second.date(), zone=zone), ("en",), SITE)

    assert b"DTSTART:20231029T013000Z" in octets


def test_items_on_request_take_the_place_of_the_event():
    rendered = vevents(released(seminar()), "en", SITE, items=True)
    events = entries(calendar(rendered))

    public = list(seminar().seen_by(Audience.PUBLIC).items)
    assert [str(event["UID"]) for event in events] == [each.uid for each in public]
    assert {str(event["RELATED-TO"]) for event in events} == {seminar().uid}
    assert {event["RELATED-TO"].params["RELTYPE"] for event in events} == {"PARENT"}
    silence = events[4]
    assert silence["SUMMARY"] == (
        "Minute of silence (National will and determination of the Azerbaijani people)"
    )
    assert silence["DTEND"].dt - silence["DTSTART"].dt == timedelta(minutes=1)
    assert str(silence["DESCRIPTION"]).split("\n")[0] == "in memory of the martyrs of January 20"


def test_opening_days_on_request_take_the_place_of_the_exhibition():
    events = entries(calendar(vevents(released(exhibition()), "en", SITE, items=True)))

    days = [event for event in events if event["SUMMARY"] == "Photo and book exhibition"]
    assert [event["DTSTART"].dt.day for event in days] == [19, 21, 22, 23, 26, 27]
    assert {event["TRANSP"] for event in days} == {"TRANSPARENT"}
    assert len({str(event["UID"]) for event in events}) == len(events)
    again = vevents(released(exhibition()), "az", SITE, items=True)
    assert {each.uid for each in again} == {str(event["UID"]) for event in events}


def test_item_whose_time_is_not_to_be_shown_has_no_time_and_no_entry():
    hidden = item(
        "A surprise", at(10, 30), shown=Shown.NOT_AT_ALL, uid="8c4f2a52-0d62-4f6c-90a3-2f54b6b80001"
    )
    programme = small(item("One", at(10)), hidden, item("Tea", at(11), shown=Shown.ABOUT))

    assert description(programme).split("\n")[1:4] == ["10:00 – One", "A surprise", "about 11:00 – Tea"]
    assert hidden.uid not in {each.uid for each in vevents(programme, "en", SITE, items=True)}


def test_contribution_in_another_name_says_in_whose():
    party = Party(words=Text.of({"en": "The Dean"}))
    minister = Party(words=Text.of({"en": "the Minister"}))
    message = Contribution(who=party, manner=Manner.READING_MESSAGE_OF, other=minister)

    programme = small(item("Message", at(10), contributions=(message,)))

    assert "10:00 – Message – The Dean, reading the message of the Minister" in description(programme)


def test_item_without_length_has_no_end():
    event = entry(small(item("One", at(10), minutes=0)))

    assert event["DTSTART"].dt == at(10)
    assert "DTEND" not in event


def test_place_on_the_map_is_given_where_it_is_known():
    place = Place(Text.of({"en": "Hall"}), "Asia/Karachi", latitude=33.7, longitude=73.0625)

    event = entry(small(item("One", at(10)), place=place))

    assert event["GEO"].to_ical() == "33.7;73.0625"


def test_fallback_texts_say_their_own_language():
    octets = render(released(exhibition()), ("tr",), SITE)

    assert "SUMMARY;LANGUAGE=az:Foto və kitab sərgisi" in octets.decode()


def test_language_that_the_planner_does_not_speak_gives_english_words():
    event = entries(render(small(item("One", at(10)), languages=("fr",)), ("fr",), SITE))[0]

    assert event["SUMMARY"].params["LANGUAGE"] == "en"


def test_names_that_run_the_other_way_are_isolated_in_the_description():
    lines = description(small(item("One", at(10))), "ur").split("\n")

    assert "10:00 – \u2068One\u2069" in lines


@pytest.mark.parametrize("field", ["title", "dedication"])
def test_hostile_text_adds_no_line_and_comes_back_clean(field):
    programme = small(item(HOSTILE, at(10)), **{field: Text.of({"en": HOSTILE})})
    octets = render(programme, ("en",), SITE)

    (event,) = entries(octets)
    assert vobject.readOne(octets.decode()).vevent.uid.value == programme.uid
    assert octets.decode().splitlines() == octets.decode().split("\r\n")[:-1]
    names = {line.partition(b":")[0] for line in octets.split(b"\r\n") if line.startswith(b"END")}
    assert names == {b"END"}
    assert [line for line in octets.split(b"\r\n") if line == b"END:VEVENT"] == [b"END:VEVENT"]
    shown = str(event["SUMMARY" if field == "title" else "DESCRIPTION"])
    assert "A, B; C\\D E F G" in shown
    assert "H I J K" in shown.replace("\n", " ")


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=120))
def test_any_text_at_all_leaves_a_calendar_that_can_be_read(title):
    programme = small(
        item(title, at(10)), title=Text.of({"en": title}), place=Place(Text.of({"en": title}), "UTC")
    )

    octets = render(programme, ("en",), SITE)

    (event,) = entries(octets)
    assert str(event.get("SUMMARY", "")) == one_line(title)
    assert max(len(line) for line in octets.split(b"\r\n")) <= 75
    assert octets.decode().count("BEGIN:VEVENT\r\n") == 1
    assert octets.decode().splitlines() == octets.decode().split("\r\n")[:-1]


def test_one_line_joins_lines_and_tabs_with_single_blanks():
    assert one_line(" a \r\n\t b\x85c\u2028 d\n") == "a b c d"


def test_clean_turns_line_ends_to_one_kind_and_drops_controls():
    assert clean("a\r\nb\rc\x85d\u2028e\u2029f\x0bg\x00h\x1bi\x7fj\x9fk\ud800l") == "a\nb\nc\nd\ne\nf\nghijkl"


def test_hostile_language_code_writes_no_parameter():
    programme = small(
        item("One", at(10)), title=Text.of({"en;X=1:y\r\nX-EVIL": "Title"}), languages=("en;X=1:y\r\nX-EVIL",)
    )

    octets = render(programme, ("en",), SITE)

    assert b"SUMMARY:Title\r\n" in octets
    assert b"EVIL" not in octets


def test_long_agenda_is_cut_before_the_links():
    items = [item("A long title " * 20, at(10), uid=f"00000000-0000-4000-8000-{n:012}") for n in range(60)]

    text = description(small(*items))

    assert LONGEST_DESCRIPTION - 400 < len(text) <= LONGEST_DESCRIPTION
    assert text.split("\n")[-4:-2] == ["…", ""]
    assert text.endswith("/programme.pdf")


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


def test_categories_name_kind_and_occasion():
    event = entry(released(seminar(), kind=EventKind.ROUND_TABLE))

    assert [str(each) for each in event["CATEGORIES"].cats] == ["Round table", "20 January tragedy"]


def test_exhibition_without_hours_is_still_a_span():
    event = entry(small(days=(OpeningDay(DAY), OpeningDay(date(2023, 1, 22), time(10), None))))

    assert (event["DTSTART"].dt, event["DTEND"].dt) == (DAY, date(2023, 1, 23))
    assert "Sunday, 22 January 2023: from 10:00" in str(event["DESCRIPTION"])
