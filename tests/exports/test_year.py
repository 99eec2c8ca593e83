"""A mission's year in print: what stands on it, in which order, and as which file."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import page
import pytest

from events.exports import EmptyProgrammeError
from events.exports.pdf.year import YearOfMission, render
from events.exports.pdf.year_holidays import DayOff
from events.programme.choices import Status
from events.programme.look_ahead import Holiday
from events.programme.text import Text
from tests.exports.page_checks import faults
from tests.exports.printed import pages, reader, stand_in_order, text, words
from tests.exports.released import SITE, at, item, released, small
from tests.programmes import exhibition, seminar


def year_of(*programmes, year=2023):
    occasions = {each.edition.occasion.slug: each.edition.occasion for each in programmes if each.edition}
    return YearOfMission(programmes[0].mission, year, programmes, tuple(occasions.values()))


@cache
def seminar_year(language):
    return render(year_of(released(seminar())), language, SITE)


@cache
def long_year(count=420):
    """So many events, evenly over the year."""
    days = [date(2026, 1, 1) + timedelta(days=365 * number // count) for number in range(count)]
    held = [
        small(
            item(start=at(10, day=day)),
            on=day,
            uid=f"{number:032x}",
            slug=f"e{number}",
            title=Text.of({"en": f"Event {number}"}),
        )
        for number, day in enumerate(days)
    ]
    stretches = []
    pdf = render(year_of(*held, year=2026), "en", SITE, lambda made, of: stretches.append((made, of)))
    return pdf, stretches


def test_year_tells_day_hours_title_anniversary_register_and_place():
    told = text(seminar_year("en"))

    assert stand_in_order(
        told,
        "Calendar of events, 2023",
        "January 2023",
        "20 Fri National Mourning Day Mourning",
        "10:00–12:20",
        "National will and determination",
        "33rd anniversary of the 20 January tragedy",
        "As released by 18 January 2023.",
    )


@pytest.mark.parametrize(("language", "title"), [("ur", "ur"), ("en", "en")])
def test_year_says_its_language(language, title):
    assert reader(seminar_year(language)).trailer["/Root"]["/Lang"] == title


def test_year_lists_an_exhibition_by_its_days_and_what_is_held_within_it():
    told = text(render(year_of(released(exhibition()), year=2015), "en", SITE))

    assert "19–27 January" in told
    assert "within " in told


def test_days_from_one_year_into_the_next_stand_in_whole_words():
    held = replace(released(seminar()), on=date(2023, 8, 16), until=date(2024, 9, 19))
    pdf = render(year_of(held), "en", SITE)
    tops = {round(top) for _, word, _, top, *_ in words(pdf) if word in ("16", "19", "September")}

    assert len(tops) in (1, 2)


def test_year_marks_a_cancelled_event_and_leaves_out_one_that_waits_for_a_day():
    held = small(item(start=at(10)), title=Text.of({"en": "Called off"}), status=Status.CANCELLED)
    waits = small(item(start=at(11)), title=Text.of({"en": "Waits"}), status=Status.POSTPONED, day_open=True)

    told = text(render(year_of(held, replace(waits, uid="1" * 32)), "en", SITE))

    assert "Called off Cancelled" in told
    assert "Waits" not in told


def test_long_year_is_set_in_stretches_and_numbered_through():
    pdf, stretches = long_year()

    printed = pages(pdf)
    assert stretches == [(1, 2)]
    assert [each.rstrip().endswith(f" {number}") for number, each in enumerate(printed, 1)] == [True] * len(
        printed
    )
    stand_in_order(" ".join(printed), *(f"Event {number} " for number in range(420)))


def test_only_the_last_page_of_a_stretch_is_left_half_empty():
    lowest = {}
    for number, *_, bottom in words(long_year()[0]):
        # Over the running foot.
        lowest[number] = max(lowest.get(number, 0), bottom if bottom < 760 else 0)

    assert sum(foot < 600 for foot in lowest.values()) <= 2


@pytest.mark.parametrize("standard", ["PDF_UA_1", "PDF_A_3A"])
def test_joined_year_keeps_the_standards(standard):
    report = page.validate_pdf_bytes(long_year()[0], profile=page.ValidationProfile[standard])

    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_same_releases_give_the_same_bytes():
    assert render(year_of(released(seminar())), "en", SITE) == seminar_year("en")


def test_year_without_events_is_refused():
    with pytest.raises(EmptyProgrammeError):
        render(year_of(released(seminar()), year=2024), "en", SITE)


def test_public_holidays_stand_by_state_at_the_end_and_those_of_one_name_in_one_line():
    eid = [
        DayOff(date(2023, 4, day), Text.of({"en": "Pakistan"}), Holiday(Text.of({"en": "Eid al-Fitr"}), True))
        for day in (22, 23)
    ]
    martyrs = DayOff(
        date(2023, 1, 20), Text.of({"en": "Azerbaijan"}), Holiday(Text.of({"en": "Martyrs' Day"}))
    )

    told = text(render(replace(year_of(released(seminar())), days_off=(martyrs, *eid)), "en", SITE))

    assert stand_in_order(
        told,
        "20 Fri National Mourning Day",
        "Public holiday: Azerbaijan",
        "National will and determination",
        "Public holidays",
        "Azerbaijan",
        "20 January National Mourning Day",
        "Pakistan",
        "22–23 April",
        "Eid al-Fitr (estimated, by the moon)",
    )


@pytest.mark.parametrize("language", ["en", "ur"])
def test_marks_of_an_event_stand_within_their_boxes(language):
    pdf = render(year_of(released(seminar(), status=Status.TENTATIVE)), language, SITE)

    assert faults(pdf, language) == []
