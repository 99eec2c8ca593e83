import json
from dataclasses import replace
from datetime import date

import pytest

from events.exports.structured import structured_data
from events.programme.choices import Audience, Status
from events.programme.text import Text
from tests.exports.released import MARK, at, released
from tests.programmes import empty, exhibition, seminar

PAGE = "https://planner.example/azembassy-islamabad/islamabad-seminar-2023/"


def data(programme, language="en"):
    return json.loads(structured_data(released(programme).seen_by(Audience.PUBLIC), language, PAGE))


def test_event_says_what_when_where_and_by_whom():
    said = data(seminar())

    assert {key: said[key] for key in said if key not in ("subEvent", "performer")} == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "National will and determination of the Azerbaijani people",
        "alternateName": "Commemoration of January 20, 1990",
        "description": "In memory of the martyrs of January 20",
        "url": PAGE,
        "startDate": "2023-01-20T10:00:00+05:00",
        "endDate": "2023-01-20T12:20:00+05:00",
        "doorTime": "2023-01-20T09:30:00+05:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "inLanguage": ["en", "az", "ur", "ru"],
        "location": {
            "@type": "Place",
            "name": "Institute of Policy Studies",
            "address": {"@type": "PostalAddress", "addressLocality": "Islamabad", "addressCountry": "PK"},
        },
        "organizer": [
            {"@type": "Organization", "name": "Embassy of Azerbaijan in Pakistan"},
            {"@type": "Organization", "name": "Institute of Policy Studies"},
        ],
    }
    assert [performer["name"] for performer in said["performer"]] == [
        "H.E. Khazar Farhadov",
        "Khalid Rahman",
        "Seyid Abrar Huseyin",
        "Khalid Teymur Akram",
        "Tughral Yamin",
    ]


def test_items_are_parts_of_the_event_and_those_of_staff_are_not():
    parts = data(seminar())["subEvent"]

    assert len(parts) == 15
    assert parts[4]["name"] == "Minute of silence"
    assert parts[4]["startDate"] == "2023-01-20T10:09:00+05:00"
    assert parts[4]["duration"] == "PT60S"


def test_exhibition_lasts_days_and_holds_its_ceremony():
    said = data(exhibition())

    assert (said["@type"], said["startDate"], said["endDate"]) == (
        "ExhibitionEvent",
        "2015-01-19",
        "2015-01-27",
    )
    (ceremony,) = said["subEvent"]
    assert ceremony["startDate"] == "2015-01-19T11:00:00+04:00"
    assert ceremony["url"] == f"{PAGE}#held-migration-service-ceremony-2015"


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.TENTATIVE, "EventScheduled"),
        (Status.POSTPONED, "EventPostponed"),
        (Status.CANCELLED, "EventCancelled"),
    ],
)
def test_status_is_said(status, word):
    assert data(replace(seminar(), status=status))["eventStatus"] == f"https://schema.org/{word}"


@pytest.mark.parametrize(
    ("status", "day_open", "word"),
    [
        (Status.CONFIRMED, False, "EventRescheduled"),
        (Status.POSTPONED, False, "EventRescheduled"),
        (Status.POSTPONED, True, "EventPostponed"),
        (Status.CANCELLED, False, "EventCancelled"),
    ],
)
def test_event_that_was_moved_says_when_it_was_to_begin(status, day_open, word):
    mark = replace(MARK, moved_from_on=date(2023, 1, 19), moved_from_at=at(15, day=date(2023, 1, 19)))
    moved = replace(seminar(), release=mark, status=status, day_open=day_open)

    said = json.loads(structured_data(moved, "en", PAGE))

    assert said["previousStartDate"] == "2023-01-19T15:00:00+05:00"
    assert said["startDate"] == "2023-01-20T10:00:00+05:00"
    assert {part["eventStatus"] for part in (said, *said["subEvent"])} == {f"https://schema.org/{word}"}


def test_event_without_hours_was_to_begin_on_a_day():
    mark = replace(MARK, moved_from_on=date(2023, 1, 19))

    said = json.loads(structured_data(replace(empty(), on=date(2023, 1, 20), release=mark), "en", PAGE))

    assert said["previousStartDate"] == "2023-01-19"


def test_ceremony_of_a_cancelled_exhibition_is_cancelled_too():
    (ceremony,) = data(replace(exhibition(), status=Status.CANCELLED))["subEvent"]

    assert ceremony["eventStatus"] == "https://schema.org/EventCancelled"
    assert {part["eventStatus"] for part in ceremony["subEvent"]} == {"https://schema.org/EventCancelled"}


def test_text_cannot_end_the_script_that_holds_it():
    hostile = "</script><!--<script>&"
    programme = released(replace(seminar(), title=Text.of({"en": hostile})))

    written = structured_data(programme, "en", PAGE)

    assert not set("<>&") & set(written)
    assert json.loads(written)["name"] == hostile


def test_what_is_not_stated_is_left_out():
    assert data(empty()) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "To be planned",
        "url": PAGE,
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "inLanguage": ["en"],
    }


def test_day_without_hours_is_a_day():
    said = data(replace(empty(), on=date(2023, 1, 20)))

    assert (said["startDate"], said["endDate"]) == ("2023-01-20", "2023-01-20")
