"""The A4 programme in two languages beside one another: what stands at whose side, and on which page."""

from dataclasses import replace
from functools import cache

import page
import pytest

from events.exports.pdf import a4
from events.exports.pdf.measure import width_of
from events.exports.pdf.side_by_side import HALF_SHEET
from events.exports.pdf.voice import WIDE, Voice
from events.programme.choices import Role
from events.programme.people import Contribution, Office, Party, Person
from events.programme.text import Text, Wording
from tests.exports.printed import CANONICAL, pages, reader, stand_in_order, text, words
from tests.exports.released import SITE, at, english, item, released, small
from tests.programmes import exhibition

STANDARDS = [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A]
MIDDLE = 297.6


@cache
def canonical(name, *languages):
    return a4.render(released(CANONICAL[name]()), languages, SITE)


def drawn(programme, *languages):
    return a4.render(programme, languages or ("en", "ur"), SITE)


def in_both(english, urdu):
    return Text.of({"en": english, "ur": urdu})


def place_of(pdf, word):
    return next((left, right) for _, told, left, _, right, _ in words(pdf) if told == word)


def test_seminar_in_english_and_urdu_stands_on_both_sides_of_a_sheet():
    pdf = canonical("seminar", "en", "ur")

    assert len(pages(pdf)) == 2
    assert stand_in_order(
        text(pdf), "Embassy of Azerbaijan", "ORDER OF PROCEEDINGS", "09:30", "MINUTE OF SILENCE", "10:09"
    )
    assert "آذربائیجانی" in text(pdf)
    assert text(pdf).count("10:09") == 1


@pytest.mark.parametrize("languages", [("en", "ur"), ("ur", "en")])
def test_times_stand_in_the_middle_between_left_and_right(languages):
    pdf = canonical("seminar", *languages)
    time, english = place_of(pdf, "10:02"), place_of(pdf, "Recitation")
    urdu = [left for _, told, left, *_ in words(pdf) if any("\u0600" < letter < "\u06ff" for letter in told)]

    assert english[1] < time[0] < MIDDLE < time[1]
    assert len([left for left in urdu if left > MIDDLE]) > 2 * len([left for left in urdu if left < MIDDLE])


def test_times_stand_first_where_both_run_from_the_left():
    pdf = canonical("exhibition", "en", "az")
    first, second = (place_of(pdf, word) for word in ("Arrival", "Ziyarətçilərin"))

    assert place_of(pdf, "10:30")[1] < first[0] < MIDDLE < second[0]


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda standard: standard.name)
@pytest.mark.parametrize(
    "sheet", [("seminar", "en", "ur"), ("seminar", "ur", "en"), ("exhibition", "en", "az")]
)
def test_sheet_keeps_the_standards(sheet, standard):
    assert page.validate_pdf_bytes(canonical(*sheet), profile=standard).failures == []


def test_closed_days_are_told_in_both_languages_and_hours_once():
    told = text(canonical("exhibition", "en", "az"))

    assert told.count("12:20–17:00") == 1
    assert stand_in_order(told, "Closed", "Bağlıdır")


def test_thirty_items_keep_each_row_with_its_time():
    items = [
        replace(
            item(start=at(10, number), uid=str(number)), title=in_both(f"Address{number}", f"خطاب{number}")
        )
        for number in range(30)
    ]
    pdf = drawn(small(*items))
    rows = {told: (sheet, top) for sheet, told, _, top, _, _ in words(pdf)}

    assert len(pages(pdf)) <= 3
    for number in range(30):
        time, title = rows[f"10:{number:02}"], rows[f"Address{number}"]
        assert time[0] == title[0]
        assert abs(time[1] - title[1]) < 6


@pytest.mark.parametrize("items", [(), (item("Opening", at(10)),)], ids=["none", "one"])
def test_little_is_one_leaf(items):
    assert 1 <= len(pages(drawn(small(*items)))) <= 2


def test_long_titles_and_five_speakers_stay_on_the_sheet():
    speakers = tuple(
        Contribution(Party(person=Person(uid=name, name=in_both(f"Professor Dr. {name}", "پروفیسر ڈاکٹر"))))
        for name in ("Alakbar", "Bahadur", "Chingiz", "Davud", "Elchin")
    )
    title = in_both("On the memory of the martyrs " * 7, "شہداء کی یاد میں " * 9)
    pdf = drawn(replace(small(item("Panel", at(10), contributions=speakers)), title=title))

    assert "Professor Dr. Elchin" in text(pdf)
    assert len(reader(pdf).pages) <= 2
    for _, _, left, top, right, bottom in words(pdf):
        assert 28 <= left <= right <= 568
        assert 0 <= top <= bottom <= 842


def test_same_programme_gives_the_same_bytes():
    assert drawn(small(item("Opening", at(10)))) == drawn(small(item("Opening", at(10))))


@pytest.mark.parametrize("languages", [("en", "ur"), ("ur", "en"), ("ru", "ur"), ("en", "ru"), ("en", "az")])
def test_whole_order_of_the_seminar_stands_on_the_first_page(languages):
    first, second = pages(canonical("seminar", *languages))

    assert "11:50" in first
    assert "11:50" not in second


def test_office_of_several_lines_begins_behind_the_name():
    office = english("Counsellor, House xxxxxxxxxx in Pakistan")
    person = Person("1", english("Konul Sinagli"), offices=(Office(office),))
    laying = item("", at(10), contributions=(Contribution(Party(person=person), Role.WREATH_LAYER, group=1),))

    placed = {word: box for _number, word, *box in reversed(words(drawn(small(laying), "en", "az")))}

    assert placed["Konul"][1] == placed["Counsellor,"][1] < placed["Pakistan"][1]


def test_short_last_word_is_not_alone_in_its_line():
    tops = {word: top for _, word, _, top, *_ in words(canonical("seminar", "en", "ru"))}

    assert tops["two"] == tops["countries"]


def test_short_last_word_in_urdu_stays_with_the_one_before_it_in_a_line_of_one_piece():
    said = Voice("ur", keeps=WIDE).whole(Wording("براہِ کرم تشریف رکھیں۔", "ur"))

    assert said == "براہِ کرم تشریف\N{NO-BREAK SPACE}رکھیں۔"


@pytest.mark.parametrize("language", ["en", "az", "ru"])
def test_lines_of_a_dedication_in_capitals_are_no_longer_than_half_a_sheet(language):
    dedication, (points, space) = exhibition().dedication, HALF_SHEET.capitals
    line = HALF_SHEET.dedication_line(dedication.wording(language).text, "ltr")

    for each in Voice(language).title_lines(dedication, line):
        assert width_of(each.upper()) + space * len(each) <= HALF_SHEET.measure(points)


def test_city_follows_the_place_where_half_a_sheet_has_no_room_beside_the_hours():
    first = pages(canonical("seminar", "en", "ru"))[0]

    assert "10:00–12:20 Institute of Policy Studies, Seminar hall, Islamabad" in first
    assert "Институт политических исследований Зал семинаров, Исламабад" in first
