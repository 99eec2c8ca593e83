"""Dates, times and lists in the five languages."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import format_date, get_day_names, get_month_names

from events.programme import languages
from events.programme.languages import (
    LANGUAGES,
    UnknownLanguageError,
    capitalised,
    date_range,
    day_and_month,
    days_of_year,
    direction,
    full_date,
    length,
    long_date,
    month_title,
    short_weekday_names,
    weekday_name,
    weekday_names,
)

DAY = date(2023, 1, 20)
YEAR = [date(2024, 1, 1) + timedelta(days) for days in range(366)]
EACH = pytest.mark.parametrize("language", ["az", "en", "ru", "ur", "tr"])


def test_languages_are_the_five_in_the_order_of_preference():
    assert list(LANGUAGES) == ["en", "az", "ru", "ur", "tr"]
    assert all(code == language.code for code, language in LANGUAGES.items())


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "ltr"),
        ("az", "ltr"),
        ("ru", "ltr"),
        ("ur", "rtl"),
        ("tr", "ltr"),
        ("ur-PK", "rtl"),
        ("ar", "rtl"),
        ("de", "ltr"),
    ],
)
def test_direction_is_that_of_the_script(language, expected):
    assert direction(language) == expected


def test_direction_of_a_language_agrees_with_its_table():
    assert {code: direction(code) for code in LANGUAGES} == {
        code: language.direction for code, language in LANGUAGES.items()
    }


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("az", "20 yanvar 2023, cümə"),
        ("en", "Friday, 20 January 2023"),
        ("ru", "пятница, 20 января 2023 г."),
        ("ur", "جمعہ، 20 جنوری، 2023"),
        ("tr", "20 Ocak 2023 Cuma"),
    ],
)
def test_long_date_has_the_form_of_its_language(language, expected):
    assert long_date(DAY, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("az", ("20 yanvar 2023", "20 yanvar", "Yanvar 2023", "cümə")),
        ("en", ("20 January 2023", "20 January", "January 2023", "Friday")),
        ("ru", ("20 января 2023 г.", "20 января", "Январь 2023", "пятница")),
        ("ur", ("20 جنوری، 2023", "20 جنوری", "جنوری 2023", "جمعہ")),
        ("tr", ("20 Ocak 2023", "20 Ocak", "Ocak 2023", "Cuma")),
    ],
)
def test_shorter_dates_have_the_forms_of_their_language(language, expected):
    said = (
        full_date(DAY, language),
        day_and_month(DAY, language),
        month_title(2023, 1, language),
        weekday_name(DAY, language),
    )

    assert said == expected


def test_names_stay_apart_when_azerbaijani_comes_first():
    order = ["az", "ur", "en", "ru", "tr", "az"]

    assert [month_title(2023, 7, language) for language in order] == [
        "İyul 2023",
        "جولائی 2023",
        "July 2023",
        "Июль 2023",
        "Temmuz 2023",
        "İyul 2023",
    ]
    assert [weekday_names(language)[4] for language in order] == [
        "cümə",
        "جمعہ",
        "Friday",
        "пятница",
        "Cuma",
        "cümə",
    ]


def test_names_stay_apart_when_babel_was_asked_for_azerbaijani_and_urdu_first():
    get_month_names("wide", "stand-alone", "az")
    get_day_names("wide", "stand-alone", "ur")

    said = {language: (month_title(2023, 1, language), long_date(DAY, language)) for language in LANGUAGES}

    assert said == {
        "en": ("January 2023", "Friday, 20 January 2023"),
        "az": ("Yanvar 2023", "20 yanvar 2023, cümə"),
        "ru": ("Январь 2023", "пятница, 20 января 2023 г."),
        "ur": ("جنوری 2023", "جمعہ، 20 جنوری، 2023"),
        "tr": ("Ocak 2023", "20 Ocak 2023 Cuma"),
    }


@EACH
def test_every_day_of_a_year_agrees_with_cldr(language):
    # Patterns of the format context: those of the stand-alone one leak between languages.
    locale = "en_GB" if language == "en" else language
    pattern = {"en": "EEEE, d MMMM y"}.get(language, "full")

    ours = [(long_date(day, language), day_and_month(day, language)) for day in YEAR]
    # CLDR keeps the Russian "г." with a narrow blank that not every typeface has.
    theirs = [
        (format_date(day, pattern, locale).replace("\u202f", " "), format_date(day, "d MMMM", locale))
        for day in YEAR
    ]

    assert ours == theirs


@EACH
def test_short_weekdays_agree_with_cldr(language):
    names = Locale(language).days["format"]["abbreviated"]

    assert short_weekday_names(language) == tuple(names[number] for number in range(7))


@pytest.mark.parametrize("language", ["az", "en", "ru", "ur", "tr"])
def test_month_titles_are_nominative_and_twelve(language):
    titles = [month_title(2023, month, language) for month in range(1, 13)]

    assert len(set(titles)) == 12
    assert not any(title.split()[0] in LANGUAGES["ru"].months for title in titles)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (
            date(2015, 1, 19),
            date(2015, 1, 27),
            {
                "en": "19–27 January 2015",
                "az": "19–27 yanvar 2015",
                "ru": "19–27 января 2015 г.",
                "ur": "19 تا 27 جنوری، 2015",
                "tr": "19–27 Ocak 2015",
            },
        ),
        (
            date(2015, 1, 30),
            date(2015, 2, 2),
            {
                "en": "30 January – 2 February 2015",
                "az": "30 yanvar – 2 fevral 2015",
                "ru": "30 января – 2 февраля 2015 г.",
                "ur": "30 جنوری تا 2 فروری، 2015",
                "tr": "30 Ocak – 2 Şubat 2015",
            },
        ),
        (
            date(2014, 12, 30),
            date(2015, 1, 2),
            {
                "en": "30 December 2014 – 2 January 2015",
                "az": "30 dekabr 2014 – 2 yanvar 2015",
                "ru": "30 декабря 2014 г. – 2 января 2015 г.",
                "ur": "30 دسمبر، 2014 تا 2 جنوری، 2015",
                "tr": "30 Aralık 2014 – 2 Ocak 2015",
            },
        ),
        (DAY, DAY, {"en": "20 January 2023", "ru": "20 января 2023 г.", "ur": "20 جنوری، 2023"}),
    ],
)
def test_date_range_says_month_and_year_once_where_they_are_the_same(first, last, expected):
    assert {language: date_range(first, last, language) for language in expected} == expected


def test_date_range_of_the_same_month_in_two_years_says_both_years():
    assert date_range(date(2014, 1, 19), date(2015, 1, 19), "en") == "19 January 2014 – 19 January 2015"


def test_days_without_their_year_are_joined_by_a_word_in_urdu():
    same, across = (date(2015, 1, 19), date(2015, 1, 27)), (date(2015, 1, 30), date(2015, 2, 2))

    assert days_of_year(*same, "en") == "19–27 January"
    assert days_of_year(*across, "en") == "30 January – 2 February"
    assert days_of_year(*same, "ur") == "19 تا 27 جنوری"
    assert days_of_year(*across, "ur") == "30 جنوری تا 2 فروری"


def test_date_range_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="2015-01-18, is before the first, 2015-01-19"):
        date_range(date(2015, 1, 19), date(2015, 1, 18), "en")


@pytest.mark.parametrize(
    "write",
    [
        lambda language: long_date(DAY, language),
        lambda language: length(timedelta(minutes=1), language),
        lambda language: month_title(2023, 1, language),
    ],
)
def test_dates_in_an_unknown_language_are_refused_by_name(write):
    with pytest.raises(UnknownLanguageError, match="“de”, only in en, az, ru, ur, tr"):
        write("de")


@pytest.mark.parametrize(
    ("language", "text", "head"),
    [
        ("en", "in memory", "In memory"),
        ("az", "iyirmi", "İyirmi"),
        ("tr", "iki", "İki"),
        ("az", "ıldırım", "Ildırım"),
    ],
)
def test_capital_at_the_head_of_a_text_is_that_of_its_language(language, text, head):
    assert capitalised(text, language) == head


def test_nothing_else_puts_content_into_capitals():
    """Capitals belong to style sheets, which know the language; the letters of a country are none of a text."""
    root = Path(languages.__file__).parents[2]
    files = [*root.glob("events/**/*.py"), *root.glob("templates/**/*.html")]
    found = {path.relative_to(root).as_posix() for path in files if CAPITALS.search(path.read_text("utf-8"))}

    assert found - ALLOWED == set()


CAPITALS = re.compile(r"\.upper\(\)|\.title\(\)|\.capitalize\(\)|\|upper\b|\|title\b|\|capfirst")
ALLOWED = {
    "events/exports/pdf/masthead.py",  # measured, never printed
    "events/programme/languages.py",
    "events/programme/year_counts.py",  # never of an i
    "events/programme/explanations.py",  # a title of a case
    "events/forms/register_fields.py",  # two letters of a country
    "events/views/spellings.py",  # the English name of a script without a name here
}
