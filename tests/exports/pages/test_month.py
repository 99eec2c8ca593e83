from dataclasses import replace
from datetime import date

import pytest

from events.exports.pages.entries import entries
from events.exports.pages.listing import by_day, by_month
from events.exports.pages.month import month
from events.programme.choices import Status
from events.programme.value import OpeningDay
from tests.exports.released import at, item, small
from tests.programmes import exhibition, seminar

JANUARY = date(2023, 1, 1)
TODAY = date(2023, 1, 18)


def held(uid, on, until=None, **values):
    """An event named by the end of its uid."""
    return small(
        on=on, until=until, uid=f"00000000-0000-4000-8000-00000000000{uid}", slug=f"e{uid}", **values
    )


def cells(programmes, first=JANUARY, today=TODAY, occasions=()):
    weeks = month(first, entries(programmes), today, occasions).weeks
    return {cell.day: cell for week in weeks for cell in week.cells}


def test_month_begins_on_monday_and_fills_its_weeks():
    weeks = month(JANUARY, [], TODAY).weeks

    assert [week.cells[0].day for week in weeks] == [
        date(2022, 12, 26),
        date(2023, 1, 2),
        date(2023, 1, 9),
        date(2023, 1, 16),
        date(2023, 1, 23),
        date(2023, 1, 30),
    ]
    assert [cell.day for cell in weeks[5].cells if cell.is_outside] == [
        date(2023, 2, day) for day in range(1, 6)
    ]


def test_one_cell_is_today_and_those_before_it_are_past():
    found = cells([])

    assert [day for day, cell in found.items() if cell.is_today] == [TODAY]
    assert max(day for day, cell in found.items() if cell.is_past) == date(2023, 1, 17)


def test_bar_says_its_words_where_it_begins_and_where_a_week_does():
    found = cells([held(1, date(2023, 1, 6), until=date(2023, 1, 10))])

    bars = {day.day: cell.bars[0] for day, cell in found.items() if cell.bars}
    assert {day: (bar.begins, bar.ends, bar.has_words) for day, bar in bars.items()} == {
        6: (True, False, True),
        7: (False, False, False),
        8: (False, False, False),
        9: (False, False, True),
        10: (False, True, False),
    }


def test_bar_that_began_before_the_month_says_its_words_on_the_first():
    found = cells([held(1, date(2022, 12, 20), until=date(2023, 1, 1))])

    (bar,) = found[date(2023, 1, 1)].bars
    assert (bar.begins, bar.ends, bar.has_words) == (False, True, True)
    assert found[date(2022, 12, 31)].bars == ()


def test_bar_keeps_its_lane_through_a_week_when_the_one_above_ends():
    found = cells(
        [
            held(1, date(2023, 1, 9), until=date(2023, 1, 10)),
            held(2, date(2023, 1, 10), until=date(2023, 1, 12)),
            held(3, date(2023, 1, 12), until=date(2023, 1, 13)),
        ]
    )

    lanes = {
        day: [bar.entry.key if bar else None for bar in found[date(2023, 1, day)].bars]
        for day in range(9, 14)
    }
    assert lanes == {9: ["e1"], 10: ["e1", "e2"], 11: [None, "e2"], 12: ["e3", "e2"], 13: ["e3"]}


def test_day_leads_to_its_group_in_the_list():
    programmes = [held(1, date(2023, 1, 9), until=date(2023, 1, 10)), held(2, date(2023, 1, 10))]
    found = cells(programmes)
    listed = {group.id for group in by_day(JANUARY, entries(programmes), TODAY).groups}

    assert (found[date(2023, 1, 9)].leads_to, found[date(2023, 1, 10)].leads_to) == ("e-e1", "d10")
    assert found[date(2023, 1, 11)].leads_to == ""
    assert {"e-e1", "d10"} <= listed


def test_observance_is_marked_in_its_month_alone():
    occasions = [seminar().edition.occasion]

    assert [day for day, cell in cells([], occasions=occasions).items() if cell.observed] == [
        date(2023, 1, 20)
    ]
    assert not any(cell.observed for cell in cells([], first=date(2023, 2, 1), occasions=occasions).values())


