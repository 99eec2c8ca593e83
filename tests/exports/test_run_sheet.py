"""The run sheet: everything of the agenda for the team, on every page which event and which release it is."""

from dataclasses import replace
from datetime import timedelta
from functools import cache

import page
import pytest

from events.exports import FORMATS
from events.exports.pdf import run_sheet
from events.exports.wishes import Beside, Wishes
from events.programme.choices import Answer, Audience, Cue, Kind, PaperSize, Shown
from events.programme.people import Contribution, Party, Person
from events.programme.text import Text
from events.programme.value import Look
from tests.exports.printed import CANONICAL, pages, reader, stand_in_order, text, words
from tests.exports.released import SITE, at, item, released, small
from tests.programmes import empty, seminar


@cache
def sheet(name, language):
    return run_sheet.render(released(CANONICAL[name]()), (language,), SITE)


def drawn(programme, **wishes):
    return text(run_sheet.render(programme, ("en",), SITE, Wishes(**wishes)))


def test_it_is_for_staff_alone():
    assert FORMATS["run-sheet"].printed.audience is Audience.STAFF


def test_it_holds_what_guests_do_not_read_in_the_order_of_the_day():
    told = text(sheet("seminar", "en"))

    assert stand_in_order(
        told,
        "RUN SHEET National will and determination of the Azerbaijani people",
        "Friday, 20 January 2023 · 10:00–12:20 · Islamabad",
        "Release 2, as of 18 January 2023, 09:00",
        "Done Clock Length Item Who Place For the team Cues Responsible",
        "Before · Institute of Policy Studies, Seminar hall · from 09:00",
        "09:00 30 min Flags, lectern, name cards, sound check",
        "Set-up Staff alone",
        "Sound check: two anthems and the video.",
        "Programme · Institute of Policy Studies, Seminar hall · from 10:00",
        "National anthems of both countries",
        "10:09:00",
        "10:10:00 1 min MINUTE OF SILENCE",
        "H.E. Khazar Farhadov, Ambassador of Azerbaijan to Pakistan",
        "After · Institute of Policy Studies",
        "30 minutes are free between “Departure of guests of honour”",
        "13:00:00",
        "12:00:00 Baku",
    )


def test_every_page_names_event_place_and_release_under_a_repeated_head():
    first, *others = pages(sheet("seminar", "en"))

    assert others
    for each in (first, *others):
        assert "Release 2, as of 18 January 2023, 09:00" in each
        assert "Friday, 20 January 2023 · 10:00–12:20 · Islamabad" in each
        assert "Done Clock Length" in each
        assert "https://planner.example/v/k7m2p9qx/" in each


def test_ceremony_within_an_exhibition_stands_on_it_too():
    assert stand_in_order(
        text(sheet("exhibition", "az")), "Foto və kitab sərgisi", "Anım mərasimi", "11:05:00", "BİR DƏQİQƏLİK"
    )


@pytest.mark.parametrize(("name", "language"), [("seminar", "ur"), ("exhibition", "en")])
def test_it_keeps_the_standards_on_landscape_pages(name, language):
    pdf = sheet(name, language)

    for standard in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        report = page.validate_pdf_bytes(pdf, profile=standard)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert {(round(box.mediabox.width), round(box.mediabox.height)) for box in reader(pdf).pages} == {
        (842, 595)
    }


def test_draft_says_so_on_each_page_and_same_programme_gives_the_same_bytes():
    draft = run_sheet.render(seminar(), ("en",), SITE)

    assert all("DRAFT" in each for each in pages(draft))
    assert draft == run_sheet.render(seminar(), ("en",), SITE)


def test_officer_answers_and_what_may_be_left_out_are_told():
    person = Person(uid="p", name=Text.of({"en": "Parviz Musayev"}))
    said = Contribution(Party(person=person), answer=Answer.DECLINED)
    programme = small(item("Words", at(10), contributions=(said,), responsible="A. Officer", optional=True))

    assert stand_in_order(drawn(programme), "10:00 10 min Words", "May be left out", "A. Officer")
    assert "Parviz Musayev (has declined)" in drawn(programme)


def test_overlap_is_told_above_the_row_that_begins_too_early():
    programme = small(
        item("First", at(10), minutes=20, uid="0b0f3c52-3d0a-4f5e-9c58-8a86f9e7d0a1"),
        item("Second", at(10, 10), uid="0b0f3c52-3d0a-4f5e-9c58-8a86f9e7d0a2"),
    )

    assert stand_in_order(drawn(programme), "First", "10 minutes overlap", "10:10 10 min Second")


def test_numbers_stand_before_the_titles_where_they_are_wished():
    programme = small(item("First", at(10)), item("Second", at(10, 10)))

    assert stand_in_order(drawn(programme, beside=Beside.NUMBERS), "10:00 10 min 1 First", "2 Second")


def test_thirty_items_are_all_there_and_no_row_is_torn():
    items = [
        item(
            f"Item{number}",
            at(9) + timedelta(minutes=10 * number),
            staff_text=Text.of({"en": f"Begin{number} " + "word " * 30 + f"end{number}"}),
            uid=f"0b0f3c52-3d0a-4f5e-9c58-8a86f9e7{number:04}",
        )
        for number in range(30)
    ]
    pdf = run_sheet.render(small(*items), ("en",), SITE)

    where = {word: number for number, word, *_ in words(pdf)}
    assert all(where[f"Begin{n}"] == where[f"end{n}"] == where[f"Item{n}"] for n in range(30))


def test_event_without_items_says_so():
    assert "The agenda has no items yet." in drawn(empty())


def test_silence_and_hours_that_guests_do_not_read_have_their_clock():
    silence = replace(item("", at(12), minutes=1), kind=Kind.SILENCE, title=Text(), cues=(Cue.RISE,))
    hidden = item("Words", at(12, 1), shown=Shown.NOT_AT_ALL)

    assert stand_in_order(
        drawn(small(silence, hidden)), "12:00:00", "12:01:00", "Ask guests to rise", "12:01 10"
    )


def test_mission_that_prints_on_letter_has_it_landscape():
    programme = small(item("Words", at(10)))
    mission = replace(programme.mission, look=Look(paper=PaperSize.LETTER))

    box = reader(run_sheet.render(replace(programme, mission=mission), ("en",), SITE)).pages[0].mediabox

    assert (box.width, box.height) == (792, 612)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_says_its_release_and_where_to_ask_whether_it_is_current(language):
    feet = pages(sheet("seminar", language))

    assert all("/v/" in foot for foot in feet)


def test_line_of_a_narrow_column_is_filled_before_its_last_two_words_which_stay_together():
    tops = {word: (page, top) for page, word, _, top, *_ in words(sheet("seminar", "en"))}

    assert tops["opens"] == tops["asks"] < tops["rise."]
