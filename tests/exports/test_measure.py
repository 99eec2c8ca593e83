"""Where the lines of a title break."""

import pytest

from events.exports.pdf.masthead import SHEET
from events.exports.pdf.measure import balanced, width_of, with_numerals
from events.exports.pdf.voice import WIDE, Voice
from events.programme.text import Text, Wording

RUSSIAN = (
    "Тридцать шесть лет памяти и ответственность государств: международно-правовые, культурно-исторические "
    "и документально-публицистические аспекты сохранения достоинства пострадавших"
)


def test_title_is_broken_into_lines_of_much_the_same_length():
    title = "National will and determination of the Azerbaijani people"

    assert balanced(title, SHEET.measure(27), "ltr") == [
        "National will and determination",
        "of the Azerbaijani people",
    ]


def test_title_that_fits_a_line_is_not_broken():
    assert balanced("Photo and book exhibition", SHEET.measure(27), "ltr") == ["Photo and book exhibition"]


@pytest.mark.parametrize("points", [14.4, 16, 18])
def test_lines_of_a_long_title_fit_their_column_and_none_ends_in_a_little_word(points):
    measure = 108 * 72 / 25.4 / points
    lines = balanced(RUSSIAN, measure, "ltr")

    assert " ".join(lines) == RUSSIAN
    assert all(width_of(line) <= measure for line in lines)
    assert not [line for line in lines if line.endswith(" и")]


def test_postposition_in_urdu_stays_with_the_word_before_it():
    lines = balanced("پاکستان میں آذربائیجان کا سفارت خانہ", 9, "rtl")

    assert len(lines) > 1
    assert not [line for line in lines if line.startswith("کا")]


def test_last_word_and_a_number_are_not_left_alone_where_care_is_taken():
    said = Voice("en", keeps=WIDE).say(Text.of({"en": "In the night 150 people were killed in Baku."}))

    assert said == (
        'In the night <span class="together">150 people</span> were killed in\N{NO-BREAK SPACE}Baku.'
    )


def test_last_words_of_a_text_of_one_line_are_a_box_that_is_not_broken():
    said = Voice("en", keeps=WIDE).say(Text.of({"en": "Killed in Baku."}))

    assert said == 'Killed <span class="together">in Baku.</span>'


def test_no_word_is_kept_with_another_where_columns_may_be_narrow():
    text = Text.of({"en": "In the night 150 people were killed in Baku."})

    assert Voice("en").say(text) == text.wording("en").text


def test_short_name_stands_in_one_line_and_a_long_one_as_it_comes():
    voice = Voice("en", keeps=WIDE)

    assert (
        voice.whole(Wording("Khalid Teymur Akram", "en"))
        == '<span class="together">Khalid Teymur Akram</span>'
    )
    assert "together" not in voice.whole(Wording("Permanent Representation of the Republic", "en"))[:20]


def test_roman_numeral_stays_with_what_it_counts():
    assert with_numerals(["Xidməti;", "III", "dərəcəli", "I", "müşavir"]) == [
        "Xidməti;",
        "III dərəcəli",
        "I",
        "müşavir",
    ]
