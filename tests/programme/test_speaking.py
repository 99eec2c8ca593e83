"""The order of speaking by a named rule, and why."""

from datetime import date

import pytest

from events.programme.speaking import (
    OF_NO_HOST,
    SPEAKING_RULES,
    Speaker,
    SpeakingRule,
    Speech,
    Tied,
    arranged,
)
from events.programme.text import Text

NAMES = {
    "ambassador": ("Khazar Farhadov", "Xəzər Fərhadov"),
    "director": ("Khalid Rahman", "Xalid Rəhman"),
    "deputy": ("Seyid Abrar Huseyin", "Seyid Əbrar Hüseyn"),
    "guest": ("Tughral Yamin", ""),
}


def speech(name, part="main", tied=None, **facts):
    english, azerbaijani = NAMES[name]
    speaker = Speaker(Text.of({"en": english, "az": azerbaijani}), **facts)
    return Speech(name, part, speaker, tied)


SEMINAR = (
    speech("deputy", host=1, precedence=30, since=date(2019, 5, 1)),
    speech("ambassador", host=0, precedence=10, since=date(2020, 9, 1)),
    speech("guest", host=OF_NO_HOST, precedence=20),
    speech("director", host=1, precedence=20, since=date(2015, 1, 1)),
)


def order(rule, speeches=SEMINAR, language="en"):
    return [standing.speech.uid for standing in arranged(speeches, rule, language)]


def reasons(rule, speeches=SEMINAR, language="en"):
    return {each.speech.uid: str(each.why) for each in arranged(speeches, rule, language)}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (SpeakingRule.HOST_FIRST, ["ambassador", "deputy", "director", "guest"]),
        (SpeakingRule.ASCENDING, ["deputy", "guest", "director", "ambassador"]),
        (SpeakingRule.DESCENDING, ["ambassador", "guest", "director", "deputy"]),
        (SpeakingRule.TAKING_OFFICE, ["ambassador", "director", "guest", "deputy"]),
        (SpeakingRule.ALPHABETICAL, ["director", "ambassador", "deputy", "guest"]),
        (SpeakingRule.BY_HAND, ["deputy", "ambassador", "guest", "director"]),
    ],
)
def test_each_rule_gives_its_own_order(rule, expected):
    assert order(rule) == expected


def test_each_place_has_its_reason():
    assert reasons(SpeakingRule.HOST_FIRST) == {
        "ambassador": "Speaks for the first host.",
        "deputy": "Speaks for host number 2.",
        "director": "Speaks for host number 2.",
        "guest": "Of no host: after them, as the agenda has it.",
    }
    assert reasons(SpeakingRule.ASCENDING)["ambassador"] == "Number 10 in precedence."
    assert "between the two the agenda decides" in reasons(SpeakingRule.DESCENDING)["guest"]
    assert reasons(SpeakingRule.ALPHABETICAL)["deputy"] == "Filed under “Seyid Abrar Huseyin”."


def test_who_holds_an_office_without_an_organisation_is_not_taken_for_a_guest():
    speeches = (speech("deputy", host=1), speech("ambassador"), speech("director", host=0))

    assert order(SpeakingRule.HOST_FIRST, speeches) == ["director", "ambassador", "deputy"]
    assert reasons(SpeakingRule.HOST_FIRST, speeches)["ambassador"] == (
        "Keeps its place: the register names no organisation with the office."
    )


def test_who_lacks_a_date_of_taking_office_is_named_and_keeps_their_place():
    standings = arranged(SEMINAR, SpeakingRule.TAKING_OFFICE)

    assert [each.speech.uid for each in standings if not each.placed] == ["guest"]
    assert standings[2].why == "Keeps its place: the register has no date of taking office."


def test_a_class_comes_before_the_date_of_taking_office_where_all_have_one():
    envoy = speech("deputy", precedence=2, since=date(2010, 1, 1))
    ambassador = speech("ambassador", precedence=1, since=date(2020, 1, 1))

    assert order(SpeakingRule.TAKING_OFFICE, (envoy, ambassador)) == ["ambassador", "deputy"]
    unranked = speech("ambassador", since=date(2020, 1, 1))
    assert order(SpeakingRule.TAKING_OFFICE, (envoy, unranked)) == ["deputy", "ambassador"]


def test_the_alphabet_is_that_of_the_language_and_a_missing_name_is_said():
    assert order(SpeakingRule.ALPHABETICAL, language="az") == ["director", "ambassador", "guest", "deputy"]
    assert reasons(SpeakingRule.ALPHABETICAL, language="az")["guest"] == (
        "Keeps its place: the register has no name in this language."
    )


def test_a_speech_at_a_time_of_its_own_and_one_without_a_speaker_keep_their_places():
    fixed = speech("director", precedence=1, tied=Tied.START)
    open_place = Speech("welcome", "main", None)
    speeches = (speech("deputy", precedence=3), fixed, open_place, speech("ambassador", precedence=2))

    assert order(SpeakingRule.DESCENDING, speeches) == ["ambassador", "director", "welcome", "deputy"]
    assert reasons(SpeakingRule.DESCENDING, speeches)["welcome"].startswith("Keeps its place: nobody")


def test_speeches_change_places_within_their_part_alone():
    speeches = (
        speech("deputy", "morning", precedence=3),
        speech("director", "morning", precedence=2),
        speech("ambassador", "evening", precedence=1),
    )

    assert order(SpeakingRule.DESCENDING, speeches) == ["director", "deputy", "ambassador"]


def test_every_rule_has_a_name_and_words_and_those_of_the_field_their_source():
    assert set(SPEAKING_RULES) == set(SpeakingRule)
    without = {rule for rule, named in SPEAKING_RULES.items() if not named.sources}
    assert without == {SpeakingRule.ALPHABETICAL, SpeakingRule.BY_HAND}
