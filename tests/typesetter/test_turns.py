"""Two documents at once on a server, whichever of its processes set them."""

import subprocess
import sys
from contextlib import ExitStack

import pytest

from typesetter.client import ROOT
from typesetter.errors import BusyError
from typesetter.turns import AT_ONCE, WAITING, one_of, turn

HOLDS = """
import sys, pathlib
from typesetter.turns import turn
with turn(pathlib.Path(sys.argv[1]), 60):
    print(1, flush=True)
    input()
"""


@pytest.fixture
def holding(tmp_path):
    """Start a process that holds a turn until it is told to end, or is killed."""
    with ExitStack() as stack:

        def start():
            process = stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", HOLDS, str(tmp_path)],
                    cwd=ROOT,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                )
            )
            stack.callback(process.kill)
            assert process.stdout.readline() == b"1\n"
            return process

        yield start


def test_third_process_is_told_that_two_are_at_work(tmp_path, holding):
    for _ in range(AT_ONCE):
        holding()

    with pytest.raises(BusyError), turn(tmp_path, 0):
        pass


def test_who_waits_has_the_turn_of_a_process_that_is_killed(tmp_path, holding):
    first, _second = holding(), holding()
    first.kill()

    with turn(tmp_path, 60), pytest.raises(BusyError), turn(tmp_path, 0):
        pass


def test_who_waits_has_the_turn_of_one_that_ends(tmp_path, holding):
    first, _second = holding(), holding()
    first.communicate(b"\n")

    with turn(tmp_path, 60):
        pass


def test_where_too_many_wait_nobody_else_does(tmp_path):
    with ExitStack() as stack:
        for _ in range(AT_ONCE):
            stack.enter_context(turn(tmp_path, 0))
        for _ in range(WAITING):
            stack.enter_context(one_of(tmp_path, "waiting", WAITING))

        # It would not come back from waiting so long.
        with pytest.raises(BusyError), turn(tmp_path, 1e9):
            pass
