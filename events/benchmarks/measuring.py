"""How a case is measured: against something else in the same run, never against the clock alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median
from typing import TYPE_CHECKING

from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.exports.pdf.render import TYPESETTER

if TYPE_CHECKING:
    from events.benchmarks.scratch import Scratch

Work = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Pair:
    """What is measured and what it is compared with; each gives the bytes that it made."""

    ours: Work
    bare: Work


@dataclass(frozen=True, slots=True)
class Case:
    """``ratio`` is how much CPU time ours may take at most beside the bare one, ``queries`` how many it may ask.

    What takes less than a millisecond is done ``times`` over each time it is measured.
    """

    name: str
    prepare: Callable[[Scratch], Pair]
    ratio: float
    queries: int | None = None
    times: int = 1


@dataclass(frozen=True, slots=True)
class Result:
    """Times in milliseconds, medians over the rounds; the ratio is the median of those of each round."""

    name: str
    queries: int
    bytes: int
    cpu: float
    wall: float
    bare_cpu: float
    bare_wall: float
    ratio: float
    ratio_goal: float
    queries_goal: int | None

    @property
    def passed(self) -> bool:
        asks_too_much = self.queries_goal is not None and self.queries > self.queries_goal
        return self.ratio <= self.ratio_goal and not asks_too_much

    def as_dict(self) -> dict[str, object]:
        return {**asdict(self), "passed": self.passed}

    def __str__(self) -> str:
        goal = f"at most {self.ratio_goal:g}"
        if self.queries_goal is not None:
            goal += f", {self.queries_goal} queries"
        return (
            f"{self.name}: {self.queries} queries, {self.bytes} bytes, CPU {self.cpu:.2f} ms, wall {self.wall:.2f} ms, "
            f"bare CPU {self.bare_cpu:.2f} ms, wall {self.bare_wall:.2f} ms, ratio {self.ratio:.2f} ({goal}): "
            f"{'pass' if self.passed else 'MISSED'}"
        )


def measured(cases: tuple[Case, ...], scratch: Scratch, rounds: int) -> list[Result]:
    """Return what each case took: all of them in every round, ours and the bare one in turn, after one to warm up."""
    pairs = [case.prepare(scratch) for case in cases]
    first = [_first(pair) for pair in pairs]
    taken: list[list[tuple[float, float, float, float]]] = [[] for _ in cases]
    for number in range(rounds):
        for case, pair, times in zip(cases, pairs, taken, strict=True):
            # Whichever comes second finds warmer caches: they take turns.
            if number % 2:
                bare, ours = _took(pair.bare, case.times), _took(pair.ours, case.times)
            else:
                ours, bare = _took(pair.ours, case.times), _took(pair.bare, case.times)
            times.append((*ours, *bare))
    return [
        _result(case, queries, size, times)
        for case, (queries, size), times in zip(cases, first, taken, strict=True)
    ]


def _first(pair: Pair) -> tuple[int, int]:
    pair.bare()
    pair.ours()
    with CaptureQueriesContext(connection) as asked:
        octets = pair.ours()
    return len(asked), len(octets)


def _took(work: Work, times: int) -> tuple[float, float]:
    """Return CPU and wall time of doing it once, in milliseconds."""
    cpu, wall = _cpu(), time.perf_counter()
    for _ in range(times):
        work()
    return (_cpu() - cpu) * 1000 / times, (time.perf_counter() - wall) * 1000 / times


def _cpu() -> float:
    """Return the seconds that this process and those which set documents for it have used."""
    return time.process_time() + TYPESETTER.cpu


def _result(case: Case, queries: int, size: int, times: list[tuple[float, float, float, float]]) -> Result:
    cpu, wall, bare_cpu, bare_wall = (median(column) for column in zip(*times, strict=True))
    ratio = median(ours / bare for ours, _wall, bare, _bare_wall in times)
    return Result(
        case.name, queries, size, cpu, wall, bare_cpu, bare_wall, round(ratio, 2), case.ratio, case.queries
    )
