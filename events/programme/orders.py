"""What has changed its place in an order."""

from bisect import bisect_left
from collections.abc import Sequence


def moved(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str, bool]]:
    """Return the fewest moves that explain the new order of what is in both: (first, second, whether first moved).

    "First" now stands directly before "second"; the one of them that moved is told to the reader.
    """
    places = {uid: place for place, uid in enumerate(before)}
    common = [uid for uid in dict.fromkeys(after) if uid in places]
    kept = longest_rise([places[uid] for uid in common])
    moves = []
    for number, uid in enumerate(common):
        if number not in kept:
            following = common[number + 1] if number + 1 < len(common) else None
            moves.append((uid, following, True) if following else (common[number - 1], uid, False))
    return moves


def longest_rise(places: Sequence[int]) -> set[int]:
    """Return the positions of a longest part that is still in the old order."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for position, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else None)
        if length == len(ends):
            ends.append(place)
            last.append(position)
        else:
            ends[length], last[length] = place, position
    kept = set()
    position_kept = last[-1] if last else None
    while position_kept is not None:
        kept.add(position_kept)
        position_kept = before[position_kept]
    return kept
