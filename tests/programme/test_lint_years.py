"""Numbers of years and of anniversaries are held against the edition, in five languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.programme.lint_years import wrong_years
from events.programme.number_words import in_words, ordinal_in_words
from events.programme.ordinals import Case, ordinal, turkish_ending

LANGUAGES = ("en", "az", "ru", "ur", "tr")


def marked(text, language="en", anniversary=36, year=2026):
    return [(slip.found, slip.proposed) for slip in wrong_years(text, language, anniversary, year)]


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        # As the sources print them; all of them in a 36th edition.
        ("34 years have passed since that night", "34 years", "36 years"),
        ("the 34th anniversary of the tragedy", "34th anniversary", "36th anniversary"),
        ("Lachin 34 years ago", "34 years", "36 years"),
        ("33 years have passed", "33 years", "36 years"),
        ("34 years passed", "34 years", "36 years"),
        ("25th anniversary", "25th anniversary", "36th anniversary"),
        ("We remember 34 years", "34 years", "36 years"),
        ("the thirty-fourth anniversary", "thirty-fourth anniversary", "thirty-sixth anniversary"),
        ("Thirty four years ago", "Thirty four years", "Thirty-six years"),
        ("36st anniversary", "36st anniversary", "36th anniversary"),
        ("the 32th floor", "32th", "32nd"),
    ],
)
def test_english_number_that_disagrees_is_found(text, found, right):
    assert marked(text) == [(found, right)]


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("faciənin 34-cü ildönümü", "34-cü ildönümü", "36-cı ildönümü"),
        ("34-cü ildönümünə həsr olunur", "34-cü ildönümünə", "36-cı ildönümünə"),
        ("36-cü ildönümü", "36-cü ildönümü", "36-cı ildönümü"),
        ("Üstündən 34 il keçir", "34 il", "36 il"),
        ("34 il", "34 il", "36 il"),
        ("faciənin 34 illiyi", "34 illiyi", "36 illiyi"),
        ("otuz dördüncü ildönümü", "otuz dördüncü ildönümü", "otuz altıncı ildönümü"),
        ("1990-cu ilin yanvarı", "1990-cu", "1990-cı"),
    ],
)
def test_azerbaijani_number_or_ending_that_disagrees_is_found(text, found, right):
    assert marked(text, "az") == [(found, right)]


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("посвящено 34-й годовщине трагедии", "34-й годовщине", "36-й годовщине"),
        ("34-я годовщина", "34-я годовщина", "36-я годовщина"),
        ("в 34-ю годовщину", "34-ю годовщину", "36-ю годовщину"),
        ("34 года назад", "34 года", "36 лет"),
        ("34 года", "34 года", "36 лет"),
        ("Прошло более 34 лет", "34 лет", "36 лет"),
        ("к 34-летию трагедии", "34-летию", "36-летию"),
        ("к 36-ой годовщине", "36-ой годовщине", "36-й годовщине"),
        ("36-ю годовщина", "36-ю годовщина", "36-я годовщина"),
        ("тридцать четвертой годовщине", "тридцать четвертой годовщине", "тридцать шестой годовщине"),
    ],
)
def test_russian_number_or_case_that_disagrees_is_found(text, found, right):
    assert marked(text, "ru") == [(found, right)]


def test_russian_years_take_the_form_of_the_new_number():
    assert [marked("34 года назад", "ru", number, 1990 + number)[0][1] for number in (31, 33, 41, 45)] == [
        "31 год",
        "33 года",
        "41 год",
        "45 лет",
    ]
    assert marked("более 34 лет", "ru", 31, 2021) == [("34 лет", "31 года")]


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("سانحۂ 20 جنوری کی 34ویں برسی", "34ویں برسی", "36ویں برسی"),
        ("۳۴ویں برسی", "۳۴ویں برسی", "۳۶ویں برسی"),
        ("چونتیسویں برسی", "چونتیسویں برسی", "چھتیسویں برسی"),
        ("34 سال قبل", "34 سال", "36 سال"),
        ("36 ویں برسی", "36 ویں برسی", "36ویں برسی"),
    ],
)
def test_urdu_number_that_disagrees_is_found(text, found, right):
    assert marked(text, "ur") == [(found, right)]


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("faciasının 34. yıl dönümü", "34. yıl dönümü", "36. yıl dönümü"),
        ("34'üncü yıl dönümünde", "34'üncü yıl dönümünde", "36'ncı yıl dönümünde"),
        ("34. yılında", "34. yılında", "36. yılında"),
        ("34 yıl önce", "34 yıl", "36 yıl"),
        ("36’cı yıl dönümü", "36’cı yıl dönümü", "36’ncı yıl dönümü"),
        ("otuz dördüncü yıl dönümü", "otuz dördüncü yıl dönümü", "otuz altıncı yıl dönümü"),
    ],
)
def test_turkish_number_or_ending_that_disagrees_is_found(text, found, right):
    assert marked(text, "tr") == [(found, right)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the night of 19–20 January 1990", "en"),
        ("In March 1994, 32 years ago, parliament assessed it", "en"),
        ("5 years in prison", "en"),
        ("34 years of independence, aged 30 years", "en"),
        ("147 people were killed, 744 were wounded", "en"),
        ("He has taught for 3 years", "en"),
        ("The 44-day Patriotic War", "en"),
        ("1990-cı il, 2023-cü il, 30-cu illər", "az"),
        ("20 Yanvar 1990-cı ildə", "az"),
        ("20 января 1990 года, 36 лет назад", "ru"),
        ("20 Ocak 1990'ıncı, 36 yıl önce", "tr"),
        ("20 جنوری 1990، 36 سال قبل", "ur"),
        ("34 Jahre", "de"),
    ],
)
def test_other_numbers_are_left_alone(text, language):
    assert marked(text, language) == []


def test_event_of_no_edition_is_looked_at_for_endings_alone():
    assert marked("34th anniversary, 33th anniversary", anniversary=0) == [
        ("33th anniversary", "33rd anniversary")
    ]


def said(number):
    """Every form in which the number of an anniversary is right."""
    return {
        "en": (f"{ordinal(number, 'en')} anniversary", f"{number} years ago" if number > 1 else "1 year ago"),
        "az": (f"{ordinal(number, 'az')} ildönümü", f"{number} il əvvəl"),
        "ru": tuple(
            f"{ordinal(number, 'ru', case)} годовщин{ending}"
            for case, ending in ((Case.NOMINATIVE, "а"), (Case.DATIVE, "е"), (Case.ACCUSATIVE, "у"))
        ),
        "ur": (f"{ordinal(number, 'ur')} برسی", f"{number} سال قبل"),
        "tr": (
            f"{number}. yıl dönümü",
            f"{number}'{turkish_ending(number)} yıl dönümü",
            f"{number} yıl önce",
        ),
    }


NOUNS = {"en": "anniversary", "az": "ildönümü", "ru": "годовщина", "ur": "برسی", "tr": "yıl dönümü"}
YEARS = {"en": "years ago", "az": "il əvvəl", "ru": "лет назад", "ur": "سال قبل", "tr": "yıl önce"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_agrees_is_never_found_from_1_to_999(language):
    for number in range(1, 1000):
        for text in said(number)[language]:
            assert marked(text, language, number, 1990 + number) == [], text


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_agree_are_never_found_from_1_to_100(language):
    for number in range(2, 101):
        words = f"{ordinal_in_words(number, language)} {NOUNS[language]}"
        years = f"{in_words(number, language)} {YEARS[language]}"
        assert marked(words, language, number, 1990 + number) == []
        assert marked(years, language, number, 1990 + number) == []


@given(st.sampled_from(LANGUAGES), st.integers(1, 999), st.integers(1, 999))
def test_another_number_is_found_and_the_proposal_is_what_is_right(language, number, anniversary):
    for text, right in zip(said(number)[language], said(anniversary)[language], strict=True):
        found = marked(text, language, anniversary, 1990 + anniversary)
        if number == anniversary:
            assert found == []
        else:
            ((before, after),) = found
            assert text.replace(before, after) == right


@given(st.sampled_from(LANGUAGES), st.text(max_size=60), st.integers(1, 999), st.text(max_size=20))
def test_any_text_is_read_and_what_is_put_right_is_not_found_again(language, before, number, after):
    text = f"{before} {said(number)[language][0]} {after}"
    for slip in wrong_years(text, language, 36, 2026):
        assert text[slip.start : slip.end] == slip.found
        better = f"{text[: slip.start]}{slip.proposed}{text[slip.end :]}"
        assert (slip.found, slip.start) not in [
            (each.found, each.start) for each in wrong_years(better, language, 36, 2026)
        ]


@pytest.mark.parametrize(
    ("language", "text", "found", "right"),
    [
        ("en", "one hundred and thirty-four years ago", "one hundred and thirty-four years", "thirty-six years"),
        ("en", "two hundred and first anniversary", "two hundred and first anniversary", "thirty-sixth anniversary"),
        ("az", "yüz ikinci ildönümü", "yüz ikinci ildönümü", "otuz altıncı ildönümü"),
        ("ru", "более тридцати четырёх лет назад", "тридцати четырёх лет", "36 лет"),
        ("ru", "сто вторую годовщину", "сто вторую годовщину", "тридцать шестую годовщину"),
        ("tr", "otuzdördüncü yıl dönümü", "otuzdördüncü yıl dönümü", "otuz altıncı yıl dönümü"),
        ("ur", "ایک سو دوویں برسی", "ایک سو دوویں برسی", "چھتیسویں برسی"),
    ],
)  # fmt: skip
def test_number_above_a_hundred_or_bent_is_found_in_letters(language, text, found, right):
    assert marked(text, language) == [(found, right)]
