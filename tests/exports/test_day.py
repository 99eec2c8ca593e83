"""All that is printed for the day in one file."""

from dataclasses import replace
from functools import cache

import pytest

from events.exports.pdf import day, imposed, run_sheet
from events.exports.pdf.day import Pile, TooManyPagesError, bundle
from tests.exports.printed import canonical, pages, reader, stand_in_order
from tests.exports.released import SITE, released
from tests.programmes import seminar


@cache
def sheets(module):
    return module.render(released(seminar()), ("en",), SITE)


def piles(programmes=3):
    return (
        Pile("Programme", ("en",), canonical("seminar", "en"), programmes, two_sided=True),
        Pile("Booklet to fold", ("en",), sheets(imposed), 2, two_sided=True),
        Pile("Run sheet", ("en",), sheets(run_sheet), 2, two_sided=False),
        Pile("Cards", ("en",), canonical("seminar", "en"), 1, two_sided=True, on_card=True),
    )


@cache
def bundled(programmes=3, language="en"):
    return bundle(released(seminar()), language, SITE, piles(programmes))


def test_first_sheet_lists_each_pile_with_its_copies_sheets_paper_and_pages():
    cover, back, *_ = pages(bundled())

    assert stand_in_order(
        cover,
        "Release 2, as of 18 January 2023",
        "Programme English 3 1 both sides A4 3–8",
        "Booklet to fold English 2 2 both sides A4 9–16",
        "Run sheet English 2 2 one side A4 17–24",
        "Cards English 1 1 both sides A4 card 25–26",
        "Sheets of paper needed A4: 11 A4 card: 1",
    )
    assert back == ""


def test_list_of_all_documents_of_an_event_stands_on_one_page():
    pile = Pile("Script of the master of ceremonies", ("en",), canonical("seminar", "en"), 1, two_sided=True)
    short = replace(pile, title="Name badges")

    cover, back, *_ = pages(bundle(released(seminar()), "en", SITE, [pile] * 3 + [short] * 8))

    assert "Sheets of paper needed A4: 11" in cover
    assert back == ""


def test_every_copy_begins_on_a_sheet_of_its_own_and_one_sided_pages_have_an_empty_back():
    found = pages(bundled())

    assert len(found) == 26
    assert found[2:4] == found[4:6] == found[6:8] == pages(canonical("seminar", "en"))
    assert [bool(page) for page in found[16:24]] == [True, False, True, False] * 2


def test_backs_of_sheets_across_are_turned_as_the_file_is_flipped_on_the_long_edge():
    file = reader(bundled())

    assert [page.rotation for page in file.pages[8:12]] == [0, 180, 0, 180]
    assert {page.rotation for page in (*file.pages[:8], *file.pages[16:])} == {0}
    assert file.root_object["/ViewerPreferences"]["/Duplex"] == "/DuplexFlipLongEdge"
    assert file.root_object["/ViewerPreferences"]["/PrintScaling"] == "/None"


def test_hundreds_of_copies_cost_next_to_nothing():
    few, many = bundled(3), bundled(400)

    assert len(reader(many).pages) == len(reader(few).pages) + 2 * 397
    assert len(many) - len(few) < 40 * 2 * 397


def test_same_piles_give_the_same_bytes():
    assert bundle(released(seminar()), "en", SITE, piles()) == bundled()


def test_list_that_takes_more_than_a_sheet_counts_its_own_pages():
    programme = canonical("seminar", "en")
    many = [Pile(f"Programme {number}", ("en",), programme, 1, two_sided=True) for number in range(60)]

    cover = pages(bundle(released(seminar()), "en", SITE, many))

    assert "Programme 0 English 1 1 both sides A4 5–6" in cover[0]
    assert "Programme 59" in cover[3]
    assert cover[4:6] == pages(programme)


def test_more_pages_than_one_file_may_have_are_refused(monkeypatch):
    monkeypatch.setattr(day, "MOST_PAGES", 20)

    with pytest.raises(TooManyPagesError):
        bundle(released(seminar()), "en", SITE, piles())


@pytest.mark.parametrize("language", ["az", "ru", "tr", "ur"])
def test_list_is_in_the_language_of_the_programme(language):
    assert "To print one pile again" not in pages(bundled(3, language))[0]
