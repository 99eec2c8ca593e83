"""Numbers written out, from 0 to 9,999."""

import pytest
from num2words import num2words

from events.programme.number_words import in_words, ordinal_in_words
from events.programme.ordinals import Case, turkish_ending

NUMBERS = range(10_000)
# All below a thousand, and each that ends otherwise than those.
SOME = [*range(1001), *range(1000, 10_000, 1000), *range(1100, 10_000, 777)]
# What is left to taste: a comma behind the thousand, words that stand together, "one" before a thousand.
THEIRS = {
    "en": lambda words: words.replace(",", ""),
    "az": lambda words: words,
    "ru": lambda words: words.removeprefix("одна ") if words.startswith("одна тысяча") else words,
    "tr": lambda words: words.replace(" ", ""),
}


@pytest.mark.parametrize("language", ["en", "az", "ru", "tr"])
def test_counts_agree_with_num2words(language):
    theirs = {n: THEIRS[language](num2words(n, lang=language)) for n in NUMBERS}

    assert {n: THEIRS[language](in_words(n, language)) for n in NUMBERS} == theirs


@pytest.mark.parametrize("language", ["en", "az", "tr"])
def test_ordinals_agree_with_num2words(language):
    theirs = {n: THEIRS[language](num2words(n, lang=language, to="ordinal")) for n in NUMBERS}

    assert {n: THEIRS[language](ordinal_in_words(n, language)) for n in NUMBERS} == theirs


@pytest.mark.parametrize(("case", "theirs"), list(zip(Case, "ngdaip", strict=True)))
def test_russian_ordinals_agree_with_num2words_in_each_case(case, theirs):
    assert {n: ordinal_in_words(n, "ru", case) for n in SOME} == {
        n: num2words(n, lang="ru", to="ordinal", gender="f", case=theirs) for n in SOME
    }


def test_turkish_ordinals_have_the_endings_of_the_figures():
    for n in SOME[1:]:
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


def test_urdu_hundreds_and_thousands_are_said_with_their_number():
    assert [in_words(n, "ur") for n in (100, 147, 744, 1990)] == [
        "ایک سو", "ایک سو سینتالیس", "سات سو چوالیس", "ایک ہزار نو سو نوے",
    ]  # fmt: skip
    assert [ordinal_in_words(n, "ur") for n in (9, 100, 109)] == ["نویں", "ایک سوویں", "ایک سو نویں"]


@pytest.mark.parametrize("number", [-1, 10_000])
def test_other_numbers_are_refused(number):
    with pytest.raises(ValueError, match=f"{number} is not written out"):
        in_words(number, "en")
