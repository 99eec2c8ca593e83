"""What is missing before printing is asked for in words, once, at the place where it is entered."""

from dataclasses import replace

import pytest

from events.programme.choices import Answer, Audience, Cue, Kind, Register, Role, Status
from events.programme.completeness import Severity, missing
from events.programme.pattern_notes import SPEAKER_TO_BE_ANNOUNCED
from events.programme.people import Contribution, Office, Organisation, Party
from events.programme.text import Text
from events.programme.value import Host, Look
from tests.programme.agendas import HALL, agenda, at, event, item, part, person, silence, speech
from tests.programmes import empty, exhibition, seminar

EMBASSY = Organisation("embassy", Text.of({"en": "Embassy"}))
SPEAKER = replace(person("rahman", "Khalid Rahman"), offices=(Office(Text.of({"en": "Director"})),))


def complete(*items, **changes):
    """An event in English to which nothing is missing."""
    changes = {"place": replace(HALL, room=Text.of({"en": "Room 1"})), "hosts": (Host(EMBASSY),), **changes}
    return agenda(*(items or (speech("address", 10, SPEAKER),)), **changes)


def told(programme, *settled) -> list[tuple[str, str, str]]:
    return [(each.severity.value, each.words, each.target) for each in missing(programme, settled)]


def spoken(**changes):
    contribution = Contribution(Party(person=SPEAKER), Role.SPEAKER, **changes)
    return replace(speech("address", 10), contributions=(contribution,))


def test_nothing_is_asked_of_a_complete_programme():
    assert missing(complete()) == []


def test_empty_event_is_asked_for_all_that_a_sheet_needs():
    assert told(empty()) == [
        ("must", "The day is not set.", "on"),
        ("must", "It is not said where the event is held.", "place"),
        ("must", "It is not said who holds the event.", "hosts"),
        ("must", "The agenda is empty.", "parts"),
    ]


def test_what_is_not_stated_is_not_asked_for_again():
    place = next(each for each in missing(empty()) if each.target == "place")

    assert "place" not in {each.target for each in missing(empty(), {place.key})}


def test_cancelled_event_needs_nothing():
    assert missing(replace(empty(), status=Status.CANCELLED)) == []


def test_title_must_be_there_in_the_first_language_and_should_in_the_others():
    programme = replace(complete(), languages=("az", "en", "ru"), title=Text.of({"en": "Event"}))

    assert told(programme)[0] == ("must", "The title is missing in Azerbaijani.", "title")
    assert ("should", "The title is missing in Russian.", "title") in told(programme)
    assert told(replace(complete(), title=Text()))[0] == ("must", "The event has no title.", "title")


def test_start_is_asked_for_where_an_item_has_no_time():
    programme = replace(event(part("part", [speech("address", 10, SPEAKER)])), hosts=(Host(EMBASSY),))

    assert ("must", "It is not said when the event begins.", "parts") in told(programme)


def test_room_may_follow_later():
    assert told(complete(place=HALL)) == [("should", "The room is not said.", "place")]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (speech("address"), "Nobody is named for “address”."),
        (item("panel", Kind.PANEL, 30), "Nobody is named for “panel”."),
        (
            item(
                "remarks",
                Kind.REMARKS,
                5,
                contributions=(Contribution(Party(words=SPEAKER_TO_BE_ANNOUNCED)),),
            ),
            "Who takes part in “remarks” is still to be announced.",
        ),
        (
            item("message", Kind.MESSAGE, 5, contributions=(Contribution(Party(person=SPEAKER)),)),
            "It is not said whose message “message” is.",
        ),
    ],
)
def test_people_are_asked_for_where_guests_look_for_them(line, words):
    assert told(complete(line)) == [("should", words, line.uid)]


def test_staff_lines_are_not_asked_for_people():
    line = item("briefing", Kind.REMARKS, 5, audience=Audience.STAFF)

    assert missing(complete(speech("address", 10, SPEAKER), line)) == []


def test_item_without_kind_and_title_must_get_one():
    programme = complete(speech("address", 10, SPEAKER), item("x", Kind.OTHER, 5, title=Text()))

    assert told(programme) == [("must", "An item has neither a kind nor a title.", "x")]


