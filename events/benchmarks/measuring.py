"""How a case is measured: against something else in the same run, never against the clock alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.exports.pdf.render import TYPESETTER

if TYPE_CHECKING:
    from events.benchmarks.scratch import Scratch

Work = Callable[[], bytes]
Times = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Pair:
    """What is measured and what it is compared with; each gives the bytes that it made.

    ``ready`` answers with the same bytes, written by hand: what the server costs whatever it says.
    """

    ours: Work
    bare: Work
    ready: Work | None = None


@dataclass(frozen=True, slots=True)
class Sized:
    """What is weighed once and has no times: so many bytes are sent, or take up memory."""

    bytes: int


@dataclass(frozen=True, slots=True)
class Case:
    """``ratio`` is how much CPU time ours may take at most beside the bare one, ``queries`` how many it may ask,
    ``layouts`` how often the typesetter may lay something out for it.

    With ``as_many_as`` it asks neither more nor fewer than the case of that name. What takes less than a millisecond is
    done ``times`` over each time it is measured.
    """

    name: str
    prepare: Callable[[Scratch], Pair | Sized]
    ratio: float | None = None
    queries: int | None = None
    bytes: int | None = None
    layouts: int | None = None
    as_many_as: str = ""
    times: int = 1


@dataclass(frozen=True, slots=True)
class Result:
    """Times in milliseconds, medians over the rounds; the ratios are medians of those of each round."""

    name: str
    bytes: int
    bytes_goal: int | None = None
    queries: int | None = None
    queries_goal: int | None = None
    queries_alike: bool = True
    layouts: int | None = None
    layouts_goal: int | None = None
    cpu: float | None = None
    wall: float | None = None
    bare_cpu: float | None = None
    bare_wall: float | None = None
    ratio: float | None = None
    ratio_goal: float | None = None
    ready_ratio: float | None = None

    @property
    def passed(self) -> bool:
        goals = (
            (self.bytes, self.bytes_goal),
            (self.queries, self.queries_goal),
            (self.ratio, self.ratio_goal),
            (self.layouts, self.layouts_goal),
        )
        return self.queries_alike and all(
            took is None or goal is None or took <= goal for took, goal in goals
        )

    def as_dict(self) -> dict[str, object]:
        return {**asdict(self), "passed": self.passed}

    def __str__(self) -> str:
        told = [f"{self.queries} queries"] if self.queries is not None else []
        told.append(f"{self.bytes} bytes")
        if self.layouts_goal is not None:
            told.append(f"{self.layouts} layouts")
        if self.ratio is not None:
            told += [
                f"CPU {self.cpu:.2f} ms, wall {self.wall:.2f} ms",
                f"bare CPU {self.bare_cpu:.2f} ms, wall {self.bare_wall:.2f} ms",
                f"ratio {self.ratio:.2f}",
            ]
        if self.ready_ratio is not None:
            told.append(f"to ready bytes {self.ready_ratio:.2f}")
        return f"{self.name}: {', '.join(told)} ({self._goals}): {'pass' if self.passed else 'MISSED'}"

    @property
    def _goals(self) -> str:
        goals = [
            f"{goal:g}{unit}" if not unit else f"{goal} {unit}"
            for goal, unit in (
                (self.ratio_goal, ""),
                (self.queries_goal, "queries"),
                (self.bytes_goal, "bytes"),
                (self.layouts_goal, "layouts"),
            )
            if goal is not None
        ]
        told = f"at most {', '.join(goals)}" if goals else "no goal"
        return told if self.queries_alike else f"{told}; as many queries as with fewer"


def measured(cases: tuple[Case, ...], scratch: Scratch, rounds: int) -> list[Result]:
    """Return what each case took: all of them in every round, ours and the bare one in turn, after one to warm up."""
    prepared = [(case, case.prepare(scratch)) for case in cases]
    first = {case.name: _first(each) for case, each in prepared if isinstance(each, Pair)}
    taken: dict[str, list[tuple[Times, ...]]] = {name: [] for name in first}
    for number in range(rounds):
        for case, each in prepared:
            if isinstance(each, Pair):
                works = [each.ours, each.bare, *([each.ready] if each.ready else [])]
                # Whichever comes later finds warmer caches: they take turns.
                order = works[::-1] if number % 2 else works
                took = {id(work): _took(work, case.times) for work in order}
                taken[case.name].append(tuple(took[id(work)] for work in works))
    return [
        Result(case.name, each.bytes, case.bytes)
        if isinstance(each, Sized)
        else _result(case, first, taken[case.name])
        for case, each in prepared
    ]


def _first(pair: Pair) -> tuple[int, int, int]:
    """Return how many queries, bytes and layouts it is."""
    if pair.ready:
        pair.ready()
    pair.bare()
    pair.ours()
    with CaptureQueriesContext(connection) as asked:
        before = TYPESETTER.layouts
        octets = pair.ours()
    return len(asked), len(octets), TYPESETTER.layouts - before


def _took(work: Work, times: int) -> Times:
    """Return CPU and wall time of doing it once, in milliseconds."""
    cpu, wall = _cpu(), time.perf_counter()
    for _ in range(times):
        work()
    return (_cpu() - cpu) * 1000 / times, (time.perf_counter() - wall) * 1000 / times


def _cpu() -> float:
    """Return the seconds that this process and those which set documents for it have used."""
    return time.process_time() + TYPESETTER.cpu


def _result(case: Case, first: dict[str, tuple[int, int, int]], rounds: list[tuple[Times, ...]]) -> Result:
    queries, size, layouts = first[case.name]
    ours, bare, *ready = zip(*rounds, strict=True)
    result = Result(
        case.name,
        size,
        case.bytes,
        queries,
        case.queries,
        case.as_many_as not in first or first[case.as_many_as][0] == queries,
        layouts,
        case.layouts,
        *_medians(ours),
        *_medians(bare),
        ratio=_ratio(ours, bare),
        ratio_goal=case.ratio,
    )
    return replace(result, ready_ratio=_ratio(ours, ready[0])) if ready else result


def _medians(times: tuple[Times, ...]) -> tuple[float, float]:
    return median(cpu for cpu, _wall in times), median(wall for _cpu, wall in times)


def _ratio(ours: tuple[Times, ...], other: tuple[Times, ...]) -> float:
    return round(median(mine[0] / its[0] for mine, its in zip(ours, other, strict=True)), 2)
