from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.programme.document import DocumentError, dumps, duration_text, from_document, to_document
from events.programme.text import Text
from events.programme.upgrades import FORMAT
from events.programme.value import ReleaseMark
from tests.programmes import empty, exhibition, seminar

RELEASED = datetime(2023, 1, 18, 4, tzinfo=UTC)
MARK = ReleaseMark(
    3, "Third programme", RELEASED, "k7m2p9qx", 2, RELEASED, changes=(Text.of({"en": "Tea is at 11:50."}),)
)


@pytest.mark.parametrize("programme", [seminar(), exhibition(), empty(), replace(seminar(), release=MARK)])
def test_programme_written_and_read_back_is_equal(programme):
    assert from_document(to_document(programme)) == programme


def test_moments_come_back_in_the_zone_of_the_programme():
    item = next(from_document(to_document(seminar())).items)

    assert item.span.start.tzinfo == ZoneInfo("Asia/Karachi")


def test_moment_in_the_hour_that_comes_twice_comes_back_as_it_was():
    zone = ZoneInfo("Europe/London")
    twice = datetime(2023, 10, 29, 1, 30, fold=1, tzinfo=zone)
    programme = replace(empty(), zone="Europe/London", ends_by=twice)

    read = from_document(to_document(programme)).ends_by

    assert (read, read.fold, read.utcoffset()) == (twice, 1, timedelta(0))


def test_same_programme_gives_the_same_text():
    assert dumps(to_document(seminar())) == dumps(to_document(from_document(to_document(seminar()))))


@given(st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=3)))
def test_every_duration_is_read_back_to_the_microsecond(duration):
    document = to_document(seminar())
    document["programme"]["parts"][0]["items"][0]["duration"] = duration_text(duration)

    assert next(from_document(document).items).duration == duration


def test_release_of_format_1_is_read_as_one_of_today():
    """Format 1 kept lengths in whole seconds and did not know whether a position was stated."""
    document = to_document(seminar())
    document["format"] = 1
    for part in document["programme"]["parts"]:
        for item in part["items"]:
            del item["position_stated"]
            item["duration"] = int(item["duration"][2:-1])

    parts = tuple(
        replace(part, items=tuple(replace(item, position_stated=True) for item in part.items))
        for part in seminar().parts
    )
    assert from_document(document) == replace(seminar(), parts=parts)


def break_zone(programme):
    programme["zone"] = "Asia/Islamabad"


def break_kind(programme):
    programme["parts"][1]["items"][2]["kind"] = "speech"


def break_moment(programme):
    programme["parts"][0]["items"][0]["span"]["start"] = "2023-01-20T09:00:00"


def break_duration(programme):
    programme["parts"][0]["items"][0]["duration"] = "PT1H"


def break_length_beyond_numbers(programme):
    programme["parts"][0]["items"][0]["duration"] = "PT99999999999999999S"


def break_moment_before_time(programme):
    programme["parts"][0]["items"][0]["span"]["start"] = "0001-01-01T00:00:00+05:00"


def break_text(programme):
    programme["title"] = "National will"


def break_name(programme):
    programme["venue"] = None


def leave_out(programme):
    del programme["title"]


@pytest.mark.parametrize(
    ("break_it", "where"),
    [
        (break_zone, "programme.zone"),
        (break_kind, "programme.parts[1].items[2].kind"),
        (break_moment, "programme.parts[0].items[0].span.start"),
        (break_duration, "programme.parts[0].items[0].duration"),
        (break_length_beyond_numbers, "programme.parts[0].items[0].duration"),
        (break_moment_before_time, "programme.parts[0].items[0].span.start"),
        (break_text, "programme.title"),
        (break_name, "programme.venue"),
        (leave_out, "programme.title"),
    ],
)
def test_wrong_field_is_named_by_its_path(break_it, where):
    document = to_document(seminar())
    break_it(document["programme"])

    with pytest.raises(DocumentError) as error:
        from_document(document)

    assert error.value.where == where


@pytest.mark.parametrize("document", [None, [], {}, {"programme": {}}, {"format": FORMAT, "programme": []}])
def test_what_is_no_programme_is_refused(document):
    with pytest.raises(DocumentError):
        from_document(document)


def test_format_of_a_later_planner_is_refused_by_its_number():
    with pytest.raises(DocumentError, match=f"format {FORMAT + 1} is not known here: 1 to {FORMAT}"):
        from_document({**to_document(seminar()), "format": FORMAT + 1})
