"""The booklet: what stands on which page, in whole sheets, in one language after the other."""

import re
from dataclasses import replace
from functools import cache

import page
import pytest

from events.exports.pdf import booklet
from events.exports.pdf.errors import LanguagesNotOfferedError
from events.programme.choices import PaperSize
from events.programme.people import Contribution, Party, Person
from events.programme.text import Text
from events.programme.value import Look
from tests.exports.printed import CANONICAL, pages, reader, stand_in_order, words
from tests.exports.released import SITE, at, english, item, released, small
from tests.programmes import empty, seminar

STANDARDS = [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A]
MILLIMETRE = 72 / 25.4


@cache
def canonical(name, *languages):
    return booklet.render(released(CANONICAL[name]()), languages, SITE)


def drawn(programme, *languages):
    return booklet.render(programme, languages or ("en",), SITE)


@cache
def short(language):
    return drawn(small(item("Opening", at(10))), language)


def speakers(*names):
    return tuple(Contribution(Party(person=Person(uid=name, name=english(name)))) for name in names)


def size(pdf):
    box = reader(pdf).pages[0].mediabox
    return round(float(box.width) / MILLIMETRE, 1), round(float(box.height) / MILLIMETRE, 1)


def test_order_that_is_a_few_lines_too_long_stands_on_one_page_and_offices_on_that_of_the_speakers():
    _, _, order, speakers, *_ = told = pages(canonical("seminar", "ru"))

    assert len(told) == 8
    assert stand_in_order(order, "09:30", "Халид Рахман", "11:50 Чай")
    assert "Заместитель директора" not in order
    assert "Заместитель директора" in speakers


def test_seminar_in_three_languages_stands_on_two_sheets():
    cover, dedication, first, second, third, *_, back = told = pages(canonical("seminar", "en", "az", "ur"))

    assert len(told) == 8
    assert stand_in_order(
        cover,
        "Embassy of Azerbaijan in Pakistan",
        "Institute of Policy Studies",
        "SEMINAR",
        "National will and determination of the Azerbaijani people",
        "Commemoration of January 20, 1990",
        "Azərbaycan xalqının milli iradəsi və əzmi",
        "Islamabad, 20 January 2023",
        "Institute of Policy Studies, Seminar hall",
    )
    assert stand_in_order(
        dedication,
        "In memory of the martyrs of January 20",
        "20 Yanvar şəhidlərinin xatirəsinə",
        "20 January – National Mourning Day",
        "33rd anniversary of the 20 January tragedy",
        "150 people were killed. 744 people were seriously injured.",
        "Source: the Ambassador of Azerbaijan to Pakistan, 20 January 2023",
    )
    assert stand_in_order(
        first,
        "Order of proceedings",
        "Friday, 20 January 2023",
        "10:09 MINUTE OF SILENCE in memory of the martyrs of January 20 · Please remain standing.",
        "10:15 Address by the Ambassador H.E. Khazar Farhadov",
        "11:50 Tea",
    )
    assert stand_in_order(
        second, "20 yanvar 2023, cümə", "10:09 BİR DƏQİQƏLİK SÜKUT", "Zati-aliləri Xəzər Fərhadov"
    )
    assert "10:09" in third
    assert stand_in_order(
        back,
        "Is this programme still current?",
        "https://planner.example/v/k7m2p9qx/",
        "Programme, release 2 of 18 January 2023. All times are those of Islamabad (UTC+5).",
    )


def test_speakers_are_told_in_the_first_two_languages_beside_one_another():
    told = " ".join(pages(canonical("seminar", "en", "az", "ur")))

    assert stand_in_order(
        told,
        "Speakers in the order of their addresses",
        "H.E. Khazar Farhadov Ambassador of Azerbaijan to Pakistan Zati-aliləri Xəzər Fərhadov",
        "Khalid Rahman Director, Institute of Policy Studies Xalid Rəhman",
    )


def test_exhibition_tells_its_days_and_then_the_ceremony_within():
    told = " ".join(pages(canonical("exhibition", "en")))

    assert stand_in_order(
        told,
        "Opening hours",
        "19–27 January 2015",
        "Tuesday, 20 January Closed 20 January – National Mourning Day",
        "Ceremony of commemoration",
        "Monday, 19 January 2015 · 11:00–12:20",
        "11:05 MINUTE OF SILENCE",
        "11:06 Address Parviz Musayev, Deputy chief",
    )


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda standard: standard.name)
@pytest.mark.parametrize(("name", "languages"), [("seminar", ("en", "az", "ur")), ("exhibition", ("en",))])
def test_booklet_keeps_the_standards_for_accessibility_and_for_archives(name, languages, standard):
    report = page.validate_pdf_bytes(canonical(name, *languages), profile=standard)

    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_same_programme_gives_the_same_bytes():
    assert drawn(small(item("Opening", at(10))), "ur") == short("ur")


