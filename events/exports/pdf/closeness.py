"""How closely a sheet is set: found with as few layouts as can be, and never closer than it has to be."""

from collections.abc import Iterator, Sequence

SIDES = 2


class Closeness:
    """Chooses the setting of a sheet while it is being drawn.

    ``settings`` are names from the roomiest to the closest, each with the least number of pages that it can take. The
    first with the fewest pages is chosen, where none is better than all the ``sides`` of a sheet. Whatever cannot be
    that any more is not laid out, so that the better the least numbers, the fewer the layouts; while they are true, the
    choice is the same as if all had been tried.
    """

    def __init__(self, settings: Sequence[tuple[str, int]], sides: int = SIDES) -> None:
        self.names = [name for name, _ in settings]
        self.sides = sides
        self.left = sorted((max(least, sides), number) for number, (_, least) in enumerate(settings))
        self.taken: dict[int, int] = {}
        self.number = 0

    def settings(self) -> Iterator[str]:
        while self.left:
            _, self.number = self.left.pop(0)
            yield self.names[self.number]

    def is_done(self, pages: int) -> bool:
        self.taken[self.number] = max(pages, self.sides)
        best = min((taken, number) for number, taken in self.taken.items())
        if self.left and self.left[0] < best:
            return False
        self.left = [best]
        return best[1] == self.number
