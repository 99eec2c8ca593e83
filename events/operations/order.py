"""The order of rows in an agenda."""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from events.models.ordering import make_way


def moved(before: Sequence[Hashable], after: Sequence[Hashable]) -> set[Hashable]:
    """Return the fewest of what is in both that were moved: the rest stands in the same order as before."""
    place = {each: index for index, each in enumerate(before)}
    common = [each for each in after if each in place]
    ends: list[int] = []
    chain: list[list[Hashable]] = []
    for each in common:
        at = bisect_left(ends, place[each])
        longest = [*(chain[at - 1] if at else ()), each]
        ends[at : at + 1] = [place[each]]
        chain[at : at + 1] = [longest]
    return set(common) - set(chain[-1] if chain else ())


def numbered(rows: Iterable[Any], told: Iterable[Any] = ()) -> None:
    """Number the rows in their order. A copy for the history is kept of those in ``told``, not of who made way."""
    told = {row.pk for row in told}
    made_way = []
    for order, row in enumerate(rows):
        moves, row.order = row.order != order, order
        if row.pk in told:
            row.save()
        elif moves:
            made_way.append(row)
    if made_way:
        make_way(made_way)
