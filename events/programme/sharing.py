"""An amount of time taken from several, in proportion to what each can give."""

from collections.abc import Sequence
from datetime import timedelta
from fractions import Fraction

NOTHING = timedelta(0)
UNITS = (timedelta(minutes=1), timedelta(seconds=1), timedelta(microseconds=1))


def shares(amount: timedelta, most: Sequence[timedelta]) -> list[timedelta]:
    """Return what each gives: no more than its ``most``, ``amount`` together, in whole minutes as far as that goes.

    The rest below a minute comes from one of them if it can, else from several by the second. Raises ValueError if
    all together cannot give so much.
    """
    if not NOTHING <= amount <= sum(most, NOTHING):
        raise ValueError(f"{amount} cannot be shared out between {len(most)}")
    given = [NOTHING] * len(most)
    for unit in UNITS:
        rest = amount - sum(given, NOTHING)
        left = [limit - share for limit, share in zip(most, given, strict=True)]
        if rest and rest < UNITS[0] and rest <= max(left):
            given[left.index(max(left))] += rest
            break
        counts = _counts(rest // unit, [limit // unit for limit in left], left)
        given = [share + count * unit for share, count in zip(given, counts, strict=True)]
    return given


def _counts(wanted: int, most: Sequence[int], weights: Sequence[timedelta]) -> list[int]:
    """Return whole numbers in proportion to the weights, by the largest remainder, none above its ``most``."""
    wanted = min(wanted, sum(most))
    total = sum(weights, NOTHING)
    if not wanted:
        return [0] * len(most)
    exact = [Fraction(wanted * (weight // UNITS[2]), total // UNITS[2]) for weight in weights]
    counts = [min(int(share), limit) for share, limit in zip(exact, most, strict=True)]
    while sum(counts) < wanted:
        open_ones = (number for number, count in enumerate(counts) if count < most[number])
        counts[max(open_ones, key=lambda number: (exact[number] - counts[number], -number))] += 1
    return counts
