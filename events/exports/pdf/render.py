"""The one way from HTML to PDF: a job with the typesetter, which sets each document in a process of its own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings as planner

from events.exports.pdf.errors import DrawingError, MissingGlyphError, NotSetError, RefusedAssetError
from events.typesetting import TYPESETTER
from typesetter.client import Job
from typesetter.errors import REFUSED, StoppedError
from typesetter.guard import Limits

log = logging.getLogger(__name__)

SIDES = 2
NO_PICTURES: Mapping[str, bytes] = {}
# The long one is for several sheets as one document: a year of a thousand events.
USUAL, LONG = Limits(), Limits(wall=120, cpu=600)


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that travels inside the PDF, dated as the release is."""

    name: str
    content: bytes
    description: str
    dated_at: datetime


def both_sides(pages: int) -> bool:
    """Say whether the pages are those of one sheet."""
    return pages <= SIDES


def draw(
    settings: Iterable[str],
    styles: tuple[str, ...],
    identifier: str,
    enclosures: tuple[Enclosure, ...] = (),
    *,
    fits: Callable[[int], bool] = both_sides,
    pictures: Mapping[str, bytes] = NO_PICTURES,
    limits: Limits = USUAL,
) -> bytes:
    """Return a sheet as PDF/A-3a that is PDF/UA-1 as well; the same arguments give the same bytes.

    ``settings`` are the sheet in HTML, set more and more closely: the first one is taken whose number of pages
    ``fits``, else the first of those with the fewest. ``styles`` are names of our stylesheets, ``identifier`` says
    which document this is, over all its versions, ``pictures`` are what it may show as ``picture:KEY``. Raises
    MissingGlyphError, NotSetError, BusyError, and DrawingError where a template asks for what is not bundled.
    """
    laid_out: dict[str, int] = {}
    with _job(styles, identifier, pictures, limits) as job:
        for html in settings:
            if html not in laid_out:
                laid_out[html] = job.lay_out(html)
            if fits(laid_out[html]):
                break
        else:
            html = min(laid_out, key=lambda each: laid_out[each])
        told = [
            {"name": each.name, "description": each.description, "dated_at": each.dated_at.isoformat()}
            for each in enclosures
        ]
        return job.write([list(laid_out).index(html)], told, *(each.content for each in enclosures))


def draw_together(sheets: Iterable[Callable[[int], str]], styles: tuple[str, ...], identifier: str) -> bytes:
    """Return several sheets as one document of the same standards, its head that of the first.

    Each of ``sheets`` gives its HTML for the number of pages before it. Raises as ``draw``.
    """
    with _job(styles, identifier, NO_PICTURES, LONG) as job:
        pages: list[int] = []
        for sheet in sheets:
            pages.append(job.lay_out(sheet(sum(pages))))
        return job.write(range(len(pages)))


@contextmanager
def _job(
    styles: tuple[str, ...], identifier: str, pictures: Mapping[str, bytes], limits: Limits
) -> Iterator[Job]:
    try:
        with TYPESETTER.job(planner.TYPESETTER_DIR, styles, identifier, pictures, limits) as job:
            yield job
            complaints = job.complaints
    except StoppedError as error:
        log.error("%s was not set: %s", identifier, error)
        raise NotSetError(str(error)) from error
    if complaints.missing:
        raise MissingGlyphError(set(complaints.missing))
    if any(REFUSED in each for each in complaints.others):
        raise RefusedAssetError("; ".join(complaints.others))
    if complaints.others:
        raise DrawingError("; ".join(complaints.others))
