"""The number of an anniversary in five languages."""

from dataclasses import replace

import pytest
from num2words import num2words

from events.programme.anniversary import Case, anniversary, ordinal
from events.programme.choices import Register
from events.programme.languages import LANGUAGES, UnknownLanguageError
from events.programme.text import Text, Wording
from tests.programmes import exhibition, seminar

EDITION = seminar().edition
NUMBERS = range(1, 201)


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


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "33rd anniversary of the 20 January tragedy"),
        ("az", "20 Yanvar faciəsinin 33-cü ildönümü"),
        ("ru", "33-я годовщина трагедии 20 Января"),
        ("ur", "سانحۂ 20 جنوری کی 33ویں برسی"),
        ("tr", "20 Ocak faciasının 33. yıl dönümü"),
    ],
)
def test_anniversary_is_a_whole_phrase_in_each_language(language, expected):
    assert anniversary(EDITION, language) == Wording(expected, language)


def test_anniversary_of_the_exhibition_is_the_25th():
    assert str(anniversary(exhibition().edition, "en")) == "25th anniversary of the 20 January tragedy"


@pytest.mark.parametrize(
    ("register", "word"),
    [
        (Register.MOURNING, "برسی"),
        (Register.MOURNING_AND_PRIDE, "برسی"),
        (Register.FESTIVE, "سالگرہ"),
        (Register.NEUTRAL, "سالگرہ"),
        (Register.SOLEMN, "سالگرہ"),
    ],
)
def test_urdu_word_for_anniversary_follows_the_register(register, word):
    occasion = replace(EDITION.occasion, register=register, of_name=Text.of({"ur": "یومِ آزادی کی"}))

    assert str(anniversary(replace(EDITION, occasion=occasion), "ur")) == f"یومِ آزادی کی 33ویں {word}"


def test_anniversary_falls_back_to_a_whole_phrase_in_another_language():
    occasion = replace(EDITION.occasion, of_name=Text.of({"en": "the day", "tr": "günün", "de": "des Tages"}))
    edition = replace(EDITION, occasion=occasion)

    assert anniversary(edition, "ur", ("tr", "en")) == Wording("günün 33. yıl dönümü", "tr")
    assert anniversary(edition, "de", ("de",)) == Wording("33rd anniversary of the day", "en")


@pytest.mark.parametrize("year", [1990, 1989])
def test_anniversary_in_the_year_itself_or_before_is_empty(year):
    assert anniversary(replace(EDITION, year=year), "az") == Wording("", "az")


def test_anniversary_without_words_for_it_is_empty():
    occasion = replace(EDITION.occasion, of_name=Text.of({"de": "des Tages"}))

    assert not anniversary(replace(EDITION, occasion=occasion), "en")
