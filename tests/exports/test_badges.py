"""Name badges: read at three metres, filed by surname, cut at their marks."""

from dataclasses import replace

import pytest

from events.programme.choices import PaperSize
from events.programme.people import Contribution, Office, Organisation, Party, Person
from events.programme.text import Text
from events.programme.value import Look
from tests.exports.carded import canonical, drawn, event_with, guest
from tests.exports.printed import pages, text, words
from tests.programmes import empty


def from_the_right(pdf):
    """The words with their places; pdftotext tells the letters of Urdu from left to right."""
    return [(number, word[::-1], *box) for number, word, *box in words(pdf)]


def test_badge_has_the_first_name_larger_than_the_surname():
    found = {word: bottom - top for _, word, _, top, _, bottom in words(canonical("badges", "seminar", "en"))}

    assert found["Tughral"] > found["Yamin"] > found["International"]


def test_surname_of_a_long_first_name_is_smaller_still():
    pdf = drawn("badges", event_with(guest("Maximilian Alexander Constantin Farhadov")))
    found = {word: bottom - top for _, word, _, top, _, bottom in words(pdf)}

    assert found["Farhadov"] < found["Maximilian"]


def test_long_title_over_the_name_of_a_badge_ends_in_its_second_line():
    title = Text.of({"en": "National will and determination of the Azerbaijani people " * 2})

    told = text(drawn("badges", event_with(guest("Ada Lovelace"), title=title)))

    assert "Azerbaijani people National will and determination of the…" in told


def test_name_from_the_right_stands_on_a_badge_in_one_size():
    pdf = canonical("badges", "seminar", "ur")
    found = {word: bottom - top for _, word, _, top, _, bottom in from_the_right(pdf)}

    assert found["طغرل"] == found["یامین"]


@pytest.mark.parametrize(
    ("language", "ordered"),
    [("az", ["Eyvazov", "Əliyev", "Zeynalov"]), ("en", ["Əliyev", "Eyvazov", "Zeynalov"])],
)
def test_badges_lie_by_surname_in_the_alphabet_of_their_language(language, ordered):
    people = [
        Contribution(Party(Person(surname, Text.of({language: f"Adil {surname}"}))))
        for surname in ("Zeynalov", "Əliyev", "Eyvazov")
    ]

    told = text(drawn("badges", event_with(*people, languages=(language,)), language))

    assert sorted(ordered, key=told.index) == ordered


def test_ten_badges_stand_on_a_sheet_of_a4_and_eight_on_letter():
    guests = [guest(f"Guest{number} Name") for number in range(11)]
    letter = replace(empty().mission, look=Look(paper=PaperSize.LETTER))

    assert len(pages(drawn("badges", event_with(*guests)))) == 2
    assert [
        len(sheet.split("Guest")) - 1 for sheet in pages(drawn("badges", event_with(*guests, mission=letter)))
    ] == [
        8,
        3,
    ]


def test_organisation_of_a_badge_is_that_of_the_first_office():
    body = Organisation("body", Text.of({"en": "A body"}))
    office = Office(Text.of({"en": "Director"}), body)
    person = Person("ada", Text.of({"en": "Ada Lovelace"}), offices=(office,))

    told = text(drawn("badges", event_with(Contribution(Party(person)))))

    assert "A body" in told
    assert "Director" not in told
