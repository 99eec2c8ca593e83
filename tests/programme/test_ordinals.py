"""Which one in a row, in figures, in five languages."""

import pytest
from babel import Locale
from num2words import num2words

from events.programme.languages import LANGUAGES, UnknownLanguageError
from events.programme.ordinals import Case, azerbaijani_ending, ordinal, turkish_ending

NUMBERS = range(1, 201)
# The categories of CLDR for ordinals, with the ending that each has in the language.
ENDINGS = {
    "en": {"one": "st", "two": "nd", "few": "rd", "other": "th"},
    "az": {"one": "-ci", "few": "-cü", "many": "-cı", "other": "-cu"},
    "ru": {"other": "-я"},
    "tr": {"other": "."},
    "ur": {"other": "ویں"},
}
URDU_BY_NAME = {1, 2, 3, 4, 6}


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (25, "25th"),
        (33, "33rd"),
        (34, "34th"),
        (111, "111th"),
        (112, "112th"),
        (113, "113th"),
        (121, "121st"),
    ],
)
def test_english_ordinal(number, expected):
    assert ordinal(number, "en") == expected


@pytest.mark.parametrize(
    "expected",
    [
        *("1-ci", "2-ci", "3-cü", "4-cü", "5-ci", "6-cı", "7-ci", "8-ci", "9-cu"),
        *("10-cu", "20-ci", "30-cu", "40-cı", "50-ci", "60-cı", "70-ci", "80-ci", "90-cı"),
        *("25-ci", "28-ci", "31-ci", "32-ci", "33-cü", "34-cü", "36-cı"),
        *("100-cü", "101-ci", "110-cu", "200-cü", "1990-cı", "2000-ci", "2023-cü"),
    ],
)
def test_azerbaijani_ordinal_follows_the_last_word_that_is_spoken(expected):
    assert ordinal(int(expected.split("-")[0]), "az") == expected


def test_azerbaijani_and_english_ordinals_agree_with_num2words():
    assert [ordinal(number, "en") for number in NUMBERS] == [
        num2words(number, lang="en", to="ordinal_num") for number in NUMBERS
    ]
    assert [ordinal(number, "az") for number in NUMBERS] == [
        num2words(number, lang="az", to="ordinal_num") for number in NUMBERS
    ]


def test_azerbaijani_endings_agree_with_the_vowels_of_the_spoken_ordinal():
    for number in NUMBERS:
        spoken = num2words(number, lang="az", to="ordinal")
        assert spoken.endswith(ordinal(number, "az").split("-")[1]), (number, spoken)


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("nominative", "33-я"),
        ("genitive", "33-й"),
        ("dative", "33-й"),
        ("accusative", "33-ю"),
        ("instrumental", "33-й"),
        ("prepositional", "33-й"),
    ],
)
def test_russian_ordinal_stands_in_its_case(case, expected):
    assert ordinal(33, "ru", case) == expected
    assert ordinal(33, "ru", Case(case)) == expected


def test_russian_ordinal_without_a_case_is_nominative():
    assert [ordinal(number, "ru") for number in (1, 25, 40)] == ["1-я", "25-я", "40-я"]


def test_unknown_case_is_refused():
    with pytest.raises(ValueError, match="vocative"):
        ordinal(33, "ru", "vocative")


def test_urdu_ordinal_has_words_for_the_irregular_ones():
    assert [ordinal(number, "ur") for number in (1, 2, 3, 4, 5, 6, 7, 25, 33)] == [
        "پہلی",
        "دوسری",
        "تیسری",
        "چوتھی",
        "5ویں",
        "چھٹی",
        "7ویں",
        "25ویں",
        "33ویں",
    ]


def test_turkish_ordinal_has_a_point():
    assert ordinal(33, "tr") == "33."


@pytest.mark.parametrize("language", list(LANGUAGES))
@pytest.mark.parametrize("number", [0, -1])
def test_ordinal_below_one_is_refused(number, language):
    with pytest.raises(ValueError, match=f"no anniversary number {number}"):
        ordinal(number, language)


def test_ordinal_in_an_unknown_language_is_refused():
    with pytest.raises(UnknownLanguageError, match="“de”"):
        ordinal(33, "de")


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_ordinals_from_1_to_999_follow_the_categories_of_cldr(language):
    category = Locale(language).ordinal_form
    numbers = [n for n in range(1, 1000) if language != "ur" or n not in URDU_BY_NAME]

    assert {n: ordinal(n, language) for n in numbers} == {
        n: f"{n}{ENDINGS[language][category(n)]}" for n in numbers
    }


@pytest.mark.parametrize(
    "expected",
    [
        *("1'inci", "2'nci", "3'üncü", "4'üncü", "5'inci", "6'ncı", "7'nci", "8'inci", "9'uncu"),
        *("10'uncu", "20'nci", "30'uncu", "40'ıncı", "50'nci", "60'ıncı", "70'inci", "80'inci", "90'ıncı"),
        *("33'üncü", "34'üncü", "36'ncı", "100'üncü", "1990'ıncı", "2000'inci", "2026'ncı"),
    ],
)
def test_turkish_ending_follows_the_last_word_that_is_spoken(expected):
    number, _apostrophe, ending = expected.partition("'")

    assert turkish_ending(int(number)) == ending


def test_turkish_and_azerbaijani_endings_are_those_of_the_spoken_ordinals_from_1_to_999():
    for number in range(1, 1000):
        assert num2words(number, lang="tr", to="ordinal").endswith(turkish_ending(number)), number
        assert num2words(number, lang="az", to="ordinal").endswith(azerbaijani_ending(number)), number
