"""Numbers written out, from 1 to 100."""

import pytest
from num2words import num2words

from events.programme.number_words import counts, in_words, ordinal_in_words, ordinals
from events.programme.ordinals import Case, turkish_ending

NUMBERS = range(1, 101)


@pytest.mark.parametrize("language", ["en", "az", "ru"])
def test_counts_agree_with_num2words(language):
    assert {n: in_words(n, language) for n in NUMBERS} == {n: num2words(n, lang=language) for n in NUMBERS}


def test_turkish_counts_are_those_of_num2words_written_apart():
    assert {n: in_words(n, "tr").replace(" ", "") for n in NUMBERS} == {
        n: num2words(n, lang="tr") for n in NUMBERS
    }


def test_english_and_azerbaijani_ordinals_agree_with_num2words():
    for language in ("en", "az"):
        assert {n: ordinal_in_words(n, language) for n in NUMBERS} == {
            n: num2words(n, lang=language, to="ordinal") for n in NUMBERS
        }


def test_turkish_ordinals_have_the_endings_of_the_figures():
    for n in NUMBERS:
        assert ordinal_in_words(n, "tr").endswith(turkish_ending(n)), n
    assert [ordinal_in_words(n, "tr") for n in (4, 25, 34, 36)] == [
        "dördüncü", "yirmi beşinci", "otuz dördüncü", "otuz altıncı",
    ]  # fmt: skip


def test_russian_ordinals_stand_in_their_case():
    assert [ordinal_in_words(n, "ru") for n in (1, 3, 34, 36, 40, 100)] == [
        "первая", "третья", "тридцать четвёртая", "тридцать шестая", "сороковая", "сотая",
    ]  # fmt: skip
    assert [ordinal_in_words(33, "ru", case) for case in (Case.DATIVE, Case.ACCUSATIVE)] == [
        "тридцать третьей",
        "тридцать третью",
    ]


def test_urdu_words_of_the_anniversaries_to_come():
    assert [in_words(n, "ur") for n in (25, 33, 34, 36, 40, 50, 99)] == [
        "پچیس", "تینتیس", "چونتیس", "چھتیس", "چالیس", "پچاس", "ننانوے",
    ]  # fmt: skip
    assert [ordinal_in_words(n, "ur") for n in (1, 34, 36)] == ["پہلی", "چونتیسویں", "چھتیسویں"]


@pytest.mark.parametrize("language", ["en", "az", "ru", "tr"])
def test_each_word_is_one_number(language):
    assert sorted(counts(language).values()) == list(NUMBERS)
    assert set(ordinals(language).values()) == set(NUMBERS)


@pytest.mark.parametrize("number", [0, 101])
def test_other_numbers_are_refused(number):
    with pytest.raises(ValueError, match=f"{number} is not written out"):
        in_words(number, "en")
