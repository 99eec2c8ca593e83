"""The leaflet of an exhibition: hours, ceremony, works with what is said of them."""

from dataclasses import replace
from functools import cache

import page
import pytest

from events.exports import EmptyProgrammeError
from events.exports.pdf import leaflet
from events.programme.changes import changes
from events.programme.value import Work
from tests.exports.printed import pages, stand_in_order
from tests.exports.released import SITE, english, item, released, small
from tests.programmes import exhibition

WORKS = (
    Work(
        english("A square at night"),
        english("A photographer"),
        "1990",
        english("Seen from a roof."),
        english("A museum"),
    ),
    Work(english("A book of names"), made="about 1991"),
)


@cache
def printed(language="en", count=2):
    works = tuple(WORKS[number % 2] for number in range(count))
    return leaflet.render(released(replace(exhibition(), works=works)), (language,), SITE)


def test_leaflet_has_hours_the_ceremony_and_the_works_by_number():
    assert stand_in_order(
        " ".join(pages(printed())),
        "Monday, 19 January 12:20–17:00",
        "Tuesday, 20 January Closed",
        "CEREMONY OF COMMEMORATION",
        "WORKS SHOWN",
        "1 A square at night A photographer, 1990 Seen from a roof. Lent by A museum",
        "2 A book of names about 1991",
        "https://planner.example/v/k7m2p9qx/",
    )


def test_leaflet_takes_one_sheet_and_more_only_for_many_works():
    assert len(pages(printed())) == 2
    assert "40 A book of names" in " ".join(pages(printed(count=40)))


def test_opening_hours_stay_on_the_first_side_where_a_closer_setting_holds_them():
    first, *_ = pages(printed("ur", count=0))

    # With the masthead and the foot.
    assert first.count("جنوری") == len(exhibition().days) + 2


@pytest.mark.parametrize("language", ["en", "az", "ur"])
def test_leaflet_keeps_the_standards(language):
    for standard in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        report = page.validate_pdf_bytes(printed(language), profile=standard)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_event_without_days_and_works_has_no_leaflet():
    with pytest.raises(EmptyProgrammeError):
        leaflet.render(small(item()), ("en",), SITE)


def test_change_of_the_works_is_told_in_five_languages():
    (told,) = changes(exhibition(), replace(exhibition(), works=WORKS))

    assert told.wording("en").text == "The works shown have changed."
    assert set(told.languages) == {"az", "en", "ru", "tr", "ur"}


def test_leaflet_in_urdu_stands_on_both_sides_of_a_sheet():
    assert len(pages(printed("ur"))) == 2
