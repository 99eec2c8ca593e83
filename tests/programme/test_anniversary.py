"""The number of an anniversary in five languages."""

from dataclasses import replace

import pytest

from events.programme.anniversary import anniversary
from events.programme.choices import Register
from events.programme.text import Text, Wording
from tests.programmes import exhibition, seminar

EDITION = seminar().edition


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
