"""How a booklet comes to a whole number of sheets: four pages each, and none of them empty."""

from collections.abc import Iterator, Sequence

PAGES_OF_A_SHEET = 4
# Rather than so many pages to write on, a roomier setting.
MANY_NOTES = 3
ROOMIEST = "roomy"


class Folding:
    """Chooses the setting of a booklet while it is being drawn.

    ``settings`` yields what to try next, ``is_done`` hears how many pages that took. The fewest sheets are best, then
    the fewest pages, then the roomiest setting. Where a sheet can be saved so, speakers and notes for guests share
    their pages. What is missing then are pages to write on; they are there from the first, as many as are likely to be
    missing, so that a usual booklet is laid out once for each closeness. ``least`` is the number of pages where each
    section takes one: nothing closer is tried then, and nothing shared where that could not save a sheet. ``likely`` is
    how many there are where the agenda goes over a page. Where it does so however closely it is set, there is room:
    then what is ``roomier``, and was passed over, is tried from the roomiest.
    """

    def __init__(
        self, closeness: Sequence[str], least: int, likely: int, roomier: Sequence[str] = ()
    ) -> None:
        self.closeness = closeness
        self.roomier = roomier
        self.least = least
        self.likely = likely
        self.pages = 0
        self.at_best = 0
        self.is_chosen = False

    def is_done(self, pages: int) -> bool:
        self.pages = pages
        return pages == self.at_best or (self.is_chosen and not missing(pages))

    def settings(self) -> Iterator[str]:
        counts: dict[str, int] = {}
        expected = self.least if self.closeness[0] == ROOMIEST else self.likely
        for setting in self.closeness:
            notes = missing(expected) if missing(expected) < MANY_NOTES else 0
            if notes == missing(self.least):
                # Not even sharing could save a sheet then.
                self.at_best = self.least + notes
            yield with_notes(setting, notes)
            counts[setting] = self.pages - notes
            if counts[setting] <= self.least:
                break
            expected = counts[setting] - 1
        if min(counts.values()) > self.least:
            yield from self._given_room(counts)
        self.at_best = 0
        fewest = min(counts, key=lambda setting: counts[setting])
        shared = f"{fewest} shared"
        best_yet = min(_cost(setting, pages) for setting, pages in counts.items())
        # Two sections share a page at best.
        at_best = range(self.least - 1, counts[fewest] + 1)
        if missing(counts[fewest]) > 1 and any(_cost(shared, pages) < best_yet for pages in at_best):
            yield shared
            counts[shared] = self.pages
        best = min(counts, key=lambda setting: _cost(setting, counts[setting]))
        self.is_chosen = True
        blank = missing(counts[best])
        yield with_notes(best, blank)
        # Lines to write on that gave way to whole pages of them, or did not yet, may stand on a page of their own.
        if missing(self.pages):
            yield f"{best} notes-{blank + missing(self.pages) if blank else 0}"

    def _given_room(self, counts: dict[str, int]) -> Iterator[str]:
        """Try what is roomier until it takes no more pages, and put it before what was tried."""
        fewest, tried = min(counts.values()), dict(counts)
        notes = missing(fewest) if missing(fewest) < MANY_NOTES else 0
        # Where more than one page is missing, sharing might still save a sheet.
        self.at_best = fewest + notes if missing(fewest) <= 1 else 0
        counts.clear()
        for setting in self.roomier:
            yield with_notes(setting, notes)
            counts[setting] = self.pages - notes
            if counts[setting] == fewest:
                break
        counts.update(tried)


def with_notes(setting: str, pages: int) -> str:
    return f"{setting} notes-{pages}" if pages else setting


def missing(pages: int) -> int:
    """Return how many pages there lack to whole sheets."""
    return -pages % PAGES_OF_A_SHEET


def _cost(setting: str, pages: int) -> tuple[int, bool, bool, int]:
    return pages + missing(pages), missing(pages) >= MANY_NOTES, setting.endswith("shared"), pages