def test_observance_is_named_without_its_date():
    (observance,) = cells([], occasions=[seminar().edition.occasion])[date(2023, 1, 20)].observed

    assert dict(observance.name.versions) == {
        "az": "Ümumxalq Hüzn Günü",
        "en": "National Mourning Day",
        "ru": "День всенародной скорби",
        "tr": "Ulusal Yas Günü",
        "ur": "یومِ سوگ",
    }


def test_occasion_of_29_february_is_observed_in_leap_years_alone():
    occasion = replace(seminar().edition.occasion, observed_month=2, observed_day=29)

    def observed(year):
        found = cells([], first=date(year, 2, 1), occasions=[occasion])
        return [day for day, cell in found.items() if cell.observed]

    assert (observed(2023), observed(2024)) == ([], [date(2024, 2, 29)])


def test_entries_are_in_order_of_day_and_moment_days_first():
    programmes = [
        held(1, date(2023, 1, 20), parts=small(item(start=at(12)), zone="Asia/Karachi").parts),
        held(2, date(2023, 1, 20), parts=small(item(start=at(11, zone="Europe/Istanbul"))).parts),
        held(3, date(2023, 1, 20), until=date(2023, 1, 22)),
        held(4, date(2023, 1, 19)),
    ]

    assert [entry.key for entry in entries(programmes)] == ["e4", "e3", "e1", "e2"]


def test_event_held_within_another_is_an_entry_of_its_own_and_one_without_a_day_is_none():
    found = entries([exhibition(), held(1, None)])

    assert [(entry.key, entry.page.slug) for entry in found] == [
        ("migration-service-exhibition-2015", "migration-service-exhibition-2015"),
        ("migration-service-ceremony-2015", "migration-service-exhibition-2015"),
    ]


def test_exhibition_is_on_when_it_is_open():
    entry = entries([exhibition()])[0]

    assert [day for day in range(18, 29) if entry.is_on(date(2015, 1, day))] == [19, 21, 22, 23, 26, 27]


@pytest.mark.parametrize(
    ("today", "earlier", "shown"),
    [
        (date(2023, 1, 18), ["d10"], ["e-e2", "d20"]),
        (date(2023, 1, 10), [], ["d10", "e-e2", "d20"]),
        (date(2023, 1, 31), [], ["d10", "e-e2", "d20"]),
        (date(2023, 6, 1), [], ["d10", "e-e2", "d20"]),
    ],
    ids=["midway", "on the first day", "all is over", "another month"],
)
def test_list_folds_away_what_is_over_while_something_is_left(today, earlier, shown):
    programmes = [
        held(1, date(2023, 1, 10)),
        held(2, date(2023, 1, 16), until=date(2023, 1, 24)),
        held(3, date(2023, 1, 20)),
    ]

    listing = by_day(JANUARY, entries(programmes), today)

    assert [group.id for group in listing.earlier] == earlier
    assert [group.id for group in listing.groups] == shown


def test_list_says_what_is_open_today_but_not_what_is_cancelled():
    days = (OpeningDay(date(2023, 1, 17)), OpeningDay(TODAY, at(10).time(), at(17).time()))
    open_today = held(1, date(2023, 1, 17), until=TODAY, days=days)

    def is_on(programme):
        return by_day(JANUARY, entries([programme]), TODAY).groups[0].is_on

    assert is_on(open_today) is True
    assert is_on(replace(open_today, days=days[:1])) is False
    assert is_on(replace(open_today, status=Status.CANCELLED)) is False


def test_months_of_the_past_come_latest_first():
    programmes = [held(1, date(2015, 1, 19)), held(2, date(2022, 1, 3)), held(3, date(2022, 1, 20))]

    groups = by_month(entries(programmes))

    assert [(group.first, [entry.key for entry in group.entries]) for group in groups] == [
        (date(2022, 1, 1), ["e3", "e2"]),
        (date(2015, 1, 1), ["e1"]),
    ]