def test_every_leaf_between_the_covers_says_which_release_it_is():
    told = pages(canonical("exhibition", "en"))

    for left in range(3, len(told) - 1, 2):
        assert stand_in_order(told[left], "release 2 of 18 January 2023.", "planner.example/v/k7m2p9qx/"), (
            left
        )


def test_event_of_which_nothing_is_known_has_a_page_to_write_on():
    cover, order, notes, _back = pages(drawn(empty()))

    assert stand_in_order(cover, "To be planned", "Date to be announced")
    assert stand_in_order(order, "Order of proceedings", "To be announced")
    assert "NOTES" in notes


def test_draft_says_so_on_every_page_and_has_no_code():
    told = pages(drawn(replace(small(item("Opening", at(10))), release=None)))

    assert len(told) == 4
    assert all("DRAFT" in each for each in told)
    assert "/v/" not in " ".join(told)


@pytest.mark.parametrize("count", [1, 30])
def test_agenda_of_one_item_or_thirty_comes_to_whole_sheets_with_no_page_empty(count):
    items = [
        item(
            f"Item {n:02}.",
            at(10 + n // 6, n % 6 * 10),
            contributions=speakers("Aynur", "Bilal", "Ceyla", "Dana", "Emin"),
        )
        for n in range(count)
    ]
    told = pages(drawn(small(*items)))

    assert len(told) % 4 == 0
    assert all(told)
    assert re.findall(r"Item (\d\d)\.", " ".join(told)) == [f"{n:02}" for n in range(count)]
    assert "Aynur, Bilal, Ceyla, Dana, Emin" in " ".join(told)


def test_long_compound_title_leaves_day_and_place_on_the_cover():
    title = "Round table on the occasion of the anniversary of the restoration of independence and " * 3

    cover, *rest = pages(drawn(small(item("Opening", at(10)), title=english(title.strip()))))

    assert "20 January 2023" in cover
    assert len(rest) == 3


def test_booklet_that_begins_in_urdu_is_bound_on_the_right():
    outer = {}
    for language in ("en", "ur"):
        numbered = [box for page, word, *box in words(short(language)) if (page, word) == (1, "2")]
        outer[language] = numbered[-1][0]

    # The wider edge of the second page is at the right in English, at the left in Urdu.
    assert outer["en"] < outer["ur"]


def test_mission_on_letter_paper_folds_half_letters():
    programme = small(item("Opening", at(10)))
    on_letter = replace(programme, mission=replace(programme.mission, look=Look(paper=PaperSize.LETTER)))

    assert size(short("en")) == (148.0, 210.0)
    assert size(drawn(on_letter)) == (139.7, 215.9)


@pytest.mark.parametrize("languages", [(), ("en", "az", "ru", "ur"), ("en", "en"), ("de",)])
def test_up_to_three_languages_are_offered_each_once(languages):
    with pytest.raises(LanguagesNotOfferedError):
        booklet.render(released(seminar()), languages, SITE)


def test_urdu_that_goes_over_a_page_has_more_room_than_the_language_beside_it():
    pdf = booklet.render(released(seminar()), ("ur", "en"), SITE)
    heights = [bottom - top for _, word, _, top, _, bottom in words(pdf) if word == "11:50"]

    assert len(heights) == 2
    assert heights[0] > heights[1]


def test_words_in_full_stand_on_a_page_of_their_own():
    ode = Text.of(
        {"az": "Azərbaycan, Azərbaycan!\nEy qəhrəman övladın", "en": "Azerbaijan, Azerbaijan!\nThe hero"}
    )
    programme = small(item("Ode", at(10), words=ode), item("Close", at(11), uid="close"))

    told = pages(drawn(programme, "en", "az"))

    (sheet,) = [each for each in told if "Ey qəhrəman övladın" in each]
    assert "The hero" in sheet
    assert "10:00" not in sheet
    assert len(told) % 4 == 0


def test_wreaths_laid_together_are_named_together():
    pair = tuple(replace(each, group=1) for each in speakers("First Envoy", "Second Envoy"))

    told = " ".join(pages(drawn(small(item("Wreaths", at(10), contributions=pair)))))

    assert stand_in_order(told, "Wreaths", "First Envoy", "Second Envoy")


def test_what_is_remembered_is_told_in_both_languages_of_a_booklet():
    dedication = pages(canonical("seminar", "en", "az", "ur"))[1]

    assert stand_in_order(
        dedication, "National Mourning Day", "33rd anniversary", "Ümumxalq Hüzn Günü", "33-cü ildönümü"
    )
