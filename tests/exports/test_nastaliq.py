"""Urdu in Nastaliq, on wish."""

import subprocess
from functools import cache

import page
import pytest

from events.exports import FORMATS
from events.exports.pdf import a4, booklet
from events.exports.pdf.fitting import Box, fitted
from events.exports.pdf.voice import Voice
from events.exports.wishes import NO_WISHES, Beside, Wishes
from events.programme.people import Contribution, Office, Party, Person
from events.programme.text import Text, Wording
from tests.exports.carded import event_with
from tests.exports.page_checks import faults
from tests.exports.printed import pages, reader, right_to_left_text, stand_in_order
from tests.exports.released import SITE, released
from tests.programmes import exhibition, seminar

NASTALIQ = Wishes(nastaliq=True)
DOCUMENTS = {"a4": a4, "booklet": booklet}
STANDARDS = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)


@cache
def drawn(name, *languages):
    return DOCUMENTS[name].render(released(seminar()), languages, SITE, NASTALIQ)


def fonts_of(pdf):
    told = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return {row.split("+")[1].split()[0] for row in told.splitlines()[2:]}


@pytest.mark.parametrize(("name", "pages"), [("a4", 2), ("booklet", 8)])
def test_urdu_stands_in_nastaliq_in_a_file_of_both_standards(name, pages):
    pdf = drawn(name, "ur")

    assert len(reader(pdf).pages) == pages
    assert "Noto-Nastaliq-Urdu" in fonts_of(pdf)
    assert [page.is_pdf_compliant_bytes(pdf, profile=standard) for standard in STANDARDS] == [True, True]


def test_text_behind_the_letters_is_what_is_written_in_the_order_of_reading():
    told = right_to_left_text(drawn("a4", "ur")).replace("\u200c", "")

    assert "\ufffd" not in told
    assert stand_in_order(
        told,
        "اسلام آباد",
        "آذربائیجانی عوام کا قومی عزم و ارادہ",
        "ترتیبِ پروگرام",
        "تلاوتِ قرآنِ پاک",
        "خالد رحمان",
    )


def test_beside_another_language_only_urdu_is_in_nastaliq():
    assert {"Noto-Nastaliq-Urdu", "EB-Garamond"} <= fonts_of(drawn("a4", "en", "ur"))


def test_whole_order_beside_english_stands_on_the_first_page():
    first, _ = pages(drawn("a4", "en", "ur"))

    assert "11:50" in first


@pytest.mark.parametrize(
    ("name", "languages"),
    [
        ("a4", ["ur"]),
        ("a4", ["en", "ur"]),
        ("a4", ["ur", "en"]),
        ("booklet", ["ur"]),
        ("leaflet", ["ur"]),
        ("script", ["ur"]),
        ("door-sign", ["ur"]),
        ("place-cards", ["en", "ur"]),
        ("lectern-cards", ["ur"]),
        ("reserved-signs", ["ur"]),
        ("badges", ["ur"]),
        ("envelopes", ["ur"]),
    ],
)
def test_letters_in_nastaliq_touch_neither_one_another_nor_a_rule(name, languages):
    programme = exhibition() if name == "leaflet" else seminar()
    pdf = FORMATS[name].render(released(programme), tuple(languages), SITE, NASTALIQ)

    assert faults(pdf, languages[0]) == []
    assert "Noto-Nastaliq-Urdu" in fonts_of(pdf)


def test_wish_counts_only_where_there_is_urdu_and_the_document_has_it():
    def key(name, *languages):
        wishes = Wishes(Beside.TIMES, nastaliq=True)
        return FORMATS[name].printed.fitting(wishes, languages).key

    assert key("a4", "en", "ur") == key("booklet-imposed", "ur") == "times-nastaliq"
    assert key("a4", "en") == key("run-sheet", "ur") == "times"
    assert (NO_WISHES.key, NASTALIQ.key) == ("", "nastaliq")


@pytest.mark.parametrize(("name", "letters"), [("badges", 300), ("reserved-signs", 500)])
def test_office_that_is_too_long_for_nastaliq_stands_in_small_naskh_on_the_paper(name, letters):
    office = Office(Text.of({"ur": ("نائب سربراہ قومی کمیٹی " * 30)[:letters].strip()}))
    person = Person("ada", Text.of({"ur": "خضر فرہادوف"}), offices=(office,))
    programme = event_with(Contribution(Party(person)), languages=("ur",), title=Text.of({"ur": "تقریب"}))

    pdf = FORMATS[name].render(programme, ("ur",), SITE, NASTALIQ)

    assert {"Noto-Nastaliq-Urdu", "Noto-Naskh-Arabic"} <= fonts_of(pdf)
    assert faults(pdf, "ur") == []


@pytest.mark.parametrize(
    ("height", "instead"), [(32, False), (9, True)], ids=["with room", "under nine points"]
)
def test_text_is_in_naskh_where_its_nastaliq_would_be_too_small_to_read(height, instead):
    box = Box(width=78, height=height, largest=18, comfortable=14)

    found = fitted(Wording("نائب سربراہ قومی کمیٹی " * 5, "ur"), Voice("ur", nastaliq=True), box)

    assert ("Naskh" in found.style) == instead
    assert found.size >= (6 if instead else 9)


def test_opening_hours_of_an_exhibition_stand_together_on_the_first_page():
    first, *others = reader(a4.render(released(exhibition()), ("ur",), SITE, NASTALIQ)).pages

    assert first.extract_text().count("17:00") == 6
    assert not any("17:00" in each.extract_text() for each in others)
