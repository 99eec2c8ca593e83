"""The sheets of a booklet: which page lies beside which, and what the printer is told."""

from functools import cache

import pytest

from events.exports.pdf import booklet, imposed
from tests.exports.printed import CANONICAL, pages, reader, words
from tests.exports.released import SITE, at, item, released, small

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


def read_on_folding(sheets, *, is_right_to_left):
    """Return (side, whether its left half) in the order in which a folded pile of sheets is read.

    The pile lies with the fronts upwards, the outermost sheet at the bottom; folded, the reader goes inwards over the
    sheets' inner leaves and outwards again over the others.
    """
    first_half, inner_half = (True, False) if is_right_to_left else (False, True)
    inwards = [
        half for sheet in range(sheets) for half in ((2 * sheet, first_half), (2 * sheet + 1, inner_half))
    ]
    outwards = [
        half
        for sheet in reversed(range(sheets))
        for half in ((2 * sheet + 1, not inner_half), (2 * sheet, not first_half))
    ]
    return inwards + outwards


@pytest.mark.parametrize("event", CANONICAL)
@pytest.mark.parametrize("language", ["en", "ur"])
def test_folded_sheets_read_as_the_booklet_does(event, language):
    programme = released(CANONICAL[event]())
    sheets = imposed.render(programme, (language,), SITE)
    halves, read = {}, {}
    middle = float(reader(sheets).pages[0].mediabox.width) / 2
    for side, word, left, _, right, _ in words(sheets):
        halves.setdefault((side, (left + right) / 2 < middle), []).append(word)
    for number, word, *_ in words(booklet.render(programme, (language,), SITE)):
        read.setdefault(number, []).append(word)

    order = read_on_folding(len(reader(sheets).pages) // 2, is_right_to_left=language == "ur")

    assert [sorted(halves.get(half, [])) for half in order] == [
        sorted(read.get(number, [])) for number in range(len(order))
    ]
