"""“Which rule?” is answered in words, with the source of a custom."""

from dataclasses import replace
from datetime import date

from events.programme.conflict import Conflict, ConflictKind, Level
from events.programme.conflicts import conflicts
from events.programme.customs import CUSTOMS
from events.programme.rules import Rule, rule_of
from tests.programmes import seminar


def rule(kind, **values):
    return rule_of(Conflict(kind, Level.WARNING, ("item",), **values))


def test_custom_says_where_when_since_when_and_where_it_stands():
    found = [rule_of(each) for each in conflicts(seminar()) if each.custom]

    assert found == [
        Rule(
            "Friday break: Islamabad, each Friday from 12:30 to 14:30; in force "
            "since 1 January 2022, with no later rule known.",
            "notification on the hours of federal offices, 2022",
        )
    ]


def test_custom_that_is_over_says_until_when_it_held():
    custom = replace(CUSTOMS[0], valid_until=date(2010, 12, 31))

    assert "from 1 January 2010 to 31 December 2010." in rule(ConflictKind.CUSTOM, custom=custom).words


def test_rule_of_the_planner_itself_has_no_source():
    assert rule(ConflictKind.MUSIC_IN_SILENCE) == Rule("Nothing sounds while a silence is kept.")


def test_what_says_all_itself_has_no_rule():
    assert rule(ConflictKind.GAP) is None
    assert rule(ConflictKind.NO_PLACE) is None