def test_office_and_spelling_are_asked_for_once_a_person():
    unknown = person("huseyin", "Seyid Abrar Huseyin", confirmed=False)
    programme = complete(speech("first", 10, unknown), speech("second", 10, unknown))

    assert told(programme) == [
        (
            "must",
            "The spelling of Seyid Abrar Huseyin has not been confirmed by the person’s own office.",
            "first",
        ),
        ("should", "The office that Seyid Abrar Huseyin holds on the day is not said.", "first"),
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"answer": Answer.CONFIRMED}, []),
        (
            {"answer": Answer.INVITED},
            [("should", "Khalid Rahman has not answered yet; “To be announced” is printed.", "address")],
        ),
        (
            {"answer": Answer.DECLINED},
            [("must", "Khalid Rahman has declined. Name somebody else.", "address")],
        ),
        (
            {"answer": Answer.REPLACED},
            [("must", "It is not said who comes in the place of Khalid Rahman.", "address")],
        ),
        ({"answer": Answer.REPLACED, "replaced_by": replace(SPEAKER, uid="other")}, []),
    ],
)
def test_answers_that_are_not_yes_are_told(changes, expected):
    assert told(complete(spoken(**changes))) == expected


def test_name_of_somebody_who_has_not_answered_may_be_printed_all_the_same():
    programme = complete(spoken(answer=Answer.INVITED), prints_unconfirmed=True)

    assert told(programme) == [
        ("should", "Khalid Rahman has not answered yet; the name is printed all the same.", "address")
    ]


def test_silence_for_which_nobody_rises_must_be_mended():
    programme = complete(silence("silence", Cue.REMAIN_STANDING), speech("address", 10, SPEAKER))

    severity, words, target = told(programme)[0]
    assert (severity, target) == ("must", "silence")
    assert words.startswith("Nobody is asked to rise before “silence” at 10:00.")


def test_programme_that_runs_past_its_hard_end_must_be_mended():
    programme = complete(speech("address", 70, SPEAKER), ends_by=at(11))

    assert [(each.severity, each.target) for each in missing(programme)] == [(Severity.MUST, "address")]


def test_texts_and_names_that_another_language_lacks_are_gathered_by_language():
    programme = replace(complete(), languages=("en", "az"), dedication=Text.of({"en": "In memory"}))

    assert told(programme) == [
        ("should", "The title is missing in Azerbaijani.", "title"),
        ("should", "Dedication: missing in Azerbaijani.", "dedication"),
        ("should", "1 title or text of an item is missing in Azerbaijani: “address”.", "address"),
        (
            "should",
            "There is no Azerbaijani form of Embassy, A hall, Room 1, Islamabad, Khalid Rahman and Director.",
            "people",
        ),
    ]


def test_seminar_of_the_source_lacks_what_the_source_does_not_state():
    assert [(severity, words) for severity, words, _ in told(seminar())][:3] == [
        ("must", "The spelling of Seyid Abrar Huseyin has not been confirmed by the person’s own office."),
        ("should", "Nobody is named for “Words of welcome”."),
        ("should", "Nobody is named for “Thanks and closing words”."),
    ]
    assert [each.severity for each in missing(seminar())].count(Severity.MUST) == 1


def test_ceremony_within_the_exhibition_is_asked_under_its_own_uid():
    ceremony = exhibition().children[0]

    assert {each.event for each in missing(exhibition())} == {exhibition().uid, ceremony.uid}
    assert "hosts" not in {each.target for each in missing(exhibition())}


@pytest.mark.parametrize("programme", [seminar(), exhibition(), empty()])
def test_every_key_is_there_once(programme):
    keys = [each.key for each in missing(programme)]

    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("accent", "register", "told_of"),
    [
        ("#d4af37", "mourning", True),
        ("#d4af37", "mourning-and-pride", True),
        ("#12284c", "mourning", False),
        ("#d4af37", "festive", False),
        ("", "mourning", False),
    ],
)
def test_festive_colour_is_told_on_a_day_of_mourning(accent, register, told_of):
    plain = complete()
    edition = seminar().edition
    programme = replace(
        plain,
        mission=replace(plain.mission, look=Look(accent=accent)),
        edition=replace(edition, occasion=replace(edition.occasion, register=Register(register))),
    )

    words = f"The accent colour of the mission, {accent}, does not suit a day of mourning: black stands in its place."
    assert told(programme) == ([("should", words, "look")] if told_of else [])
