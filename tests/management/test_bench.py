"""The bench tells what it measured, and fails where a ratio or a number of queries is missed, never by the clock."""

import gzip
import json
import os
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from events.benchmarks import CASES, calendars, printing, serving, visits
from events.benchmarks.measuring import Case, Pair, Result, Sized, measured
from events.benchmarks.scratch import filled
from events.exports.pdf.render import TYPESETTER
from events.management.commands import bench
from events.models import User
from events.scoping import every_mission
from typesetter.client import ROOT

SERVED = {serving.__name__, visits.__name__}


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
        ({"ratio_goal": None, "ratio": 900.0}, True),
        ({"queries_alike": False}, False),
        ({"bytes_goal": 1000}, True),
        ({"bytes_goal": 999}, False),
        ({"layouts": 1, "layouts_goal": 1}, True),
        ({"layouts": 1, "layouts_goal": 0}, False),
    ],
)
def test_ratio_queries_and_bytes_can_be_missed_and_the_clock_cannot(values, passed):
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
    with pytest.raises(CommandError, match="One event at least"):
        call_command("bench", "--events", "0")


@pytest.mark.parametrize("missed", [False, True])
def test_command_prints_a_line_a_case_and_fails_where_one_is_missed(monkeypatch, capsys, missed):
    """Without its database: what was measured is put in its place."""
    from contextlib import nullcontext

    monkeypatch.setattr(bench, "scratch_database", lambda number: nullcontext())
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


@pytest.mark.django_db
def test_two_cases_that_should_ask_as_much_differ_and_the_one_is_missed():
    def asking(times):
        return Pair(lambda: bytes(sum(User.objects.exists() for _ in range(times)) + 1), lambda: b"1")

    few = Case("few", lambda scratch: asking(1))
    many = Case("many", lambda scratch: asking(3), as_many_as="few")

    assert [each.passed for each in measured((few, many), None, 1)] == [True, False]


@pytest.mark.django_db
def test_case_without_times_is_told_by_its_bytes_alone():
    (found,) = measured((Case("sent", lambda scratch: Sized(2000), bytes=1000),), None, 1)

    assert str(found) == "sent: 2000 bytes (at most 1000 bytes): MISSED"
    assert (found.as_dict()["ratio"], found.as_dict()["queries"]) == (None, None)


@pytest.mark.django_db(transaction=True)
def test_documents_of_a_release_are_laid_out_when_first_asked_for_and_never_again():
    with every_mission():
        pair = printing.released_again(filled(1))
        before = TYPESETTER.layouts
        first = pair.ours()
        made = TYPESETTER.layouts

        assert pair.ours() == first
        assert len(pair.bare()) == len(first)

    assert made > before
    assert TYPESETTER.layouts == made


@pytest.mark.django_db(transaction=True)
def test_every_other_case_that_needs_no_server_runs():
    """With requests as a server takes them, which end with a transaction."""
    with every_mission():
        scratch = filled(40)
        for case in CASES:
            if case.prepare.__module__ not in SERVED and case.prepare != printing.released_again:
                pair = case.prepare(scratch)
                assert pair.ours()
                assert pair.bare()


SHAPE = {
    *(
        "name",
        "passed",
        "bytes",
        "bytes_goal",
        "queries",
        "queries_goal",
        "queries_alike",
        "layouts",
        "layouts_goal",
    ),
    *("cpu", "wall", "bare_cpu", "bare_wall", "ratio", "ratio_goal", "ready_ratio"),
}


def test_command_measures_in_a_database_of_its_own_and_names_the_case_whose_goal_is_missed():
    """In a process of its own: the command makes its database, and another one is in use here."""
    given = """
import django
django.setup()
from dataclasses import replace
from django.core.management import call_command
from events.management.commands import bench
goals = {"event-page-of-20": None, "list": 0}
bench.CASES = tuple(replace(case, queries=goals.get(case.name)) for case in bench.CASES)
call_command("bench", "--events", "12", "--rounds", "1", "--json", *goals)
"""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", given], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]

    assert [(line["name"], line["passed"]) for line in lines] == [
        ("event-page-of-20", True),
        ("list", False),
    ]
    assert all(line.keys() == SHAPE for line in lines)
    assert done.returncode != 0
    assert "Missed: list." in done.stderr


@pytest.mark.django_db
def test_feed_after_a_change_and_the_one_written_by_hand_hold_the_same():
    with every_mission():
        pair = calendars.one_change(filled(30))
        ours, bare = gzip.decompress(pair.ours()), pair.bare()

    assert bare.count(b"BEGIN:VEVENT") > 30
    assert ours.partition(b"BEGIN:VTIMEZONE")[2] == bare.partition(b"BEGIN:VTIMEZONE")[2]
