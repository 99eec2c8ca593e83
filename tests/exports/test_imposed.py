"""The sheets of a booklet: which page lies beside which, and what the printer is told."""

from functools import cache

import pytest

from events.exports.pdf import imposed
from tests.exports.printed import pages, reader
from tests.exports.released import SITE, at, item, small

MILLIMETRE = 72 / 25.4


@cache
def sheets(language="en"):
    return imposed.render(small(item("Opening", at(10))), (language,), SITE)


def test_pages_lie_so_that_the_folded_sheets_read_on():
    assert imposed.order_of_sheets(4) == [(3, 0), (1, 2)]
    assert imposed.order_of_sheets(8) == [(7, 0), (1, 6), (5, 2), (3, 4)]


def test_booklet_from_right_to_left_has_each_pair_mirrored():
    assert imposed.order_of_sheets(8, is_right_to_left=True) == [(0, 7), (6, 1), (2, 5), (4, 3)]


def test_pages_that_make_no_whole_sheets_are_refused():
    with pytest.raises(ValueError, match="6 pages do not make whole sheets"):
        imposed.order_of_sheets(6)


def test_sheets_are_a4_across_and_hold_two_pages_a_side():
    file = reader(sheets())

    assert len(file.pages) == 2
    assert [round(float(edge) / MILLIMETRE) for edge in file.pages[0].mediabox[2:]] == [297, 210]
    back_and_cover, inside = pages(sheets())
    assert "Is this programme still current?" in back_and_cover
    assert "To be planned" in back_and_cover
    assert "10:00 Opening" in inside
    assert "NOTES" in inside


def test_printer_is_told_to_print_both_sides_as_they_are():
    wishes = reader(sheets()).trailer["/Root"]["/ViewerPreferences"]

    assert wishes["/PrintScaling"] == "/None"
    assert wishes["/Duplex"] == "/DuplexFlipShortEdge"


def test_same_programme_gives_the_same_sheets():
    assert imposed.render(small(item("Opening", at(10))), ("en",), SITE) == sheets()


def test_language_and_title_are_those_of_the_booklet():
    file = reader(sheets("ur"))

    assert file.trailer["/Root"]["/Lang"] == "ur"
