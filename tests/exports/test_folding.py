"""How a booklet comes to whole sheets, without a typesetter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.exports.pdf.folding import Folding


def choose(counts, least=0, likely=0, roomier=()):
    """Let a booklet be folded that takes so many pages in each setting; return what is chosen and its pages."""
    closeness = [setting for setting in counts if "shared" not in setting and setting not in roomier]
    folding = Folding(closeness, least, likely or least + 1, roomier)
    for setting in folding.settings():
        base, _, notes = setting.partition(" notes-")
        if folding.is_done(counts[base] + int(notes or 0)):
            break
    return setting, folding.pages


@pytest.mark.parametrize(
    ("counts", "chosen"),
    [
        ({"roomy": 8}, ("roomy", 8)),
        ({"roomy": 7}, ("roomy notes-1", 8)),
        ({"roomy": 8, "close": 7}, ("close notes-1", 8)),
        ({"roomy": 11, "close": 9, "close shared": 9}, ("roomy notes-1", 12)),
        ({"roomy": 11, "close": 9, "close shared": 8}, ("close shared", 8)),
        ({"roomy": 6, "roomy shared": 5}, ("roomy notes-2", 8)),
    ],
)
def test_fewest_sheets_are_best_then_fewest_pages_then_the_roomiest_setting(counts, chosen):
    assert choose(counts) == chosen


@pytest.mark.parametrize(
    ("counts", "chosen"),
    [
        ({"roomy": 7, "close": 7, "closest": 7}, ("roomy notes-1", 8)),
        ({"roomy": 8, "close": 7, "closest": 7}, ("close notes-1", 8)),
        ({"roomy": 8, "close": 8, "closest": 7}, ("closest notes-1", 8)),
        ({"roomy": 9, "close": 9, "closest": 9, "roomy shared": 8}, ("roomy shared", 8)),
    ],
)
def test_agenda_that_goes_over_a_page_however_closely_it_is_set_has_room(counts, chosen):
    assert choose(counts, least=6, roomier=("roomy", "close")) == chosen


@given(st.integers(4, 16), st.integers(0, 6), st.integers(0, 7))
def test_pages_are_shared_as_if_that_had_always_been_tried(least, more, fewer):
    pages = least + more
    counts = {"roomy": pages, "roomy shared": max(least - 1, pages - fewer)}

    assert choose(counts, least) == choose(counts)


def test_pages_are_not_shared_where_that_saves_no_sheet():
    folding = Folding(["close"], least=6, likely=7)
    tried = []
    for setting in folding.settings():
        tried.append(setting)
        if folding.is_done(6 + int(setting[-1])):
            break

    assert tried == ["close notes-1", "close notes-2"]


@pytest.mark.parametrize(
    ("counts", "tried"),
    [
        ({"roomy": 6}, ["roomy notes-2"]),
        ({"close": 7}, ["close notes-1"]),
        ({"close": 7, "closest": 6}, ["close notes-1", "closest notes-2"]),
        ({"close": 7, "closest": 7}, ["close notes-1", "closest notes-2"]),
    ],
)
def test_booklet_with_as_many_pages_as_is_likely_is_laid_out_once_for_each_closeness(counts, tried):
    folding, found = Folding(list(counts), least=6, likely=7), {}
    for setting in folding.settings():
        # One that was laid out is there.
        found[setting] = True
        base, _, notes = setting.partition(" notes-")
        if folding.is_done(counts[base] + int(notes or 0)):
            break

    assert list(found) == tried


@given(st.integers(4, 16), st.lists(st.integers(0, 6), min_size=1, max_size=2), st.integers(1, 3))
def test_what_is_likely_changes_nothing_that_is_chosen(least, more, languages):
    counts = {name: least + pages for name, pages in zip(("close", "closest"), more, strict=False)}
    counts |= {f"{name} shared": max(least - 1, pages - 1) for name, pages in counts.items()}

    assert choose(counts, least, least + languages) == choose(counts, least, least)
