"""Numbers written out are read back, however the language bends and joins them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from events.programme.number_reading import (
    LANGUAGES,
    count_pattern,
    counts_alone,
    number_of,
    ordinal_behind,
    ordinal_pattern,
)
from events.programme.number_words import in_words, ordinal_in_words
from events.programme.ordinals import Case

NUMBERS = st.integers(0, 9_999)
CASES = dict(zip(Case, "ngdaip", strict=True))


def read(words, pattern, language):
    return number_of(words, language) if re.fullmatch(pattern, words, re.IGNORECASE) else None


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=NUMBERS)
def test_what_we_write_is_read_back(language, number):
    words = in_words(number, language)

    assert read(words, count_pattern(language), language) == number
    assert read(words.capitalize(), count_pattern(language), language) == number


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=NUMBERS, case=st.sampled_from(Case))
def test_ordinals_that_we_write_are_read_back(language, number, case):
    assert read(ordinal_in_words(number, language, case), ordinal_pattern(language), language) == number


# The oracle drops the "one" of 21,000 in Azerbaijani and in Turkish.
@pytest.mark.parametrize(
    ("language", "most"), [("en", 999_999), ("ru", 999_999), ("az", 9_999), ("tr", 9_999)]
)
@given(data=st.data())
def test_words_of_num2words_are_read(language, most, data):
    number = data.draw(st.integers(0, most))

    assert read(num2words(number, lang=language), count_pattern(language), language) == number


@given(number=NUMBERS, case=st.sampled_from(Case))
def test_russian_counts_are_read_in_each_case(number, case):
    assert read(num2words(number, lang="ru", case=CASES[case]), count_pattern("ru"), "ru") == number


@pytest.mark.parametrize(
    ("language", "words", "number"),
    [
        ("en", "a hundred and forty-seven", 147),
        ("en", "one hundred forty seven", 147),
        ("en", "fifteen hundred", 1500),
        ("az", "YÜZ QIRX YEDDİ", 147),
        ("az", "bir min İki Yüz", 1200),
        ("ru", "трехсот", 300),
        ("tr", "YÜZ KIRK YEDİ", 147),
        ("tr", "yüzkırk yedi", 147),
        ("ur", "دو لاکھ پچاس ہزار", 250_000),
        ("ur", "انیس سو نوے", 1990),
        ("ur", "ایک سو سنتالیس", 147),
    ],
)
def test_other_spellings_are_read(language, words, number):
    assert read(words, count_pattern(language), language) == number


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "one"),
        ("az", "bir"),
        ("az", "Bir"),
        ("ru", "одной"),
        ("ru", "тысячи"),
        ("ru", "семью"),
        ("ur", "اسی"),
    ],
)
def test_word_that_says_something_else_alone_is_no_number_alone(language, words):
    assert not counts_alone(words, language)


@pytest.mark.parametrize(
    ("language", "count", "behind"),
    [
        ("en", "one hundred and forty", "-seventh"),
        ("ru", "сто сорок", " седьмого"),
        ("ur", "ایک سو", " سینتالیسویں"),
    ],
)
def test_ordinal_behind_a_count_is_known(language, count, behind):
    found = re.match(count_pattern(language), count + behind)

    assert found.group() == count
    assert re.match(ordinal_behind(language), behind)
