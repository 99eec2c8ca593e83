"""What an event becomes in a calendar: its times, its status, what is told of it, its items."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from events.exports import EmptyProgrammeError
from events.exports.ical import calendar, render
from events.exports.vevents import vevents
from events.programme.agenda import Place
from events.programme.choices import Audience, EventKind, Manner, Shown, Status
from events.programme.people import Contribution, Party
from events.programme.text import Text
from events.programme.value import OpeningDay
from tests.exports.entries import description, entries, entry
from tests.exports.released import MARK, SITE, at, item, released, small
from tests.programmes import empty, exhibition, seminar

DAY = date(2023, 1, 20)


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


def test_categories_name_kind_and_occasion():
    event = entry(released(seminar(), kind=EventKind.ROUND_TABLE))

    assert [str(each) for each in event["CATEGORIES"].cats] == ["Round table", "20 January tragedy"]


def test_exhibition_without_hours_is_still_a_span():
    event = entry(small(days=(OpeningDay(DAY), OpeningDay(date(2023, 1, 22), time(10), None))))

    assert (event["DTSTART"].dt, event["DTEND"].dt) == (DAY, date(2023, 1, 23))
    assert "Sunday, 22 January 2023: from 10:00" in str(event["DESCRIPTION"])
