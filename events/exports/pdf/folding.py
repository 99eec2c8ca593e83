"""How a booklet comes to a whole number of sheets: four pages each, and none of them empty."""

from collections.abc import Iterator, Sequence

PAGES_OF_A_SHEET = 4
# Rather than so many pages to write on, a roomier setting.
MANY_NOTES = 3


class Folding:
    """Chooses the setting of a booklet while it is being drawn.

    ``settings`` yields what to try next, ``is_done`` hears how many pages that took. The fewest sheets are best, then
    the fewest pages, then the roomiest setting. Where a sheet can be saved so, speakers and notes for guests share
    their pages. What is missing then are pages to write on. ``least`` is the number of pages where each section takes
    one: nothing closer is tried then, and nothing shared where that could not save a sheet.
    """

    def __init__(self, closeness: Sequence[str], least: int) -> None:
        self.closeness = closeness
        self.least = least
        self.pages = 0
        self.is_chosen = False

    def is_done(self, pages: int) -> bool:
        self.pages = pages
        return self.is_chosen and not missing(pages)

    def settings(self) -> Iterator[str]:
        counts: dict[str, int] = {}
        for setting in self.closeness:
            yield setting
            counts[setting] = self.pages
            if self.pages <= self.least:
                break
        closest = list(counts)[-1]
        shared = f"{closest} shared"
        best_yet = min(_cost(setting, pages) for setting, pages in counts.items())
        # Two sections share a page at best.
        at_best = range(self.least - 1, counts[closest] + 1)
        if missing(counts[closest]) > 1 and any(_cost(shared, pages) < best_yet for pages in at_best):
            yield shared
            counts[shared] = self.pages
        best = min(counts, key=lambda setting: _cost(setting, counts[setting]))
        self.is_chosen = True
        blank = missing(counts[best])
        yield f"{best} notes-{blank}" if blank else best
        # Lines to write on that gave way to whole pages of them may have stood on a page of their own.
        if missing(self.pages):
            yield f"{best} notes-{blank + missing(self.pages)}"


def missing(pages: int) -> int:
    """Return how many pages there lack to whole sheets."""
    return -pages % PAGES_OF_A_SHEET


def _cost(setting: str, pages: int) -> tuple[int, bool, bool, int]:
    return pages + missing(pages), missing(pages) >= MANY_NOTES, setting.endswith("shared"), pages
