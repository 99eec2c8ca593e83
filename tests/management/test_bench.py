"""The bench tells what it measured, and fails where a ratio or a number of queries is missed, never by the clock."""

import gzip
import json

import pytest
from django.core.management import CommandError, call_command

from events.benchmarks import CASES, calendars
from events.benchmarks.measuring import Case, Pair, Result, measured
from events.benchmarks.scratch import filled
from events.management.commands import bench
from events.models import User
from events.scoping import every_mission


def result(**values):
    usual = {
        "name": "a4",
        "queries": 3,
        "bytes": 1000,
        "cpu": 12.0,
        "wall": 13.0,
        "bare_cpu": 10.0,
        "bare_wall": 11.0,
    }
    return Result(**{**usual, "ratio": 1.2, "ratio_goal": 1.3, "queries_goal": 3, **values})


def test_result_is_one_line_with_what_was_promised():
    assert str(result()) == (
        "a4: 3 queries, 1000 bytes, CPU 12.00 ms, wall 13.00 ms, bare CPU 10.00 ms, wall 11.00 ms, "
        "ratio 1.20 (at most 1.3, 3 queries): pass"
    )


@pytest.mark.parametrize(
    ("values", "passed"),
    [
        ({}, True),
        ({"ratio": 1.3}, True),
        ({"ratio": 1.31}, False),
        ({"queries": 4}, False),
        ({"queries": 4, "queries_goal": None}, True),
        ({"cpu": 90_000.0, "wall": 90_000.0}, True),
    ],
)
def test_only_a_ratio_or_a_number_of_queries_can_be_missed(values, passed):
    assert result(**values).passed is passed
    assert result(**values).as_dict()["passed"] is passed


@pytest.mark.django_db
def test_ours_and_the_bare_one_take_turns_after_a_round_to_warm_up():
    asked = []

    def named(name):
        def work():
            asked.append(name)
            if name == "ours":
                User.objects.exists()
            return b"12345"

        return work

    case = Case("made-up", lambda scratch: Pair(named("ours"), named("bare")), ratio=1.0)

    (found,) = measured((case,), None, 2)

    assert asked == ["bare", "ours", "ours", "ours", "bare", "bare", "ours"]
    assert (found.name, found.queries, found.bytes, found.ratio_goal) == ("made-up", 1, 5, 1.0)


def test_case_that_is_not_there_and_no_rounds_are_refused():
    with pytest.raises(CommandError, match="There is no case a5"):
        call_command("bench", "a5")
    with pytest.raises(CommandError, match="One round at least"):
        call_command("bench", "--rounds", "0")


@pytest.mark.parametrize("missed", [False, True])
def test_command_prints_a_line_a_case_and_fails_where_one_is_missed(monkeypatch, capsys, missed):
    """Without its database: what was measured is put in its place."""
    from contextlib import nullcontext

    monkeypatch.setattr(bench, "scratch_database", nullcontext)
    monkeypatch.setattr(
        bench, "measured", lambda *args: [result(), result(name="b", ratio=2.0 if missed else 1.0)]
    )

    if missed:
        with pytest.raises(CommandError, match="Missed: b"):
            call_command("bench", "--json")
    else:
        call_command("bench", "--json")

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["name"], line["passed"]) for line in lines] == [("a4", True), ("b", not missed)]


@pytest.mark.django_db(transaction=True)
def test_every_case_runs():
    """With requests as a server takes them, which end with a transaction."""
    with every_mission():
        scratch = filled()
        for case in CASES:
            pair = case.prepare(scratch)
            assert pair.ours()
            assert pair.bare()


@pytest.mark.django_db
def test_feed_after_a_change_and_the_one_written_by_hand_hold_the_same():
    with every_mission():
        pair = calendars.one_change_among(30)(filled())
        ours, bare = gzip.decompress(pair.ours()), pair.bare()

    assert bare.count(b"BEGIN:VEVENT") == 30
    assert ours.partition(b"BEGIN:VTIMEZONE")[2] == bare.partition(b"BEGIN:VTIMEZONE")[2]
