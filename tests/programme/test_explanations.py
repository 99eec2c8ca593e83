"""Conflicts in plain words."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from events.programme.choices import Audience, Cue, Kind
from events.programme.conflicts import ConflictKind, conflicts
from events.programme.explanations import EXPLANATIONS, explain
from events.programme.sentence import words_of
from events.programme.text import NOTHING, Text
from tests.programme.agendas import (
    ALONGSIDE,
    agenda,
    at,
    event,
    fixed,
    item,
    noon_in_baku,
    part,
    person,
    silence,
    speech,
)

JANE = person("jane", "Jane Roe")
FRIDAY = date(2023, 1, 20)
NIGHT = datetime(2023, 3, 25, 23, 0, tzinfo=ZoneInfo("Europe/London"))


def test_every_kind_has_its_sentence():
    assert set(EXPLANATIONS) == set(ConflictKind)


@pytest.mark.parametrize(
    ("programme", "sentences"),
    [
        (
            agenda(speech("one", 29), speech("two", start=fixed(10, 30))),
            ["1 minute is free between “one”, which ends at 10:29, and “two”, which begins at 10:30."],
        ),
        (
            agenda(speech("closing", 48), item("photo", Kind.GROUP_PHOTOGRAPH, 5, start=fixed(10, 45))),
            [
                "“closing” runs to 10:48, but “photo” begins at 10:45: 3 minutes overlap. "
                "Shorten the one or move the other."
            ],
        ),
        (
            agenda(speech("one", 30, start=fixed(23)), speech("two", start=fixed(0, 30)), starts_at=at(22)),
            [
                "“two” stands after “one” in the agenda, but begins before it, at 00:30. "
                "Move it up, or give its clock time the next day if midnight lies between them."
            ],
        ),
        (
            agenda(speech("one", 30), ends_by=at(10, 30)),
            ["The programme ends exactly at the hard end at 10:30; there is no reserve."],
        ),
        (
            agenda(speech("one", 29), ends_by=at(10, 30)),
            ["1 minute remains between the end of the programme at 10:29 and the hard end at 10:30."],
        ),
        (
            agenda(speech("one", 95), ends_by=at(10, 30)),
            [
                "The programme runs to 11:35, 1 hour 5 minutes past the hard end at 10:30. "
                "Shorten items that may be shortened, or begin earlier."
            ],
        ),
        (
            agenda(speech("one", 30, JANE), speech("two", 5, JANE, start=ALONGSIDE)),
            ["Jane Roe is in “one” and in “two” at the same time, from 10:00 to 10:05."],
        ),
        (
            agenda(item("anthem", Kind.ANTHEM, 5), speech("one", start=fixed(10, 3))),
            [
                "“anthem” and “one” run at the same time, from 10:03 to 10:05: "
                "“anthem” is never cut and nothing may run beside it. Move the other."
            ],
        ),
        (
            agenda(item("recitation", Kind.RECITATION, 10), silence(start=fixed(10, 5))),
            [
                "“recitation” and “silence” run at the same time, from 10:05 to 10:06: "
                "neither may be cut. Move one of them."
            ],
        ),
        (
            agenda(speech("long", 30), silence(start=noon_in_baku()), starts_at=at(12, 40)),
            [
                "To keep “silence” at 13:00, “long” (12:40 to 13:10) would have to be cut by 10 minutes. "
                "Shorten what comes before it, or move it behind."
            ],
        ),
        (
            agenda(silence(), item("music", Kind.MUSIC, 5, start=ALONGSIDE)),
            [
                "“music” sounds while “silence” is kept, from 10:00 to 10:01. Let it end before or begin after."
            ],
        ),
        (
            agenda(speech("one"), silence()),
            [
                "“one” is likely to be applauded, and “silence” begins as soon as it ends at 10:10. "
                "Ask for no applause, or put something between them."
            ],
        ),
        (
            agenda(silence("silence", Cue.REMAIN_STANDING)),
            [
                "Nobody is asked to rise before “silence” at 10:00. They are only asked to remain standing. "
                "Put “please rise” to it, or to the item before it."
            ],
        ),
        (
            agenda(replace(silence(), duration=timedelta(0))),
            ["“silence” at 10:00 has no length. A minute of silence lasts 60 seconds."],
        ),
        (
            agenda(replace(silence(), duration=timedelta(seconds=59.5))),
            ["“silence” at 10:00 lasts 59.5 seconds. Give it whole seconds."],
        ),
        (
            event(part("a", [speech("one", 30), speech("two", 30)], at(12, 30, day=FRIDAY)), on=FRIDAY),
            [
                "“one” and “two” fall into the Friday break, 12:30 to 14:30 "
                "(notification on the hours of federal offices, 2022)."
            ],
        ),
        (
            event(part("night", [speech("vigil", 180)], NIGHT), on=date(2023, 3, 25)),
            [
                "The clocks are put forward by 1 hour during the event, and then show 02:00 on 26 March 2023. "
                "All lengths are kept."
            ],
        ),
        (
            agenda(item("unnamed", Kind.OTHER, 5, title=NOTHING), place=None),
            [
                "An item at 10:00 has neither a kind nor a title of its own.",
                "No place has been given for “Event”.",
            ],
        ),
        (
            event(part("a", [speech("one"), speech("two")])),
            ["“one” and “two” cannot be timed: the first part has no start yet."],
        ),
        (event(on=None), ["No day has been set for “Event”."]),
    ],
)
def test_explanation_says_what_is_so_and_what_would_mend_it(programme, sentences):
    assert [explain(each, programme) for each in conflicts(programme)] == sentences


def test_explanation_of_a_silence_outside_the_event_tells_the_time_there_and_here():
    programme = agenda(speech("one"), silence(start=noon_in_baku()))

    assert explain(conflicts(programme)[-1], programme) == (
        "“silence” at 13:00 (12:00 in Baku) falls outside the event, by 2 hours 50 minutes. "
        "Move the event, keep the silence with staff alone, or keep another one within the event."
    )


def test_explanation_takes_titles_and_names_in_the_language_asked_for():
    unsure = person("unsure", "Someone", confirmed=False)
    unsure = replace(unsure, name=Text.of({"en": "Someone", "az": "Kimsə"}))
    programme = agenda(speech("one", 10, JANE), speech("two", 10, unsure))

    assert explain(conflicts(programme)[0], programme, "az") == (
        "The spelling of Kimsə has not been confirmed by the person’s own office."
    )


def test_explanation_isolates_a_title_from_right_to_left():
    programme = agenda(item("video", Kind.VIDEO, 8, title=Text.of({"ur": "ویڈیو"}), position_stated=False))

    assert explain(conflicts(programme)[0], programme, "en") == (
        "The source does not state where “\u2068ویڈیو\u2069” stands in the programme."
    )


def test_explanation_names_the_kind_where_an_item_has_no_title():
    programme = agenda(item("video", Kind.VIDEO, 8, title=NOTHING, position_stated=False))

    assert "where “Video” stands" in explain(conflicts(programme)[0], programme)


def test_explanation_speaks_of_the_event_within_the_event():
    child = agenda(speech("one"), uid="child", place=None, short_title=Text.of({"en": "Ceremony"}))
    programme = agenda(children=(child,), place=None)

    assert [explain(each, programme) for each in conflicts(programme)] == [
        "No place has been given for “Event”.",
        "No place has been given for “Ceremony”.",
    ]


def test_explanation_survives_what_has_gone():
    (twice,) = conflicts(agenda(speech("one", 30, JANE), speech("two", 5, JANE, start=ALONGSIDE)))

    assert explain(twice, agenda()) == (
        "a person who is gone is in an item that is gone and in an item that is gone "
        "at the same time, from 10:00 to 10:05."
    )


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        (timedelta(0), "0 minutes"),
        (timedelta(seconds=1), "1 second"),
        (timedelta(seconds=90), "90 seconds"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(minutes=2, seconds=30), "2 minutes 30 seconds"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(hours=2, minutes=1), "2 hours 1 minute"),
        (-timedelta(minutes=10), "10 minutes"),
    ],
)
def test_lengths_are_said_in_words(duration, words):
    assert words_of(duration) == words


def test_gap_of_more_than_one_unit_is_plural():
    quiet = item("set-up", Kind.SET_UP, 10, audience=Audience.STAFF)
    programme = agenda(quiet, speech("one", start=fixed(11, 11)))

    assert explain(conflicts(programme)[0], programme).startswith("1 hour 1 minute are free between")
